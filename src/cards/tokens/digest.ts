import { z } from 'zod';
import { page, uuid } from './values';

/** Where the answer is the digest, drawn anew. */
const from = z.literal('digest').optional();
/** A pair in a coordinator's care; `seen` is how it stood when she looked (`glanceOf`). */
const inCare = {
  pairing: uuid,
  seen: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}-[01]$/u)
    .optional(),
  from,
};

/** What tells a coordinator where she is needed, and what she does about it. */
export const digestTokens = {
  digest: z.strictObject({}),
  inactive: z.strictObject({ page: page.optional() }),
  waitlist: z.strictObject({ page: page.optional() }),
  /** A pair of others, as far as its coordinator may see it. */
  'see-pair': z.strictObject({ pairing: uuid }),
  /** For so many weeks the pair is fine as it is. */
  'pair-fine': z.strictObject({ ...inCare, weeks: z.union([z.literal(4), z.literal(13)]) }),
  /** It is not: it is shown again. */
  'pair-not-fine': z.strictObject(inCare),
  /** Asks both how it goes. */
  'ask-pair': z.strictObject(inCare),
  /** A word to both; `draft` is the id that it will have. */
  'write-both': z.strictObject({ pairing: uuid, draft: uuid.optional(), from }),
  /** Ends it, and the mentee is offered other mentors. */
  're-pair': z.strictObject(inCare),
} as const;
