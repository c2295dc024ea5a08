import { type Block, type Button, buttons, type Card, card, notice } from '../chat';
import type { Refusal } from '../mentoring';
import { daysOffButton } from './days-off';
import { becomeButton } from './mentor';
import { settingsButton } from './settings';
import { token } from './tokens';
import { browseButton, helpButton, mineButton, overviewButton } from './words';

/** Why something cannot be done, in a sentence, and what to do instead. `topic` is the topic it was about, if any. */
export function refusal(because: Refusal, topic?: string): Card {
  const others: Button[] =
    topic === undefined ? [browseButton] : [{ label: 'More mentors', token: token('find', { topic }) }, browseButton];
  const { words, next } = explain(because, others);
  return card(`refused-${because.code}`, words, notice('warning', words), buttons(...next));
}

/** The same as a word on top of a card that shows how it stands. */
export const refusalBlock = (because: Refusal): Block => notice('warning', refusalWords(because));

/** The sentence alone, for a place at a form's field. */
export const refusalWords = (because: Refusal): string => explain(because, []).words;

function explain(because: Refusal, others: Button[]): { words: string; next: Button[] } {
  switch (because.code) {
    case 'yourself':
      return { words: 'That is you! Pick a colleague instead.', next: others };
    case 'no-such-person':
      return { words: 'I cannot find that person here any more. Pick somebody from the list.', next: others };
    case 'no-such-request':
      return { words: 'I cannot find that request any more.', next: [mineButton, ...others] };
    case 'not-yours':
      return {
        words: 'That request belongs to somebody else, so I cannot show or change it.',
        next: [mineButton, helpButton],
      };
    case 'not-offered':
      return { words: 'This colleague does not offer that topic any more. Others do.', next: others };
    case 'session-not-confirmed':
      return {
        words: 'You two have not agreed on that session yet. Once both of you have, you can evaluate it.',
        next: [{ label: 'Show it', token: token('session', { session: because.session }) }, mineButton],
      };
    case 'evaluation-fixed':
      return {
        words: 'The quarter in which you evaluated that session is over, so your evaluation stays as it is.',
        next: [{ label: 'Show it', token: token('session', { session: because.session }) }, mineButton],
      };
    case 'no-evaluations-here':
      return { words: 'This program does not ask for evaluations, so there is nothing to do.', next: [mineButton] };
    case 'no-such-quarter':
      return {
        words: 'I do not know that quarter. Please write it like this: 2026-Q4.',
        next: [{ label: 'The last report', token: token('report', {}) }, helpButton],
      };
    case 'report-not-yours':
      return {
        words: 'This report is for coordinators and program managers. Yours will gladly tell you about it.',
        next: [{ label: 'My coordinator', token: token('coordinators', {}) }, helpButton],
      };
    case 'topic-not-open':
      return { words: 'That topic is not open right now. Your coordinator can open it.', next: [browseButton] };
    case 'mentor-full':
      return {
        words: 'All places with this mentor are taken right now, so nothing was sent. Somebody else may have time.',
        next: others,
      };
    case 'mentor-paused':
      return {
        words: 'This mentor takes a break right now, so nothing was sent. Somebody else may have time.',
        next: others,
      };
    case 'no-such-day':
      return { words: 'Please name a day, like December 15.', next: others };
    case 'day-is-past':
      return { words: 'That day is not ahead of us. Please pick a later one.', next: others };
    case 'no-such-day-off':
      return {
        words: 'The calendar has no such day. Please pick one, like 2027-10-18.',
        next: [daysOffButton, helpButton],
      };
    case 'days-off-changed':
      return {
        words: 'The list has changed meanwhile, so nothing was done just now.',
        next: [daysOffButton, helpButton],
      };
    case 'day-off-already':
      return { words: 'That day is a day off already. Please pick another one.', next: [daysOffButton, helpButton] };
    case 'day-off-no-name':
      return { words: 'Please say what the day is called, like Alaska Day.', next: [daysOffButton, helpButton] };
    case 'day-off-too-far':
      return {
        words: `That is more than ${because.most} years ahead. Please pick an earlier day.`,
        next: [daysOffButton, helpButton],
      };
    case 'too-many-days-off':
      return {
        words: `There are ${because.most} days of your own on the list already. Take one off first.`,
        next: [daysOffButton, helpButton],
      };
    case 'pause-too-long':
      return {
        words: 'A pause can last up to a year. For longer, leave the list and come back any time.',
        next: others,
      };
    case 'snooze-too-long':
      return {
        words: 'I can wait for three months at the most. For longer, turn reminders off in your settings.',
        next: [settingsButton, ...others],
      };
    case 'no-mentor-entry':
      return { words: 'You are not on the list of mentors.', next: [becomeButton, helpButton] };
    case 'no-such-wish':
      return { words: 'I do not keep that wish any more.', next: [mineButton, ...others] };
    case 'no-free-place':
      return { words: 'You have no free place left. The request still waits for you.', next: [mineButton] };
    case 'asked-already':
      return {
        words: 'You have asked this mentor about that already. The request still waits.',
        next: [{ label: 'Show it', token: token('request', { request: because.request }) }, ...others],
      };
    case 'paired-already':
      return { words: 'You two are paired for this topic already.', next: [mineButton, ...others] };
    case 'too-many-requests':
      return {
        words: `You have sent ${because.most} requests today, and that is the most for one day. Tomorrow you can send more.`,
        next: [mineButton],
      };
    case 'not-eligible':
      return { words: 'The rules of the program do not allow this pairing. Somebody else may fit.', next: others };
    case 'over-already':
      return {
        words: 'That is already settled.',
        next: [{ label: 'Show it', token: token('request', { request: because.request }) }],
      };
    case 'question-asked':
      return {
        words: 'You have asked your question already. One question is enough to answer a request.',
        next: [{ label: 'Show it', token: token('request', { request: because.request }) }],
      };
    case 'question-answered':
      return {
        words: 'You have answered that question already. Your mentor has your answer.',
        next: [{ label: 'Show it', token: token('request', { request: because.request }) }],
      };
    case 'no-question':
      return {
        words: 'There is no question to answer.',
        next: [{ label: 'Show it', token: token('request', { request: because.request }) }],
      };
    case 'coordinators-only':
      return {
        words: 'Only a coordinator can do that. Yours will be glad to hear what you need.',
        next: [browseButton, helpButton],
      };
    case 'no-such-pairing':
      return { words: 'I cannot find that pairing any more.', next: [mineButton, helpButton] };
    case 'not-your-pairing':
      return {
        words: 'That pairing belongs to two other people, so I cannot show or change it.',
        next: [mineButton, helpButton],
      };
    case 'pair-not-seen':
      return {
        words: 'That pair is not one that you coordinate, so I did nothing.',
        next: [overviewButton, helpButton],
      };
    case 'pair-changed':
      return { words: 'That pair has changed meanwhile, so I did nothing.', next: [overviewButton, helpButton] };
    case 'pairing-over':
      return {
        words: 'This exchange has ended, so nothing was logged or changed.',
        next: [{ label: 'Show it', token: token('pairing', { pairing: because.pairing }) }, mineButton],
      };
    case 'no-such-meeting':
      return { words: 'I cannot find that meeting any more.', next: [mineButton, helpButton] };
    case 'meeting-changed':
      return { words: 'That meeting has changed meanwhile, so nothing was done just now.', next: [mineButton] };
    case 'own-times':
      return { words: 'You proposed these times yourself, so the other one picks.', next: [mineButton] };
    case 'no-time-named':
      return { words: 'Please name a day and a time.', next: [mineButton] };
    case 'time-is-over':
      return { words: 'That time is over already. Please pick a later one.', next: [mineButton] };
    case 'time-too-far':
      return { words: 'That is more than a year ahead. Please pick an earlier day.', next: [mineButton] };
    case 'time-twice':
      return { words: 'You named that time before. Please pick another one, or leave it empty.', next: [mineButton] };
    case 'words-too-long':
      return { words: `That is too long. Please say it in up to ${because.most} characters.`, next: [helpButton] };
    case 'no-such-session':
      return { words: 'I cannot find that session any more.', next: [mineButton, helpButton] };
    case 'session-to-come':
      return { words: 'That day is still to come. A session is logged once it has taken place.', next: [mineButton] };
    case 'session-too-old':
      return { words: `That is more than ${because.most} days ago. Please pick a later day.`, next: [mineButton] };
    case 'session-no-length':
      return { words: 'Please give the length in whole minutes, like 45.', next: [mineButton] };
    case 'session-too-long':
      return {
        words: `A session can last up to ${because.most / 60} hours. Please give the length in minutes, like 45.`,
        next: [mineButton],
      };
    case 'session-twice':
      return {
        words: 'You two have a session on that day already. Please correct that one, or pick another day.',
        next: [{ label: 'Show it', token: token('session', { session: because.session }) }, mineButton],
      };
    case 'session-settled':
    case 'session-own':
      return {
        words: 'That session is settled, so nothing was changed.',
        next: [{ label: 'Show it', token: token('session', { session: because.session }) }, mineButton],
      };
    case 'no-such-concern':
      return { words: 'I cannot find that any more.', next: [mineButton, helpButton] };
    case 'not-your-concern':
      return {
        words: 'That was told to somebody else in confidence, so I cannot show or change it.',
        next: [helpButton],
      };
    case 'concern-closed':
      return { words: 'That is closed already, so nothing was changed.', next: [helpButton] };
    case 'not-asked-of-you':
      return { words: 'Nobody has asked you to sit in there, so I cannot show or change it.', next: [helpButton] };
    case 'sit-in-settled':
      return { words: 'That is settled already, so nothing was changed.', next: [helpButton] };
    case 'no-such-zone':
      return {
        words: 'I do not know that time zone. Please write it like America/Anchorage or America/New_York.',
        next: [settingsButton, helpButton],
      };
    case 'no-such-hour':
      return {
        words: `Please give the time when your quiet hours ${because.which === 'from' ? 'begin' : 'end'}, like ${because.which === 'from' ? '17:00' : '08:00'}.`,
        next: [settingsButton, helpButton],
      };
    case 'quiet-not-at-all':
      return {
        words: 'Your quiet hours begin and end at the same time. Please give two different times.',
        next: [settingsButton, helpButton],
      };
    case 'quiet-all-day':
      return {
        words: 'That leaves less than an hour a day to reach you. To hear less, turn reminders off.',
        next: [settingsButton, helpButton],
      };
    case 'no-working-day':
      return {
        words: 'Please pick at least one working day. To hear nothing, turn reminders off.',
        next: [settingsButton, helpButton],
      };
    case 'settings-changed':
      return {
        words: 'You have changed your settings meanwhile, so nothing was done just now.',
        next: [settingsButton, helpButton],
      };
    case 'no-such-claim':
      return {
        words: 'I cannot find that account any more.',
        next: [{ label: 'Waiting accounts', token: token('accounts', {}) }, helpButton],
      };
  }
}
