import { DateTime } from 'luxon';
import { nextCommitment } from '../mentoring';
import { mentorProfile, programsOn, setDue, type Tx } from '../store';
import type { House } from './house';

/** The end of the time for which a mentor has said that she stays. */
export const commitmentKind = 'commitment';

/** For so long the programs here ask a mentor to stay; of several, the longest. Undefined where none asks. */
export async function commitmentHere(tx: Tx, house: House) {
  const all = (await programsOn(tx)).flatMap((id) => house.programs.get(id)?.commitment ?? []);
  return all.toSorted((one, other) => other.toMillis() - one.toMillis())[0];
}

/** A mentor has agreed to be one: notes when she hears that her time is nearly over. */
export async function planCommitment(tx: Tx, house: House, mentorId: string): Promise<void> {
  const agreedAt = (await mentorProfile(tx, mentorId))?.agreedAt;
  const commitment = await commitmentHere(tx, house);
  if (!agreedAt || !commitment) return;
  const { since } = nextCommitment(DateTime.fromJSDate(agreedAt), commitment, tx.at);
  await setDue(tx, commitmentKind, mentorId, since.toJSDate());
}
