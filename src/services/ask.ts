import type { TopicView } from '../cards';
import { type Decision, happened, type Refusal, type Request, refuse, worksHere } from '../mentoring';
import {
  askedBefore,
  insertRequest,
  offers,
  opennessOf,
  organizationOfTx,
  type PersonView,
  pairingsOf,
  peopleById,
  recordEvent,
  requestById,
  requestsSince,
  setDue,
  type Tx,
  topicsOf,
} from '../store';
import type { Caller } from './caller';
import { redrawHomes } from './home-notice';
import { type House, topicView } from './house';
import { partnersOf, patienceOf } from './request-view';
import { openNow, programFor } from './topics';

export const requestsPerDay = 20;

export type Wish = {
  readonly mentorId: string;
  readonly topicId: string;
  /** The id that the form carried: sent twice, it makes one request. */
  readonly draft: string;
  readonly need: string;
  readonly ways: readonly string[];
  readonly suits: string | null;
};

/** Why this mentee cannot ask this mentor in this topic; undefined where she can. Holds the mentor's places still. */
async function hindrance(
  tx: Tx,
  house: House,
  caller: Caller,
  mentor: PersonView | undefined,
  topicId: string,
): Promise<Refusal | undefined> {
  if (!mentor || !worksHere(mentor, tx.at)) return { code: 'no-such-person' };
  if (mentor.personId === caller.person.personId) return { code: 'yourself' };
  if (!(await programFor(tx, house, topicId))) return { code: 'topic-not-open', topic: topicId };
  if (!(await offers(tx, mentor.personId, topicId))) return { code: 'not-offered' };
  const before = await askedBefore(tx, caller.person.personId, topicId);
  const waiting = before.find((request) => request.mentorId === mentor.personId && request.state === 'waiting');
  if (waiting) return { code: 'asked-already', request: waiting.requestId };
  const paired = (await pairingsOf(tx, caller.person.personId)).some(
    (pairing) => pairing.mentorId === mentor.personId && pairing.topicId === topicId,
  );
  if (paired) return { code: 'paired-already', mentor: mentor.personId };
  const openness = await opennessOf(tx, mentor.personId);
  if (openness?.pausedUntil) return { code: 'mentor-paused', mentor: mentor.personId };
  if ((openness?.left ?? 0) <= 0) return { code: 'mentor-full', mentor: mentor.personId };
  return undefined;
}

/** Whether this mentee can ask this mentor in this topic now; undefined where nothing stands in the way. */
export async function mayAsk(
  tx: Tx,
  house: House,
  caller: Caller,
  mentorId: string,
  topicId: string,
): Promise<Refusal | undefined> {
  return hindrance(tx, house, caller, (await peopleById(tx, [mentorId])).get(mentorId), topicId);
}

/** What the form shows: who is asked, and her topics that are open. Undefined for somebody who is not here. */
export async function whomToAsk(
  tx: Tx,
  house: House,
  mentorId: string,
  topicId: string,
): Promise<{ readonly mentor: PersonView; readonly topics: readonly TopicView[] } | undefined> {
  const mentor = (await peopleById(tx, [mentorId])).get(mentorId);
  if (!mentor) return undefined;
  const offered = (await topicsOf(tx, [mentorId])).get(mentorId) ?? [];
  const own = (await openNow(tx, house)).filter((topic) => offered.includes(topic.id));
  return { mentor, topics: own.some((topic) => topic.id === topicId) ? own : [topicView(house, topicId), ...own] };
}

/** What this very form has sent before, or just now by a second press; undefined where it has sent nothing yet. */
async function sentByForm(tx: Tx, caller: Caller, draft: string): Promise<Decision<Request> | undefined> {
  const known = await requestById(tx, draft);
  if (!known) return undefined;
  return known.menteeId === caller.person.personId ? happened(known) : refuse({ code: 'not-yours' });
}

/** The same wish was sent from another form at once, and that one was faster. */
async function askedElsewhere(tx: Tx, { menteeId, mentorId, topicId }: Request): Promise<Refusal> {
  const own = await askedBefore(tx, menteeId, topicId);
  const waiting = own.find((request) => request.mentorId === mentorId && request.state === 'waiting');
  return waiting ? { code: 'asked-already', request: waiting.requestId } : { code: 'no-such-request' };
}

/** Sends a request: the mentor is told, the mentee's own card follows it, reminder and end are noted. */
export async function ask(tx: Tx, house: House, caller: Caller, wish: Wish): Promise<Decision<Request>> {
  const before = await sentByForm(tx, caller, wish.draft);
  if (before) return before;
  const mentor = (await peopleById(tx, [wish.mentorId])).get(wish.mentorId);
  const because = await hindrance(tx, house, caller, mentor, wish.topicId);
  if (because) return (await sentByForm(tx, caller, wish.draft)) ?? refuse(because);
  const { zone } = await organizationOfTx(tx);
  const today = tx.at.setZone(caller.person.zone ?? zone).startOf('day');
  if ((await requestsSince(tx, caller.person.personId, today.toJSDate())) >= requestsPerDay) {
    return refuse({ code: 'too-many-requests', most: requestsPerDay });
  }
  const program = await programFor(tx, house, wish.topicId);
  if (!program) return refuse({ code: 'topic-not-open', topic: wish.topicId });
  const request: Request = {
    requestId: wish.draft,
    programId: program.id,
    topicId: wish.topicId,
    menteeId: caller.person.personId,
    mentorId: wish.mentorId,
    state: 'waiting',
    version: 1,
    ways: wish.ways,
    reasonKind: null,
    askedAt: tx.at,
    remindedAt: null,
    endedAt: null,
  };
  if (!(await insertRequest(tx, request, wish)))
    return (await sentByForm(tx, caller, wish.draft)) ?? refuse(await askedElsewhere(tx, request));
  await recordEvent(tx, {
    kind: 'request.asked',
    requestId: request.requestId,
    personId: wish.mentorId,
    facts: { topic: wish.topicId },
  });
  const { mentorZone, menteeZone } = await partnersOf(tx, request);
  const patience = patienceOf(house, request, mentorZone, menteeZone);
  await setDue(tx, 'request-reminder', request.requestId, patience.remindAt.toJSDate());
  await setDue(tx, 'request-expiry', request.requestId, patience.expireAt.toJSDate());
  const about = { kind: 'request' as const, id: request.requestId };
  await house.ledger.tell(tx, { to: request.mentorId, kind: 'request-asked', about, occurrence: '1' });
  await redrawHomes(tx, house, [request.mentorId, request.menteeId], caller.on);
  // Where she acted on a card, that card follows the request from now on; else it comes as a message of its own.
  if (!caller.on) await house.ledger.tell(tx, { to: request.menteeId, kind: 'request-sent', about, occurrence: '1' });
  return happened(request);
}
