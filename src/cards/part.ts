import { buttons, type Card, card, heading, notice, prose, type Text } from '../chat';
import { type Contact, contactButton } from './contact';
import { becomeButton, entryButton, leaveButton, pauseButton } from './mentor';
import { settingsButton } from './settings';
import { browseButton, count, helpButton, line, listing, mineButton } from './words';

/** One short line after "thanks" or "bye". */
export function noProblem(): Card {
  const words = 'Any time! Write to me whenever you need me.';
  return card('no-problem', words, prose(words));
}

/** "Withdraw", and she has asked nobody. */
export function nothingToWithdraw(): Card {
  const words = 'You have no request that waits, so there is nothing to take back.';
  return card('nothing-to-withdraw', words, prose(words), buttons(mineButton, browseButton));
}

/** What a mentor who would leave the list should know first: who waits for her, and whom she mentors now. */
export type Leaving = { readonly asking: number; readonly mentees: number };

/** Leaving is named and explained, and done by a button. */
export function beforeLeaving({ asking, mentees }: Leaving): Card {
  const words = 'Would you like to leave the list of mentors?';
  const stays = [
    ...(asking > 0 ? [`${count(asking, 'request')} that ${asking === 1 ? 'waits' : 'wait'} for your answer`] : []),
    ...(mentees > 0 ? [count(mentees, 'mentee')] : []),
  ];
  return card(
    'before-leaving',
    words,
    heading(words),
    prose('Nobody new finds you then. You can come back at any time. For a break, pause instead.'),
    ...(stays.length > 0 ? [notice('info', `You keep ${listing(stays)}.`)] : []),
    buttons(leaveButton('Leave the list', 'leaving'), pauseButton, mineButton),
  );
}

/** The same for somebody who is no mentor: what there is to end. */
export function nothingToLeave(): Card {
  const words = 'You are not on the list of mentors, so nobody finds you.';
  return card(
    'nothing-to-leave',
    words,
    prose(words),
    prose('Requests that wait and wishes that I keep are under My requests: you can end each of them there.'),
    buttons(mineButton, becomeButton, helpButton),
  );
}

/** What is open for somebody that makes the bot write to her. */
export type WhyWritten = {
  readonly isMentor: boolean;
  readonly coordinates: boolean;
  readonly asked: number;
  readonly wishes: number;
};

/** Which messages come, and how each of them ends. */
export function fewerMessages({ isMentor, coordinates, asked, wishes }: WhyWritten): Card {
  const words = 'I write to you only when somebody waits for you or answers you.';
  const ends: Text[] = [
    ...(isMentor ? ['As a mentor you get requests. Pause, or leave the list, and no new ones come.'] : []),
    ...(coordinates ? ['As you coordinate the program, on Mondays I tell you where you are needed.'] : []),
    ...(asked > 0 ? [`You wait for ${count(asked, 'answer')}. Withdraw a request, and I am quiet about it.`] : []),
    ...(wishes > 0
      ? [`I keep ${count(wishes, 'wish', 'wishes')} for you. Forget one, and you hear no more of it.`]
      : []),
  ];
  const nothing = 'Right now nothing is open, so no messages are on their way to you.';
  return card(
    'fewer-messages',
    words,
    prose(words),
    ends.length > 0 ? { block: 'list', items: ends } : prose(nothing),
    prose('You can also mute this chat. Then you may miss somebody who waits for you.'),
    buttons(settingsButton, mineButton, ...(isMentor ? [pauseButton, entryButton] : []), helpButton),
  );
}

/** A coordinator as somebody who looks for a human sees her. */
export type CoordinatorView = {
  readonly name: string;
  readonly office: string | null;
  readonly grade: string | null;
  readonly contact: Contact;
};

/** The one who looks for a coordinator is the only one there is. */
export function youCoordinate(): Card {
  const words = 'You coordinate the mentoring program here yourself. For the rest, your administrator can help.';
  return card('you-coordinate', words, prose(words), buttons(helpButton));
}

/** Who can help in person. */
export function coordinators(people: readonly CoordinatorView[]): Card {
  if (people.length === 0) {
    const words = 'I know no coordinator of the mentoring program yet. Your administrator can tell you who it is.';
    return card('coordinators', words, prose(words), buttons(helpButton));
  }
  const one = people.length === 1;
  const words = `${listing(people.map(({ name }) => name))} ${one ? 'coordinates' : 'coordinate'} the mentoring program and will be glad to hear from you.`;
  return card(
    'coordinators',
    words,
    heading(one ? 'Your coordinator' : 'Your coordinators'),
    ...people.map(({ name, office, grade }) => ({ block: 'person' as const, name, detail: line(grade, office) })),
    prose('What you write goes to them alone. I do not read it.'),
    buttons(...people.map(({ name, contact }) => contactButton(name, contact)), helpButton),
  );
}
