import {
  awaits,
  type Begins,
  type Decision,
  type DeclineKind,
  happened,
  may,
  type Pairing,
  type Request,
  refuse,
} from '../mentoring';
import {
  clearDue,
  holdMentor,
  insertPairing,
  noteCarryOverTold,
  recordAudit,
  recordEvent,
  requestById,
  type Tx,
  takePlace,
} from '../store';
import { beginPairing } from './beginning';
import { actorOf, type Caller } from './caller';
import { aboutRequest, carryOut, judge, putOff, tellOf } from './change-request';
import type { House } from './house';
import { pauseMentor } from './mentors';
import { askNext, tellFull } from './next-choice';
import { lookAgain } from './nudges';
import { fulfilWish } from './wishes';

async function sayYes(
  tx: Tx,
  house: House,
  { person: { personId }, on }: Caller,
  requestId: string,
  begins: Begins,
): Promise<Decision<Request>> {
  // Her entry before her requests, always: two answers of hers that take places would else wait for each other.
  await holdMentor(tx, personId);
  const judged = await judge(tx, house, requestId, { act: 'accept', by: personId, begins });
  if (!judged.ok) return judged;
  const left = await takePlace(tx, personId);
  if (left === undefined) return refuse({ code: 'no-free-place' });
  const [change] = judged.events;
  if (!change) return refuse({ code: 'no-such-request' });
  const request = await carryOut(tx, house, change, { on });
  const pairingId = tx.newId();
  const { programId, topicId, menteeId, mentorId } = request;
  const pairing: Pairing = {
    pairingId,
    programId,
    topicId,
    menteeId,
    mentorId,
    requestId,
    kind: 'exchange',
    state: begins,
    version: 1,
    menteeGoesOn: false,
    mentorGoesOn: false,
    startedAt: tx.at,
    endedAt: null,
    endedBy: null,
    endKind: null,
  };
  await insertPairing(tx, pairing);
  await lookAgain(tx, pairingId);
  const facts = { topic: topicId, address_shared: true, ...(begins === 'trial' ? { trial: true } : {}) };
  await recordEvent(tx, { kind: 'pairing.started', requestId, pairingId, facts });
  await fulfilWish(tx, house, request);
  await noteCarryOverTold(tx, mentorId);
  await tellOf(tx, house, menteeId, 'request-answered', request);
  await beginPairing(tx, house, pairing);
  if (left === 0) await tellFull(tx, house, mentorId, pairingId);
  return happened(request);
}

/**
 * The mentor says yes: one of her places is taken, the pairing begins, the mentee is told. When it was the last place,
 * everybody else who waits for her is told at once, and the next choices of those who named some are asked. Refused without
 * a free place: the request then still waits.
 */
export const accept = (tx: Tx, house: House, caller: Caller, requestId: string): Promise<Decision<Request>> =>
  sayYes(tx, house, caller, requestId, 'active');

/** The same for one introductory session: it holds the place, and after it both say whether they go on. */
export const acceptOneSession = (tx: Tx, house: House, caller: Caller, requestId: string): Promise<Decision<Request>> =>
  sayYes(tx, house, caller, requestId, 'trial');

/**
 * Why a mentor says no: a kind of reason, words that only the mentee reads, and the day (ISO) until which she pauses, if
 * she likes.
 */
export type No = {
  readonly kind: DeclineKind;
  readonly words: string | undefined;
  readonly pauseUntil?: string | undefined;
};

/**
 * The mentor says no, and takes a break with it if she likes: both or nothing, so it is refused for a day on which a pause
 * cannot end. The mentee's next choice is asked; where there is none, she is told.
 */
export async function decline(
  tx: Tx,
  house: House,
  caller: Caller,
  requestId: string,
  why: No,
): Promise<Decision<Request>> {
  const { personId } = caller.person;
  if (why.pauseUntil !== undefined) await holdMentor(tx, personId);
  const judged = await judge(tx, house, requestId, { act: 'decline', by: personId, reasonKind: why.kind });
  if (!judged.ok) return judged;
  if (why.pauseUntil !== undefined) {
    const paused = await pauseMentor(tx, house, caller, why.pauseUntil);
    if (!paused.ok) return paused;
  }
  const [change] = judged.events;
  if (!change) return refuse({ code: 'no-such-request' });
  const words = why.words ? { reason: why.words } : {};
  const request = await carryOut(tx, house, change, { on: caller.on, words });
  await noteCarryOverTold(tx, request.mentorId);
  if (!(await askNext(tx, house, request))) await tellOf(tx, house, request.menteeId, 'request-answered', request);
  return happened(request);
}

/** The mentee takes her request back, and nobody else is asked; the mentor's card says so, and she is told that no answer is needed. */
export async function withdraw(tx: Tx, house: House, caller: Caller, requestId: string): Promise<Decision<Request>> {
  const judged = await judge(tx, house, requestId, { act: 'withdraw', by: caller.person.personId });
  if (!judged.ok) return judged;
  const [change] = judged.events;
  if (!change) return refuse({ code: 'no-such-request' });
  const request = await carryOut(tx, house, change, { on: caller.on });
  await tellOf(tx, house, request.mentorId, 'request-withdrawn', request);
  return happened(request);
}

/** Time's own acts: whoever is waited for is reminded once; in the end the next choice is asked, or the mentee told. */
export async function passTime(tx: Tx, house: House, requestId: string, what: 'remind' | 'expire'): Promise<void> {
  const judged = await judge(tx, house, requestId, { act: what, at: tx.at });
  await clearDue(tx, [what === 'remind' ? 'request-reminder' : 'request-expiry'], requestId);
  const [change] = judged.ok ? judged.events : [];
  if (!change) return;
  if (!change.event) return putOff(tx, house, change.before, what);
  const request = await carryOut(tx, house, change);
  if (what === 'remind') return remind(tx, house, request);
  if (!(await askNext(tx, house, request))) await tellOf(tx, house, request.menteeId, 'request-expired', request);
}

/**
 * Calls it to mind to whoever is waited for. It goes out as nudges do: on her next morning where she had one today, and as one
 * message with what she is to hear at the same moment.
 */
async function remind(tx: Tx, house: House, request: Request): Promise<void> {
  const isMentors = awaits(request) === 'mentor';
  const to = isMentors ? request.mentorId : request.menteeId;
  const kind = isMentors ? 'request-reminder' : 'request-question-reminder';
  const notice = { to, kind, about: aboutRequest(request), occurrence: isMentors ? (request.more ?? '1') : '1' };
  await house.ledger.tellFrom(tx, notice, tx.at.toJSDate());
}

/**
 * One of the two does not work here any more: what waits between them ends, and the other one is told. Nothing happens
 * where somebody was faster.
 */
export async function endByLeaving(tx: Tx, house: House, personId: string, requestId: string): Promise<boolean> {
  const judged = await judge(tx, house, requestId, { act: 'leave', by: personId });
  const [change] = judged.ok ? judged.events : [];
  if (!change) return false;
  const request = await carryOut(tx, house, change);
  if (request.state === 'mentee-left') await tellOf(tx, house, request.mentorId, 'request-mentee-left', request);
  else if (!(await askNext(tx, house, request)))
    await tellOf(tx, house, request.menteeId, 'request-mentor-left', request);
  return true;
}

/** A request that this person may see, as its mentor or its mentee. */
export async function requestFor(
  tx: Tx,
  caller: Caller,
  requestId: string,
): Promise<Decision<{ request: Request; reader: 'mentor' | 'mentee' }>> {
  const request = await requestById(tx, requestId);
  if (!request) return refuse({ code: 'no-such-request' });
  const { programId, menteeId, mentorId } = request;
  const thing = { data: 'request-words', programId, menteeId, mentorId, writerId: menteeId } as const;
  if (may(actorOf(caller), 'read', thing))
    return happened({ request, reader: caller.person.personId === mentorId ? 'mentor' : 'mentee' });
  await recordAudit(tx, { action: 'read', objectKind: 'request', objectId: requestId, outcome: 'denied' });
  return refuse({ code: 'not-yours' });
}
