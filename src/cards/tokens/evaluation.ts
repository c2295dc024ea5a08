import { z } from 'zod';
import { named, uuid } from './values';

/** What people say about a session, and what is reported of it. */
export const evaluationTokens = {
  /** Without `session`, the last one with that person that has no evaluation of hers yet. */
  evaluate: z.strictObject({ session: uuid.optional(), pairing: uuid.optional(), who: named.optional() }),
  report: z.strictObject({ quarter: z.string().max(7).optional() }),
} as const;
