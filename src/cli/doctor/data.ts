import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config';
import { realClock, realTime } from '../../start/clock';
import { openDatabase, SetupError } from '../../start/house';
import { createLog } from '../../start/log';
import { inspectDatabase, type Store } from '../../store';
import { checkDatabase, unreachable } from './database';
import { type Finding, ok, unseen, warning, wrong } from './finding';
import { checkFolder } from './folder';

/** What can be asked of the data itself, once the database is as it should be. */
type WithStore = (store: Store) => Promise<readonly Finding[]>;

async function inside(config: Config, ask: WithStore): Promise<readonly Finding[]> {
  try {
    const store = await openDatabase(config, realClock, createLog('silent'));
    try {
      return [ok('Keys', 'MENTOR_KEYS opens what is sealed'), ...(await ask(store))];
    } finally {
      await store.close();
    }
  } catch (fault) {
    if (fault instanceof SetupError) return fault.lines.map((line) => wrong('Keys', 'do not fit', line));
    return [unreachable(fault)];
  }
}

/** Looks at the database, and at what is in it as far as keys and tables are in order. */
export async function lookAtData(
  config: Config,
  faulty: ReadonlySet<string>,
  ask: WithStore,
): Promise<readonly Finding[]> {
  if (faulty.has('DATABASE_URL')) return [unseen('Database', 'DATABASE_URL')];
  const { databaseUrl, dataDir } = config;
  const kind = databaseUrl === undefined ? 'embedded' : 'server';
  const folder = kind === 'embedded' ? await checkFolder(dataDir) : [];
  if (kind === 'embedded' && !existsSync(join(dataDir, 'postgres')))
    return [...folder, warning('Database', 'there is none yet', 'Run: npm run mentor -- setup')];
  try {
    const seen = await inspectDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl });
    const findings = [...folder, ...checkDatabase(kind, seen, realTime().toJSDate())];
    if (faulty.has('MENTOR_KEYS')) return [...findings, unseen('What is in the database', 'MENTOR_KEYS')];
    const opens = seen.missing === 0 && seen.unknown === 0 && seen.roleExists && !seen.roleIsAbove;
    return [...findings, ...(opens ? await inside(config, ask) : [])];
  } catch (fault) {
    return [...folder, unreachable(fault)];
  }
}
