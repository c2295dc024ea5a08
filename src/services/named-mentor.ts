import type { NamedMentor } from '../cards';
import { placeOf } from '../cards';
import { mentorFacts, mentorsCalled, openTopics, type Tx } from '../store';
import type { Caller } from './caller';
import { type House, labelOf, topicView } from './house';
import { accountIn, nameWords } from './name-words';

const mostFound = 6;

/** Mentors whom some words name. `isSelf`: it is the caller, and nobody else. */
export type OfName = {
  readonly found: readonly NamedMentor[];
  readonly isSelf: boolean;
  /** Whether all of them offer the topic that was named. */
  readonly offersIt: boolean;
};

/**
 * Those on the mentors' list whom these words name, each with the topic in which she is asked: the one that is wanted,
 * else the first of hers that is open.
 */
export async function mentorsOfThatName(
  tx: Tx,
  house: House,
  { person: { personId } }: Pick<Caller, 'person'>,
  who: string,
  topicId: string | undefined,
): Promise<OfName> {
  const [words, account] = [nameWords(who), accountIn(who)];
  const ids = words.length === 0 ? [] : await mentorsCalled(tx, { words, account }, mostFound);
  const others = ids.filter((id) => id !== personId);
  const open = new Set((await openTopics(tx)).map((topic) => topic.topicId));
  const facts = await mentorFacts(tx, others);
  let offersIt = true;
  const found = others.flatMap((id): NamedMentor[] => {
    const own = facts.get(id);
    const topics = (own?.topics ?? []).filter((topic) => open.has(topic));
    const asked = topicId !== undefined && topics.includes(topicId) ? topicId : topics[0];
    if (!own || asked === undefined) return [];
    offersIt &&= topicId === undefined || asked === topicId;
    const { name, grade, ways, times } = own;
    const labels = topics.map((topic) => labelOf(house, topic));
    const mentor = { id, name, office: placeOf(own), grade, topics: labels, ways, times, reasons: [] };
    return [{ mentor, topic: topicView(house, asked) }];
  });
  return { found, isSelf: ids.length > 0 && others.length === 0, offersIt };
}
