import type { MessageRef } from '../chat';
import {
  type Decision,
  decide,
  evolve,
  happened,
  type Request,
  type RequestAct,
  type RequestEvent,
  refuse,
} from '../mentoring';
import {
  clearDue,
  type LaterWords,
  lockRequest,
  recordAudit,
  recordEvent,
  saveRequest,
  setDue,
  type Tx,
} from '../store';
import { redrawHomes } from './home-notice';
import type { House } from './house';
import { partnersOf, patienceOf } from './request-view';

export const aboutRequest = (request: Request): { kind: 'request'; id: string } => ({
  kind: 'request',
  id: request.requestId,
});

/** What is to happen to a request; no event where it is not time for it yet. */
export type Change = { readonly before: Request; readonly event: RequestEvent | undefined };

const patienceWith = async (tx: Tx, house: House, request: Request) => {
  const { mentorHours, menteeHours } = await partnersOf(tx, request);
  return patienceOf(house, request, mentorHours, menteeHours);
};

/** Reads the request under its lock and decides; who tries what is not hers is noted in the audit. */
export async function judge(tx: Tx, house: House, requestId: string, act: RequestAct): Promise<Decision<Change>> {
  const before = await lockRequest(tx, requestId);
  if (!before) return refuse({ code: 'no-such-request' });
  const decision = decide(before, act, await patienceWith(tx, house, before));
  if (decision.ok) return happened({ before, event: decision.events[0] });
  if (decision.because.code === 'not-yours') {
    await recordAudit(tx, { action: act.act, objectKind: 'request', objectId: requestId, outcome: 'denied' });
  }
  return decision;
}

/** Writes a decided change and what was written with it; a lost compare-and-set is a fault here, as the row is locked. */
export async function carryOut(
  tx: Tx,
  house: House,
  { before, event }: Change,
  by: { readonly on?: MessageRef | undefined; readonly words?: LaterWords } = {},
): Promise<Request> {
  if (!event) return before;
  const after = evolve(before, event, tx.at);
  if (!(await saveRequest(tx, before, after, by.words))) throw new Error('A locked request changed under its lock.');
  await recordEvent(tx, { kind: event.kind, requestId: after.requestId, facts: { topic: after.topicId } });
  if (after.state !== 'waiting') await clearDue(tx, ['request-reminder', 'request-expiry'], after.requestId);
  await house.ledger.redraw(tx, aboutRequest(after), by.on);
  await redrawHomes(tx, house, [after.mentorId, after.menteeId], by.on);
  return after;
}

/** Notes when whoever is waited for is to be reminded, and when the request ends. */
export async function noteDue(tx: Tx, house: House, request: Request): Promise<void> {
  const { remindAt, expireAt } = await patienceWith(tx, house, request);
  await setDue(tx, 'request-reminder', request.requestId, remindAt.toJSDate());
  await setDue(tx, 'request-expiry', request.requestId, expireAt.toJSDate());
}

/** It is not time yet after all: whose working hours count has moved to another zone since, or the patience began anew. */
export async function putOff(tx: Tx, house: House, request: Request, what: 'remind' | 'expire'): Promise<void> {
  const { remindAt, expireAt } = await patienceWith(tx, house, request);
  const [kind, at] =
    what === 'remind' ? (['request-reminder', remindAt] as const) : (['request-expiry', expireAt] as const);
  if (at > tx.at) await setDue(tx, kind, request.requestId, at.toJSDate());
}

/** Tells one of the two about the request; `occurrence` tells what is told again from what was told before. */
export const tellOf = (
  tx: Tx,
  house: House,
  to: string,
  kind: string,
  request: Request,
  occurrence = '1',
): Promise<void> => house.ledger.tell(tx, { to, kind, about: aboutRequest(request), occurrence });
