import { randomBytes, randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { Client } from 'pg';
import type { Clock } from '../src/mentoring';
import { makeMasterKeys, openStore, parseMasterKeys, type Store } from '../src/store';

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

export const serverUrl = (): string | undefined => process.env.TEST_DATABASE_URL;

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

/** An embedded database in memory. */
export async function embeddedStore(options: Options = {}): Promise<TestStore> {
  const store = await openStore({
    keys: testKeys(),
    clock: options.clock ?? testClock(),
    newId: options.newId ?? randomUUID,
    log: quiet,
  });
  return { ...store, drop: () => store.close() };
}

/**
 * A fresh database on the server, owned by a fresh login role that is no superuser: what `mentor_app` may see and do is
 * proved only so.
 */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const url = serverUrl();
  if (!url) throw new Error('There is no test server.');
  const name = `mentor_test_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create role ${name} login password '${name}' createrole nosuperuser nobypassrls`);
  await admin.query(`create database ${name} owner ${name}`);
  await admin.query(`do $$ begin
    perform pg_advisory_xact_lock(hashtext('mentor_app role'));
    if not exists (select 1 from pg_roles where rolname = 'mentor_app') then create role mentor_app nologin noinherit; end if;
  end $$`);
  await admin.query(`grant mentor_app to ${name}`);
  await admin.end();
  const own = new URL(url);
  own.username = name;
  own.password = name;
  own.pathname = `/${name}`;
  return {
    url: own.toString(),
    async drop() {
      const again = new Client({ connectionString: url });
      await again.connect();
      await again.query(`drop database if exists ${name} with (force)`);
      await again.query(`drop role if exists ${name}`);
      await again.end();
    },
  };
}

/** A store on the server, in a database of its own. */
export async function serverStore(options: Options = {}): Promise<TestStore> {
  const database = await freshDatabase();
  const store = await openStore({
    databaseUrl: database.url,
    keys: testKeys(),
    clock: options.clock ?? testClock(),
    newId: options.newId ?? randomUUID,
    poolSize: options.poolSize ?? 10,
    log: quiet,
  });
  return {
    ...store,
    async drop() {
      await store.close();
      await database.drop();
    },
  };
}

/** A database of its own on the server where there is one, else embedded: for what is the same in both, and quicker there. */
export const anyStore = (options: Options = {}): Promise<TestStore> =>
  serverUrl() ? serverStore(options) : embeddedStore(options);
