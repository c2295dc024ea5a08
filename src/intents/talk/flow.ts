import type { Reply, Token } from '../../chat';
import type { Slots } from '../../understanding';
import type { Turn } from '../intent';

/** A conversation that is under way. */
export type Talk = {
  readonly turn: Turn;
  /** Whether words alone may have an effect; else one tap comes first. */
  readonly sure: boolean;
  /** The exchange that is settled already. */
  readonly pairing?: string;
};

/** What the bot does about one intent, with what the words named. */
export type Flow = (slots: Slots, talk: Talk) => Promise<readonly Reply[]>;

/** A flow that is nothing but a button's own. */
export const leadsTo =
  (tokenOf: (slots: Slots) => Token): Flow =>
  (slots, { turn }) =>
    turn.lead(tokenOf(slots));
