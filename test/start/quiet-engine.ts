import type { Channel } from '../../src/chat';
import { readConfig } from '../../src/config';
import { createMetrics } from '../../src/http';
import { layFoundation } from '../../src/start/house';
import { createPace, freePace } from '../../src/start/pace';
import { createEngine } from '../../src/start/running';
import { createOrganization, makeMasterKeys, type Tx } from '../../src/store';
import { testClock } from '../databases';
import { migratedDatabase } from '../templates';

type Own = { readonly channels?: readonly Channel[]; readonly chores?: readonly (() => Promise<void>)[] };

/** The product without its door on the server, for one organization in which nobody speaks. */
export async function quietEngine({ channels = [], chores = [] }: Own) {
  const database = await migratedDatabase();
  const read = readConfig({ DATABASE_URL: database.url, MENTOR_KEYS: makeMasterKeys() });
  if (!read.ok) throw new Error(read.faults.join());
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const clock = testClock();
  const foundation = await layFoundation(read.config, clock, log);
  const { store, ledger, newId } = foundation;
  const organizationId = await createOrganization(store, newId(), 'Post', 'UTC');
  const organizationOf = async (): Promise<string> => organizationId;
  const engine = createEngine({
    foundation,
    channels,
    organizationOf,
    clock,
    realNow: () => new Date(),
    log,
    hearing: {
      understand: () => {
        throw new Error('Nobody speaks here.');
      },
    },
    chores,
    pacing: createPace(freePace, { store, organizationOf, now: Date.now, log }).pacing,
    counts: createMetrics().counts,
  });
  return {
    engine,
    ledger,
    inside: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.inOrganization(organizationId, undefined, work),
    async close(): Promise<void> {
      await store.close();
      await database.drop();
    },
  };
}
