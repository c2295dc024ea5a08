import type { Config } from '../../config';
import { realClock } from '../../start/clock';
import { openDatabase, SetupError } from '../../start/house';
import { createLog } from '../../start/log';
import {
  keysFile,
  keysInFolder,
  type MasterKeys,
  makeMasterKeys,
  organizationIds,
  parseMasterKeys,
  rewrapKey,
  type Store,
  writeKeysInFolder,
} from '../../store';

export type Print = (line: string) => void;

function readKeys(text: string): MasterKeys {
  const parsed = parseMasterKeys(text);
  if (!parsed.ok) throw new SetupError([`MENTOR_KEYS cannot be used: ${parsed.reason}.`]);
  return parsed.keys;
}

const older = ({ byId, current }: MasterKeys): string => [...byId.keys()].filter((id) => id !== current).join(', ');
const kept =
  'Keep a copy of what you take out for as long as you keep backups of the database that were made before today.';

/** Wraps every organization's key with the current master key, each in a transaction of its own. */
async function rewrapAll(store: Store, print: Print): Promise<void> {
  for (const organizationId of await organizationIds(store)) {
    const { name, from, to } = await store.inOrganization(organizationId, undefined, rewrapKey);
    print(
      from === to ? `${name}: wrapped with ${to} already.` : `${name}: wrapped with ${to} now, before with ${from}.`,
    );
  }
}

async function within(config: Config, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openDatabase(config, realClock, createLog('warn'));
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** The keys stand in MENTOR_KEYS, which somebody else writes: everything is wrapped with the first of them. */
export async function rotateGiven(config: Config, text: string, print: Print): Promise<void> {
  const keys = readKeys(text);
  await within(config, (store) => rewrapAll(store, print));
  if (keys.byId.size === 1) {
    print(
      `${keys.current} is the only key in MENTOR_KEYS. To change it, write a new one in front of it (npm run -s mentor -- keys new), restart the program, and run this again.`,
    );
    return;
  }
  print(`Nothing needs ${older(keys)} any more: you may take it out of MENTOR_KEYS, and restart the program. ${kept}`);
}

/**
 * The keys stand in the data folder's file. Makes a new one in front of the old one, unless a change is under way already,
 * and wraps everything with it. The file is written before anything is wrapped with what it holds, and the old key stays
 * in it: wherever this is cut off, everything can be read, and it can be run again.
 */
export async function rotateInFolder(config: Config, print: Print): Promise<void> {
  const before = keysInFolder(config.dataDir);
  const isUnderWay = readKeys(before).byId.size > 1;
  const text = isUnderWay ? before : `${makeMasterKeys(readKeys(before).byId.keys())},${before}`;
  const keys = readKeys(text);
  await within({ ...config, keys: text }, async (store) => {
    if (!isUnderWay) {
      writeKeysInFolder(config.dataDir, text);
      print(`${keysFile(config.dataDir)} holds a new key, ${keys.current}, in front of ${older(keys)}.`);
    }
    await rewrapAll(store, print);
  });
  print(
    `Nothing needs ${older(keys)} any more. Make a copy of that file, then: npm run mentor -- keys rotate --drop-old`,
  );
}

/** Takes the old keys out of the data folder's file, once nothing is wrapped with them. */
export async function dropOldInFolder(config: Config, print: Print): Promise<void> {
  const text = keysInFolder(config.dataDir);
  const keys = readKeys(text);
  if (keys.byId.size === 1) {
    print(`${keysFile(config.dataDir)} holds one key, ${keys.current}. There is no old one.`);
    return;
  }
  await within(config, async (store) => {
    await rewrapAll(store, print);
    writeKeysInFolder(config.dataDir, text.split(',')[0]?.trim() ?? '');
  });
  print(`${keysFile(config.dataDir)} holds ${keys.current} alone now; ${older(keys)} was taken out. ${kept}`);
}
