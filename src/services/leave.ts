import { DateTime } from 'luxon';
import { partnerOf } from '../mentoring';
import {
  cancelNotices,
  clearDue,
  dropWishesOf,
  leavingDay,
  markLeft,
  organizationOfTx,
  pairingsOf,
  recordEvent,
  setAccounts,
  setDue,
  type Tx,
  waitingFor,
  waitingOf,
  withdrawOffers,
} from '../store';
import { endByLeaving } from './answer';
import { rehomeConcerns } from './hand-on';
import type { House } from './house';
import { aboutPairing, changePairing } from './pairing';
import { loseSitInsOf } from './sit-in';

/** Somebody's day of leaving, noted as due. */
export const leavingKind = 'person-leaves';

/** When a day of leaving (ISO) begins, where the organization is. */
export const startOfDay = (day: string, zone: string): Date => DateTime.fromISO(day, { zone }).toJSDate();

async function endPair(tx: Tx, house: House, personId: string, pairingId: string): Promise<boolean> {
  const ended = await changePairing(tx, house, pairingId, { act: 'leave', by: personId });
  const [change] = ended.ok ? ended.events : [];
  if (!change) return false;
  const to = partnerOf(change.pairing, personId);
  await house.ledger.tell(tx, { to, kind: 'pairing-partner-left', about: aboutPairing(pairingId), occurrence: '1' });
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
  for (const { pairingId } of await pairingsOf(tx, personId))
    if (await endPair(tx, house, personId, pairingId)) pairings += 1;
  await loseSitInsOf(tx, house, personId);
  await rehomeConcerns(tx, house, ({ handlerId }) => handlerId === personId);
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
