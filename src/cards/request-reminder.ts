import { type Block, type Card, card, notice } from '../chat';
import { awaits } from '../mentoring';
import { fewer } from './fewer';
import { standing } from './request-standing';
import type { PersonOnCard, Reader, RequestView } from './request-view';
import { token } from './tokens';
import { day, firstName } from './words';

/** Since when the mentor is waited for: since she was asked, or since her question was answered. */
const mentorSince = ({ request, mentee, zone, now }: RequestView): string =>
  request.more === 'answered' && request.moreAt !== null
    ? `${firstName(mentee.name)} answered your question on ${day(request.moreAt, zone, now)}`
    : `${firstName(mentee.name)} asked you on ${day(request.askedAt, zone, now)}`;

const menteeSince = ({ request, mentor, zone, now }: RequestView): string =>
  `${firstName(mentor.name)} asked you this on ${day(request.moreAt ?? request.askedAt, zone, now)}`;

/** The mentor has not answered for a while. */
export const reminderBlock = (view: RequestView): Block =>
  notice('info', `A friendly reminder: ${mentorSince(view)}. A quick yes or no helps.`);

/** The mentee has not answered the mentor's question for a while. */
export const questionReminder = (view: RequestView): Block =>
  notice('info', `A friendly reminder: ${menteeSince(view)}. A few words are enough.`);

type Brief = { readonly reader: Reader; readonly other: PersonOnCard; readonly title: string; readonly line: string };

/** A request beside other messages: one line and the way to all of its answers; how it stands, where it is not waited for. */
function brief(view: RequestView, { reader, other, title, line }: Brief): Card {
  const { request } = view;
  if (request.state !== 'waiting' || awaits(request) !== reader) {
    const { tone, text } = standing(view, reader);
    return card('request-reminder', `${title}. ${text}`, notice(tone, `${title}. ${text}`));
  }
  const answer = token('request', { request: request.requestId });
  return card(
    'request-reminder',
    `${title}: ${view.topic}.`,
    {
      block: 'person',
      name: other.name,
      detail: view.topic,
      lines: [line],
      button: { label: 'Answer', spoken: `Answer: ${title}`, token: answer, emphasis: 'main' },
    },
    fewer(),
  );
}

/** A request that waits for its mentor, beside other messages. */
export const requestBrief = (view: RequestView): Card =>
  brief(view, {
    reader: 'mentor',
    other: view.mentee,
    title: `${view.mentee.name} would like you as a mentor`,
    line: `Would like you as a mentor: ${mentorSince(view)}. A quick yes or no helps.`,
  });

/** A question that waits for its mentee, beside other messages. */
export const questionBrief = (view: RequestView): Card =>
  brief(view, {
    reader: 'mentee',
    other: view.mentor,
    title: `${view.mentor.name} has a question`,
    line: `Has a question about your request: ${firstName(view.mentor.name)} asked on ${day(view.request.moreAt ?? view.request.askedAt, view.zone, view.now)}. A few words are enough.`,
  });
