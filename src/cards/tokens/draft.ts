import { z } from 'zod';
import { id } from './values';

/** Which form, and what it is about, as the house keys its drafts. */
const which = { form: id, subject: z.string().max(300) };

/** What somebody had typed into a form that was not sent: going on with it, throwing it away, or beginning anew. */
export const draftTokens = {
  'draft-open': z.strictObject(which),
  'draft-drop': z.strictObject(which),
  'draft-anew': z.strictObject(which),
} as const;
