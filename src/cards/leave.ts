import { buttons, type Card, card, notice, prose } from '../chat';
import type { MentorView } from './find';
import { nextBest } from './next-best';
import type { PersonOnCard, RequestView } from './request';
import type { TopicView } from './topic';
import { browseButton, firstName, mineButton } from './words';

/** Two who were paired in a topic, one of whom does not work here any more. */
export type LeftPairing = { readonly topic: TopicView; readonly mentor: PersonOnCard; readonly mentee: PersonOnCard };

/** The mentor whom she had asked does not work here any more. */
export function mentorLeftForMentee(view: RequestView, next: MentorView | undefined): Card {
  const words = `${view.mentor.name} no longer works here, so your request for ${view.topic} has ended. It is not about you.`;
  return card(
    'request-mentor-left',
    words,
    notice('info', words),
    ...nextBest({ id: view.request.topicId, label: view.topic }, next),
  );
}

/** Short word to the mentor that a request needs no answer any more. */
export function menteeLeftForMentor(view: RequestView): Card {
  const words = `${view.mentee.name} no longer works here, so the request for ${view.topic} has ended. It needs no answer.`;
  return card('request-mentee-left', words, notice('info', words), buttons(mineButton));
}

/** Her mentor does not work here any more: thanks for what was, and who could be next. */
export function mentorLeftPairing({ topic, mentor }: LeftPairing, next: MentorView | undefined): Card {
  const words = `${mentor.name} no longer works here, so your mentoring on ${topic.label} has ended.`;
  return card(
    'pairing-mentor-left',
    words,
    notice('info', words),
    prose(
      'What you two have worked on stays yours. If you would like to go on, somebody else can take it up with you.',
    ),
    ...nextBest(topic, next),
  );
}

/** Her mentee does not work here any more: thanks, and what it means for her places. */
export function menteeLeftPairing({ topic, mentee }: LeftPairing): Card {
  const words = `${mentee.name} no longer works here, so your mentoring on ${topic.label} has ended.`;
  return card(
    'pairing-mentee-left',
    words,
    notice('info', words),
    prose(
      `Thank you for the time you gave ${firstName(mentee.name)}. You need not do anything: your place is free again.`,
    ),
    buttons(mineButton, browseButton),
  );
}
