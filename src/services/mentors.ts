import type { DateTime } from 'luxon';
import type { EntryStep, MentorEntry, MentorTerms, TopicChoice } from '../cards';
import type { MessageRef } from '../chat';
import { behindDayOff, type Decision, decidePause, happened, nextWorkingMoment, refuse } from '../mentoring';
import {
  clearDue,
  type EntryInput,
  holdMentor,
  mentorFacts,
  mentorProfile,
  openTopics,
  openTopicsOf,
  peopleById,
  programsOn,
  recordEvent,
  refreshOffersOf,
  saveEntry,
  setDue,
  setOfferedTopics,
  setPause,
  type Tx,
} from '../store';
import type { Caller } from './caller';
import { planCommitment } from './commitment';
import { redrawHomes } from './home-notice';
import { hoursOf } from './hours';
import { type House, labelOf, type ProgramPolicy } from './house';
import { meetWishes } from './meet-wishes';
import { tellFull } from './next-choice';
import { ownFiguresOf } from './own-figures';

/** The programs with mentors on demand that are switched on here. */
async function exchanges(tx: Tx, house: House): Promise<readonly ProgramPolicy[]> {
  const programs = (await programsOn(tx)).flatMap((id) => house.programs.get(id) ?? []);
  return programs.filter((program) => program.shape === 'exchange');
}

/** What the first such program expects of its mentors; undefined where none is switched on. */
export async function mentorTermsOf(tx: Tx, house: House): Promise<MentorTerms | undefined> {
  return (await exchanges(tx, house))[0]?.terms;
}

/** The topics that one can offer here, open or not, in the order of the catalog. */
export async function offerable(tx: Tx, house: House): Promise<readonly TopicChoice[]> {
  const ids = new Set((await exchanges(tx, house)).flatMap((program) => program.topicIds));
  const open = new Set((await openTopics(tx)).map((topic) => topic.topicId));
  return [...house.topics.values()]
    .filter((topic) => ids.has(topic.id))
    .map((topic) => ({ ...topic, isOpen: open.has(topic.id) }));
}

/** Whether this person has an entry, and how it stands; undefined for somebody who offers nothing. */
export async function entryFigures(
  tx: Tx,
  personId: string,
): Promise<Pick<MentorEntry, 'left' | 'places' | 'pausedUntil'> | undefined> {
  const profile = await mentorProfile(tx, personId);
  const facts = (await mentorFacts(tx, [personId])).get(personId);
  if (!profile || !facts || facts.topics.length === 0) return undefined;
  return {
    places: profile.capacity,
    left: Math.max(0, profile.capacity - profile.load),
    pausedUntil: profile.pausedUntil,
  };
}

/** A mentor's own entry, just as mentees see it; undefined for somebody who offers nothing. */
export async function entryOf(
  tx: Tx,
  house: House,
  { person }: Pick<Caller, 'person'>,
): Promise<MentorEntry | undefined> {
  const figures = await entryFigures(tx, person.personId);
  const facts = (await mentorFacts(tx, [person.personId])).get(person.personId);
  if (!figures || !facts) return undefined;
  const open = new Set((await openTopics(tx)).map((topic) => topic.topicId));
  const [seen, notOpen] = [facts.topics.filter((id) => open.has(id)), facts.topics.filter((id) => !open.has(id))];
  return {
    ...figures,
    notOpen: notOpen.map((id) => labelOf(house, id)),
    figures: await ownFiguresOf(tx, person.personId),
    seen: {
      id: person.personId,
      name: facts.name,
      office: facts.office,
      grade: person.grade,
      topics: seen.map((id) => labelOf(house, id)),
      ways: facts.ways,
      times: facts.times,
      reasons: figures.left > 0 ? [{ why: 'free-places', places: figures.left }] : [],
    },
  };
}

/** What the form starts with: today's entry, or the program's usual number of places. */
export async function entryValues(
  tx: Tx,
  house: House,
  { person }: Pick<Caller, 'person'>,
): Promise<Record<string, string | readonly string[]>> {
  const profile = await mentorProfile(tx, person.personId);
  const topics = (await mentorFacts(tx, [person.personId])).get(person.personId)?.topics ?? [];
  const places = profile?.capacity ?? (await exchanges(tx, house))[0]?.defaultCapacity ?? 1;
  return { topics, places: String(places), ways: profile?.ways ?? [], times: profile?.times ?? [] };
}

/** Whether she took part by her own act already: what is expected of mentors is not asked twice. */
export const hasAgreed = async (tx: Tx, { person }: Pick<Caller, 'person'>): Promise<boolean> =>
  (await mentorProfile(tx, person.personId))?.agreedAt != null;

/** What her form is for: who has not agreed yet joins, or confirms what an import has taken over for her. */
export async function entryStep(tx: Tx, house: House, caller: Pick<Caller, 'person'>): Promise<EntryStep> {
  const terms = (await hasAgreed(tx, caller)) ? undefined : await mentorTermsOf(tx, house);
  if (!terms) return { step: 'change' };
  return { step: (await entryFigures(tx, caller.person.personId)) ? 'confirm' : 'join', terms };
}

/** Those topics in which she can be found now and could not before: who has wished for one of them is told. */
async function tellOfNew(
  tx: Tx,
  house: House,
  mentorId: string,
  before: readonly string[],
  but?: MessageRef,
): Promise<void> {
  const now = await openTopicsOf(tx, mentorId);
  await meetWishes(
    tx,
    house,
    mentorId,
    now.filter((topic) => !before.includes(topic)),
  );
  await redrawHomes(tx, house, [mentorId], but);
}

/** Makes or changes a mentor's entry. Mentees who wait for somebody who has no place any more are told. */
export async function saveMentorEntry(
  tx: Tx,
  house: House,
  { person, on }: Pick<Caller, 'person'> & Partial<Pick<Caller, 'on'>>,
  entry: EntryInput & { readonly topics: readonly string[] },
): Promise<void> {
  const mentorId = person.personId;
  const before = await openTopicsOf(tx, mentorId);
  const known = await mentorProfile(tx, mentorId);
  await saveEntry(tx, mentorId, entry);
  await setOfferedTopics(tx, mentorId, entry.topics);
  await recordEvent(tx, {
    kind: known?.agreedAt ? 'mentor.changed' : 'mentor.joined',
    personId: mentorId,
    facts: { topics: entry.topics.length, places: entry.capacity },
  });
  if (!known?.agreedAt) await planCommitment(tx, house, mentorId);
  const load = known?.load ?? 0;
  if ((known?.capacity ?? 0) > load && entry.capacity <= load) await tellFull(tx, house, mentorId, tx.newId());
  await tellOfNew(tx, house, mentorId, before, on);
}

/** A mentor takes a break until that day (ISO); she comes back by herself in her first working hour on it. */
export async function pauseMentor(
  tx: Tx,
  house: House,
  { person, zone, on }: Pick<Caller, 'person' | 'zone'> & Partial<Pick<Caller, 'on'>>,
  until: string,
): Promise<Decision<{ until: string }>> {
  const decision = decidePause(until, tx.at.setZone(zone).toISODate() ?? '');
  if (!decision.ok) return decision;
  if (!(await setPause(tx, person.personId, until))) return refuse({ code: 'no-mentor-entry' });
  await refreshOffersOf(tx, person.personId);
  const back = nextWorkingMoment(tx.at.setZone(zone).startOf('day').set(partsOf(until)), await hoursOf(tx, person));
  await setDue(tx, 'mentor-resume', person.personId, back.toJSDate());
  await recordEvent(tx, { kind: 'mentor.paused', personId: person.personId, facts: { until } });
  await redrawHomes(tx, house, [person.personId], on);
  return decision;
}

const partsOf = (isoDay: string): { year: number; month: number; day: number } => {
  const [year = 0, month = 0, day = 0] = isoDay.split('-').map(Number);
  return { year, month, day };
};

/** The day can have become one off since her return was planned: then she comes back on the next. */
async function laterThanPlanned(tx: Tx, mentorId: string): Promise<DateTime | undefined> {
  const person = (await peopleById(tx, [mentorId])).get(mentorId);
  return person && behindDayOff(tx.at, await hoursOf(tx, person));
}

/** The mentor can be found again: by her own act, or because the day that she named has come. */
export async function resumeMentor(
  tx: Tx,
  house: House,
  mentorId: string,
  why: 'asked' | 'due',
  but?: MessageRef,
): Promise<Decision<{ resumed: boolean }>> {
  // Else a pause that begins between the two statements would lose its end.
  await holdMentor(tx, mentorId);
  const profile = await mentorProfile(tx, mentorId);
  await clearDue(tx, ['mentor-resume'], mentorId);
  if (!profile) return refuse({ code: 'no-mentor-entry' });
  if (profile.pausedUntil === null) return happened({ resumed: false });
  const later = why === 'due' ? await laterThanPlanned(tx, mentorId) : undefined;
  if (later) {
    await setDue(tx, 'mentor-resume', mentorId, later.toJSDate());
    return happened({ resumed: false });
  }
  const before = await openTopicsOf(tx, mentorId);
  await setPause(tx, mentorId, null);
  await refreshOffersOf(tx, mentorId);
  await recordEvent(tx, { kind: 'mentor.resumed', personId: mentorId });
  if (why === 'due')
    await house.ledger.tell(tx, {
      to: mentorId,
      kind: 'pause-over',
      about: { kind: 'person', id: mentorId },
      occurrence: profile.pausedUntil,
    });
  await tellOfNew(tx, house, mentorId, before, but);
  return happened({ resumed: true });
}
