import { mentorsFound, nobodyFree, noSuchOffice, token, tokens, topicNotOpen } from '../cards';
import { type Card, replaceWith, say } from '../chat';
import { type FindResult, findMentors, mayOpen, noteOffered } from '../services';
import { intent, type Turn } from './intent';

const cardOf = (result: FindResult, { house, caller }: Turn): Card => {
  switch (result.found) {
    case 'mentors':
      return mentorsFound(result.topic, result.mentors, result.look, result.hasMore ? result.next : undefined);
    case 'nobody':
      return nobodyFree(result.topic, result.why, result.look);
    case 'no-such-office':
      return noSuchOffice(result.topic, result.office);
    case 'not-open':
      return topicNotOpen(result.topic, result.open, mayOpen(house, caller, result.topic.id));
  }
};

/** Mentors for a topic. A page turned replaces the page before; a first look is a new message. */
export const find = intent('find', tokens.find, {
  async run(look, turn) {
    const result = await findMentors(turn.tx, turn.house, turn.caller, look);
    await noteOffered(turn.tx, turn.caller, result.found === 'mentors' ? token('find', result.next) : undefined);
    const card = cardOf(result, turn);
    return [look.page === undefined ? say(card) : replaceWith(card)];
  },
});
