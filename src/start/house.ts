import { randomUUID } from 'node:crypto';
import type { Config } from '../config';
import { createLedger, type Ledger, openQueue, type Queue } from '../delivery';
import type { Clock } from '../mentoring';
import { type Catalog, loadPrograms, type Program, writeFault } from '../programs';
import { type House, houseOf } from '../services';
import { keysInFolder, openStore, organizationIds, organizationOfTx, parseMasterKeys, type Store } from '../store';
import { explainDatabaseFault } from './explain';
import type { Log } from './log';

/** The start cannot go on, and the operator can mend it: each line says what is wrong and what to do. Exit code 78. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

export type Foundation = {
  readonly store: Store;
  readonly queue: Queue;
  readonly ledger: Ledger;
  readonly house: House;
  readonly programs: readonly Program[];
  readonly catalog: Catalog;
  readonly newId: () => string;
};

/** Reads the program definitions; every fault of every file is named. */
export async function readPrograms(folder: string): Promise<{ programs: readonly Program[]; catalog: Catalog }> {
  const loaded = await loadPrograms(folder);
  if (!loaded.ok) throw new SetupError(['The program definitions have faults:', ...loaded.faults.map(writeFault)]);
  return loaded;
}

/** Opens the database with its keys. */
export async function openDatabase(config: Config, clock: Clock, log: Log): Promise<Store> {
  const inWords = (fault: unknown): never => {
    const sentence = explainDatabaseFault(fault);
    throw sentence === undefined ? fault : new SetupError([sentence]);
  };
  const own = async (): Promise<string> => (config.databaseUrl === undefined ? keysInFolder(config.dataDir) : '');
  const text = config.keys ?? (await own().catch(inWords));
  const parsed = parseMasterKeys(text);
  if (!parsed.ok) throw new SetupError([`MENTOR_KEYS cannot be used: ${parsed.reason}.`]);
  const opening = openStore({
    ...(config.databaseUrl === undefined ? { dataDir: config.dataDir } : { databaseUrl: config.databaseUrl }),
    keys: parsed.keys,
    clock,
    newId: randomUUID,
    log,
  });
  const store = await opening.catch(inWords);
  await checkKeys(store);
  return store;
}

/** Refuses where the keys at hand do not open what the database holds, before anything is sealed with others. */
async function checkKeys(store: Store): Promise<void> {
  for (const organizationId of await organizationIds(store)) {
    const { wrappedKey } = await store.inOrganization(organizationId, undefined, organizationOfTx);
    const why = store.vault.whyClosed(organizationId, wrappedKey);
    if (why === undefined) continue;
    await store.close();
    throw new SetupError([
      `The database cannot be opened with these keys: ${why}. Put the right key back into MENTOR_KEYS (or the file keys in MENTOR_DATA_DIR).`,
    ]);
  }
}

/** The same house, for what nobody waits for: its notices go after those that somebody's act causes. */
export const unhurried = ({ house, queue }: Pick<Foundation, 'house' | 'queue'>): House => ({
  ...house,
  ledger: createLedger(queue, 'schedule'),
});

/** Everything that stands before a channel does: definitions, database, jobs, and the house they make. */
export async function layFoundation(config: Config, clock: Clock, log: Log): Promise<Foundation> {
  const { programs, catalog } = await readPrograms(config.programsDir);
  const store = await openDatabase(config, clock, log);
  try {
    const queue = await openQueue(store, log);
    const ledger = createLedger(queue);
    const house = houseOf(programs, catalog, ledger, config.publicUrl);
    return { store, queue, ledger, house, programs, catalog, newId: randomUUID };
  } catch (fault) {
    await store.close();
    throw fault;
  }
}
