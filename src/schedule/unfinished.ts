import { mendMessages, type Queue } from '../delivery';
import { organizationIds, type Store, unfinishedInbound } from '../store';

const turnSeconds = 60;
/** The longest send, with a token renewed before it and its outcome kept after it, takes less than half of this. */
const sendSeconds = 60;
const mostTries = 3;

export type CarryOn = (organizationId: string, inboundId: string, payload: string, last: boolean) => Promise<void>;

/**
 * Before the first send of this process: none can be under way in an embedded database, as its folder belongs to one
 * process, so those that seem to be died with the last one. On a server another process may be sending just now; there,
 * the sweep waits until their time is up.
 */
export async function endSendsOfTheDead(store: Store, queue: Pick<Queue, 'enqueue'>): Promise<void> {
  if (store.kind !== 'embedded') return;
  for (const organizationId of await organizationIds(store))
    await store.inOrganization(organizationId, undefined, (tx) => mendMessages(tx, queue, 0));
}

/**
 * What a crash left behind: acts that were kept and not carried out are carried on; messages are mended. By the database's
 * time, as it is about this process and not about the program.
 */
export async function sweepUnfinished(store: Store, queue: Pick<Queue, 'enqueue'>, carryOn: CarryOn): Promise<number> {
  let found = 0;
  for (const organizationId of await organizationIds(store)) {
    const acts = await store.inOrganization(organizationId, undefined, async (tx) => {
      await mendMessages(tx, queue, sendSeconds);
      return unfinishedInbound(tx, turnSeconds);
    });
    for (const { inboundId, payload, tries } of acts)
      await carryOn(organizationId, inboundId, payload, tries >= mostTries);
    found += acts.length;
  }
  return found;
}
