import { DateTime } from 'luxon';
import {
  type Contact,
  decideNudge,
  decideTurn,
  type Heard,
  isRunning,
  nudgeAt,
  type Pairing,
  type PairNeed,
  type Turn,
} from '../mentoring';
import {
  type About,
  beginNudges,
  clearDue,
  contactOfPair,
  evaluationOf,
  heardSince,
  keepDue,
  lockPairing,
  nudgeWishOf,
  pairingById,
  peopleById,
  sessionById,
  sessionsIn,
  setDue,
  type Tx,
} from '../store';
import { commitmentKind } from './commitment';
import { type Told, toldOf } from './hours';
import type { House, ProgramPolicy } from './house';
import { aboutPairing } from './pairing';

/** A pair is looked at: does either of the two need a nudge? */
export const nudgeKind = 'nudge';
/** The same for the evaluations of a session. */
export const evaluationNudgeKind = 'evaluation-nudge';
/** Everybody of an organization begins to be looked at. */
export const nudgesBeginKind = 'nudges-begin';

/** The notices that are nudges, by what the two need. */
export const noticeOfNeed: Readonly<Record<PairNeed, string>> = { 'not-booked': 'nudge-first', quiet: 'nudge-met' };

const later = (at: Date | null): DateTime | null => at && DateTime.fromJSDate(at);

/** How it stands between the two. */
async function pairContact(tx: Tx, { pairingId, startedAt }: Pairing): Promise<Contact> {
  const { lastOn, busyUntil, fineUntil } = await contactOfPair(tx, pairingId);
  return { startedAt, lastOn, busyUntil: later(busyUntil), fineUntil: later(fineUntil) };
}

/** What one of the two has heard by these kinds about this, and what she has answered. */
export async function heardBy(
  tx: Tx,
  { pairingId }: Pick<Pairing, 'pairingId'>,
  personId: string,
  kinds: readonly string[],
  about: About,
): Promise<Heard> {
  const { heard, lastAt } = await heardSince(tx, personId, kinds, about, pairingId);
  const { until, pace } = await nudgeWishOf(tx, pairingId, personId);
  return { heard, lastAt: later(lastAt), until: later(until), pace };
}

/**
 * What this one of the two needs now by her program, whether she is to hear of it, and how it stands however often she has
 * heard of it.
 */
export async function judgeNudge(tx: Tx, { cadence }: ProgramPolicy, pairing: Pairing, personId: string) {
  const contact = await pairContact(tx, pairing);
  const kinds = [noticeOfNeed[contact.lastOn === null ? 'not-booked' : 'quiet']];
  const heard = await heardBy(tx, pairing, personId, kinds, aboutPairing(pairing.pairingId));
  const { need, turn } = decideNudge(contact, heard, cadence, tx.at);
  const { turn: standing } = decideNudge(contact, { ...heard, heard: 0, lastAt: null }, cadence, tx.at);
  return { heard, need, turn, standing };
}

/** Something has changed between the two: they are looked at again at the next beat. */
export const lookAgain = (tx: Tx, pairingId: string): Promise<void> =>
  keepDue(tx, nudgeKind, pairingId, tx.at.toJSDate());

/** Everybody who is paired or mentors already is looked at from now on. */
export async function beginToNudge(tx: Tx, _house: House): Promise<void> {
  await clearDue(tx, [nudgesBeginKind], tx.organizationId);
  await beginNudges(tx, nudgeKind, commitmentKind);
}

type Nudge = { readonly kind: string; readonly about: About; readonly turn: Turn };

/**
 * Writes down what is to be said to one person, for the morning of her own from which it may be said, and tells when to look
 * again. What is due later than it was meant for is counted from when it was meant.
 */
async function nudge(
  tx: Tx,
  house: House,
  told: Told & { readonly personId: string },
  { kind, about, turn }: Nudge,
  dueAt: Date,
): Promise<readonly DateTime[]> {
  if (turn.turn !== 'now') return turn.turn === 'later' ? [turn.at] : [];
  const meant = later(dueAt) ?? tx.at;
  const since = turn.since > meant ? turn.since : meant;
  const from = nudgeAt(since, told.hours);
  const occurrence = since.toUTC().toISODate() ?? '';
  if (told.reminders) await house.ledger.tellFrom(tx, { to: told.personId, kind, about, occurrence }, from.toJSDate());
  return [];
}

const earliest = (moments: readonly DateTime[]): DateTime | undefined =>
  moments.reduce<DateTime | undefined>((first, at) => (first === undefined || at < first ? at : first), undefined);

async function lookNext(tx: Tx, kind: string, subjectId: string, moments: readonly DateTime[]): Promise<void> {
  const next = earliest(moments);
  if (next) await setDue(tx, kind, subjectId, next.toJSDate());
}

/** Time's own act: both partners are looked at, and what is to be said to either is written down together. */
export async function nudgePair(tx: Tx, house: House, pairingId: string, dueAt: Date): Promise<void> {
  const pairing = await lockPairing(tx, pairingId);
  await clearDue(tx, [nudgeKind], pairingId);
  const program = pairing && house.programs.get(pairing.programId);
  if (!program || !isRunning(pairing)) return;
  const next: DateTime[] = [];
  const people = await peopleById(tx, [pairing.menteeId, pairing.mentorId]);
  for (const [personId, told] of await toldOf(tx, [...people.values()])) {
    const { need, turn } = await judgeNudge(tx, program, pairing, personId);
    const own = { kind: noticeOfNeed[need], about: aboutPairing(pairingId), turn };
    next.push(...(await nudge(tx, house, { ...told, personId }, own, dueAt)));
    if (turn.turn === 'now') next.push(tx.at.plus(program.cadence.again));
  }
  await lookNext(tx, nudgeKind, pairingId, next);
}

/** Time's own act: whoever of the two has not evaluated a session is reminded, as often as it is worth while. */
export async function nudgeEvaluations(tx: Tx, house: House, sessionId: string, dueAt: Date): Promise<void> {
  await clearDue(tx, [evaluationNudgeKind], sessionId);
  const session = await sessionById(tx, sessionId);
  const pairing = session && (await pairingById(tx, session.pairingId));
  const program = pairing && house.programs.get(pairing.programId);
  if (!program || !session.confirmedAt) return;
  const [newest] = await sessionsIn(tx, session.pairingId);
  if (newest?.sessionId !== sessionId) return;
  const about = { kind: 'session' as const, id: sessionId };
  const { evaluation, again } = program.cadence;
  const next: DateTime[] = [];
  const people = await peopleById(tx, [pairing.menteeId, pairing.mentorId]);
  for (const [personId, told] of await toldOf(tx, [...people.values()])) {
    if (await evaluationOf(tx, sessionId, personId)) continue;
    const heard = await heardBy(tx, pairing, personId, ['evaluation-outstanding'], about);
    const turn = decideTurn([session.confirmedAt.plus(evaluation)], { ...heard, pace: 1 }, again, tx.at);
    next.push(
      ...(await nudge(tx, house, { ...told, personId }, { kind: 'evaluation-outstanding', about, turn }, dueAt)),
    );
    if (turn.turn === 'now') next.push(tx.at.plus(again));
  }
  await lookNext(tx, evaluationNudgeKind, sessionId, next);
}
