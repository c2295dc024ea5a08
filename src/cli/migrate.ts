import { realClock } from '../start/clock';
import { layFoundation } from '../start/house';
import { createLog } from '../start/log';
import type { Command } from './command';

export const migrateCommand: Command = {
  usage: 'migrate',
  says: 'brings the database up to date and stops',
  async run(_, config) {
    const { store, queue } = await layFoundation(config, realClock, createLog('warn'));
    await queue.stop();
    await store.close();
    process.stdout.write('The database is up to date.\n');
    return 0;
  },
};
