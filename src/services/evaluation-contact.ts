import { holds, type Pairing, sideOf, worksHere } from '../mentoring';
import { coordinatorsFor, type PersonView, peopleById, programCoordinators, rolesOf, type Tx } from '../store';

/**
 * The coordinator who reads an evaluation whose writer asks for it: of this program, the one nearest to her, and none of the
 * two themselves. Undefined where there is nobody.
 */
export async function contactFor(tx: Tx, pairing: Pairing, writerId: string): Promise<PersonView | undefined> {
  const all = (await programCoordinators(tx, pairing.programId)).filter((id) => !sideOf(pairing, id));
  const near = (await coordinatorsFor(tx, writerId)).filter((id) => all.includes(id));
  const [id] = [...near, ...all];
  return id === undefined ? undefined : (await peopleById(tx, [id])).get(id);
}

/** Whether she may still read what was brought to her as a coordinator: a role taken away counts at once. */
export async function mayReadContact(tx: Tx, pairing: Pairing, readerId: string): Promise<boolean> {
  const reader = (await peopleById(tx, [readerId])).get(readerId);
  if (!reader || !worksHere(reader, tx.at) || sideOf(pairing, readerId)) return false;
  return holds(await rolesOf(tx, readerId), 'coordinator', pairing.programId);
}
