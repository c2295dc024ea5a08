import { DateTime } from 'luxon';
import type { MentorView, TopicView } from '../cards';
import { type MentorParty, mayMentor, type Party, type Ranked, rankFor } from '../mentoring';
import {
  anyOffer,
  candidatesFor,
  type FoundMentor,
  type MentorFacts,
  mentorFacts,
  mentorsAsked,
  pairingsOf,
  supervisorsOf,
  type Tx,
} from '../store';
import type { Caller } from './caller';
import { type House, labelOf, type ProgramPolicy, topicView } from './house';
import { openNow, programFor } from './topics';

export const mentorsPerPage = 5;

export type FindResult =
  | {
      readonly found: 'mentors';
      readonly topic: TopicView;
      readonly mentors: readonly MentorView[];
      readonly page: number;
      readonly after: number | undefined;
    }
  | { readonly found: 'nobody'; readonly topic: TopicView; readonly why: 'nobody-offers' | 'all-full' | 'no-more' }
  | { readonly found: 'not-open'; readonly topic: TopicView; readonly open: readonly TopicView[] };

const dayOf = (day: string | null): DateTime | null => (day === null ? null : DateTime.fromISO(day));

const partyOf = (person: FoundMentor | Caller['person'], id: string, supervisors: readonly string[] | null): Party => ({
  id,
  grade: person.grade,
  hiredOn: dayOf(person.hiredOn),
  appointment: person.appointment,
  supervisors,
});

/** The rules that ask about the two people; willingness and capacity are in the open offer already. */
const personalRules = (program: ProgramPolicy): ProgramPolicy['eligibility'] =>
  program.eligibility.filter((rule) => rule.rule !== 'willing' && rule.rule !== 'capacity');

async function eligible(
  tx: Tx,
  program: ProgramPolicy,
  mentee: Caller['person'],
  all: readonly FoundMentor[],
): Promise<readonly FoundMentor[]> {
  const others = all.filter((mentor) => mentor.mentorId !== mentee.personId);
  const rules = personalRules(program);
  if (rules.length === 0) return others;
  const chain = rules.some((rule) => rule.rule === 'outsideChainOfCommand')
    ? await supervisorsOf(tx, mentee.personId)
    : null;
  const party = partyOf(mentee, mentee.personId, chain);
  const setting = { grades: program.grades, on: tx.at };
  return others.filter((mentor) => {
    const asMentor: MentorParty = {
      ...partyOf(mentor, mentor.mentorId, null),
      willing: true,
      capacity: mentor.freePlaces,
      load: 0,
    };
    return mayMentor(rules, asMentor, party, setting).ok;
  });
}

/** The mentors of a topic for this mentee, best first, without those she has asked or is paired with already. */
async function rankedFor(
  tx: Tx,
  program: ProgramPolicy,
  mentee: Caller['person'],
  topicId: string,
): Promise<{ ranked: readonly Ranked[]; byId: ReadonlyMap<string, FoundMentor> }> {
  const all = await candidatesFor(tx, topicId);
  const asked = await mentorsAsked(tx, mentee.personId, topicId);
  const taken = new Set(asked.filter((request) => request.state === 'waiting').map((request) => request.mentorId));
  if (asked.some((request) => request.state === 'accepted')) {
    for (const pairing of await pairingsOf(tx, mentee.personId))
      if (pairing.topicId === topicId) taken.add(pairing.mentorId);
  }
  const free = (await eligible(tx, program, mentee, all)).filter((mentor) => !taken.has(mentor.mentorId));
  const ranked = rankFor(free, { unitId: mentee.unitId, zone: mentee.zone, ways: [] }, tx.at);
  return { ranked, byId: new Map(all.map((mentor) => [mentor.mentorId, mentor])) };
}

const viewOf = (
  house: House,
  { candidate, reasons }: Ranked,
  found: FoundMentor | undefined,
  facts: MentorFacts | undefined,
  topicId: string,
): MentorView => ({
  id: candidate.mentorId,
  name: facts?.name ?? '',
  office: facts?.office ?? null,
  grade: found?.grade ?? null,
  topics: [topicId, ...(facts?.topics ?? []).filter((id) => id !== topicId)].map((id) => labelOf(house, id)),
  reasons,
});

/** One page of mentors for a topic. Five stand on a page; the re-rank looks at the fifty best offers. */
export async function findMentors(
  tx: Tx,
  house: House,
  caller: Caller,
  topicId: string,
  page: number,
): Promise<FindResult> {
  const topic = topicView(house, topicId);
  const program = await programFor(tx, house, topicId);
  if (!program) return { found: 'not-open', topic, open: await openNow(tx, house) };
  const { ranked, byId } = await rankedFor(tx, program, caller.person, topicId);
  const shown = ranked.slice((page - 1) * mentorsPerPage, page * mentorsPerPage);
  if (shown.length === 0) {
    const why = page > 1 || byId.size > 0 ? 'no-more' : (await anyOffer(tx, topicId)) ? 'all-full' : 'nobody-offers';
    return { found: 'nobody', topic, why };
  }
  const facts = await mentorFacts(
    tx,
    shown.map((place) => place.candidate.mentorId),
  );
  const mentors = shown.map((place) => {
    const id = place.candidate.mentorId;
    return viewOf(house, place, byId.get(id), facts.get(id), topicId);
  });
  return {
    found: 'mentors',
    topic,
    mentors,
    page,
    after: ranked.length > page * mentorsPerPage ? page + 1 : undefined,
  };
}

/** The best mentor whom this mentee could ask next in a topic, leaving out those whom she has asked before. */
export async function nextBest(
  tx: Tx,
  house: House,
  mentee: Caller['person'],
  topicId: string,
): Promise<MentorView | undefined> {
  const program = await programFor(tx, house, topicId);
  if (!program) return undefined;
  const { ranked, byId } = await rankedFor(tx, program, mentee, topicId);
  const before = new Set((await mentorsAsked(tx, mentee.personId, topicId)).map((request) => request.mentorId));
  const best = ranked.find((place) => !before.has(place.candidate.mentorId));
  if (!best) return undefined;
  const { mentorId } = best.candidate;
  return viewOf(house, best, byId.get(mentorId), (await mentorFacts(tx, [mentorId])).get(mentorId), topicId);
}
