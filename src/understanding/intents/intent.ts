import type { Signs } from '../signs';
import type { Slots } from '../slot-values';

/** What a person can want: what shows it, and which slots are read then. */
export type Intent = {
  /** Each line: how much it counts, and the cues, as `cue.ts` reads them. */
  readonly signs: string;
  readonly slots?: (signs: Signs) => Slots;
};
