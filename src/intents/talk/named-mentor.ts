import { mentorsOfName, noMentorOfName, refusal, thatIsYou, token } from '../../cards';
import { say } from '../../chat';
import { mayAsk, mentorsOfThatName, topicView } from '../../services';
import type { Flow } from './flow';
import { keepOpen } from './open';
import { findMentor } from './topic-words';

/**
 * Somebody is wanted by name: she is shown with the button that asks her, as a find shows her, in the topic that was named
 * or the first of hers. Several are listed; nobody of that name, or oneself, is said with a way to find somebody else.
 */
export const namedMentor: Flow = async (slots, talk) => {
  const { person, topic } = slots;
  const { turn } = talk;
  const { tx, house, caller } = turn;
  if (person === undefined) return findMentor(slots, talk);
  const wanted = topic === undefined ? undefined : topicView(house, topic);
  const { found, isSelf, offersIt } = await mentorsOfThatName(tx, house, caller, person, topic);
  const [only] = found;
  if (isSelf) return [say(thatIsYou(wanted))];
  if (!only) return [say(noMentorOfName(person, wanted))];
  const because =
    found.length === 1 && wanted && offersIt ? await mayAsk(tx, house, caller, only.mentor.id, wanted.id) : undefined;
  if (because) return [say(refusal(because, topic))];
  await keepOpen(turn, {
    pending: { intent: 'request_mentor', slots: {}, asks: 'choice', options: found.map(({ mentor }) => mentor.name) },
    tokens: found.map(({ mentor, topic: own }) => token('ask', { mentor: mentor.id, topic: own.id })),
  });
  return [say(mentorsOfName(found, wanted, offersIt))];
};
