import { digest, pairChanged, refusal, type SeenPair, seenPair as seenPairCard } from '../cards';
import { type Block, type Card, type Reply, replaceWith, say } from '../chat';
import type { Decision } from '../mentoring';
import { type AtGlance, digestOf, seenPair } from '../services';
import type { Turn } from './intent';

/** The pair that was acted on, and whether that was from the digest. */
export type ActedOn = AtGlance & { readonly from?: 'digest' | undefined };

async function cardOf({ tx, house, caller }: Turn, { from }: ActedOn, pair: SeenPair, first: readonly Block[]) {
  return from ? digest(await digestOf(tx, house, caller), ...first) : seenPairCard(pair, ...first);
}

const inPlace = ({ caller }: Turn, card: Card): readonly Reply[] => [caller.on ? replaceWith(card) : say(card)];

/**
 * What a coordinator did about a pair, on the card that she did it from, drawn anew. Where the pair has changed since she
 * looked, nothing was done: that is said, on the pair as it stands now.
 */
export async function afterAct(
  turn: Turn,
  acted: ActedOn,
  decision: Decision<SeenPair>,
  done?: (pair: SeenPair) => Block,
): Promise<readonly Reply[]> {
  if (decision.ok) {
    const [pair] = decision.events;
    return pair ? inPlace(turn, await cardOf(turn, acted, pair, done ? [done(pair)] : [])) : [];
  }
  if (decision.because.code !== 'pair-changed') return [say(refusal(decision.because))];
  const { tx, house, caller } = turn;
  const now = await seenPair(tx, house, caller, acted.pairing);
  const [pair] = now.ok ? now.events : [];
  if (!pair) return [say(refusal(decision.because))];
  return inPlace(turn, await cardOf(turn, acted, pair, [pairChanged(pair, decision.because.what)]));
}
