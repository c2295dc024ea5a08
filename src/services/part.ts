import type { CoordinatorView, Leaving, WhyWritten } from '../cards';
import { placeOf } from '../cards';
import { isCoordinator } from '../mentoring';
import {
  coordinatorsFor,
  identitiesOf,
  pairingsOf,
  peopleById,
  type Tx,
  waitingFor,
  waitingOf,
  wishesOf,
} from '../store';
import type { Caller } from './caller';
import { entryFigures } from './mentors';
import { contactOf } from './request-view';

type Who = Pick<Caller, 'person'>;

/** What stays with a mentor who would leave the list; undefined for somebody who is not on it. */
export async function leavingOf(tx: Tx, { person: { personId } }: Who): Promise<Leaving | undefined> {
  if (!(await entryFigures(tx, personId))) return undefined;
  const mentees = (await pairingsOf(tx, personId)).filter(({ mentorId }) => mentorId === personId);
  return { asking: (await waitingFor(tx, personId)).length, mentees: mentees.length };
}

/** What is open for this person that makes the bot write to her. */
export const whyWritten = async (
  tx: Tx,
  { person: { personId }, roles }: Pick<Caller, 'person' | 'roles'>,
): Promise<WhyWritten> => ({
  coordinates: isCoordinator(roles),
  isMentor: (await entryFigures(tx, personId)) !== undefined,
  asked: (await waitingOf(tx, personId)).length,
  wishes: (await wishesOf(tx, personId)).length,
});

const mostNamed = 3;

/** The coordinators of this person's unit, those nearest to it, with a way to each of them. */
export async function coordinatorsNear(tx: Tx, { person }: Who): Promise<readonly CoordinatorView[]> {
  const ids = (await coordinatorsFor(tx, person.personId)).slice(0, mostNamed);
  const people = await peopleById(tx, ids);
  const views: CoordinatorView[] = [];
  for (const other of ids.flatMap((id) => people.get(id) ?? []))
    views.push({
      name: other.name,
      office: placeOf(other),
      grade: other.grade,
      contact: await contactOf(tx, person.personId, other),
    });
  return views;
}

/** How many accounts of this person are known. */
export const accountsKnown = async (tx: Tx, { person }: Who): Promise<number> =>
  (await identitiesOf(tx, person.personId)).length;
