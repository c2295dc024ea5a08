import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createLedger, type Job } from '../../src/delivery';
import { loadPrograms } from '../../src/programs';
import { houseOf, importPeople } from '../../src/services';
import { createOrganization, switchOnProgram, type Tx } from '../../src/store';
import type { TestStore } from '../databases';

type Options = Parameters<typeof importPeople>[2];

/** Imports into a new organization of this store, and looks at what came of it; what would be sent is kept in `jobs`. */
export async function importerInto(store: TestStore) {
  const loaded = await loadPrograms(join(__dirname, '..', '..', 'programs'));
  if (!loaded.ok) throw new Error('The program definitions have faults.');
  const jobs: Job[] = [];
  const ledger = createLedger({ enqueue: async (_, job) => void jobs.push(job) });
  const house = houseOf(loaded.programs, loaded.catalog, ledger);
  const firstProgram = house.programs.get('bethel-nome-exchange');
  if (!firstProgram) throw new Error('The first program is missing.');
  const parts = {
    store,
    newId: randomUUID,
    house,
    firstProgram,
    addressOf: ({ channel, user }: { channel: 'slack' | 'teams'; user: string }) => ({ channel, ref: user }),
  };
  await store.sql('delete from installation');
  const organizationId = await createOrganization(store, randomUUID(), 'Test', 'America/Anchorage');
  const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.inOrganization(organizationId, undefined, work);
  await inside((tx) => switchOnProgram(tx, firstProgram.id, firstProgram.opens));
  return {
    house,
    jobs,
    inside,
    bring: (lines: readonly string[], options: Partial<Options> = {}) =>
      importPeople(parts, lines.join('\n'), {
        full: false,
        today: '2026-11-18',
        organizationId,
        ...options,
      }),
    rows: (sql: string): Promise<Record<string, unknown>[]> => inside((tx) => tx.manager.query(sql)),
  };
}

export type Importer = Awaited<ReturnType<typeof importerInto>>;
