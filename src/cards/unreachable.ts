import { buttons, type Card, card, notice, prose } from '../chat';
import { contactButton } from './contact';
import type { MentorView } from './find';
import { nextBest } from './next-best';
import { type RequestView, reach } from './request';
import { firstName } from './words';

/** Her request could not be brought to the mentor; it stays open, and somebody else could be asked. */
export function mentorUnreachableForMentee(view: RequestView, next: MentorView | undefined): Card {
  const name = firstName(view.mentor.name);
  const words = `I cannot reach ${view.mentor.name} in chat right now, so ${name} has not seen your request for ${view.topic} yet.`;
  const quicker = next ? ' Asking somebody else is quicker.' : '';
  return card(
    'request-mentor-unreachable',
    words,
    notice('warning', words),
    prose(`It stays open, and ${name} gets it as soon as I can bring it.${quicker}`),
    ...nextBest({ id: view.request.topicId, label: view.topic }, next),
  );
}

/** The mentor said yes, and the mentee cannot be told: the mentor can write to her. */
export function menteeUnreachableForMentor(view: RequestView): Card {
  const name = firstName(view.mentee.name);
  const words = `I cannot reach ${view.mentee.name} in chat right now, so ${name} does not know yet that you said yes to ${view.topic}.`;
  return card('request-mentee-unreachable', words, notice('warning', words), ...reach(view, view.mentee));
}

/** To a coordinator: no message reaches this mentor, and what that means. */
export function mentorUnreachable(mentor: { readonly name: string; readonly email: string }): Card {
  const name = firstName(mentor.name);
  const words = `My messages do not reach ${mentor.name}. Whoever asked ${name} has been told, and can ask somebody else.`;
  return card(
    'mentor-unreachable',
    words,
    notice('warning', words),
    prose(
      `Please ask ${name} to open Mentor Exchange in the chat and say hello. Until then, nobody finds ${name} as a mentor.`,
    ),
    buttons({ ...contactButton(mentor.name, { by: 'email', email: mentor.email }), emphasis: 'main' }),
  );
}

/** To a coordinator: no message reaches somebody any more, and how that can be mended. */
export function personUnreachable(person: { readonly name: string; readonly email: string }): Card {
  const name = firstName(person.name);
  const words = `My messages do not reach ${person.name} any more.`;
  return card(
    'person-unreachable',
    words,
    notice('warning', words),
    prose(
      `Please ask ${name} to open Mentor Exchange in the chat and say hello: what waits for ${name} comes then. If ${name} has left, whoever keeps the list of people can put the last day in it.`,
    ),
    buttons({ ...contactButton(person.name, { by: 'email', email: person.email }), emphasis: 'main' }),
  );
}

/** The same card, once a message reaches this person again. */
export function reachableAgain(person: { readonly name: string }): Card {
  const words = `My messages reach ${person.name} again. There is nothing more to do.`;
  return card('person-reachable', words, notice('good', words));
}
