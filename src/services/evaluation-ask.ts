import { type Pairing, quarterOf, releaseMoment, type Session } from '../mentoring';
import { keepDue, organizationOfTx, pairingById, setDue, type Tx } from '../store';
import { daysOffOf } from './days-off-here';
import type { House } from './house';
import { evaluationNudgeKind } from './nudges';

/** The figures of a quarter are to be published. */
export const releaseKind = 'evaluations-released';

/** Whether the program asks both partners for an evaluation. */
export const asksForEvaluations = (house: House, { programId }: Pick<Pairing, 'programId'>): boolean =>
  house.programs.get(programId)?.evaluates === true;

/** Once both agree on a session, each of the two is asked for an evaluation, if the program says so; told once. */
export async function askEvaluations(tx: Tx, house: House, { sessionId, pairingId }: Session): Promise<void> {
  const pairing = await pairingById(tx, pairingId);
  const program = pairing && house.programs.get(pairing.programId);
  if (!pairing || !program?.evaluates) return;
  const about = { kind: 'session' as const, id: sessionId };
  for (const to of [pairing.menteeId, pairing.mentorId])
    await house.ledger.tell(tx, { to, kind: 'evaluation-asked', about, occurrence: '1' });
  await setDue(tx, evaluationNudgeKind, sessionId, tx.at.plus(program.cadence.evaluation).toJSDate());
}

/** Notes when the figures of today's quarter come out, unless those of an earlier one are still to come. */
export async function expectRelease(tx: Tx): Promise<void> {
  const { zone } = await organizationOfTx(tx);
  const out = releaseMoment(quarterOf(tx.at, zone), zone, tx.at, await daysOffOf(tx));
  await keepDue(tx, releaseKind, tx.organizationId, out.toJSDate());
}
