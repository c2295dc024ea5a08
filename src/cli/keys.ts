import type { Config } from '../config';
import { makeMasterKeys, parseMasterKeys } from '../store';
import type { Command } from './command';
import { dropOldInFolder, rotateGiven, rotateInFolder } from './keys/rotate';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function wrongCall(): number {
  process.stderr.write('Say: npm run -s mentor -- keys new, or npm run mentor -- keys rotate\n');
  return 64;
}

function printNew(known: string | undefined): number {
  const parsed = parseMasterKeys(known ?? '');
  print(makeMasterKeys(parsed.ok ? parsed.keys.byId.keys() : []));
  return 0;
}

async function rotate(config: Config, dropsOld: boolean): Promise<number> {
  if (config.keys === undefined) {
    await (dropsOld ? dropOldInFolder(config, print) : rotateInFolder(config, print));
    return 0;
  }
  if (dropsOld) {
    process.stderr.write(
      'The keys stand in MENTOR_KEYS, which this program does not write. Take the old one out there.\n',
    );
    return 64;
  }
  await rotateGiven(config, config.keys, print);
  return 0;
}

/** `new` needs no variable: the missing key may be the only fault there is. */
export const keysCommand: Command = {
  usage: 'keys new | rotate [--drop-old]',
  says: 'prints a fresh key for MENTOR_KEYS, or wraps every organization with the first key of it',
  options: [{ name: 'drop-old', says: 'takes old keys out of the embedded database’s file, once nothing needs them' }],
  example: 'keys rotate',
  async run(args, config) {
    const [what, ...more] = args;
    const dropsOld = more.includes('--drop-old');
    if (what === 'new' && more.length === 0) return printNew(config.keys);
    if (what !== 'rotate' || more.length > Number(dropsOld)) return wrongCall();
    return rotate(config, dropsOld);
  },
  async runWithFaults(_, [what, ...more]) {
    if (what === 'rotate') return undefined;
    return what === 'new' && more.length === 0 ? printNew(undefined) : wrongCall();
  },
};
