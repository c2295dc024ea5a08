import {
  asideBlocks,
  asideButtons,
  mentorsFound,
  nobodyFree,
  noSuchOffice,
  token,
  tokens,
  topicNotOpen,
} from '../cards';
import { type Card, replaceWith, say, type Token } from '../chat';
import { type FindResult, findMentors, mayOpen, noteOffered } from '../services';
import { intent, type Turn } from './intent';

const cardOf = (result: FindResult, { house, caller }: Turn): Card => {
  switch (result.found) {
    case 'mentors':
      return mentorsFound(result.topic, result.mentors, result.context);
    case 'nobody':
      return nobodyFree(result.topic, result.why, result.context);
    case 'no-such-office':
      return noSuchOffice(result.topic, result.office);
    case 'not-open': {
      const { topic, open, wish, aside } = result;
      const [first, others] = [asideBlocks(aside, '.'), asideButtons(aside, topic)];
      return topicNotOpen(topic, { open, wish, first, others, mayOpen: mayOpen(house, caller, topic.id) });
    }
  }
};

/** What "next" means from now on: the next page; at the end, that it is the end. */
const nextOf = (result: FindResult): Token | undefined => {
  if (result.found === 'mentors') return token('find', result.next);
  return result.found === 'nobody' && result.why === 'no-more' ? token('find', result.context.look) : undefined;
};

/** Those whom "the second one" counts from now on. */
const shownIn = (result: FindResult): readonly string[] | undefined =>
  result.found === 'mentors' ? result.mentors.map(({ id }) => id) : undefined;

/** Mentors for a topic. A page turned replaces the page before; a first look is a new message. */
export const find = intent('find', tokens.find, {
  async run(look, turn) {
    const result = await findMentors(turn.tx, turn.house, turn.caller, look);
    await noteOffered(turn.tx, turn.caller, nextOf(result), shownIn(result));
    const card = cardOf(result, turn);
    return [look.page === undefined ? say(card) : replaceWith(card)];
  },
});
