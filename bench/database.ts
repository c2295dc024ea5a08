import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { realClock } from '../src/start/clock';
import { type MasterKeys, makeMasterKeys, openStore, parseMasterKeys, type Store } from '../src/store';

export type BenchDatabase = {
  readonly url: string;
  /** The text of MENTOR_KEYS that opens it. */
  readonly keys: string;
  open(): Promise<Store>;
  drop(): Promise<void>;
};

const quiet = { warn: () => undefined };

export function keysOf(text: string): MasterKeys {
  const parsed = parseMasterKeys(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.keys;
}

/** Opens a store under these keys: on the server, or without an address the embedded one, in memory. */
export function openBenchStore(keysText: string, databaseUrl?: string): Promise<Store> {
  return openStore({
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    keys: keysOf(keysText),
    clock: realClock,
    newId: randomUUID,
    log: quiet,
  });
}

/** A database of its own on that server, owned by a login role that is no superuser, as in production. */
export async function freshDatabase(server: string): Promise<BenchDatabase> {
  const name = `mentor_bench_${randomBytes(6).toString('hex')}`;
  const asAdmin = async (statements: readonly string[]): Promise<void> => {
    const admin = new Client({ connectionString: server });
    await admin.connect();
    try {
      for (const statement of statements) await admin.query(statement);
    } finally {
      await admin.end();
    }
  };
  await asAdmin([
    `create role ${name} login password '${name}' createrole nosuperuser nobypassrls`,
    `create database ${name} owner ${name}`,
    `do $$ begin
       perform pg_advisory_xact_lock(hashtext('mentor_app role'));
       if not exists (select 1 from pg_roles where rolname = 'mentor_app') then create role mentor_app nologin noinherit; end if;
     end $$`,
    `grant mentor_app to ${name}`,
  ]);
  const own = new URL(server);
  own.username = name;
  own.password = name;
  own.pathname = `/${name}`;
  const keys = makeMasterKeys();
  return {
    url: own.toString(),
    keys,
    open: () => openBenchStore(keys, own.toString()),
    drop: () => asAdmin([`drop database if exists ${name} with (force)`, `drop role if exists ${name}`]),
  };
}
