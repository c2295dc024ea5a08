import { bold, buttons, type Card, card, heading, notice, prose } from '../chat';
import { type MentorView, mentorBlock } from './find';
import { token } from './tokens';
import type { TopicView } from './topic';
import { browseButton } from './words';

/** Somebody on the mentors' list, and the topic in which she is asked: the one that was named, if she offers it. */
export type NamedMentor = { readonly mentor: MentorView; readonly topic: TopicView };

const more = (topic: TopicView | undefined) =>
  topic === undefined
    ? browseButton
    : { label: 'More mentors', spoken: `More mentors for ${topic.label}`, token: token('find', { topic: topic.id }) };

/** Mentors of that name; `wanted` is the topic that was named, and `offersIt` whether the only one offers it. */
export function mentorsOfName(found: readonly NamedMentor[], wanted: TopicView | undefined, offersIt: boolean): Card {
  const [only] = found;
  const title = found.length === 1 && only ? only.mentor.name : 'Whom do you mean?';
  const otherwise = wanted !== undefined && !offersIt && found.length === 1;
  return card(
    'mentors-of-name',
    `${title}: ${found.map(({ mentor }) => mentor.name).join(', ')}.`,
    heading(title),
    ...(otherwise ? [notice('info', `${title} does not offer ${wanted.label}, but you can ask for these:`)] : []),
    ...found.slice(0, 5).map(({ mentor, topic }) => mentorBlock(mentor, topic)),
    buttons(more(wanted)),
  );
}

/** Nobody on the mentors' list goes by that name. */
export function noMentorOfName(who: string, topic: TopicView | undefined): Card {
  const words = 'is not on the list of mentors, as far as I can see. A topic finds you somebody who is.';
  return card(
    'no-mentor-of-name',
    `That person ${words}`,
    prose(['“', bold(who), `” ${words}`]),
    buttons(more(topic), ...(topic === undefined ? [] : [browseButton])),
  );
}

/** The one who was named is the one who asks. */
export function thatIsYou(topic: TopicView | undefined): Card {
  const words = 'That is you! Shall I find you a colleague instead?';
  return card('that-is-you', words, prose(words), buttons(more(topic), ...(topic === undefined ? [] : [browseButton])));
}
