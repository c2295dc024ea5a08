import { DateTime } from 'luxon';
import {
  type Aside,
  asideButtons,
  day,
  type FindContext,
  type MentorView,
  placeOf,
  type TokenArgs,
  type TopicView,
  type WhyNobody,
} from '../cards';
import {
  type Candidate,
  type MentorParty,
  mayMentor,
  type Party,
  type Ranked,
  rankFor,
  rests,
  type Showings,
} from '../mentoring';
import {
  type Asked,
  anyOffer,
  candidatesFor,
  candidatesIn,
  keptWishFor,
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
import { officeNamed } from './offices';
import { openNow, programFor } from './topics';

export const mentorsPerPage = 5;

export type FindResult =
  | {
      readonly found: 'mentors';
      readonly topic: TopicView;
      readonly mentors: readonly MentorView[];
      readonly context: FindContext;
      /** The look that follows this one. */
      readonly next: Look;
    }
  | { readonly found: 'nobody'; readonly topic: TopicView; readonly why: WhyNobody; readonly context: FindContext }
  | { readonly found: 'no-such-office'; readonly topic: TopicView; readonly office: string }
  | {
      readonly found: 'not-open';
      readonly topic: TopicView;
      readonly open: readonly TopicView[];
      readonly aside: Aside;
      readonly wish: string | undefined;
    };

/**
 * One look at the mentors of a topic: the page, those on the pages before it (the last letters of their ids, one after
 * the other), the office that it is kept to, and what else was named.
 */
export type Look = TokenArgs<'find'>;

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
  topic: look.topic,
  office: look.office,
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

/**
 * The mentors of a topic for this mentee, best first, without those who have her request, are paired with her, or said
 * no to her of late.
 */
async function rankedFor(
  tx: Tx,
  program: ProgramPolicy,
  mentee: Caller['person'],
  topicId: string,
  { all, asked, showings }: { all: readonly Candidate[]; asked: readonly Asked[]; showings?: Showings },
): Promise<readonly Ranked[]> {
  const out = asked.filter((request) => request.state === 'waiting' || rests(request, tx.at));
  const taken = new Set(out.map((request) => request.mentorId));
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

async function whyNobody(tx: Tx, look: Look, any: boolean): Promise<WhyNobody> {
  if (look.seen) return 'no-more';
  if (any) return 'nobody-else';
  if (look.office) return 'nobody-there';
  return (await anyOffer(tx, look.topic)) ? 'all-full' : 'nobody-offers';
}

/** What else was named, as cards say it. */
async function asideOf(tx: Tx, house: House, { place, near, also, alsoIn }: Look): Promise<Aside> {
  return {
    place,
    near: await officeNamed(tx, near),
    also: also !== undefined && house.topics.has(also) ? topicView(house, also) : undefined,
    alsoIn: await officeNamed(tx, alsoIn),
  };
}

/** Who has her request in this topic and is missing in the list for that; said on the first page. */
const awaitedIn = (look: Look, asked: readonly Asked[]): readonly Asked[] =>
  (look.page ?? 1) > 1 ? [] : asked.filter((request) => request.state === 'waiting');

/**
 * One page of mentors for a topic, in one office if the look says so. Five stand on a page, or fewer where buttons for
 * what else was named need their places; the re-rank looks at the fifty best offers. Finds are shared out: who was shown
 * often stands back behind equals.
 */
export async function findMentors(tx: Tx, house: House, caller: Caller, look: Look): Promise<FindResult> {
  const topic = topicView(house, look.topic);
  const program = await programFor(tx, house, look.topic);
  const wish = (): Promise<string | undefined> => keptWishFor(tx, caller.person.personId, look.topic);
  const aside = await asideOf(tx, house, look);
  if (!program) return { found: 'not-open', topic, open: await openNow(tx, house), aside, wish: await wish() };
  const office = look.office === undefined ? undefined : await unitsNamed(tx, look.office);
  if (look.office !== undefined && !office) return { found: 'no-such-office', topic, office: look.office };
  const all = await candidatesAt(tx, house, look, office);
  const circle = circleOf(tx, look);
  const asked = await mentorsAsked(tx, caller.person.personId, look.topic);
  const showings = house.rotation.showings(circle);
  const ranked = await rankedFor(tx, program, caller.person, look.topic, { all, asked, showings });
  const unseen = ranked.filter(({ candidate }) => !seenBefore(look, candidate.mentorId));
  const shown = unseen.slice(0, mentorsPerPage - asideButtons(aside, topic).length);
  const ids = shown.map(({ candidate }) => candidate.mentorId);
  const waiting = awaitedIn(look, asked);
  const facts = await mentorFacts(tx, [...ids, ...waiting.map(({ mentorId }) => mentorId)]);
  const named = { ...look, ...(office ? { office: office.name } : {}) };
  const next = lookAfter(named, shown);
  const context: FindContext = {
    look: named,
    after: unseen.length > shown.length ? next : undefined,
    awaited: waiting.map(({ mentorId, askedAt }) => ({
      name: facts.get(mentorId)?.name ?? '',
      since: day(DateTime.fromJSDate(askedAt), caller.zone, tx.at),
    })),
    aside,
  };
  if (shown.length === 0) {
    const why = await whyNobody(tx, look, all.length > 0);
    return { found: 'nobody', topic, why, context: { ...context, wish: await wish() } };
  }
  house.rotation.note(circle, ids);
  const mentors = shown.map((place) => viewOf(house, place, facts.get(place.candidate.mentorId), look.topic));
  return { found: 'mentors', topic, mentors, context, next };
}

/** Those whom this mentee could ask in a topic now, best first; the same at every reading, so it is not shared out. */
async function askable(
  tx: Tx,
  house: House,
  mentee: Caller['person'],
  topicId: string,
): Promise<{ readonly ranked: readonly Ranked[]; readonly asked: readonly Asked[] }> {
  const asked = await mentorsAsked(tx, mentee.personId, topicId);
  const program = await programFor(tx, house, topicId);
  if (!program) return { ranked: [], asked };
  const all = await candidatesFor(tx, topicId, mentee.personId);
  return { ranked: await rankedFor(tx, program, mentee, topicId, { all, asked }), asked };
}

/** Whether there is anybody whom this person could ask in a topic now. */
export const canAsk = async (tx: Tx, house: House, person: Caller['person'], topicId: string): Promise<boolean> =>
  (await askable(tx, house, person, topicId)).ranked.length > 0;

/** The best mentor whom this mentee could ask next in a topic, leaving out all whom she has ever asked in it. */
export async function nextBest(
  tx: Tx,
  house: House,
  mentee: Caller['person'],
  topicId: string,
): Promise<MentorView | undefined> {
  const { ranked, asked } = await askable(tx, house, mentee, topicId);
  const before = new Set(asked.map((request) => request.mentorId));
  const best = ranked.find((place) => !before.has(place.candidate.mentorId));
  if (!best) return undefined;
  const { mentorId } = best.candidate;
  return viewOf(house, best, (await mentorFacts(tx, [mentorId])).get(mentorId), topicId);
}

/** So many are offered as a next choice: as many as one reads. */
const mostOthers = 20;

/** Whom this mentee could name as her next choices in a topic beside one mentor, best first. */
export async function othersToAsk(
  tx: Tx,
  house: House,
  mentee: Caller['person'],
  topicId: string,
  but: string,
): Promise<readonly MentorView[]> {
  const { ranked } = await askable(tx, house, mentee, topicId);
  const others = ranked.filter(({ candidate }) => candidate.mentorId !== but).slice(0, mostOthers);
  const facts = await mentorFacts(
    tx,
    others.map(({ candidate }) => candidate.mentorId),
  );
  return others.map((place) => viewOf(house, place, facts.get(place.candidate.mentorId), topicId));
}
