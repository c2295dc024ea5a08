import { type Block, buttons, type Card, card, notice, prose } from '../chat';
import { token } from './tokens';
import { type TopicView, topicButton } from './topic';
import { browseButton, helpButton, listing } from './words';

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

/** What of one's messages cannot be set yet. */
export type Unset = 'quiet' | 'timezone' | 'digest' | 'reminders';

const unsetWords: Readonly<Record<Unset, string>> = {
  quiet: 'quiet hours',
  timezone: 'another time zone',
  digest: 'the digest',
  reminders: 'reminders',
};

/** Says what cannot be set here yet, above what can be done. */
export const cannotSet = (all: readonly Unset[]): Block =>
  notice(
    'info',
    `I cannot set ${listing(all.map((each) => unsetWords[each]))} here yet. Reminders come in working hours only, on your clock.`,
  );

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

/** A list or a cut of the figures that is not made yet. */
export type NoFigures = 'digest' | 'inactive' | 'waitlist' | 'office';

const noFigures: Readonly<Record<NoFigures, string>> = {
  digest: 'I do not write a weekly digest yet. This is how things stand now.',
  inactive: 'I cannot list pairs that have gone quiet yet. This shows who is paired and since when.',
  waitlist: 'There is no waiting list of its own yet. Wishes that nobody could meet stand here, topic by topic.',
  office: 'I cannot count by office yet. These are the figures of all offices.',
};

/** Says so above what comes nearest. */
export const insteadOfFigures = (view: NoFigures): Block => notice('info', noFigures[view]);

/** A mentor was wanted at a certain time. */
export const timesAreAgreed = (): Block =>
  prose('Times are agreed with your mentor: say in your request when it suits you.');

/** Something that has an effect was understood, but not for certain: one tap does it. */
export function tapFirst(what: 'resume' | 'open' | 'close', topic?: TopicView): Card {
  const label = { resume: 'End my break', open: 'Open this topic', close: 'Close this topic' }[what];
  const question = {
    resume: 'Shall I end your break, so that mentees find you again?',
    open: `Shall I open ${topic?.label ?? 'this topic'}?`,
    close: `Shall I close ${topic?.label ?? 'this topic'}?`,
  }[what];
  const own =
    what === 'resume' || topic === undefined
      ? token('resume', {})
      : token(what === 'open' ? 'open-topic' : 'close-topic', { topic: topic.id });
  return card(
    `tap-first-${what}`,
    question,
    prose(question),
    buttons({ label, token: own, emphasis: 'main' }, helpButton),
  );
}
