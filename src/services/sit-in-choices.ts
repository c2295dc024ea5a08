import type { SitInChoice } from '../cards';
import { placeOf } from '../cards';
import { type Pairing, worksHere } from '../mentoring';
import { canBeReached, coordinatorsFor, peopleById, programCoordinators, resourceAsksOf, type Tx } from '../store';
import type { House } from './house';
import { supervisorBeside } from './supervisor';

const mostCoordinators = 5;

/**
 * Whom the mentee may ask to sit in: her supervisor first, then the program's coordinators nearest to her. Nobody who was
 * asked for this exchange before, is its mentor, or cannot be written to. Empty where the program knows no such person.
 */
export async function sitInChoices(tx: Tx, house: House, pairing: Pairing): Promise<readonly SitInChoice[]> {
  const { pairingId, programId, menteeId, mentorId } = pairing;
  if (!house.programs.get(programId)?.beginning.hasResourcePerson) return [];
  const own = new Set(await programCoordinators(tx, programId));
  const supervisor = await supervisorBeside(tx, menteeId, mentorId);
  const coordinators = (await coordinatorsFor(tx, menteeId)).filter((id) => own.has(id)).slice(0, mostCoordinators);
  const asked = (await resourceAsksOf(tx, pairingId)).map(({ personId }) => personId);
  const ids = [...new Set([...(supervisor ? [supervisor.personId] : []), ...coordinators])];
  const people = await peopleById(tx, ids);
  const choices: SitInChoice[] = [];
  for (const person of ids.flatMap((id) => people.get(id) ?? [])) {
    const { personId, name } = person;
    if (personId === mentorId || asked.includes(personId) || !worksHere(person, tx.at)) continue;
    if (!(await canBeReached(tx, personId))) continue;
    const as = personId === supervisor?.personId ? 'supervisor' : 'coordinator';
    choices.push({ personId, name, office: placeOf(person), as });
  }
  return choices;
}
