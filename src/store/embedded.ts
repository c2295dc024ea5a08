import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { lockDirectory } from './lock';

type PGliteModule = typeof import('@electric-sql/pglite');
type AdapterModule = typeof import('@electric-sql/pglite/node-postgres');

const load = async (name: string): Promise<unknown> =>
  globalThis.nativeImport ? globalThis.nativeImport(name) : import(name);

const isPGlite = (loaded: unknown): loaded is PGliteModule =>
  typeof loaded === 'object' && loaded !== null && 'PGlite' in loaded;
const isAdapter = (loaded: unknown): loaded is AdapterModule =>
  typeof loaded === 'object' && loaded !== null && 'createPgConfig' in loaded;

export type Embedded = { readonly poolOptions: object; close(): Promise<void> };

/**
 * Opens PostgreSQL inside this process, in `folder` (`undefined`: in memory, for tests), under our own lock: the embedded
 * database has none, and a second process would lose rows. Refuses with a LockedError where another process holds it.
 */
export async function openEmbedded(folder: string | undefined): Promise<Embedded> {
  const release = folder === undefined ? () => undefined : lockDirectory(folder);
  try {
    const pglite = await load('@electric-sql/pglite');
    const adapter = await load('@electric-sql/pglite/node-postgres');
    if (!isPGlite(pglite) || !isAdapter(adapter)) throw new Error('The embedded database could not be loaded.');
    const database: PGlite = await pglite.PGlite.create(
      folder === undefined ? {} : { dataDir: join(folder, 'postgres') },
    );
    return {
      poolOptions: { ...adapter.createPgConfig(database), max: 1, connectionTimeoutMillis: 5000 },
      close: async () => {
        await database.close();
        release();
      },
    };
  } catch (fault) {
    release();
    throw fault;
  }
}
