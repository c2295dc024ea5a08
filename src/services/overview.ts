import { DateTime } from 'luxon';
import { day, type StandingView, type TopicFigures } from '../cards';
import { type Decision, happened, may, rolesFor } from '../mentoring';
import { offersByTopic, openTopics, programsOn, recordLooks, standingIn, type Tx, wishesByTopic } from '../store';
import { actorOf, type Caller } from './caller';
import { type House, topicView } from './house';
import { permit } from './permit';
import { mayOpen } from './topics';

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

/** Refuses whoever neither coordinates nor manages; undefined for those who may read how the program does. */
export const mayReadFigures = (tx: Tx, caller: Caller): Promise<Decision<never> | undefined> =>
  permit(tx, caller, 'list', { data: 'topic-figures' });

/** The topics for which somebody waits, those wanted most first; whether she may ask must be known before. */
export const wishedFor = async (tx: Tx, house: House): Promise<readonly TopicFigures[]> =>
  (await topicFigures(tx, house)).filter(({ wishes }) => wishes > 0);

/** The same for whoever may see all of it: coordinators and program managers. `hers` are the topics that she opens and closes. */
export async function overviewFor(
  tx: Tx,
  house: House,
  caller: Caller,
): Promise<Decision<{ readonly topics: readonly TopicFigures[]; readonly hers: ReadonlySet<string> }>> {
  const no = await mayReadFigures(tx, caller);
  if (no) return no;
  const topics = await topicFigures(tx, house);
  const hers = topics.flatMap(({ id }) => (mayOpen(house, caller, id) ? [id] : []));
  return happened({ topics, hers: new Set(hers) });
}

/**
 * Who waits and who is paired in these topics, as far as this person's roles reach, by topic; that she has seen it is noted.
 * Her own requests and pairings are not among them: of those she knows as one of the two, and no more.
 */
export async function standingOf(
  tx: Tx,
  { person, roles, zone }: Pick<Caller, 'person' | 'roles' | 'zone'>,
  topicIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StandingView[]>> {
  const reach = {
    waiting: rolesFor(roles, 'list', 'request-words'),
    paired: rolesFor(roles, 'list', 'pairing'),
  };
  const rows = await standingIn(tx, topicIds, reach, person.personId);
  await recordLooks(
    tx,
    rows.map(({ id, state }) => ({ objectKind: state === 'waiting' ? 'request' : 'pairing', objectId: id })),
  );
  const byTopic = new Map<string, readonly StandingView[]>();
  for (const { topicId, since, id: _, ...row } of rows) {
    const view = { ...row, since: day(DateTime.fromJSDate(since), zone, tx.at) };
    byTopic.set(topicId, [...(byTopic.get(topicId) ?? []), view]);
  }
  return byTopic;
}

/** The topics that are wished for and not open, of those which this coordinator can open, the most wanted first. */
export async function topicsToDecide(
  tx: Tx,
  house: House,
  caller: Pick<Caller, 'person' | 'roles'>,
): Promise<readonly TopicFigures[]> {
  if (!may(actorOf(caller), 'write', { data: 'topic-figures' })) return [];
  return (await topicFigures(tx, house)).filter(
    ({ id, isOpen, wishes }) => !isOpen && wishes > 0 && mayOpen(house, caller, id),
  );
}
