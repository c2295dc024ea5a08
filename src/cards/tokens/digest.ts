import { z } from 'zod';
import { page, uuid } from './values';

/** What tells a coordinator where she is needed, and what she does about it. */
export const digestTokens = {
  digest: z.strictObject({}),
  inactive: z.strictObject({ page: page.optional() }),
  waitlist: z.strictObject({ page: page.optional() }),
  /** A pair of others, as far as its coordinator may see it. */
  'see-pair': z.strictObject({ pairing: uuid }),
  /** For so many weeks the pair is fine as it is. */
  'pair-fine': z.strictObject({ pairing: uuid, weeks: z.union([z.literal(4), z.literal(13)]) }),
  /** It is not: it is shown again. */
  'pair-not-fine': z.strictObject({ pairing: uuid }),
  /** Asks both how it goes. */
  'ask-pair': z.strictObject({ pairing: uuid }),
} as const;
