import type { DateTime } from 'luxon';
import type { Tone } from '../chat';
import type { DeclineKind, Request } from '../mentoring';
import type { NextAsked, Reader, RequestView } from './request-view';
import { day, firstName } from './words';

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

const endedOn = (view: RequestView): string => day(view.request.endedAt ?? view.request.askedAt, view.zone, view.now);

const choiceWords = ['', 'first', 'second', 'third'];

/** "your second choice": which of her choices the mentee asks. */
export const choiceOf = (rank: number): string => `your ${choiceWords[rank] ?? 'next'} choice`;

/** What the bot did when a request did not work out. */
export const nextAsked = ({ mentor, rank }: NextAsked): string => `I have asked ${mentor}, ${choiceOf(rank)}.`;

type On = (at: DateTime) => string;
type Waiting = Pick<Request, 'more' | 'moreAt' | 'askedAt'>;

/** A request that waits, as one line of the mentee's own things. */
export const askedLine = ({ more, moreAt, askedAt }: Waiting, on: On): string =>
  more === 'asked' ? `Has a question for you since ${on(moreAt ?? askedAt)}` : `Asked on ${on(askedAt)}`;

/** The same as one line of the mentor's. */
export const askingLine = ({ more, moreAt, askedAt }: Waiting, on: On): string =>
  more === 'asked' ? `You asked a question on ${on(moreAt ?? askedAt)}` : `Asked you on ${on(askedAt)}`;

/** Why a request did not work out, as the card of the next one says it to the mentee. */
export function whyNext(ended: RequestView): string {
  const mentor = firstName(ended.mentor.name);
  switch (ended.request.state) {
    case 'expired':
      return `${mentor} did not answer in time.`;
    case 'mentor-left':
      return `${mentor} no longer works here.`;
    case 'mentor-full':
      return `${mentor} has no free place any more.`;
    default:
      return standing(ended, 'mentee').text;
  }
}

function waitingForMentee(view: RequestView, mentor: string): Standing {
  const { untold, remindAt, expiresAt, zone, now, request } = view;
  const end = day(expiresAt, zone, now);
  if (request.more === 'asked')
    return {
      tone: 'warning',
      text: `${mentor} waits for your answer to one question. Without it the request ends on ${end}.`,
    };
  if (untold) {
    const text = `I cannot reach ${mentor} in chat right now. Your request stays open until ${end} and goes out as soon as I can.`;
    return { tone: 'warning', text };
  }
  const text = `Waiting for ${mentor}. We remind ${mentor} on ${day(remindAt, zone, now)}; without an answer the request ends on ${end}.`;
  return { tone: 'info', text };
}

function waitingForMentor({ request, expiresAt, zone, now }: RequestView, mentee: string): Standing {
  const end = day(expiresAt, zone, now);
  if (request.more === 'asked')
    return {
      tone: 'info',
      text: `You asked ${mentee} a question, and I wait for the answer until ${end}. You can still accept or decline.`,
    };
  const text =
    request.more === 'answered'
      ? `${mentee} answered your question and waits for your decision, until ${end} at the latest.`
      : `${mentee} waits for your answer, until ${end} at the latest.`;
  return { tone: 'info', text };
}

/** What a first session means for both. */
export const oneSession = 'After it, you both say whether to go on.';

function accepted({ request: { begins } }: RequestView, reader: Reader, mentor: string, on: string): Standing {
  if (begins === 'trial')
    return {
      tone: 'good',
      text:
        reader === 'mentor'
          ? `You offered a first session on ${on}. ${oneSession}`
          : `${mentor} offers you a first session. ${oneSession}`,
    };
  return { tone: 'good', text: reader === 'mentor' ? `You accepted on ${on}.` : `${mentor} accepted on ${on}.` };
}

function expired(
  { request: { more } }: RequestView,
  reader: Reader,
  { mentor, mentee }: { mentor: string; mentee: string },
  on: string,
): Standing {
  if (more === 'asked')
    return {
      tone: 'info',
      text:
        reader === 'mentor'
          ? `This request expired on ${on}: ${mentee} did not answer your question.`
          : `This request expired on ${on}, as ${mentor}’s question was not answered.`,
    };
  return {
    tone: 'info',
    text:
      reader === 'mentor'
        ? `This request expired on ${on}, without an answer.`
        : `This request expired on ${on}: ${mentor} did not answer.`,
  };
}

/** The one sentence that says how it stands, as the mentor or the mentee reads it. */
export function standing(view: RequestView, reader: Reader): Standing {
  const mentor = firstName(view.mentor.name);
  const mentee = firstName(view.mentee.name);
  const on = endedOn(view);
  switch (view.request.state) {
    case 'waiting':
      return reader === 'mentor' ? waitingForMentor(view, mentee) : waitingForMentee(view, mentor);
    case 'accepted':
      return accepted(view, reader, mentor, on);
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
      return expired(view, reader, { mentor, mentee }, on);
    case 'mentor-full':
      return {
        tone: 'info',
        text:
          reader === 'mentor'
            ? `This request ended on ${on}, as you had no free place left. It needs no answer.`
            : `This request ended on ${on}: ${mentor} has no free place any more.`,
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
