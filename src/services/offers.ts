import {
  noteCarryOverTold,
  recordEvent,
  type Tx,
  topicsOf,
  unseenCarryOver,
  waitingFor,
  withdrawOffers,
} from '../store';
import type { Caller } from './caller';
import { redrawHomes } from './home-notice';
import { type House, labelOf } from './house';

/** The topics that came over from a contact sheet and to which this mentor has not said anything yet. */
export async function carriedOverTopics(tx: Tx, house: House, mentorId: string): Promise<readonly string[]> {
  if (!(await unseenCarryOver(tx, mentorId))) return [];
  return ((await topicsOf(tx, [mentorId])).get(mentorId) ?? []).map((id) => labelOf(house, id));
}

/** She has been told of the offers that were taken over for her. */
export const toldOfCarryOver = (tx: Tx, caller: Caller): Promise<void> => noteCarryOverTold(tx, caller.person.personId);

/** Takes all her offers off the list; how many there were. Requests that wait for her stay; their cards say no more that she is on it. */
export async function leaveList(tx: Tx, house: House, caller: Caller): Promise<number> {
  await noteCarryOverTold(tx, caller.person.personId);
  const offers = await withdrawOffers(tx, caller.person.personId);
  if (offers > 0)
    await recordEvent(tx, { kind: 'offers.withdrawn', personId: caller.person.personId, facts: { offers } });
  for (const { requestId } of await waitingFor(tx, caller.person.personId))
    await house.ledger.redraw(tx, { kind: 'request', id: requestId }, undefined);
  await redrawHomes(tx, house, [caller.person.personId], caller.on);
  return offers;
}
