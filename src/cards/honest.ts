import { type Block, type Button, buttons, type Card, card, notice, prose } from '../chat';
import { token } from './tokens';
import { type TopicView, topicButton } from './topic';
import { browseButton, helpButton } from './words';

const what = 'I find you a mentor, plan your meetings, write down that you met, and ask how it was.';

/** Something that is none of the bot's business, said kindly. */
export function outOfScope(open: readonly TopicView[]): Card {
  const words = `That is not something I can do, sorry. ${what}`;
  return card(
    'out-of-scope',
    words,
    prose(words),
    buttons(...open.slice(0, 1).map((each) => topicButton(each)), browseButton, helpButton),
  );
}

/** One's own data: nobody hands it out by a message alone. */
export function ownData(wish: 'export' | 'delete'): Card {
  const words =
    wish === 'export'
      ? 'I cannot make a copy of your data by myself yet. Ask your coordinator: your office must give you one. What you wrote stands here in the chat.'
      : 'I do not delete anybody’s data because of one message: that would be too easy to do by mistake. Tell your coordinator, and it is done for you, for good.';
  return card(
    `own-data-${wish}`,
    words,
    prose(words),
    buttons(
      { label: 'My coordinator', token: token('coordinators', {}) },
      { label: 'Who can see what', token: token('privacy', {}) },
    ),
  );
}

/** Figures of one office were asked for, and are not made yet: said above those of all. */
export const noFiguresByOffice = (): Block =>
  notice('info', 'I cannot count by office yet. These are the figures of all offices.');

/** A mentor was wanted at a certain time. */
export const timesAreAgreed = (): Block =>
  prose('Times are agreed with your mentor: say in your request when it suits you.');

/** What has an effect and was understood, but not for certain. */
export type Tap = 'resume' | 'link' | 'open' | 'close';

/** One tap does it. */
export function tapFirst(what: Tap, topic: TopicView = { id: '', label: 'this topic' }): Card {
  const { question, label, own } = {
    resume: {
      question: 'Shall I end your break, so that mentees find you again?',
      label: 'End my break',
      own: token('resume', {}),
    },
    link: { question: 'Shall I make a code for your other account?', label: 'Make a code', own: token('link', {}) },
    open: {
      question: `Shall I open ${topic.label}?`,
      label: 'Open this topic',
      own: token('open-topic', { topic: topic.id }),
    },
    close: {
      question: `Shall I close ${topic.label}?`,
      label: 'Close this topic',
      own: token('close-topic', { topic: topic.id }),
    },
  }[what];
  const tap: Button = { label, token: own, emphasis: 'main' };
  return card(`tap-first-${what}`, question, prose(question), buttons(tap, helpButton));
}
