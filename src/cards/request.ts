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
  type Tone,
} from '../chat';
import type { DeclineKind, Request } from '../mentoring';
import { type Contact, contactButton } from './contact';
import { token } from './tokens';
import { browseButton, day, firstName, line, wayWords } from './words';

export type PersonOnCard = {
  readonly id: string;
  readonly name: string;
  readonly office: string | null;
  readonly grade: string | null;
};

/** A request as one of its two people sees it, at `now`, in her zone. */
export type RequestView = {
  readonly request: Request;
  readonly topic: string;
  readonly mentor: PersonOnCard;
  readonly mentee: PersonOnCard;
  readonly need: string;
  readonly suits: string | null;
  /** The mentor has not got it, as no message reaches her. */
  readonly untold: boolean;
  readonly reason: string | null;
  /** How the reader reaches the other one. */
  readonly contact: Contact;
  /** The reader's own address, which the other one gets where they write by email. */
  readonly ownEmail: string;
  readonly expiresAt: DateTime;
  readonly remindAt: DateTime;
  readonly zone: string;
  readonly now: DateTime;
};

type Standing = { readonly tone: Tone; readonly text: string };

export const declineWords: Readonly<Record<DeclineKind, string>> = {
  'no-time': 'I have no time right now',
  'not-my-topic': 'It is not quite my topic',
  'somebody-else': 'Somebody else fits better',
  other: 'Another reason',
};
/** What a no means, told to the mentee without hurting; the mentor is the first name. */
const kindReason: Readonly<Record<DeclineKind, (mentor: string) => string>> = {
  'no-time': (mentor) => `${mentor} has no room for it right now. It is not about you.`,
  'not-my-topic': (mentor) => `${mentor} feels that somebody closer to this topic can help you more.`,
  'somebody-else': (mentor) => `${mentor} thinks that somebody else can help you better.`,
  other: () => 'It does not work out this time. It is not about you.',
};

const wish = (view: RequestView): Block =>
  facts(
    ['Topic', view.topic],
    ['To discuss', view.need],
    ...(view.request.ways.length > 0 ? [['How to meet', wayWords(view.request.ways)] as const] : []),
    ...(view.suits === null ? [] : [['When it suits', view.suits] as const]),
  );

const endedOn = (view: RequestView): string => day(view.request.endedAt ?? view.request.askedAt, view.zone, view.now);

const waitingFor = ({ untold, remindAt, expiresAt, zone, now }: RequestView, mentor: string): Standing => {
  const end = day(expiresAt, zone, now);
  if (untold) {
    const text = `I cannot reach ${mentor} in chat right now. Your request stays open until ${end} and goes out as soon as I can.`;
    return { tone: 'warning', text };
  }
  const text = `Waiting for ${mentor}. We remind ${mentor} on ${day(remindAt, zone, now)}; without an answer the request ends on ${end}.`;
  return { tone: 'info', text };
};

/** The one sentence that says how it stands, as the mentor or the mentee reads it. */
export function standing(view: RequestView, reader: 'mentor' | 'mentee'): Standing {
  const mentor = firstName(view.mentor.name);
  const mentee = firstName(view.mentee.name);
  const on = endedOn(view);
  switch (view.request.state) {
    case 'waiting':
      return reader === 'mentor'
        ? {
            tone: 'info',
            text: `${mentee} waits for your answer, until ${day(view.expiresAt, view.zone, view.now)} at the latest.`,
          }
        : waitingFor(view, mentor);
    case 'accepted':
      return { tone: 'good', text: reader === 'mentor' ? `You accepted on ${on}.` : `${mentor} accepted on ${on}.` };
    case 'declined':
      return {
        tone: 'info',
        text:
          reader === 'mentor'
            ? `You declined on ${on}.`
            : `${mentor} declined on ${on}. ${kindReason[view.request.reasonKind ?? 'other'](mentor)}`,
      };
    case 'withdrawn':
      return {
        tone: 'info',
        text: reader === 'mentor' ? `${mentee} withdrew this request on ${on}.` : `You withdrew this request on ${on}.`,
      };
    case 'expired':
      return {
        tone: 'info',
        text:
          reader === 'mentor'
            ? `This request expired on ${on}, without an answer.`
            : `This request expired on ${on}: ${mentor} did not answer.`,
      };
    case 'mentor-left':
      return {
        tone: 'info',
        text:
          reader === 'mentor'
            ? `This request ended on ${on}, when you left.`
            : `This request ended on ${on}: ${mentor} no longer works here.`,
      };
    case 'mentee-left':
      return {
        tone: 'info',
        text:
          reader === 'mentor'
            ? `This request ended on ${on}: ${mentee} no longer works here. It needs no answer.`
            : `This request ended on ${on}, when you left.`,
      };
  }
}

/** How to write to the other one, once they are partners. */
export const reach = (view: RequestView, other: PersonOnCard): Block[] => {
  const name = firstName(other.name);
  if (view.contact.by === 'chat') {
    return [
      prose(`You both use this chat: write to ${name} and agree on a first meeting.`),
      buttons({ ...contactButton(other.name, view.contact), emphasis: 'main' }),
    ];
  }
  return [
    prose([`Write to ${name} at `, bold(view.contact.email), ' and agree on a first meeting.']),
    buttons({ ...contactButton(other.name, view.contact), emphasis: 'main' }),
  ];
};

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

const status = (view: RequestView, reader: 'mentor' | 'mentee'): Block => {
  const { tone, text } = standing(view, reader);
  return notice(tone, text);
};

const reasonGiven = (view: RequestView): Block[] =>
  view.request.state === 'declined' && view.reason !== null ? [facts(['In their words', view.reason])] : [];

const act = (view: RequestView): { request: string; version: number } => ({
  request: view.request.requestId,
  version: view.request.version,
});

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
    wish(view),
    status(view, 'mentor'),
    ...(waiting
      ? [
          consent(view),
          buttons(
            {
              label: 'Accept',
              spoken: `Accept ${view.mentee.name}`,
              token: token('accept', act(view)),
              emphasis: 'main',
            },
            { label: 'Decline', spoken: `Decline ${view.mentee.name}`, token: token('decline', act(view)) },
          ),
        ]
      : []),
    ...(view.request.state === 'accepted' ? reach(view, view.mentee) : []),
  );
}

/** The request as the mentee sees it, in every state. */
export function requestForMentee(view: RequestView, ...first: readonly Block[]): Card {
  const name = firstName(view.mentor.name);
  const again: Button = { label: 'More mentors', token: token('find', { topic: view.request.topicId }) };
  const withdraw: Button = {
    label: 'Withdraw',
    spoken: `Withdraw the request to ${view.mentor.name}`,
    token: token('withdraw', act(view)),
    emphasis: 'danger',
    confirm: {
      title: 'Withdraw this request?',
      text: `${name} will be told that you no longer need an answer.`,
      yes: 'Withdraw',
      no: 'Keep it',
    },
  };
  const { state } = view.request;
  return card(
    'request-for-mentee',
    `Your request to ${view.mentor.name}, ${view.topic}. ${standing(view, 'mentee').text}`,
    heading(`Your request to ${view.mentor.name}`),
    ...first,
    prose(line(view.mentor.grade, view.mentor.office) || 'From your organization'),
    wish(view),
    status(view, 'mentee'),
    ...reasonGiven(view),
    ...(state === 'accepted'
      ? reach(view, view.mentor)
      : [buttons(...(state === 'waiting' ? [withdraw] : []), again, browseButton)]),
  );
}

/** Nothing was done, as somebody was faster or it was done before: how it stands is on the card already. */
export const nothingChanged = (): Block =>
  notice('warning', 'That is already settled, so nothing changed just now. Here is how it stands.');

/** The same act once more, as a second press or an old card: it is as it was wanted. */
export const doneAlready = (): Block => notice('info', 'That is done already. Here is how it stands.');

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

/** The mentor has not answered for a while. */
export const reminderBlock = (view: RequestView): Block =>
  notice(
    'info',
    `A friendly reminder: ${firstName(view.mentee.name)} asked you on ${day(view.request.askedAt, view.zone, view.now)}. A quick yes or no helps.`,
  );
