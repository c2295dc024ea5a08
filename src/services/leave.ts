import { DateTime } from 'luxon';
import {
  cancelNotices,
  clearDue,
  dropWishesOf,
  endPairing,
  leavingDay,
  markLeft,
  organizationOfTx,
  type Pairing,
  pairingsOf,
  recordEvent,
  releasePlace,
  setAccounts,
  setDue,
  type Tx,
  waitingFor,
  waitingOf,
  withdrawOffers,
} from '../store';
import { endByLeaving } from './answer';
import { redrawHomes } from './home-notice';
import type { House } from './house';
import { reopenEntry } from './reopen';

/** Somebody's day of leaving, noted as due. */
export const leavingKind = 'person-leaves';

/** When a day of leaving (ISO) begins, where the organization is. */
export const startOfDay = (day: string, zone: string): Date => DateTime.fromISO(day, { zone }).toJSDate();

async function endPair(tx: Tx, house: House, personId: string, pairing: Pairing): Promise<boolean> {
  if (!(await endPairing(tx, pairing))) return false;
  const { pairingId, topicId, mentorId, menteeId } = pairing;
  const who = personId === mentorId ? 'mentor' : 'mentee';
  await recordEvent(tx, { kind: 'pairing.ended', pairingId, personId, facts: { topic: topicId, why: `${who}-left` } });
  await releasePlace(tx, mentorId);
  await reopenEntry(tx, house, mentorId);
  await redrawHomes(tx, house, [mentorId, menteeId]);
  const about = { kind: 'pairing' as const, id: pairingId };
  const to = who === 'mentor' ? menteeId : mentorId;
  await house.ledger.tell(tx, { to, kind: 'pairing-partner-left', about, occurrence: '1' });
  return true;
}

/**
 * Somebody does not work here any more, since that day (ISO): in one transaction her requests and pairings end, each
 * partner is told and offered what comes next, her offers close, what waited to be told to her is canceled, and her
 * accounts are closed. What was stays on record. False where she had left by then already.
 */
export async function leave(tx: Tx, house: House, personId: string, day: string): Promise<boolean> {
  if (!(await markLeft(tx, personId, day))) return false;
  await clearDue(tx, [leavingKind], personId);
  await setAccounts(tx, personId, false);
  const notices = await cancelNotices(tx, personId, 'left');
  const offers = await withdrawOffers(tx, personId);
  await dropWishesOf(tx, personId);
  let requests = 0;
  for (const { requestId } of [...(await waitingFor(tx, personId)), ...(await waitingOf(tx, personId))])
    if (await endByLeaving(tx, house, personId, requestId)) requests += 1;
  let pairings = 0;
  for (const pairing of await pairingsOf(tx, personId)) if (await endPair(tx, house, personId, pairing)) pairings += 1;
  await recordEvent(tx, { kind: 'person.left', personId, facts: { requests, pairings, offers, notices } });
  return true;
}

/** The day has come that the list gave for somebody's leaving; put off where it was moved meanwhile. */
export async function leaveWhenDue(tx: Tx, house: House, personId: string): Promise<void> {
  const day = await leavingDay(tx, personId);
  const { zone } = await organizationOfTx(tx);
  if (day === undefined) return clearDue(tx, [leavingKind], personId);
  const at = startOfDay(day, zone);
  if (at > tx.at.toJSDate()) return setDue(tx, leavingKind, personId, at);
  await leave(tx, house, personId, day);
  await clearDue(tx, [leavingKind], personId);
}
