import { mentorsFound, nobodyFree, tokens, topicNotOpen } from '../cards';
import { type Card, replaceWith, say } from '../chat';
import { type FindResult, findMentors, mayOpen } from '../services';
import { intent, type Turn } from './intent';

const cardOf = (result: FindResult, { house, caller }: Turn): Card => {
  switch (result.found) {
    case 'mentors':
      return mentorsFound(result.topic, result.mentors, result.page, result.after);
    case 'nobody':
      return nobodyFree(result.topic, result.why);
    case 'not-open':
      return topicNotOpen(result.topic, result.open, mayOpen(house, caller, result.topic.id));
  }
};

/** Mentors for a topic. A page turned replaces the page before; a first look is a new message. */
export const find = intent('find', tokens.find, {
  async run({ topic, page }, turn) {
    const result = await findMentors(turn.tx, turn.house, turn.caller, topic, page ?? 1);
    const card = cardOf(result, turn);
    return [page === undefined ? say(card) : replaceWith(card)];
  },
});
