import { type Expired, expire, longGone, organizationOfTx, type Store, setDue } from '../store';
import { erasePerson } from './erase';
import type { House } from './house';

/** The daily deletion of an organization; its subject is the organization itself. */
export const retentionKind = 'retention';
const yearsGone = 3;
const atOnce = 50;

export type Kept = { readonly expired: readonly Expired[]; readonly erased: number };

/**
 * Deletes what is over in an organization, erases people who left three years ago, and notes the next night as due. Each
 * of many small transactions stands for itself: what one cut off leaves, the next night finds.
 */
export async function keepTimes(store: Store, house: House, organizationId: string): Promise<Kept> {
  const expired = await expire(store, organizationId);
  let erased = 0;
  for (let found = atOnce; found === atOnce; ) {
    const gone = await store.inOrganization(organizationId, undefined, (tx) =>
      longGone(tx, tx.at.minus({ years: yearsGone }).toJSDate(), atOnce),
    );
    for (const personId of gone)
      if (await store.inOrganization(organizationId, undefined, (tx) => erasePerson(tx, house, personId))) erased += 1;
    found = gone.length;
  }
  await store.inOrganization(organizationId, undefined, async (tx) => {
    const { zone } = await organizationOfTx(tx);
    const night = tx.at.setZone(zone).plus({ days: 1 }).startOf('day').set({ hour: 3 });
    await setDue(tx, retentionKind, organizationId, night.toJSDate());
  });
  return { expired, erased };
}
