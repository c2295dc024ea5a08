import { z } from 'zod';
import { named, uuid } from './values';

/** Without `pairing`, `who` as the words named her tells which one is meant; without both, the only one there is. */
const which = { pairing: uuid.optional(), who: named.optional() };

/** Meetings to come, and what they are about. */
export const meetingTokens = {
  meet: z.strictObject(which),
  agenda: z.strictObject(which),
} as const;
