import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export const serverUrl = (): string | undefined => process.env.TEST_DATABASE_URL;

export type Database = { readonly url: string; drop(): Promise<void> };

/** Work as the superuser of the test server, in one session. */
export async function asSuperuser<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  const url = serverUrl();
  if (!url) throw new Error('There is no test server.');
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** The address of a database of which a login role of the name `owner` is the owner. */
export function urlOf(database: string, owner: string): string {
  const own = new URL(serverUrl() ?? '');
  own.username = owner;
  own.password = owner;
  own.pathname = `/${database}`;
  return own.toString();
}

export const freshName = (): string => `mentor_test_${randomBytes(6).toString('hex')}`;

/**
 * An empty database on the server, owned by a login role of its own that is no superuser: what `mentor_app` may see and
 * do is proved only so. The server itself never dies in a test, so nobody waits for its disk.
 */
export async function freshDatabase(name = freshName()): Promise<Database> {
  await asSuperuser(async (admin) => {
    await admin.query(`create role ${name} login password '${name}' createrole nosuperuser nobypassrls`);
    await admin.query(`alter role ${name} set synchronous_commit = off`);
    await admin.query(`create database ${name} owner ${name}`);
    await admin.query(`do $$ begin
      perform pg_advisory_xact_lock(hashtext('mentor_app role'));
      if not exists (select 1 from pg_roles where rolname = 'mentor_app') then create role mentor_app nologin noinherit; end if;
    end $$`);
    await admin.query(`grant mentor_app to ${name}`);
  });
  return {
    url: urlOf(name, name),
    drop: () =>
      asSuperuser(async (admin) => {
        await admin.query(`drop database if exists ${name} with (force)`);
        await admin.query(`drop role if exists ${name}`);
      }),
  };
}
