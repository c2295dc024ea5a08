import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { DateTime } from 'luxon';
import type { Clock } from '../src/mentoring';
import { makeMasterKeys, openStore, parseMasterKeys, type Store } from '../src/store';
import { serverUrl } from './server';
import { migratedDatabase, migratedFolder } from './templates';

export { freshDatabase, serverUrl } from './server';

/** A clock that stands still until the test moves it. Wednesday morning in Anchorage. */
export function testClock(iso = '2026-11-18T19:00:00Z'): Clock & { set(to: DateTime): void } {
  let now: DateTime = DateTime.fromISO(iso, { zone: 'utc' });
  return {
    now: () => now,
    set(to) {
      now = to;
    },
  };
}

export const testKeys = () => {
  const parsed = parseMasterKeys(makeMasterKeys());
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.keys;
};

/** Tests that need a server say so once where there is none. */
export const onServer = serverUrl() ? describe : describe.skip;

const quiet = { warn: () => undefined, info: () => undefined, error: () => undefined };

export type TestStore = Store & { drop(): Promise<void> };
type Options = { readonly clock?: Clock; readonly poolSize?: number; readonly newId?: () => string };

/** Ids that are the same in every run. */
export function countedIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}

/** An embedded database in a folder of its own, as the product has it. */
export async function embeddedStore(options: Options = {}): Promise<TestStore> {
  const folder = await migratedFolder();
  const store = await openStore({ dataDir: folder, ...rest(options) });
  return {
    ...store,
    async drop() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A store on the server, in a database of its own. */
export async function serverStore(options: Options = {}): Promise<TestStore> {
  const database = await migratedDatabase();
  const store = await openStore({ databaseUrl: database.url, poolSize: options.poolSize ?? 10, ...rest(options) });
  return {
    ...store,
    async drop() {
      await store.close();
      await database.drop();
    },
  };
}

const rest = (options: Options) => ({
  keys: testKeys(),
  clock: options.clock ?? testClock(),
  newId: options.newId ?? randomUUID,
  log: quiet,
});

/**
 * A database of its own on the server where there is one, else embedded: for what is the same in both, and quicker there.
 * A new connection costs as much as a hundred short statements, so few are opened where nothing is raced for.
 */
export const anyStore = (options: Options = {}): Promise<TestStore> =>
  serverUrl() ? serverStore({ poolSize: 4, ...options }) : embeddedStore(options);
