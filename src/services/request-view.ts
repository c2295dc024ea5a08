import { type Contact, type NextAsked, type PersonOnCard, placeOf, type RequestView } from '../cards';
import {
  awaits,
  type Hours,
  isRunning,
  nextWorkingMoment,
  type Patience,
  type Request,
  waitsSince,
} from '../mentoring';
import {
  followerOf,
  identitiesOf,
  isUntold,
  type PersonView,
  pairingOfRequest,
  peopleById,
  type Tx,
  wordsOf,
} from '../store';
import { hoursOf } from './hours';
import { type House, labelOf } from './house';

/** A person as a card shows her. */
export const onCard = (person: PersonView): PersonOnCard => ({
  id: person.personId,
  name: person.name,
  office: placeOf(person),
  grade: person.grade,
});

/**
 * How the reader reaches the other one: in the chat, where it is the client in which both read their cards; else by work
 * address. It is the same for both, as the mentor agrees to it when she accepts.
 */
export async function contactOf(tx: Tx, readerId: string, other: PersonView): Promise<Contact> {
  const reads = async (personId: string) =>
    (await identitiesOf(tx, personId)).find((identity) => identity.address !== null);
  const own = await reads(readerId);
  const theirs = await reads(other.personId);
  if (own && theirs && own.channel === theirs.channel && own.tenant === theirs.tenant) {
    const { channel, tenant, userId: user } = theirs;
    return { by: 'chat', with: { channel, tenant, user, email: other.email } };
  }
  return { by: 'email', email: other.email };
}

/**
 * When a request is called to mind and when it ends: after what the program says, in the working hours of whoever is
 * reminded, and of the mentee who hears of the end.
 */
export function patienceOf(house: House, request: Request, mentorHours: Hours, menteeHours: Hours): Patience {
  const program = house.programs.get(request.programId);
  if (!program) throw new Error(`No program ${request.programId} is loaded.`);
  const since = waitsSince(request);
  const reminded = awaits(request) === 'mentor' ? mentorHours : menteeHours;
  return {
    remindAt: nextWorkingMoment(since.plus(program.remindAfter), reminded),
    expireAt: nextWorkingMoment(since.plus(program.expireAfter), menteeHours),
  };
}

/** The two people of a request or a pairing, with the hours in which each may be written to. */
export async function partnersOf(
  tx: Tx,
  request: Pick<Request, 'mentorId' | 'menteeId'>,
): Promise<{ mentor: PersonView; mentee: PersonView; mentorHours: Hours; menteeHours: Hours }> {
  const people = await peopleById(tx, [request.mentorId, request.menteeId]);
  const mentor = people.get(request.mentorId);
  const mentee = people.get(request.menteeId);
  if (!mentor || !mentee) throw new Error('A request has lost one of its people.');
  return { mentor, mentee, mentorHours: await hoursOf(tx, mentor), menteeHours: await hoursOf(tx, mentee) };
}

/** Whether a request waits for a mentor who has not got it, as no message reached her. */
export const isWaitingUntold = async (tx: Tx, { requestId, mentorId, state }: Request): Promise<boolean> =>
  state === 'waiting' && (await isUntold(tx, mentorId, { kind: 'request', id: requestId }));

/** Whom the mentee has named for after this one, while that can still matter; the mentor never hears of it. */
async function choicesAfter(tx: Tx, { state, nextChoices }: Request): Promise<readonly string[]> {
  if (state !== 'waiting' || nextChoices.length === 0) return [];
  const people = await peopleById(tx, nextChoices);
  return nextChoices.flatMap((id) => people.get(id)?.name ?? []);
}

/** The request that came by itself of this one, as the mentee's card names it. */
async function askedInstead(tx: Tx, { state, nextChoices, requestId }: Request): Promise<NextAsked | null> {
  const next = state === 'waiting' || nextChoices.length === 0 ? undefined : await followerOf(tx, requestId);
  if (!next) return null;
  const mentor = (await peopleById(tx, [next.mentorId])).get(next.mentorId);
  return { request: next.requestId, mentor: mentor?.name ?? '', rank: next.rank };
}

/** The pairing that came of a request, and whether it is over. */
async function becameOf(tx: Tx, { requestId }: Request): Promise<RequestView['pairing']> {
  const pairing = await pairingOfRequest(tx, requestId);
  return pairing ? { id: pairing.pairingId, isOver: !isRunning(pairing) } : null;
}

/** A request as its mentor or its mentee sees it now. */
export async function viewOf(
  tx: Tx,
  house: House,
  request: Request,
  reader: 'mentor' | 'mentee',
): Promise<RequestView> {
  const { mentor, mentee, mentorHours, menteeHours } = await partnersOf(tx, request);
  const words = await wordsOf(tx, request);
  const own = reader === 'mentor' ? mentor : mentee;
  const other = reader === 'mentor' ? mentee : mentor;
  const patience = patienceOf(house, request, mentorHours, menteeHours);
  return {
    request,
    topic: labelOf(house, request.topicId),
    mentor: onCard(mentor),
    mentee: onCard(mentee),
    need: words.need,
    suits: words.suits,
    untold: reader === 'mentee' && (await isWaitingUntold(tx, request)),
    reason: reader === 'mentee' ? words.reason : null,
    question: words.question,
    answer: words.answer,
    nextChoices: reader === 'mentee' ? await choicesAfter(tx, request) : [],
    next: reader === 'mentee' ? await askedInstead(tx, request) : null,
    contact: await contactOf(tx, own.personId, other),
    ownEmail: own.email,
    pairing: request.state === 'accepted' ? await becameOf(tx, request) : null,
    remindAt: patience.remindAt,
    expiresAt: patience.expireAt,
    zone: (reader === 'mentor' ? mentorHours : menteeHours).zone,
    now: tx.at,
  };
}
