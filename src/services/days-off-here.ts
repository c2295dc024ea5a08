import type { DaysOff } from '../mentoring';
import { daysOffHere, organizationOfTx, type Tx } from '../store';

const known = new WeakMap<Tx['manager'], DaysOff>();

/** The days off of this organization, read once in a transaction. */
export async function daysOffOf(tx: Tx): Promise<DaysOff> {
  const remembered = known.get(tx.manager);
  return remembered ?? readAnew(tx);
}

/** The same as they are in the tables now, after they were changed or waited for. */
export async function readAnew(tx: Tx): Promise<DaysOff> {
  const list = await daysOffHere(tx);
  known.set(tx.manager, list);
  return list;
}

/** Today (ISO), where the organization is. */
export const todayHere = async (tx: Tx): Promise<string> =>
  tx.at.setZone((await organizationOfTx(tx)).zone).toISODate() ?? '';
