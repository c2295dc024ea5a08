import { z } from 'zod';
import { uuid } from './values';

/** Who sees what, and a confidential call for help. */
export const privacyTokens = {
  privacy: z.strictObject({}),
  concern: z.strictObject({ pairing: uuid.optional() }),
} as const;
