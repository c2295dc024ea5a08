import { type Pairing, worksHere } from '../mentoring';
import { orientationOf, type PersonView, peopleById, recordEvent, supervisorsOf, type Tx } from '../store';
import type { Caller } from './caller';
import type { House } from './house';
import { aboutPairing } from './pairing';

/**
 * Her direct supervisor, where she works here and is neither herself nor her mentor: a mentor knows that they are paired,
 * and would read of it as of somebody else.
 */
export async function supervisorBeside(tx: Tx, menteeId: string, mentorId: string): Promise<PersonView | undefined> {
  const [id] = await supervisorsOf(tx, menteeId);
  if (id === undefined || id === menteeId || id === mentorId) return undefined;
  const person = (await peopleById(tx, [id])).get(id);
  return person && worksHere(person, tx.at) ? person : undefined;
}

/**
 * Her supervisor is told that she takes part, where the program says so: "Mentee to contact the supervisor about use of
 * mentorship" (Bethel/Nome).
 */
export async function tellSupervisor(tx: Tx, house: House, pairing: Pairing): Promise<void> {
  const { menteeId, mentorId, pairingId, programId } = pairing;
  if (!house.programs.get(programId)?.beginning.tellsSupervisor) return;
  const supervisor = await supervisorBeside(tx, menteeId, mentorId);
  if (!supervisor) return;
  const { personId: to } = supervisor;
  await house.ledger.tell(tx, { to, kind: 'supervisor-told', about: aboutPairing(pairingId), occurrence: '1' });
  await recordEvent(tx, { kind: 'supervisor.told', pairingId, personId: menteeId });
}

/** The name of the supervisor who would hear of it if this mentor said yes; undefined where nobody would. */
export async function supervisorToHear(
  tx: Tx,
  house: House,
  { person: { personId } }: Pick<Caller, 'person'>,
  { mentorId, programId }: Pick<Pairing, 'mentorId' | 'programId'>,
): Promise<string | undefined> {
  if (!house.programs.get(programId)?.beginning.tellsSupervisor) return undefined;
  if (await orientationOf(tx, { personId, programId, side: 'mentee' })) return undefined;
  return (await supervisorBeside(tx, personId, mentorId))?.name;
}
