import { doubtfulMessages, organizationIds, type Store, unfinishedInbound } from '../store';

const turnSeconds = 60;
const sendSeconds = 120;
const mostTries = 3;

export type CarryOn = (organizationId: string, inboundId: string, payload: string, last: boolean) => Promise<void>;

/**
 * What a crash left behind: acts that were kept and not carried out are carried on; sends that never ended count as
 * uncertain. By the database's time, as it is about this process and not about the program.
 */
export async function sweepUnfinished(store: Store, carryOn: CarryOn): Promise<number> {
  let found = 0;
  for (const organizationId of await organizationIds(store)) {
    const acts = await store.inOrganization(organizationId, undefined, async (tx) => {
      await doubtfulMessages(tx, sendSeconds);
      return unfinishedInbound(tx, turnSeconds);
    });
    for (const { inboundId, payload, tries } of acts)
      await carryOn(organizationId, inboundId, payload, tries >= mostTries);
    found += acts.length;
  }
  return found;
}
