import { makeMasterKeys } from '../store';
import type { Command } from './command';

function printKeys([what]: readonly string[]): number {
  if (what !== 'new') {
    process.stderr.write('Say: npm run -s mentor -- keys new\n');
    return 64;
  }
  process.stdout.write(`${makeMasterKeys()}\n`);
  return 0;
}

/** Needs no variable: the missing key may be the only fault there is. */
export const keysCommand: Command = {
  usage: 'keys new',
  says: 'prints a fresh value for MENTOR_KEYS',
  options: [],
  example: 'keys new',
  run: async (args) => printKeys(args),
  runWithFaults: async (_, args) => printKeys(args),
};
