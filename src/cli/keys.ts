import { makeMasterKeys } from '../store';
import type { Command } from './command';

export const keysCommand: Command = {
  usage: 'keys new',
  says: 'prints a fresh value for MENTOR_KEYS',
  async run([what]) {
    if (what !== 'new') {
      process.stderr.write('Say: npm run -s mentor -- keys new\n');
      return 64;
    }
    process.stdout.write(`${makeMasterKeys()}\n`);
    return 0;
  },
};
