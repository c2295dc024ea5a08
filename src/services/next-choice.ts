import { fallsThrough, newRequest, type Request, rests } from '../mentoring';
import { askedBefore, openTopicsOf, pairingsOf, peopleById, type Tx, waitingFor, wordsOf } from '../store';
import { hindrance, send } from './ask';
import { carryOut, judge, tellOf } from './change-request';
import type { House } from './house';

/** She is paired in the topic since she asked: nobody else need be asked for her. */
async function hasFoundSomebody(tx: Tx, { menteeId, topicId, askedAt }: Request): Promise<boolean> {
  const pairings = await pairingsOf(tx, menteeId);
  return pairings.some(
    (pairing) => pairing.menteeId === menteeId && pairing.topicId === topicId && pairing.startedAt >= askedAt,
  );
}

/** Whether this next choice can be asked by now: she can be found, and did not say no to this mentee of late. */
async function canBeAsked(tx: Tx, house: House, { menteeId, topicId }: Request, mentorId: string): Promise<boolean> {
  const mentor = (await peopleById(tx, [mentorId])).get(mentorId);
  if (await hindrance(tx, house, menteeId, mentor, topicId)) return false;
  const before = (await askedBefore(tx, menteeId, topicId)).filter((request) => request.mentorId === mentorId);
  if (before.some(({ state, endedAt }) => rests({ state, endedAt: endedAt?.toJSDate() ?? null }, tx.at))) return false;
  return (await openTopicsOf(tx, mentorId)).includes(topicId);
}

/** Asks the first of the next choices who can be asked by now, with the same words; the mentee is told. */
async function askFirst(tx: Tx, house: House, before: Request): Promise<Request | undefined> {
  if (before.nextChoices.length === 0 || (await hasFoundSomebody(tx, before))) return undefined;
  for (const [index, mentorId] of before.nextChoices.entries()) {
    if (!(await canBeAsked(tx, house, before, mentorId))) continue;
    const next = newRequest({
      requestId: tx.newId(),
      programId: before.programId,
      topicId: before.topicId,
      menteeId: before.menteeId,
      mentorId,
      ways: before.ways,
      askedAt: tx.at,
      rank: before.rank + 1 + index,
      nextChoices: before.nextChoices.slice(index + 1),
      follows: before.requestId,
    });
    if (!(await send(tx, house, next, await wordsOf(tx, before)))) continue;
    await tellOf(tx, house, next.menteeId, 'request-next', next);
    return next;
  }
  return undefined;
}

/**
 * A request did not work out: the mentee's next choice is asked by itself, leaving out whoever cannot be asked by now, and
 * she is told. The request that came of it; undefined where the row of choices has ended.
 */
export const askNext = async (tx: Tx, house: House, ended: Request): Promise<Request | undefined> =>
  fallsThrough(ended) ? askFirst(tx, house, ended) : undefined;

/** Moves on from a mentor who has no place any more, where a next choice can be asked; false where the request stays. */
async function movesOn(tx: Tx, house: House, requestId: string): Promise<boolean> {
  const judged = await judge(tx, house, requestId, { act: 'fill' });
  const [change] = judged.ok ? judged.events : [];
  // It has ended meanwhile by somebody's own act: there is nothing to tell.
  if (!change) return true;
  if (!(await askFirst(tx, house, change.before))) return false;
  await carryOut(tx, house, change);
  return true;
}

/**
 * A mentor's last place is taken: for those who wait for her and have named somebody else, that one is asked; the others are
 * told. `occurrence` tells this filling from others. The mentor's entry must be held.
 */
export async function tellFull(tx: Tx, house: House, mentorId: string, occurrence: string): Promise<void> {
  for (const request of await waitingFor(tx, mentorId)) {
    if (request.nextChoices.length > 0 && (await movesOn(tx, house, request.requestId))) continue;
    await tellOf(tx, house, request.menteeId, 'mentor-full', request, occurrence);
  }
}
