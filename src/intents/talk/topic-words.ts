import { chooseTopic, tapFirst, timesAreAgreed, token, unknownTopic } from '../../cards';
import { type Reply, say, type Token } from '../../chat';
import { openNow, suggested, topicView } from '../../services';
import type { Slots } from '../../understanding';
import type { Turn } from '../intent';
import { withBlocks } from './blocks';
import { type Flow, leadsTo } from './flow';
import { keepOpen } from './open';

/** What the words could mean, with the topics that are open first. */
async function openFirst({ tx, house }: Turn, topics: readonly string[]) {
  const open = new Set((await openNow(tx, house)).map((topic) => topic.id));
  return topics.toSorted((a, b) => Number(open.has(b)) - Number(open.has(a))).map((id) => topicView(house, id));
}

/** Which of several topics is meant. */
async function askWhich(slots: Slots, turn: Turn): Promise<readonly Reply[]> {
  const { choices = [], asked = '', unsure = 'ambiguous', office, place, near } = slots;
  const topics = await openFirst(turn, choices);
  await keepOpen(turn, {
    pending: { intent: 'find_mentor', slots, asks: 'choice', options: topics.map(({ label }) => label) },
    tokens: topics.map(({ id: topic }) => token('find', { topic, office, near })),
  });
  return [say(chooseTopic(asked, topics, unsure, { office, place, near }))];
}

async function aboutTopic(
  slots: Slots,
  turn: Turn,
  tokenOf: (topic: string) => Token,
  otherwise: Token,
): Promise<readonly Reply[]> {
  const { topic, choices, asked = '', nearby = [] } = slots;
  if (topic !== undefined) return turn.lead(tokenOf(topic));
  if (choices !== undefined) return askWhich(slots, turn);
  if (asked === '') return turn.lead(otherwise);
  const near = await openFirst(turn, nearby);
  return [say(unknownTopic(asked, near, await suggested(turn.tx, turn.house)))];
}

/** Mentors for a topic. A time that was named is agreed with the mentor herself, and that is said. */
export const findMentor: Flow = async (slots, { turn }) => {
  const { office, place, near, also, alsoIn, when } = slots;
  const look = (topic: string): Token => token('find', { topic, office, place, near, also, alsoIn });
  const replies = await aboutTopic(slots, turn, look, token('topics', { office: office ?? near, place }));
  return when === undefined ? replies : withBlocks(replies, timesAreAgreed());
};

/** A coordinator opens a topic by words; whoever is none is refused by the same button's rights. */
export const openTopic: Flow = (slots, { turn, sure }) =>
  !sure && slots.topic !== undefined
    ? Promise.resolve([say(tapFirst('open', topicView(turn.house, slots.topic)))])
    : aboutTopic(slots, turn, (topic) => token('open-topic', { topic }), token('closed', {}));

export const closeTopic: Flow = (slots, { turn, sure }) =>
  !sure && slots.topic !== undefined
    ? Promise.resolve([say(tapFirst('close', topicView(turn.house, slots.topic)))])
    : aboutTopic(slots, turn, (topic) => token('close-topic', { topic }), token('overview', {}));

export const browse: Flow = leadsTo(() => token('topics', {}));
