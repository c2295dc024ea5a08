import type { DateTime } from 'luxon';
import {
  type Block,
  type Button,
  bold,
  buttons,
  type Card,
  card,
  facts,
  heading,
  notice,
  plainText,
  prose,
} from '../chat';
import { contactButton } from './contact';
import { nextAsked, standing } from './request-standing';
import type { PersonOnCard, Reader, RequestView } from './request-view';
import { token } from './tokens';
import { browseButton, dayOf, firstName, line, wayWords } from './words';

export type { PersonOnCard, RequestView } from './request-view';

const questionRows = (
  { question, answer, mentor, mentee }: RequestView,
  reader: Reader,
): (readonly [string, string])[] => [
  ...(question === null
    ? []
    : [[reader === 'mentor' ? 'You asked' : `${firstName(mentor.name)} asks`, question] as const]),
  ...(answer === null
    ? []
    : [[reader === 'mentor' ? `${firstName(mentee.name)} answers` : 'You answered', answer] as const]),
];

const wish = (view: RequestView, reader: Reader): Block =>
  facts(
    ['Topic', view.topic],
    ['To discuss', view.need === '' ? 'What was written here is no longer kept.' : view.need],
    ...(view.request.ways.length > 0 ? [['How to meet', wayWords(view.request.ways)] as const] : []),
    ...(view.suits === null ? [] : [['When it suits', view.suits] as const]),
    ...questionRows(view, reader),
    ...(view.nextChoices.length === 0 ? [] : [['If not, I ask', view.nextChoices.join(', then ')] as const]),
  );

const exchangeButtons = (id: string, other: PersonOnCard): readonly Button[] => [
  {
    label: 'Plan a meeting',
    spoken: `Plan a meeting with ${other.name}`,
    token: token('meet', { pairing: id }),
    emphasis: 'main',
    dialog: true,
  },
  showExchange(id, other),
];

const showExchange = (id: string, other: PersonOnCard): Button => ({
  label: 'Show exchange',
  spoken: `Show the exchange with ${other.name}`,
  token: token('pairing', { pairing: id }),
});

/** How to write to the other one, once they are partners, and what comes next; what became of it where that is over. */
export const reach = ({ contact, pairing }: RequestView, other: PersonOnCard): Block[] => {
  const name = firstName(other.name);
  if (pairing?.isOver)
    return [prose(`Your exchange with ${name} is over.`), buttons(showExchange(pairing.id, other), browseButton)];
  return [
    contact.by === 'chat'
      ? prose(`You both use this chat: write to ${name} and agree on a first meeting, or propose times here.`)
      : prose([`Write to ${name} at `, bold(contact.email), ' and agree on a first meeting, or propose times here.']),
    buttons(...(pairing ? exchangeButtons(pairing.id, other) : []), contactButton(other.name, contact)),
  ];
};

const trial = (): Block =>
  prose('Not sure yet? Accept one session: it takes a place, and after it you both say whether to go on.');

const consent = (view: RequestView): Block =>
  view.contact.by === 'chat'
    ? prose('If you accept, you two can write to each other in this chat.')
    : prose([
        'You use different chats. If you accept, ',
        firstName(view.mentee.name),
        ' gets your work address, ',
        bold(view.ownEmail),
        ', and you get theirs.',
      ]);

const status = (view: RequestView, reader: Reader): Block => {
  const { tone, text } = standing(view, reader);
  return notice(tone, text);
};

const reasonGiven = (view: RequestView): Block[] =>
  view.request.state === 'declined' && view.reason !== null ? [facts(['In their words', view.reason])] : [];

const act = (view: RequestView): { request: string; version: number } => ({
  request: view.request.requestId,
  version: view.request.version,
});

/** What the mentor can answer; one question is enough. */
function answers(view: RequestView): readonly Button[] {
  const { name } = view.mentee;
  const more: Button = {
    label: 'Tell me more',
    spoken: `Ask ${name} to tell you more`,
    token: token('ask-more', act(view)),
  };
  return [
    { label: 'Accept', spoken: `Accept ${name}`, token: token('accept', act(view)), emphasis: 'main' },
    {
      label: 'Accept one session',
      spoken: `Accept one session with ${name}`,
      token: token('accept-session', act(view)),
    },
    ...(view.request.more === null ? [more] : []),
    { label: 'Decline', spoken: `Decline ${name}`, token: token('decline', act(view)) },
  ];
}

/** The request as the mentor sees it, in every state. `first` blocks stand on top (a late answer, a reminder). */
export function requestForMentor(view: RequestView, ...first: readonly Block[]): Card {
  const waiting = view.request.state === 'waiting';
  const title = `${view.mentee.name} would like you as a mentor`;
  return card(
    'request-for-mentor',
    `${title}: ${view.topic}. ${standing(view, 'mentor').text}`,
    heading(title),
    ...first,
    prose(line(view.mentee.grade, view.mentee.office) || 'From your organization'),
    wish(view, 'mentor'),
    status(view, 'mentor'),
    ...(waiting ? [consent(view), trial(), buttons(...answers(view))] : []),
    ...(view.request.state === 'accepted' ? reach(view, view.mentee) : []),
  );
}

/** The mentee takes her request back. */
export const withdrawButton = (view: RequestView): Button => {
  const told = `${firstName(view.mentor.name)} will be told that you no longer need an answer.`;
  return {
    label: 'Withdraw',
    spoken: `Withdraw the request to ${view.mentor.name}`,
    token: token('withdraw', act(view)),
    emphasis: 'danger',
    confirm: {
      title: 'Withdraw this request?',
      text: view.nextChoices.length === 0 ? told : `${told} Your next choices are not asked either.`,
      yes: 'Withdraw',
      no: 'Keep it',
    },
  };
};

/** The mentee answers the mentor's question. */
export const answerButton = (view: RequestView): Button => ({
  label: 'Answer',
  spoken: `Answer the question of ${view.mentor.name}`,
  token: token('tell-more', act(view)),
  emphasis: 'main',
});

/** Shows a request as it stands. */
export const showButton = (request: string): Button => ({ label: 'Show it', token: token('request', { request }) });

/** The request as the mentee sees it, in every state. */
export function requestForMentee(view: RequestView, ...first: readonly Block[]): Card {
  const { state, more, topicId } = view.request;
  const again: Button = { label: 'More mentors', token: token('find', { topic: topicId }) };
  return card(
    'request-for-mentee',
    `Your request to ${view.mentor.name}, ${view.topic}. ${standing(view, 'mentee').text}`,
    heading(`Your request to ${view.mentor.name}`),
    ...first,
    prose(line(view.mentor.grade, view.mentor.office) || 'From your organization'),
    wish(view, 'mentee'),
    status(view, 'mentee'),
    ...reasonGiven(view),
    ...(view.next ? [prose(nextAsked(view.next))] : []),
    ...(state === 'accepted'
      ? reach(view, view.mentor)
      : [
          buttons(
            ...(state === 'waiting' && more === 'asked' ? [answerButton(view)] : []),
            ...(state === 'waiting' ? [withdrawButton(view)] : []),
            ...(view.next ? [showButton(view.next.request)] : []),
            again,
            browseButton,
          ),
        ]),
  );
}

/** Nothing was done, as somebody was faster or it was done before: how it stands is on the card already. */
export const nothingChanged = (): Block =>
  notice('warning', 'That is already settled, so nothing changed just now. Here is how it stands.');

/** The same act once more, as a second press or an old card: it is as it was wanted. */
export const doneAlready = (): Block => notice('info', 'That is done already. Here is how it stands.');

/** The mentor declined and takes a break with it; `until` is an ISO day. */
export const pausedToo = (until: string, now: DateTime): Block =>
  notice(
    'good',
    `Declined, and you pause until ${dayOf(until, now)}. Nobody new finds you before that day, and you come back by yourself.`,
  );

/** A place is needed to accept, and there is none. */
export const noFreePlace = (): Block =>
  notice(
    'warning',
    'You have no free place left, so nothing was accepted. The request still waits for you: you can decline it, or accept once a place is free.',
  );

/** A word about a request, without the request itself. */
export function requestNews(...first: readonly Block[]): Card {
  const words = first.flatMap((block) => (block.block === 'notice' ? [plainText(block.text)] : []));
  return card('request-news', words.join(' '), ...first);
}
