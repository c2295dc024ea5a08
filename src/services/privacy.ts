import { dayOf, type LookView, type PrivacyView } from '../cards';
import { partnerOf, worksHere } from '../mentoring';
import { coordinatorsFor, type Look, looksAt, pairingsOf, peopleById, personByEmail, type Tx } from '../store';
import type { Caller } from './caller';
import { entryFigures } from './mentors';

const mostNamed = 3;

type Who = Pick<Caller, 'person'>;

async function supervisorOf(tx: Tx, { person }: Who): Promise<string | undefined> {
  const id = person.supervisorEmail === null ? undefined : await personByEmail(tx, person.supervisorEmail);
  const supervisor = id === undefined || id === person.personId ? undefined : (await peopleById(tx, [id])).get(id);
  return supervisor && worksHere(supervisor, tx.at) ? supervisor.name : undefined;
}

/** Those whom it concerns what this person can be seen by: her partners, her supervisor, her coordinators. */
export async function privacyOf(tx: Tx, caller: Who): Promise<PrivacyView> {
  const me = caller.person.personId;
  const pairings = await pairingsOf(tx, me);
  const coordinators = (await coordinatorsFor(tx, me)).slice(0, mostNamed);
  const people = await peopleById(tx, [...pairings.map((pairing) => partnerOf(pairing, me)), ...coordinators]);
  const names = (ids: readonly string[]): readonly string[] =>
    [...new Set(ids)].flatMap((id) => people.get(id)?.name ?? []);
  return {
    mentors: names(pairings.flatMap(({ menteeId, mentorId }) => (menteeId === me ? [mentorId] : []))),
    mentees: names(pairings.flatMap(({ menteeId, mentorId }) => (mentorId === me ? [menteeId] : []))),
    isMentor: (await entryFigures(tx, me)) !== undefined,
    supervisor: await supervisorOf(tx, caller),
    coordinators: names(coordinators),
  };
}

/** How far back it is told who has looked. */
export const looksDays = 90;

const lookerOf = ({ actorId, roles }: Look, partners: ReadonlySet<string>): LookView['by'] => {
  if (actorId === null) return 'operator';
  if (partners.has(actorId)) return 'partner';
  return (['coordinator', 'program_manager'] as const).find((role) => roles.includes(role)) ?? 'other';
};

/** Who has looked at what is this person's, by role and day, the newest first; never by name. */
export async function looksOf(tx: Tx, { person, zone }: Pick<Caller, 'person' | 'zone'>): Promise<readonly LookView[]> {
  const me = person.personId;
  const partners = new Set((await pairingsOf(tx, me)).map((pairing) => partnerOf(pairing, me)));
  const now = tx.at.setZone(zone);
  const views = new Map<string, LookView>();
  for (const look of await looksAt(tx, me, tx.at.minus({ days: looksDays }).toJSDate(), zone)) {
    const { objectKind, times } = look;
    const view = { day: dayOf(look.day, now), by: lookerOf(look, partners), objectKind };
    const key = `${look.day}|${view.by}|${objectKind}`;
    views.set(key, { ...view, times: (views.get(key)?.times ?? 0) + times });
  }
  return [...views.values()];
}
