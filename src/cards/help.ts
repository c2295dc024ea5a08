import { type Block, bold, buttons, type Card, card, heading, notice, prose, type Text } from '../chat';
import { becomeButton, leaveButton } from './mentor';
import { orientationButton } from './orientation';
import { type TopicView, topicButton } from './topic';
import { browseButton, count, helpButton, listing, mineButton } from './words';

const commandList = (coordinator: boolean): Block => {
  const items: Text[] = [
    [
      bold('find interviewing'),
      ' shows mentors for a topic. Your own words work too: “I keep messing up my case notes”.',
    ],
    [bold('topics'), ' lists everything you can get a mentor for.'],
    [bold('mine'), ' shows everything that is open for you, and the next step.'],
    [
      bold('meet with Joan'),
      ' proposes times, ',
      bold('agenda'),
      ' says what it is about, ',
      bold('log 45m with Joan yesterday by phone'),
      ' writes down that you met.',
    ],
    [bold('evaluate'), ' asks how a session was, ', bold('end'), ' ends an exchange, without fault.'],
    [bold('something is wrong'), ' reaches a coordinator in confidence.'],
    [bold('next'), ' shows more mentors, and ', bold('find interviewing in Nome'), ' those of one office.'],
    [bold('withdraw'), ' takes back a request that waits.'],
    [bold('be a mentor'), ' shows how to become one, or your entry: change it, pause, leave.'],
    [bold('link'), ' connects the account of your other chat, if you use two.'],
    [bold('settings'), ' says when I write to you: time zone, quiet hours, working days, reminders.'],
    [bold('privacy'), ' shows who can see what about you.'],
    [bold('help'), ' shows this.'],
  ];
  if (coordinator)
    items.push(
      [bold('open'), ' shows the topics that you can open as coordinator, ', bold('open excel'), ' opens one.'],
      [bold('close excel'), ' closes one again.'],
      [bold('report'), ' shows the figures of a quarter for the quality council.'],
      [
        bold('digest'),
        ' shows where you are needed, as on Mondays; ',
        bold('inactive'),
        ' and ',
        bold('waitlist'),
        ' list all.',
      ],
      [bold('overview'), ' shows offers and wishes, who waits and who is paired, topic by topic.'],
      [bold('accounts'), ' shows who waits for you to let them in.'],
      [bold('holidays'), ' shows the days off here: add one, or take one off.'],
    );
  return { block: 'list', items };
};

/** What the bot can do, in one look. */
export function help(coordinator: boolean): Card {
  return card(
    'help',
    'I help you find a mentor. Try: find interviewing.',
    heading('How I can help'),
    prose('I find colleagues who have offered to mentor, carry your request to them, and help you two until the end.'),
    commandList(coordinator),
    prose('I answer you alone. Reminders come in working hours.'),
    buttons({ ...browseButton, emphasis: 'main' }, mineButton, becomeButton, orientationButton),
  );
}

/** The words led nowhere. */
export function notUnderstood(open: readonly TopicView[]): Card {
  const words = 'I did not get that. I can find you a mentor: tell me a topic, or pick one.';
  return card(
    'not-understood',
    words,
    prose(words),
    buttons(...open.slice(0, 1).map((each) => topicButton(each)), browseButton, helpButton),
  );
}

/** "Next", and there is no list to go on with. */
export function nothingNext(open: readonly TopicView[]): Card {
  const words = 'I do not know which list to go on with. Pick a topic, and I show you its mentors.';
  return card(
    'nothing-next',
    words,
    prose(words),
    buttons(...open.slice(0, 3).map((each) => topicButton(each)), browseButton),
  );
}

/** Something the bot will not do by itself yet, said honestly. */
export function notYet(open: readonly TopicView[]): Card {
  const words =
    'I understand, but I cannot do that in this chat yet. Your coordinator can help. What I can do now is find you a mentor.';
  return card(
    'not-yet',
    words,
    prose(words),
    buttons(...open.slice(0, 3).map((each) => topicButton(each)), browseButton, helpButton),
  );
}

/** A text longer than anybody can be answered well. */
export const tooLong = (most: number): Card => {
  const words = `That is more than I can read at once. Please say it in up to ${most} characters, or pick a topic.`;
  return card('too-long', words, notice('warning', words), buttons(browseButton, helpButton));
};

/** Her offers came over from a contact sheet: she is told once and leaves by one tap. */
export function carriedOver(topics: readonly string[], on: 'sheet' | 'request' = 'request'): readonly Block[] {
  return [
    notice(
      'info',
      `You are on the list of mentors for ${listing(topics)}, as your office’s contact sheet says. Not right? One tap takes you off.`,
    ),
    buttons(leaveButton('Take me off the list', on)),
  ];
}

/** The same, as a card of its own at first contact. */
export const carriedOverCard = (topics: readonly string[]): Card =>
  card('carried-over', `You are on the list of mentors for ${listing(topics)}.`, ...carriedOver(topics, 'sheet'));

/** She left the mentors' list. */
export function leftList(offers: number): Card {
  const words =
    offers === 0
      ? 'You are not on the list of mentors.'
      : `Done. You are off the list: ${count(offers, 'topic')} taken down. Thank you for having offered.`;
  return card('left-list', words, notice('good', words), buttons(browseButton, helpButton));
}
