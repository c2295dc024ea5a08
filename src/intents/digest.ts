import {
  bothAsked,
  digest as digestCard,
  inactivePairs,
  markedFine,
  refusal,
  seenPair as seenPairCard,
  token,
  tokens,
  unitsReading as unitsCard,
  waitingLine,
  waitlist as waitlistCard,
  wishLine,
} from '../cards';
import { type Card, say } from '../chat';
import { isCoordinator } from '../mentoring';
import {
  askPair,
  digestOf,
  managesUnits,
  mayReadFigures,
  pairsInNeed,
  requestsWaiting,
  seenPair,
  setFine,
  unitsReading,
  wishedFor,
} from '../services';
import { afterAct } from './after-act';
import { intent } from './intent';
import { onPage } from './pages';

/** The digest now, on whatever day: a coordinator's own, and for a program manager the sum of her units. */
export const digest = intent('digest', tokens.digest, {
  async run(_, { tx, house, caller }) {
    const no = await mayReadFigures(tx, caller);
    if (no && !no.ok) return [say(refusal(no.because))];
    const sum = managesUnits(caller.roles) ? [unitsCard(await unitsReading(tx, house, caller))] : [];
    const own = isCoordinator(caller.roles) ? [digestCard(await digestOf(tx, house, caller))] : [];
    return [...own, ...sum].map((card) => say(card));
  },
});

/** The pairs without contact. */
export const inactive = intent('inactive', tokens.inactive, {
  async run({ page = 1 }, turn) {
    const { tx, house, caller } = turn;
    const no = await mayReadFigures(tx, caller);
    if (no && !no.ok) return [say(refusal(no.because))];
    if (!isCoordinator(caller.roles)) return turn.lead(token('digest', {}));
    const { needing } = await pairsInNeed(tx, house, caller);
    const at = (each: number) => token('inactive', { page: each });
    return onPage(turn, needing, page, at, async (shown, after) => inactivePairs(shown, { page, after }));
  },
});

/** The people who wait: for an answer, or for a mentor at all. */
export const waitlist = intent('waitlist', tokens.waitlist, {
  async run({ page = 1 }, turn) {
    const { tx, house, caller } = turn;
    const no = await mayReadFigures(tx, caller);
    if (no && !no.ok) return [say(refusal(no.because))];
    if (!isCoordinator(caller.roles)) return turn.lead(token('digest', {}));
    const waiting = await requestsWaiting(tx, house, caller, 'at-once');
    const lines = [...waiting.map(waitingLine), ...(await wishedFor(tx, house)).map(wishLine)];
    const at = (each: number) => token('waitlist', { page: each });
    return onPage(turn, lines, page, at, async (shown, after): Promise<Card> => waitlistCard(shown, { page, after }));
  },
});

/** A pair as its coordinator may see it; the digest stays where it is. */
export const seePair = intent('see-pair', tokens['see-pair'], {
  async run({ pairing }, { tx, house, caller }) {
    const seen = await seenPair(tx, house, caller, pairing);
    return seen.ok ? seen.events.map((pair) => say(seenPairCard(pair))) : [say(refusal(seen.because))];
  },
});

export const pairFine = intent('pair-fine', tokens['pair-fine'], {
  run: async ({ weeks, ...pair }, turn) =>
    afterAct(
      turn,
      pair,
      await setFine(turn.tx, turn.house, turn.caller, pair, weeks),
      pair.from ? markedFine : undefined,
    ),
});

export const pairNotFine = intent('pair-not-fine', tokens['pair-not-fine'], {
  run: async (pair, turn) => afterAct(turn, pair, await setFine(turn.tx, turn.house, turn.caller, pair, undefined)),
});

/** Both are asked how it goes. */
export const pairAsked = intent('ask-pair', tokens['ask-pair'], {
  run: async (pair, turn) => afterAct(turn, pair, await askPair(turn.tx, turn.house, turn.caller, pair), bothAsked),
});
