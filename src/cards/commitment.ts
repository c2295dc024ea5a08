import type { DateTime } from 'luxon';
import { type Button, buttons, type Card, card, heading, notice, prose } from '../chat';
import { fewer } from './fewer';
import { entryButton, leaveButton, pauseButton } from './mentor';
import { token } from './tokens';
import { count, day } from './words';

/** A mentor whose time is nearly over: what she has given, and until when she has said that she stays. */
export type CommitmentView = {
  /** "6 months". */
  readonly length: string;
  readonly endsAt: DateTime;
  readonly sessions: number;
  readonly mentees: number;
  /** Whether she is on the list of mentors still. */
  readonly isMentor: boolean;
  readonly zone: string;
  readonly now: DateTime;
};

const goOnButton: Button = { label: 'I go on', token: token('commitment-on', {}), emphasis: 'main' };

const given = ({ sessions, mentees }: CommitmentView): string =>
  sessions === 0
    ? 'Thank you for being there when somebody needs you.'
    : `You gave ${count(sessions, 'session')} to ${count(mentees, 'mentee')}. Thank you!`;

const question = ({ length, endsAt, zone, now }: CommitmentView): string =>
  `On ${day(endsAt, zone, now)} the ${length} are over for which you said yes to mentoring.`;

/** Asks a mentor whether she goes on; nothing happens where she does not answer. */
export function commitmentCard(view: CommitmentView): Card {
  if (!view.isMentor) {
    const words = 'You are not on the list of mentors any more, so there is nothing to answer.';
    return card('commitment', words, notice('info', words));
  }
  return card(
    'commitment',
    question(view),
    heading('Would you like to go on as a mentor?'),
    prose(question(view)),
    prose(given(view)),
    prose('If you do not answer, you stay on the list. You can change what you offer, pause or leave at any time.'),
    buttons(goOnButton, entryButton, pauseButton, leaveButton('Leave the list', 'entry')),
    fewer(),
  );
}

/** She goes on. */
export function goesOnAsMentor(): Card {
  const words = 'How good that you go on! You stay on the list of mentors.';
  return card('commitment', words, notice('good', words), buttons(entryButton, pauseButton));
}

/** The same beside other messages. */
export function commitmentBrief(view: CommitmentView): Card {
  if (!view.isMentor) return commitmentCard(view);
  return card(
    'commitment',
    question(view),
    notice('info', `${question(view)} Would you like to go on?`),
    buttons(goOnButton, entryButton),
    fewer(),
  );
}
