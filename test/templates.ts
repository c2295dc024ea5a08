import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { makeMasterKeys, openStore, parseMasterKeys } from '../src/store';
import { asSuperuser, type Database, freshDatabase, freshName, urlOf } from './server';
import { giveBack, noteMade, takeUsed } from './used-databases';

/**
 * Databases that the product has brought up to date once in a run, to be copied: to set one up and migrate it takes ten
 * times as long. They hold no row of anybody's. What is about a database's beginning takes a fresh one instead.
 */

/** What belongs to this run, by the names that its setup gave. */
const ofRun = (what: 'MENTOR_TEST_FOLDER' | 'MENTOR_TEST_TEMPLATE'): string => {
  const value = process.env[what];
  if (value === undefined) throw new Error(`${what} is set by the setup of the tests, which has not run.`);
  return value;
};

async function migrate(where: { databaseUrl: string } | { dataDir: string }): Promise<void> {
  const parsed = parseMasterKeys(makeMasterKeys());
  if (!parsed.ok) throw new Error(parsed.reason);
  const store = await openStore({
    ...where,
    keys: parsed.keys,
    clock: { now: () => DateTime.utc() },
    newId: randomUUID,
    log: { warn: () => undefined },
  });
  await store.close();
}

/** The first who needs it makes it; others wait. It has the role that owns every copy. */
async function template(): Promise<string> {
  const name = ofRun('MENTOR_TEST_TEMPLATE');
  await asSuperuser(async (admin) => {
    await admin.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rows } = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length > 0) return;
    const fresh = await freshDatabase(name);
    try {
      await migrate({ databaseUrl: fresh.url });
    } catch (fault) {
      await fresh.drop();
      throw fault;
    }
  });
  return name;
}

let templateHere: Promise<string> | undefined;

/** A database of its own on the server, as the product finds it at its second start. */
export async function migratedDatabase(): Promise<Database> {
  templateHere ??= template();
  const from = await templateHere;
  const used = takeUsed();
  const name = used ?? freshName();
  if (used === undefined) {
    await asSuperuser((admin) => admin.query(`create database ${name} template ${from} owner ${from}`));
    noteMade(name);
  }
  return { url: urlOf(name, from), drop: () => giveBack(name) };
}

const isThere = (fault: unknown): boolean =>
  typeof fault === 'object' && fault !== null && 'code' in fault && ['ENOTEMPTY', 'EEXIST'].includes(`${fault.code}`);

let folderHere: Promise<string> | undefined;

/** Made aside and put in place in one step; where another suite was quicker, its own is as good. */
async function templateFolder(): Promise<string> {
  const place = join(ofRun('MENTOR_TEST_FOLDER'), 'template');
  if (existsSync(place)) return place;
  const aside = newFolder();
  await migrate({ dataDir: aside });
  try {
    renameSync(aside, place);
  } catch (fault) {
    if (!isThere(fault)) throw fault;
    rmSync(aside, { recursive: true });
  }
  return place;
}

const newFolder = (): string => mkdtempSync(join(ofRun('MENTOR_TEST_FOLDER'), 'data-'));

/** A data folder with an embedded database in it, as the product finds it at its second start: this one, or one of its own. */
export async function migratedFolder(folder = newFolder()): Promise<string> {
  folderHere ??= templateFolder();
  cpSync(await folderHere, folder, { recursive: true });
  return folder;
}
