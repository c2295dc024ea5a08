import { z } from 'zod';
import { id, uuid } from './values';

/** The conversation that a button belongs to: what she said in it is kept there, never in the button. */
const of = uuid.optional();

/** What a conversation by words goes on with. */
export const talkTokens = {
  /** What the words meant after all, with what is known of it in the conversation. */
  mean: z.strictObject({ intent: id, of }),
  /** One answer to what the bot has asked; `minutes`, `on` and `way` hold what was known when it asked. */
  fill: z.strictObject({
    intent: id,
    of,
    pairing: uuid.optional(),
    minutes: z.number().int().min(1).max(100_000).optional(),
    on: z.iso.date().optional(),
    way: z.enum(['in_person', 'phone', 'video', 'email', 'chat']).optional(),
    /** A day to come. */
    when: z.iso.date().optional(),
    topic: id.optional(),
  }),
  /** The words were understood otherwise than they were meant; `others` are names of intents, with commas. */
  'something-else': z.strictObject({ of, others: z.string().max(200) }),
  /** The second wish of a message. */
  'after-that': z.strictObject({ of: uuid }),
  /** The form of a session with all that the words have named. */
  'log-form': z.strictObject({
    pairing: uuid,
    minutes: z.number().int().min(0).max(100_000).optional(),
    on: z.iso.date().optional(),
    way: z.string().max(20).optional(),
    topic: id.optional(),
  }),
  /** Nothing of what was asked is wanted any more. */
  'never-mind': z.strictObject({}),
} as const;
