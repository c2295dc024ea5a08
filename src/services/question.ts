import { type Decision, happened, type Request, refuse } from '../mentoring';
import { noteCarryOverTold, type Tx } from '../store';
import type { Caller } from './caller';
import { carryOut, judge, noteDue, tellOf } from './change-request';
import type { House } from './house';

/**
 * The mentor asks one question before she answers, in words that only the mentee reads. The request waits on, now for the
 * mentee, who is told; refused a second time.
 */
export async function askMore(
  tx: Tx,
  house: House,
  caller: Caller,
  requestId: string,
  question: string,
): Promise<Decision<Request>> {
  const judged = await judge(tx, house, requestId, { act: 'ask-more', by: caller.person.personId });
  if (!judged.ok) return judged;
  const [change] = judged.events;
  if (!change) return refuse({ code: 'no-such-request' });
  const request = await carryOut(tx, house, change, { on: caller.on, words: { question } });
  await noteCarryOverTold(tx, request.mentorId);
  await noteDue(tx, house, request);
  await tellOf(tx, house, request.menteeId, 'request-question', request);
  return happened(request);
}

/** The mentee answers the mentor's question, once, in words that only the mentor reads: the request is back with the mentor. */
export async function tellMore(
  tx: Tx,
  house: House,
  caller: Caller,
  requestId: string,
  answer: string,
): Promise<Decision<Request>> {
  const judged = await judge(tx, house, requestId, { act: 'tell-more', by: caller.person.personId });
  if (!judged.ok) return judged;
  const [change] = judged.events;
  if (!change) return refuse({ code: 'no-such-request' });
  const request = await carryOut(tx, house, change, { on: caller.on, words: { answer } });
  await noteDue(tx, house, request);
  await tellOf(tx, house, request.mentorId, 'request-told-more', request);
  return happened(request);
}
