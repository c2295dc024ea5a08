import { z } from 'zod';
import { id, named, uuid } from './values';

/** What people say about a session, and what is reported of it. */
export const evaluationTokens = {
  /** Without `session`, the last one with that person that has no evaluation of hers yet. */
  evaluate: z.strictObject({
    session: uuid.optional(),
    pairing: uuid.optional(),
    who: named.optional(),
    /** What the words named already. */
    points: z.number().int().min(1).max(5).optional(),
  }),
  /** Without `quarter`, such as `2026-Q4`, the last one that was published. */
  report: z.strictObject({ quarter: z.string().max(7).optional(), program: id.optional() }),
  'report-file': z.strictObject({ quarter: z.string().max(7), program: id }),
} as const;
