import type { SessionView, TopicView } from '../cards';
import { type Pairing, partnerOf, type Session, sideOf } from '../mentoring';
import { noteOf, peopleById, summaryOf, type Tx, topicsOf } from '../store';
import { type Caller, zoneHere } from './caller';
import { type House, topicView } from './house';
import { onCard } from './request-view';

/** A session as this one of its two people sees it now, in her zone. */
export async function sessionView(
  tx: Tx,
  house: House,
  session: Session,
  pairing: Pairing,
  readerId: string,
): Promise<SessionView> {
  const people = await peopleById(tx, [readerId, partnerOf(pairing, readerId)]);
  const own = people.get(readerId);
  const partner = people.get(partnerOf(pairing, readerId));
  const reader = sideOf(pairing, readerId);
  if (!own || !partner || !reader) throw new Error('A session has lost one of its people.');
  return {
    session,
    reader,
    readerId,
    partner: onCard(partner),
    topic: topicView(house, session.topicId),
    summary: await summaryOf(tx, session.sessionId),
    zone: await zoneHere(tx, own.zone),
    now: tx.at,
  };
}

const mostTopics = 50;

/** What a session of these two can have been about: what they agreed on first, then all else that the mentor offers. */
export async function sessionTopics(
  tx: Tx,
  house: House,
  { mentorId, topicId }: Pairing,
): Promise<readonly TopicView[]> {
  const offered = (await topicsOf(tx, [mentorId])).get(mentorId) ?? [];
  return [topicId, ...offered.filter((id) => id !== topicId)].slice(0, mostTopics).map((id) => topicView(house, id));
}

/** Her partner as a form names him, and her own note on the session so far. */
export async function partnerName(tx: Tx, pairing: Pairing, { person }: Pick<Caller, 'person'>): Promise<string> {
  const id = partnerOf(pairing, person.personId);
  return (await peopleById(tx, [id])).get(id)?.name ?? '';
}

/** Her own words on a session, for the form in which she changes them. */
export const ownWords = async (
  tx: Tx,
  sessionId: string,
  { person }: Pick<Caller, 'person'>,
): Promise<{ readonly summary: string; readonly note: string }> => ({
  summary: (await summaryOf(tx, sessionId)) ?? '',
  note: await noteOf(tx, sessionId, person.personId),
});
