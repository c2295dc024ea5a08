import { type Block, type Button, bold, buttons, type Card, card, notice, prose, type Token } from '../chat';
import { type ReadingName, readings } from './readings';
import { token } from './tokens';
import { browseButton, helpButton, mineButton } from './words';

/** One reading as it is offered. */
export type OfferedReading = { readonly name: ReadingName; readonly token: Token };

const mostReadings = 3;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const offered = (all: readonly OfferedReading[]): Button[] =>
  all.slice(0, mostReadings).map(({ name, token: own }) => ({
    label: readings[name].label,
    spoken: capital(readings[name].wish),
    token: own,
  }));

/** The words were not clear: what they can have meant, best first, and how to say it plainly. */
export function didYouMean(all: readonly OfferedReading[]): Card {
  const [best] = all;
  const question = 'I am not sure that I got that. Did you mean one of these?';
  const plainly = best === undefined ? 'help' : readings[best.name].say;
  return card(
    'did-you-mean',
    question,
    prose(question),
    buttons(...offered(all)),
    prose(['None of them? Say it in other words, like “', bold(plainly), '”, or “', bold('help'), '”.']),
  );
}

/** What she pressed was not what she had meant: the other readings, and help. */
export function meantOtherwise(all: readonly OfferedReading[]): Card {
  const words =
    all.length === 0 ? 'Sorry! Please say it in other words, or see what I can do.' : 'Sorry! What did you mean?';
  return card('meant-otherwise', words, prose(words), buttons(...offered(all), helpButton));
}

/** What was understood, in one short line. */
export const tookThisAs = (name: ReadingName): Block => notice('info', `I took this as: ${readings[name].wish}.`);

export const somethingElse = (of: string | undefined, others: readonly string[]): Button => ({
  label: 'Something else',
  token: token('something-else', { of, others: others.join(',') }),
});

/** The same as a card of its own, before an answer that has no room for it. */
export const tookThisAsCard = (name: ReadingName, other: Button): Card =>
  card('took-this-as', `I took this as: ${readings[name].wish}.`, tookThisAs(name), buttons(other));

/** The second wish of a message waits for one tap. */
export function afterThat(wish: string, of: string): Card {
  const next: Button = { label: 'Do that now', token: token('after-that', { of }), emphasis: 'main' };
  return card(
    'after-that',
    'There was a second wish in your message.',
    prose(['After that: “', bold(wish), '”']),
    buttons(next),
  );
}

/** What was kept of a conversation is gone. */
export function talkOver(): Card {
  const words =
    'I do not have that any more: it is done, or it was a while ago. If you still want it, please say it once more.';
  return card('talk-over', words, prose(words), buttons(mineButton, helpButton));
}

/** What was asked is dropped. */
export function dropped(): Card {
  const words = 'All right, I dropped that. Nothing was changed.';
  return card('dropped', words, prose(words), buttons(mineButton, helpButton));
}

/** "Cancel", and nothing is open. */
export function nothingToDrop(): Card {
  const words = 'I was not waiting for anything, so there is nothing to drop.';
  return card('nothing-to-drop', words, prose(words), buttons(mineButton, helpButton));
}

/** "Yes" or "no", and nobody has asked anything. */
export function nothingAsked(): Card {
  const words = 'I know of nothing that waits for your answer. What can I do for you?';
  return card('nothing-asked', words, prose(words), buttons(mineButton, browseButton, helpButton));
}

/** "Yes" or "no", and something of hers waits: only its buttons decide. Stands before it. */
export function nothingDecided(): Card {
  const words = 'Nothing is decided yet: this waits for you. Press the button that says what you mean.';
  return card('nothing-decided', words, prose(words));
}

/**
 * Somebody may hurt herself. 988 is the Suicide and Crisis Lifeline of the United States: free, in confidence, at any hour.
 */
export function notAlone(): Card {
  const words = 'I am only a program, but you do not have to be alone with this.';
  return card(
    'not-alone',
    `${words} Call or text 988 at any hour. In danger now: call 911.`,
    prose(words),
    prose([
      bold('Call or text 988'),
      ' at any hour: somebody answers, free and in confidence. ',
      bold('In danger right now? Call 911.'),
    ]),
    prose('A person here can listen, too: your coordinator.'),
    buttons({ label: 'My coordinator', token: token('coordinators', {}) }),
  );
}

/** "The fourth one" of three. */
export function noSuchChoice(most: number): Card {
  const words =
    most === 0
      ? 'I do not know which list you mean. Please press the button of the one you want.'
      : `There ${most === 1 ? 'is only one' : `are only ${most}`} on that list. Please press the button of the one you want.`;
  return card('no-such-choice', words, prose(words), buttons(mineButton, helpButton));
}
