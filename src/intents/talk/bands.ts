import {
  didYouMean,
  type OfferedReading,
  type Reading,
  readings,
  somethingElse,
  token,
  tookThisAs,
  tookThisAsCard,
} from '../../cards';
import { type Block, type Button, buttons, type Card, type Reply, say } from '../../chat';
import type { IntentName, Understood } from '../../understanding';
import { type Wish, wishCalled } from './flows';

/** From here on, what was understood is done; from `said` on it is done and said; below it is asked back. */
const sureFrom = 0.8;
const saidFrom = 0.5;

export type Band = 'sure' | 'said' | 'asked';

export const bandOf = (confidence: number): Band =>
  confidence >= sureFrom ? 'sure' : confidence >= saidFrom ? 'said' : 'asked';

/** What is no wish to be taken wrong: it is answered as it is, and named to nobody. */
const plain: ReadonlySet<IntentName> = new Set([
  'out_of_scope',
  'smalltalk',
  'thanks',
  'help',
  'too_long',
  'next',
  'distress',
]);
export const isPlain = (name: IntentName): boolean => plain.has(name);

/** Every intent has its words. */
const known: Readonly<Record<IntentName, Reading>> = readings;

const offer = (names: readonly IntentName[], of: string): readonly OfferedReading[] =>
  [...new Set(names)]
    .filter((name) => !isPlain(name) && wishCalled(name) !== undefined && known[name] !== undefined)
    .map((name) => ({ name, token: token('mean', { intent: name, of }) }));

/** The readings of a text that was not clear, best first, each as something to press. */
export const readingsOf = ({ intent, alternatives }: Understood, of: string): readonly OfferedReading[] =>
  offer([intent, ...alternatives], of).slice(0, 3);

/** Those that stand behind "Something else". */
export const otherReadings = (others: readonly IntentName[], of: string): readonly OfferedReading[] =>
  offer(others, of).slice(0, 3);

/** Asks back. */
export const askBack = (offered: readonly OfferedReading[]): readonly Reply[] => [say(didYouMean(offered))];

const mostButtons = 6;
const buttonsIn = (card: Card): number => card.blocks.reduce((sum, block) => sum + countIn(block), 0);
const countIn = (block: Block): number => {
  if (block.block === 'buttons') return block.buttons.length;
  if (block.block === 'person') return block.button ? 1 : 0;
  return block.block === 'list' && block.more ? 1 : 0;
};

const withButton = (blocks: readonly Block[], other: Button): readonly Block[] => {
  const last = blocks.at(-1);
  return last?.block === 'buttons'
    ? [...blocks.slice(0, -1), buttons(...last.buttons, other)]
    : [...blocks, buttons(other)];
};

/** The answer, with one line that says what was understood, and the way to what was meant instead. */
export function sayTaken(
  replies: readonly Reply[],
  name: Wish,
  others: readonly IntentName[],
  of: string,
): readonly Reply[] {
  const other = somethingElse(of, others.filter((each) => each !== name && !isPlain(each)).slice(0, 3));
  const [first, ...rest] = replies;
  if (first?.kind !== 'card' || buttonsIn(first.card) >= mostButtons)
    return [say(tookThisAsCard(name, other)), ...replies];
  const blocks = withButton([tookThisAs(name), ...first.card.blocks], other);
  return [{ ...first, card: { ...first.card, blocks } }, ...rest];
}
