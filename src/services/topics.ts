import type { TopicOnList, TopicView } from '../cards';
import { type Decision, happened, may } from '../mentoring';
import { offersByTopic, openTopics, type Tx } from '../store';
import { actorOf, type Caller } from './caller';
import { type House, type ProgramPolicy, topicView } from './house';
import { permit } from './permit';

/** The topics that are open now, in the order of the definitions. */
export async function openNow(tx: Tx, house: House): Promise<readonly TopicView[]> {
  const open = new Set((await openTopics(tx)).map((topic) => topic.topicId));
  return [...house.topics.keys()].filter((id) => open.has(id)).map((id) => topicView(house, id));
}

/** The open topics with their groups and how many mentors have a free place. */
export async function topicsWithMentors(tx: Tx, house: House): Promise<readonly TopicOnList[]> {
  const mentors = await offersByTopic(tx);
  return (await openNow(tx, house)).map((topic) => ({
    ...topic,
    group: house.topics.get(topic.id)?.group ?? '',
    mentors: mentors.get(topic.id) ?? 0,
  }));
}

/** The open topics to suggest, those with most free mentors first; without mentors only where no topic has any. */
export async function suggested(tx: Tx, house: House): Promise<readonly TopicView[]> {
  const all = (await topicsWithMentors(tx, house)).toSorted((a, b) => b.mentors - a.mentors);
  const offered = all.filter((topic) => topic.mentors > 0);
  return (offered.length > 0 ? offered : all).map(({ id, label }) => ({ id, label }));
}

/** The topics that this coordinator could open, in the order of the catalog; refused to whoever opens none. */
export async function closedTopics(tx: Tx, house: House, caller: Caller): Promise<Decision<readonly TopicView[]>> {
  const no = await permit(tx, caller, 'write', { data: 'topic-figures' });
  if (no) return no;
  const open = new Set((await openTopics(tx)).map((topic) => topic.topicId));
  const closed = [...house.topics.keys()].filter((id) => !open.has(id) && mayOpen(house, caller, id));
  return happened(closed.map((id) => topicView(house, id)));
}

/** The on-demand program under which this topic is open; undefined where it is open in none. */
export async function programFor(tx: Tx, house: House, topicId: string): Promise<ProgramPolicy | undefined> {
  for (const open of await openTopics(tx)) {
    const program = house.programs.get(open.programId);
    if (open.topicId === topicId && program?.shape === 'exchange') return program;
  }
  return undefined;
}

/** Whether this person opens and closes topics of that program. */
export const mayTurn = (caller: Pick<Caller, 'person' | 'roles'>, programId: string): boolean =>
  may(actorOf(caller), 'write', { data: 'topic-figures', programId });

/** Whether this person opens and closes this topic, in whatever program that has it. */
export const mayOpen = (house: House, caller: Pick<Caller, 'person' | 'roles'>, topicId: string): boolean =>
  [...house.programs.values()].some(({ id, topicIds }) => topicIds.includes(topicId) && mayTurn(caller, id));
