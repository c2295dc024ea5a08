import type { TopicFigures } from '../cards';
import { type Decision, happened, refuse } from '../mentoring';
import {
  bestOpenMentor,
  dropKeptWish,
  holdWishes,
  insertWish,
  meetKeptWishes,
  mentorsWaitingForApp,
  offersByTopic,
  openTopics,
  programCoordinators,
  programsOn,
  recordEvent,
  type Tx,
  type Wish,
  wishById,
  wishesByTopic,
} from '../store';
import type { Caller } from './caller';
import { redrawHomes } from './home-notice';
import { type House, topicView } from './house';
import { programFor } from './topics';

/** What became of a wish: kept, kept before, or needless as somebody else offers the topic by now. */
export type Keeping = 'new' | 'known' | 'needless';

/** Keeps a wish for a topic until somebody offers it. */
export async function keepWish(
  tx: Tx,
  house: House,
  { person }: Pick<Caller, 'person'>,
  topicId: string,
): Promise<Decision<Keeping>> {
  if (!house.topics.has(topicId)) return refuse({ code: 'topic-not-open', topic: topicId });
  await holdWishes(tx, topicId);
  const offered = (await programFor(tx, house, topicId)) && (await bestOpenMentor(tx, topicId));
  if (offered && offered !== person.personId) return happened('needless');
  if (!(await insertWish(tx, tx.newId(), person.personId, topicId))) return happened('known');
  await recordEvent(tx, { kind: 'wish.kept', personId: person.personId, facts: { topic: topicId } });
  await redrawHomes(tx, house, [person.personId]);
  return happened('new');
}

/** Drops a wish of this person. */
export async function dropWish(
  tx: Tx,
  house: House,
  { person }: Pick<Caller, 'person'>,
  wishId: string,
): Promise<Decision<Wish>> {
  const wish = await wishById(tx, wishId);
  if (!wish || wish.personId !== person.personId || !(await dropKeptWish(tx, wishId, person.personId)))
    return refuse({ code: 'no-such-wish' });
  await recordEvent(tx, { kind: 'wish.dropped', personId: person.personId, facts: { topic: wish.topicId } });
  await redrawHomes(tx, house, [person.personId]);
  return happened(wish);
}

/**
 * A mentor can be found in these topics from now on: everybody who has kept a wish for one is told, and so are the
 * coordinators of its program. Topics that no program has opened meet no wish yet.
 */
export async function meetWishes(tx: Tx, house: House, mentorId: string, topicIds: readonly string[]): Promise<void> {
  for (const topicId of topicIds) {
    const program = await programFor(tx, house, topicId);
    if (!program) continue;
    await holdWishes(tx, topicId);
    const [first, ...others] = await meetKeptWishes(tx, topicId, mentorId);
    if (!first) continue;
    const met = [first, ...others];
    for (const { wishId, personId } of met)
      await house.ledger.tell(tx, {
        to: personId,
        kind: 'wish-met',
        about: { kind: 'wish', id: wishId },
        occurrence: '1',
      });
    for (const to of await programCoordinators(tx, program.id))
      await house.ledger.tell(tx, {
        to,
        kind: 'wishes-met',
        about: { kind: 'wish', id: first.wishId },
        occurrence: String(met.length),
      });
    await recordEvent(tx, { kind: 'wishes.met', personId: mentorId, facts: { topic: topicId, wishes: met.length } });
    await redrawHomes(
      tx,
      house,
      met.map((wish) => wish.personId),
    );
  }
}

/** How many mentors nobody finds because the app is missing where they read. */
export const mentorsWithoutApp = (tx: Tx): Promise<number> => mentorsWaitingForApp(tx);

/** Offers and wishes of all topics of the programs here: the most wanted first, then those with fewest mentors. */
export async function topicFigures(tx: Tx, house: House): Promise<readonly TopicFigures[]> {
  const on = await programsOn(tx);
  const ids = new Set(on.flatMap((id) => house.programs.get(id)?.topicIds ?? []));
  const open = new Set((await openTopics(tx)).map((topic) => topic.topicId));
  const [mentors, wishes] = [await offersByTopic(tx), await wishesByTopic(tx)];
  return [...house.topics.keys()]
    .filter((id) => ids.has(id))
    .map((id) => ({
      ...topicView(house, id),
      isOpen: open.has(id),
      mentors: mentors.get(id) ?? 0,
      wishes: wishes.get(id) ?? 0,
    }))
    .sort(
      (a, b) =>
        b.wishes - a.wishes ||
        Number(b.isOpen) - Number(a.isOpen) ||
        a.mentors - b.mentors ||
        a.label.localeCompare(b.label),
    );
}
