import { DateTime } from 'luxon';
import { type MentorView, placeOf, type TopicView } from '../cards';
import {
  type Candidate,
  type MentorParty,
  mayMentor,
  type Party,
  type Ranked,
  rankFor,
  type Showings,
} from '../mentoring';
import {
  anyOffer,
  candidatesFor,
  candidatesIn,
  type MentorFacts,
  mentorFacts,
  mentorsAsked,
  pairingsOf,
  type RuleFacts,
  ruleFacts,
  supervisorsOf,
  type Tx,
  type Unit,
  unitsNamed,
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
      readonly look: Look;
      /** The look that follows this one, and whether it would show anybody. */
      readonly next: Look;
      readonly hasMore: boolean;
    }
  | {
      readonly found: 'nobody';
      readonly topic: TopicView;
      readonly why: 'nobody-offers' | 'all-full' | 'no-more' | 'nobody-there';
      readonly look: Look;
    }
  | { readonly found: 'no-such-office'; readonly topic: TopicView; readonly office: string }
  | { readonly found: 'not-open'; readonly topic: TopicView; readonly open: readonly TopicView[] };

/**
 * One look at the mentors of a topic: the page, those on the pages before it (the last letters of their ids, one after
 * the other), and the office that it is kept to.
 */
export type Look = {
  readonly topic: string;
  readonly page?: number | undefined;
  readonly seen?: string | undefined;
  readonly office?: string | undefined;
};

const idLetters = 8;
/** Ten pages: more mentors than one reading holds. */
const mostSeen = 50;

const seenBefore = (look: Look, mentorId: string): boolean => {
  const letters = mentorId.slice(-idLetters);
  const { seen = '' } = look;
  for (let at = 0; at < seen.length; at += idLetters) if (seen.startsWith(letters, at)) return true;
  return false;
};

const lookAfter = (look: Look, shown: readonly Ranked[]): Look => ({
  ...look,
  page: (look.page ?? 1) + 1,
  seen: ((look.seen ?? '') + shown.map(({ candidate }) => candidate.mentorId.slice(-idLetters)).join('')).slice(
    -mostSeen * idLetters,
  ),
});

const dayOf = (day: string | null): DateTime | null => (day === null ? null : DateTime.fromISO(day));

const partyOf = (person: RuleFacts, id: string, supervisors: readonly string[] | null): Party => ({
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
  all: readonly Candidate[],
): Promise<readonly Candidate[]> {
  const others = all.filter((mentor) => mentor.mentorId !== mentee.personId);
  const rules = personalRules(program);
  if (rules.length === 0) return others;
  const chain = rules.some((rule) => rule.rule === 'outsideChainOfCommand')
    ? await supervisorsOf(tx, mentee.personId)
    : null;
  const facts = await ruleFacts(
    tx,
    others.map((mentor) => mentor.mentorId),
  );
  const party = partyOf(mentee, mentee.personId, chain);
  const setting = { grades: program.grades, on: tx.at };
  return others.filter((mentor) => {
    const own = facts.get(mentor.mentorId);
    if (!own) return false;
    const asMentor: MentorParty = {
      ...partyOf(own, mentor.mentorId, null),
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
  all: readonly Candidate[],
  showings?: Showings,
): Promise<readonly Ranked[]> {
  const asked = await mentorsAsked(tx, mentee.personId, topicId);
  const taken = new Set(asked.filter((request) => request.state === 'waiting').map((request) => request.mentorId));
  if (asked.some((request) => request.state === 'accepted')) {
    for (const pairing of await pairingsOf(tx, mentee.personId))
      if (pairing.topicId === topicId) taken.add(pairing.mentorId);
  }
  const free = (await eligible(tx, program, mentee, all)).filter((mentor) => !taken.has(mentor.mentorId));
  return rankFor(free, { unitId: mentee.unitId, zone: mentee.zone, ways: [] }, tx.at, showings);
}

const viewOf = (
  house: House,
  { candidate, reasons }: Ranked,
  facts: MentorFacts | undefined,
  topicId: string,
): MentorView => ({
  id: candidate.mentorId,
  name: facts?.name ?? '',
  office: facts === undefined ? null : placeOf(facts),
  grade: facts?.grade ?? null,
  topics: [topicId, ...(facts?.topics ?? []).filter((id) => id !== topicId)].map((id) => labelOf(house, id)),
  ways: facts?.ways ?? [],
  times: facts?.times ?? [],
  reasons,
});

/** The circle in which finds are shared out fairly: one topic of one organization, or of one office of it. */
const circleOf = (tx: Tx, { topic, office = '' }: Look): string => `${tx.organizationId}|${topic}|${office}`;

const candidatesAt = (tx: Tx, house: House, look: Look, office: Unit | undefined): Promise<readonly Candidate[]> =>
  office
    ? candidatesIn(tx, look.topic, office.unitIds)
    : candidatesFor(tx, look.topic, house.rotation.start(circleOf(tx, look)));

async function whyNobody(
  tx: Tx,
  look: Look,
  any: boolean,
): Promise<'nobody-offers' | 'all-full' | 'no-more' | 'nobody-there'> {
  if (look.seen || any) return 'no-more';
  if (look.office) return 'nobody-there';
  return (await anyOffer(tx, look.topic)) ? 'all-full' : 'nobody-offers';
}

/**
 * One page of mentors for a topic, in one office if the look says so. Five stand on a page; the re-rank looks at the
 * fifty best offers. Finds are shared out: who was shown often stands back behind equals.
 */
export async function findMentors(tx: Tx, house: House, caller: Caller, look: Look): Promise<FindResult> {
  const topic = topicView(house, look.topic);
  const program = await programFor(tx, house, look.topic);
  if (!program) return { found: 'not-open', topic, open: await openNow(tx, house) };
  const office = look.office === undefined ? undefined : await unitsNamed(tx, look.office);
  if (look.office !== undefined && !office) return { found: 'no-such-office', topic, office: look.office };
  const all = await candidatesAt(tx, house, look, office);
  const circle = circleOf(tx, look);
  const ranked = await rankedFor(tx, program, caller.person, look.topic, all, house.rotation.showings(circle));
  const unseen = ranked.filter(({ candidate }) => !seenBefore(look, candidate.mentorId));
  const shown = unseen.slice(0, mentorsPerPage);
  const named = office ? { ...look, office: office.name } : look;
  if (shown.length === 0)
    return { found: 'nobody', topic, why: await whyNobody(tx, look, all.length > 0), look: named };
  const ids = shown.map(({ candidate }) => candidate.mentorId);
  house.rotation.note(circle, ids);
  const facts = await mentorFacts(tx, ids);
  const mentors = shown.map((place) => {
    return viewOf(house, place, facts.get(place.candidate.mentorId), look.topic);
  });
  const hasMore = unseen.length > shown.length;
  return { found: 'mentors', topic, mentors, look: named, next: lookAfter(named, shown), hasMore };
}

/**
 * The best mentor whom this mentee could ask next in a topic, leaving out those whom she has asked before. The same at
 * every drawing of a card, so it is not shared out.
 */
export async function nextBest(
  tx: Tx,
  house: House,
  mentee: Caller['person'],
  topicId: string,
): Promise<MentorView | undefined> {
  const program = await programFor(tx, house, topicId);
  if (!program) return undefined;
  const all = await candidatesFor(tx, topicId, mentee.personId);
  const ranked = await rankedFor(tx, program, mentee, topicId, all);
  const before = new Set((await mentorsAsked(tx, mentee.personId, topicId)).map((request) => request.mentorId));
  const best = ranked.find((place) => !before.has(place.candidate.mentorId));
  if (!best) return undefined;
  const { mentorId } = best.candidate;
  return viewOf(house, best, (await mentorFacts(tx, [mentorId])).get(mentorId), topicId);
}
