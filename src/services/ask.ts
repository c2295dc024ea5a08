import type { MentorView, TopicView } from '../cards';
import type { MessageRef } from '../chat';
import { type Decision, happened, newRequest, type Refusal, type Request, refuse, worksHere } from '../mentoring';
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
  type Tx,
  topicsOf,
  type Wording,
} from '../store';
import type { Caller } from './caller';
import { noteDue, tellOf } from './change-request';
import { othersToAsk } from './find';
import { redrawHomes } from './home-notice';
import { type House, topicView } from './house';
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
  /** Mentors to be asked in this order, if it does not work out. */
  readonly nextChoices?: readonly string[];
};

/** So many next choices can be named. */
export const mostNextChoices = 2;

/** Why this mentee cannot ask this mentor in this topic; undefined where she can. Holds the mentor's places still. */
export async function hindrance(
  tx: Tx,
  house: House,
  menteeId: string,
  mentor: PersonView | undefined,
  topicId: string,
): Promise<Refusal | undefined> {
  if (!mentor || !worksHere(mentor, tx.at)) return { code: 'no-such-person' };
  if (mentor.personId === menteeId) return { code: 'yourself' };
  if (!(await programFor(tx, house, topicId))) return { code: 'topic-not-open', topic: topicId };
  if (!(await offers(tx, mentor.personId, topicId))) return { code: 'not-offered' };
  const before = await askedBefore(tx, menteeId, topicId);
  const waiting = before.find((request) => request.mentorId === mentor.personId && request.state === 'waiting');
  if (waiting) return { code: 'asked-already', request: waiting.requestId };
  const paired = (await pairingsOf(tx, menteeId)).some(
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
  return hindrance(tx, house, caller.person.personId, (await peopleById(tx, [mentorId])).get(mentorId), topicId);
}

/** What the form shows: who is asked, her topics that are open, and who else could be asked in the one that is chosen. */
export type AskForm = {
  readonly mentor: PersonView;
  readonly topics: readonly TopicView[];
  readonly others: readonly MentorView[];
};

/** What the form for this mentor shows; undefined for somebody who is not here. */
export async function whomToAsk(
  tx: Tx,
  house: House,
  { person }: Caller,
  { mentorId, topicId }: { readonly mentorId: string; readonly topicId: string },
): Promise<AskForm | undefined> {
  const mentor = (await peopleById(tx, [mentorId])).get(mentorId);
  if (!mentor) return undefined;
  const offered = (await topicsOf(tx, [mentorId])).get(mentorId) ?? [];
  const own = (await openNow(tx, house)).filter((topic) => offered.includes(topic.id));
  const topics = own.some((topic) => topic.id === topicId) ? own : [topicView(house, topicId), ...own];
  return { mentor, topics, others: await othersToAsk(tx, house, person, topicId, mentorId) };
}

/** What this very form has sent before, or just now by a second press; undefined where it has sent nothing yet. */
async function sentByForm(tx: Tx, caller: Caller, draft: string): Promise<Decision<Request> | undefined> {
  const known = await requestById(tx, draft);
  if (!known) return undefined;
  return known.menteeId === caller.person.personId ? happened(known) : refuse({ code: 'not-yours' });
}

/** Whether this very form has sent its request before. */
export const isSent = async (tx: Tx, caller: Caller, draft: string): Promise<boolean> =>
  (await sentByForm(tx, caller, draft)) !== undefined;

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
  const because = await hindrance(tx, house, caller.person.personId, mentor, wish.topicId);
  if (because) return (await sentByForm(tx, caller, wish.draft)) ?? refuse(because);
  const { zone } = await organizationOfTx(tx);
  const today = tx.at.setZone(caller.person.zone ?? zone).startOf('day');
  if ((await requestsSince(tx, caller.person.personId, today.toJSDate())) >= requestsPerDay) {
    return refuse({ code: 'too-many-requests', most: requestsPerDay });
  }
  const program = await programFor(tx, house, wish.topicId);
  if (!program) return refuse({ code: 'topic-not-open', topic: wish.topicId });
  const request = newRequest({
    requestId: wish.draft,
    programId: program.id,
    topicId: wish.topicId,
    menteeId: caller.person.personId,
    mentorId: wish.mentorId,
    ways: wish.ways,
    askedAt: tx.at,
    nextChoices: (wish.nextChoices ?? []).slice(0, mostNextChoices),
  });
  if (!(await send(tx, house, request, wish, caller.on)))
    return (await sentByForm(tx, caller, wish.draft)) ?? refuse(await askedElsewhere(tx, request));
  // Where she acted on a card, that card follows the request from now on; else it comes as a message of its own.
  if (!caller.on) await tellOf(tx, house, request.menteeId, 'request-sent', request);
  return happened(request);
}

/**
 * Sends a new request: the mentor is told, reminder and end are noted. False where the same wish (mentee, mentor, topic)
 * waits already. `but` is the card that the answer replaces.
 */
export async function send(tx: Tx, house: House, request: Request, words: Wording, but?: MessageRef): Promise<boolean> {
  if (!(await insertRequest(tx, request, words))) return false;
  await recordEvent(tx, {
    kind: 'request.asked',
    requestId: request.requestId,
    personId: request.mentorId,
    facts: { topic: request.topicId, ...(request.rank > 1 ? { rank: request.rank } : {}) },
  });
  await noteDue(tx, house, request);
  await tellOf(tx, house, request.mentorId, 'request-asked', request);
  await redrawHomes(tx, house, [request.mentorId, request.menteeId], but);
  return true;
}
