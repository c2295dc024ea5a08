import { z } from 'zod';
import { uuid } from './values';

/** What happens when somebody takes part for the first time. */
export const beginningTokens = {
  /** How an exchange works, for one side of it; without `pairing`, for the side that she began on last. */
  orientation: z.strictObject({ pairing: uuid.optional() }),
  /** "Got it". */
  oriented: z.strictObject({ pairing: uuid }),
  /** The mentee asks somebody to sit in at the start, and what that person answers. */
  'sit-in': z.strictObject({ pairing: uuid }),
  'sit-in-yes': z.strictObject({ pairing: uuid }),
  'sit-in-no': z.strictObject({ pairing: uuid }),
} as const;
