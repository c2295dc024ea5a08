import type { MessageRef } from '../chat';
import {
  type Decision,
  type DeclineKind,
  decide,
  evolve,
  happened,
  type Pairing,
  type Request,
  type RequestAct,
  type RequestEvent,
  refuse,
} from '../mentoring';
import {
  clearDue,
  insertPairing,
  lockRequest,
  noteCarryOverTold,
  recordAudit,
  recordEvent,
  requestById,
  saveRequest,
  setDue,
  type Tx,
  takePlace,
  waitingFor,
} from '../store';
import { beginPairing } from './beginning';
import type { Caller } from './caller';
import { redrawHomes } from './home-notice';
import type { House } from './house';
import { partnersOf, patienceOf } from './request-view';
import { fulfilWish } from './wishes';

const about = (request: Request): { kind: 'request'; id: string } => ({ kind: 'request', id: request.requestId });

type Change = { readonly before: Request; readonly event: RequestEvent | undefined };

/** Reads the request under its lock and decides; who tries what is not hers is noted in the audit. */
async function judge(tx: Tx, house: House, requestId: string, act: RequestAct): Promise<Decision<Change>> {
  const before = await lockRequest(tx, requestId);
  if (!before) return refuse({ code: 'no-such-request' });
  const { mentorZone, menteeZone } = await partnersOf(tx, before);
  const decision = decide(before, act, patienceOf(house, before, mentorZone, menteeZone));
  if (decision.ok) return happened({ before, event: decision.events[0] });
  if (decision.because.code === 'not-yours') {
    await recordAudit(tx, { action: act.act, objectKind: 'request', objectId: requestId, outcome: 'denied' });
  }
  return decision;
}

/** Writes a decided change; a lost compare-and-set is a fault here, as the row is locked. */
async function carryOut(
  tx: Tx,
  house: House,
  { before, event }: Change,
  by: { on: MessageRef | undefined; reason?: string },
): Promise<Request> {
  if (!event) return before;
  const after = evolve(before, event, tx.at);
  if (!(await saveRequest(tx, before, after, by.reason))) throw new Error('A locked request changed under its lock.');
  await recordEvent(tx, { kind: event.kind, requestId: after.requestId, facts: { topic: after.topicId } });
  if (after.state !== 'waiting') await clearDue(tx, ['request-reminder', 'request-expiry'], after.requestId);
  await house.ledger.redraw(tx, about(after), by.on);
  await redrawHomes(tx, house, [after.mentorId, after.menteeId], by.on);
  return after;
}

const tell = (tx: Tx, house: House, to: string, kind: string, request: Request, occurrence = '1'): Promise<void> =>
  house.ledger.tell(tx, { to, kind, about: about(request), occurrence });

/**
 * The mentor says yes: one of her places is taken, the pairing begins, the mentee is told. When it was the last place,
 * everybody else who waits for her is told at once. Refused without a free place: the request then still waits.
 */
export async function accept(tx: Tx, house: House, caller: Caller, requestId: string): Promise<Decision<Request>> {
  const judged = await judge(tx, house, requestId, { act: 'accept', by: caller.person.personId });
  if (!judged.ok) return judged;
  const left = await takePlace(tx, caller.person.personId);
  if (left === undefined) return refuse({ code: 'no-free-place' });
  const [change] = judged.events;
  if (!change) return refuse({ code: 'no-such-request' });
  const request = await carryOut(tx, house, change, { on: caller.on });
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
    state: 'active',
    version: 1,
    menteeGoesOn: false,
    mentorGoesOn: false,
    startedAt: tx.at,
    endedAt: null,
    endedBy: null,
    endKind: null,
  };
  await insertPairing(tx, pairing);
  await recordEvent(tx, {
    kind: 'pairing.started',
    requestId,
    pairingId,
    facts: { topic: topicId, address_shared: true },
  });
  await fulfilWish(tx, house, request);
  await noteCarryOverTold(tx, mentorId);
  await tell(tx, house, menteeId, 'request-answered', request);
  await beginPairing(tx, house, pairing);
  if (left === 0) {
    for (const other of await waitingFor(tx, mentorId))
      await tell(tx, house, other.menteeId, 'mentor-full', other, pairingId);
  }
  return happened(request);
}

/** The mentor says no, with a kind of reason and, if she likes, words that only the mentee reads. */
export async function decline(
  tx: Tx,
  house: House,
  caller: Caller,
  requestId: string,
  why: { readonly kind: DeclineKind; readonly words: string | undefined },
): Promise<Decision<Request>> {
  const judged = await judge(tx, house, requestId, {
    act: 'decline',
    by: caller.person.personId,
    reasonKind: why.kind,
  });
  if (!judged.ok) return judged;
  const [change] = judged.events;
  if (!change) return refuse({ code: 'no-such-request' });
  const request = await carryOut(tx, house, change, { on: caller.on, ...(why.words ? { reason: why.words } : {}) });
  await noteCarryOverTold(tx, request.mentorId);
  await tell(tx, house, request.menteeId, 'request-answered', request);
  return happened(request);
}

/** The mentee takes her request back; the mentor's card says so, and she is told that no answer is needed. */
export async function withdraw(tx: Tx, house: House, caller: Caller, requestId: string): Promise<Decision<Request>> {
  const judged = await judge(tx, house, requestId, { act: 'withdraw', by: caller.person.personId });
  if (!judged.ok) return judged;
  const [change] = judged.events;
  if (!change) return refuse({ code: 'no-such-request' });
  const request = await carryOut(tx, house, change, { on: caller.on });
  await tell(tx, house, request.mentorId, 'request-withdrawn', request);
  return happened(request);
}

/** It is not time yet after all: whose working hours count has moved to another zone since. */
async function putOff(tx: Tx, house: House, request: Request, what: 'remind' | 'expire'): Promise<void> {
  const { mentorZone, menteeZone } = await partnersOf(tx, request);
  const { remindAt, expireAt } = patienceOf(house, request, mentorZone, menteeZone);
  const [kind, at] =
    what === 'remind' ? (['request-reminder', remindAt] as const) : (['request-expiry', expireAt] as const);
  if (at > tx.at) await setDue(tx, kind, request.requestId, at.toJSDate());
}

/** Time's own acts: the mentor is reminded once, and in the end the mentee is offered the next best. */
export async function passTime(tx: Tx, house: House, requestId: string, what: 'remind' | 'expire'): Promise<void> {
  const judged = await judge(tx, house, requestId, { act: what, at: tx.at });
  await clearDue(tx, [what === 'remind' ? 'request-reminder' : 'request-expiry'], requestId);
  const [change] = judged.ok ? judged.events : [];
  if (!change) return;
  if (!change.event) return putOff(tx, house, change.before, what);
  const request = await carryOut(tx, house, change, { on: undefined });
  if (what === 'remind') await tell(tx, house, request.mentorId, 'request-reminder', request);
  else await tell(tx, house, request.menteeId, 'request-expired', request);
}

/**
 * One of the two does not work here any more: what waits between them ends, and the other one is told. Nothing happens
 * where somebody was faster.
 */
export async function endByLeaving(tx: Tx, house: House, personId: string, requestId: string): Promise<boolean> {
  const judged = await judge(tx, house, requestId, { act: 'leave', by: personId });
  const [change] = judged.ok ? judged.events : [];
  if (!change) return false;
  const request = await carryOut(tx, house, change, { on: undefined });
  if (request.state === 'mentor-left') await tell(tx, house, request.menteeId, 'request-mentor-left', request);
  else await tell(tx, house, request.mentorId, 'request-mentee-left', request);
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
  if (request.mentorId === caller.person.personId) return happened({ request, reader: 'mentor' });
  if (request.menteeId === caller.person.personId) return happened({ request, reader: 'mentee' });
  await recordAudit(tx, { action: 'read', objectKind: 'request', objectId: requestId, outcome: 'denied' });
  return refuse({ code: 'not-yours' });
}
