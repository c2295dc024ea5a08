import { type Block, buttons, type Card, card, type Form, facts, heading, notice, prose } from '../chat';
import { answerButton, showButton, withdrawButton } from './request';
import { standing } from './request-standing';
import type { RequestView } from './request-view';
import { token } from './tokens';
import { firstName } from './words';

export const mostQuestion = 500;
export const mostAnswer = 1000;

const backTo = ({ request: { requestId } }: RequestView) => ({
  label: 'Back',
  token: token('request', { request: requestId }),
});
const act = ({ request: { requestId, version } }: RequestView) => ({ request: requestId, version });

/** The mentor asks one question before she decides. */
export function moreForm(view: RequestView): Form {
  const name = firstName(view.mentee.name);
  return {
    name: 'ask-more',
    title: 'Tell me more',
    intro: [
      prose(
        `${name} gets your question and can answer it once. Meanwhile the request waits, and you can still accept or decline it.`,
      ),
    ],
    fields: [
      {
        id: 'question',
        label: `What would you like to know from ${name}?`,
        hint: `Only ${name} reads it. Please leave out client names.`,
        field: 'paragraph',
        most: mostQuestion,
      },
    ],
    submit: 'Send question',
    back: backTo(view),
    token: token('ask-more', act(view)),
  };
}

const asked = (view: RequestView): Block =>
  facts(['Topic', view.topic], [`${firstName(view.mentor.name)} asks`, view.question ?? '']);

/** The mentee answers the mentor's question. */
export function answerForm(view: RequestView): Form {
  const name = firstName(view.mentor.name);
  return {
    name: 'tell-more',
    title: 'Answer a question',
    intro: [asked(view)],
    fields: [
      {
        id: 'answer',
        label: `Your answer to ${name}`,
        hint: `Only ${name} reads it. Please leave out client names.`,
        field: 'paragraph',
        most: mostAnswer,
      },
    ],
    submit: 'Send answer',
    back: backTo(view),
    token: token('tell-more', act(view)),
  };
}

/** The mentor's question, on a card of its own; once the request goes on, it says how that stands. */
export function questionForMentee(view: RequestView, ...first: readonly Block[]): Card {
  const title = `${view.mentor.name} has a question`;
  const { tone, text } = standing(view, 'mentee');
  const open = view.request.state === 'waiting' && view.request.more === 'asked';
  return card(
    'request-question',
    `${title} about your request for ${view.topic}. ${text}`,
    heading(title),
    ...first,
    asked(view),
    ...(view.answer === null ? [] : [facts(['You answered', view.answer])]),
    notice(tone, text),
    open
      ? buttons(answerButton(view), withdrawButton(view), showButton(view.request.requestId))
      : buttons(showButton(view.request.requestId)),
  );
}

/** On top of the request's card, as it comes back to the mentor. */
export const answeredBlock = (view: RequestView): Block =>
  notice('good', `${firstName(view.mentee.name)} has answered your question.`);

/** The mentor's question cannot be brought to the mentee. */
export function questionUntold(view: RequestView): Card {
  const name = firstName(view.mentee.name);
  const words = `I cannot reach ${view.mentee.name} in chat right now, so ${name} has not seen your question yet. You can still accept or decline the request.`;
  return card('request-question-untold', words, notice('warning', words), buttons(showButton(view.request.requestId)));
}

/** One question is enough: it was asked already. */
export const askedAlready = (): Block =>
  notice('info', 'You have asked your one question already. Here is how it stands.');

/** The question was answered already. */
export const answeredAlready = (): Block =>
  notice('info', 'You have answered that question already. Here is how it stands.');
