import { z } from 'zod';
import { uuid } from './values';

/** Who sees what, and a confidential call for help. */
export const privacyTokens = {
  /** `draft` becomes the concern's id: a form sent twice makes one. `reader` is who the form said will read it. */
  concern: z.strictObject({ pairing: uuid.optional(), draft: uuid.optional(), reader: uuid.optional() }),
  'show-concern': z.strictObject({ concern: uuid }),
  'take-concern': z.strictObject({ concern: uuid }),
  'close-concern': z.strictObject({ concern: uuid }),
  /** Who can see what; with `part`, who has looked. */
  privacy: z.strictObject({ part: z.literal('looks').optional() }),
} as const;
