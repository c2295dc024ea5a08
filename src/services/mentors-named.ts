import { type MentorView, placeOf } from '../cards';
import { mentorFacts, type Tx } from '../store';

/** These people as a list names them, as far as they mentor anything. */
export async function mentorsNamed(
  tx: Tx,
  ids: readonly string[],
): Promise<readonly Pick<MentorView, 'id' | 'name' | 'office' | 'grade'>[]> {
  return [...(await mentorFacts(tx, ids))].flatMap(([id, facts]) =>
    facts.topics.length === 0 ? [] : [{ id, name: facts.name, grade: facts.grade, office: placeOf(facts) }],
  );
}
