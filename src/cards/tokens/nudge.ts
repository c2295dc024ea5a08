import { z } from 'zod';
import { uuid } from './values';

/** What one of two partners answers, when she is asked why the two have not met. */
export const nudgeTokens = {
  /** The question once more, with all answers. */
  nudge: z.strictObject({ pairing: uuid }),
  /** She would like to be asked again on a day that she names. */
  'nudge-later': z.strictObject({ pairing: uuid }),
  /** All is well between the two: she is asked half as often. */
  'nudge-less': z.strictObject({ pairing: uuid }),
  /** She is asked as often as the program says, and from now on again. */
  'nudge-again': z.strictObject({ pairing: uuid }),
  /** It does not work between the two: what can be done. */
  'not-working': z.strictObject({ pairing: uuid }),
  /** A mentor whose time is nearly over goes on. */
  'commitment-on': z.strictObject({}),
} as const;
