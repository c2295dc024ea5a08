import { type Block, type Card, card, notice, prose } from '../chat';
import type { MentorView } from './find';
import { nextBest } from './next-best';
import { reach, requestForMentee } from './request';
import { choiceOf, oneSession, standing, whyNext } from './request-standing';
import type { RequestView } from './request-view';
import { firstName } from './words';

const inTheirWords = ({ reason }: RequestView): Block[] =>
  reason === null ? [] : [prose(['In their words: ', reason])];

/** The mentor answered: yes leads to the first meeting, no to the next best. */
export function answerForMentee(view: RequestView, next: MentorView | undefined): Card {
  const { text } = standing(view, 'mentee');
  if (view.request.state === 'accepted') {
    const good =
      view.request.begins === 'trial'
        ? `Good news: ${view.mentor.name} offers you a first session on ${view.topic}. ${oneSession}`
        : `Good news: ${view.mentor.name} accepted your request for ${view.topic}.`;
    return card('request-accepted', good, notice('good', good), ...reach(view, view.mentor));
  }
  return card(
    'request-declined',
    `${text} Topic: ${view.topic}.`,
    notice('info', text),
    ...inTheirWords(view),
    ...nextBest({ id: view.request.topicId, label: view.topic }, next),
  );
}

/** Ten days without an answer (or what the program says). */
export function expiredForMentee(view: RequestView, next: MentorView | undefined): Card {
  const name = firstName(view.mentor.name);
  const words =
    view.request.more === 'asked'
      ? `${name}’s question was not answered in time, so your request for ${view.topic} has ended. You can ask again whenever you like.`
      : `${name} did not answer in time, so your request for ${view.topic} has ended. That happens, and it is not about you.`;
  return card(
    'request-expired',
    words,
    notice('info', words),
    ...nextBest({ id: view.request.topicId, label: view.topic }, next),
  );
}

/** The mentor's last place went to somebody else while this mentee still waits. */
export function mentorFullForMentee(view: RequestView, next: MentorView | undefined): Card {
  const name = firstName(view.mentor.name);
  const quicker = next ? ', but asking somebody else is quicker' : '';
  const words = `${name} has just filled the last free place. Your request for ${view.topic} stays with ${name}${quicker}.`;
  return card(
    'mentor-full',
    words,
    notice('info', words),
    ...nextBest({ id: view.request.topicId, label: view.topic }, next),
  );
}

/** Short word to the mentor that a request needs no answer any more. */
export function withdrawnForMentor(view: RequestView): Card {
  const words = `${view.mentee.name} withdrew the request for ${view.topic}. You need not do anything.`;
  return card('request-withdrawn', words, notice('info', words));
}

/** A request of hers did not work out, and her next choice was asked by itself: `ended` is the one, `view` the other. */
export function nextAskedForMentee(view: RequestView, ended: RequestView): Card {
  const words = `${whyNext(ended)} I have asked ${view.mentor.name}, ${choiceOf(view.request.rank)}, with the same words.`;
  const own = requestForMentee(view, notice('info', words), ...inTheirWords(ended));
  return { ...own, summary: `${words} ${standing(view, 'mentee').text}` };
}
