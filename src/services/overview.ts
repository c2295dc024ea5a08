import { DateTime } from 'luxon';
import { day, type StandingView, type TopicFigures } from '../cards';
import { isCoordinator } from '../mentoring';
import { offersByTopic, openTopics, programsOn, standingIn, type Tx, wishesByTopic } from '../store';
import type { Caller } from './caller';
import { type House, topicView } from './house';
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

/** Who waits and who is paired in these topics, as far as this coordinator's roles reach, by topic. */
export async function standingOf(
  tx: Tx,
  { roles, zone }: Pick<Caller, 'roles' | 'zone'>,
  topicIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StandingView[]>> {
  const hers = roles.filter(({ role }) => role === 'coordinator');
  const rows = await standingIn(tx, topicIds, hers);
  const byTopic = new Map<string, readonly StandingView[]>();
  for (const { topicId, since, ...row } of rows) {
    const view = { ...row, since: day(DateTime.fromJSDate(since), zone, tx.at) };
    byTopic.set(topicId, [...(byTopic.get(topicId) ?? []), view]);
  }
  return byTopic;
}

/** The topics that are wished for and not open, of those which this coordinator can open, the most wanted first. */
export async function topicsToDecide(
  tx: Tx,
  house: House,
  caller: Pick<Caller, 'roles'>,
): Promise<readonly TopicFigures[]> {
  if (!isCoordinator(caller.roles)) return [];
  return (await topicFigures(tx, house)).filter(
    ({ id, isOpen, wishes }) => !isOpen && wishes > 0 && mayOpen(house, caller, id),
  );
}
