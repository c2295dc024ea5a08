import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { asSuperuser, serverUrl } from './server';

/**
 * Databases that a test of this run has used and another one gets, emptied: to make one and to drop it takes longer than most
 * tests. Tests that change a table's shape change it back, or take a fresh database.
 */

const keptRows = ['public.migrations', 'pgboss.version', 'pgboss.queue'];

/** All rows go, whoever still holds on to some; nothing of a session's rights or rules stands in the way. */
const emptying = `
  select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid();
  set session_replication_role = replica;
  do $$ declare filled regclass; begin
    for filled in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'pgboss') and pg_relation_size(c.oid) > 0
        and n.nspname || '.' || c.relname <> all ('{${keptRows.join()}}')
    loop execute format('delete from %s', filled); end loop;
    if to_regclass('pgboss.version') is not null then update pgboss.version set maintained_on = null; end if;
  end $$`;

/** Deleted rows take room, as nothing is vacuumed here: one that has been used so often is not used again. */
const mostUses = 40;

const folderOf = (what: 'free' | 'taken'): string => {
  const folder = join(process.env.MENTOR_TEST_FOLDER ?? '', what);
  mkdirSync(folder, { recursive: true });
  return folder;
};

const isGone = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';

/** One more that this run has made, and somebody uses. */
export const noteMade = (name: string): void => writeFileSync(join(folderOf('taken'), name), '1');

/** One that nobody uses: its name. */
export function takeUsed(): string | undefined {
  for (const name of readdirSync(folderOf('free')))
    try {
      renameSync(join(folderOf('free'), name), join(folderOf('taken'), name));
      return name;
    } catch (fault) {
      if (!isGone(fault)) throw fault;
    }
  return undefined;
}

export const dropDatabase = (name: string): Promise<void> =>
  asSuperuser(async (admin) => {
    await admin.query(`drop database if exists ${name} with (force)`);
  });

/** It is not used any more: the next one gets it. */
export async function giveBack(name: string): Promise<void> {
  const note = join(folderOf('taken'), name);
  const uses = Number(readFileSync(note, 'utf8'));
  if (uses >= mostUses) {
    await dropDatabase(name);
    return rmSync(note);
  }
  const url = new URL(serverUrl() ?? '');
  url.pathname = `/${name}`;
  const within = new Client({ connectionString: url.toString() });
  await within.connect();
  await within.query(emptying);
  await within.end();
  writeFileSync(note, String(uses + 1));
  renameSync(note, join(folderOf('free'), name));
}

/** All that this run has made and not dropped. */
export const madeInAll = (): readonly string[] =>
  [folderOf('free'), folderOf('taken')].flatMap((folder) => readdirSync(folder));
