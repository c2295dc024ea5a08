import { realClock } from '../start/clock';
import { layFoundation } from '../start/house';
import { createLog } from '../start/log';
import { checkLogin, warnOnTerminal } from '../start/login';
import type { Command } from './command';

export const migrateCommand: Command = {
  usage: 'migrate',
  says: 'brings the database up to date and stops',
  options: [],
  example: 'migrate',
  async run(_, config) {
    await checkLogin(config, warnOnTerminal);
    const { store, queue } = await layFoundation(config, realClock, createLog('warn'));
    await queue.stop();
    await store.close();
    process.stdout.write('The database is up to date.\n');
    return 0;
  },
};
