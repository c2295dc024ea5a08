import { z } from 'zod';
import { id, office, page, uuid, version } from './values';

/** Finding and asking a mentor, answering, one's own entry, topics, wishes and accounts. */
export const requestTokens = {
  /**
   * `seen` holds who stood on the pages before; `office` is the name of the one that is asked for. The rest is what the
   * words named beside it: a place that is no office and the office most like it, a second topic, a second office.
   */
  find: z.strictObject({
    topic: id,
    page: page.optional(),
    seen: z
      .string()
      .regex(/^[0-9a-f]{0,400}$/)
      .optional(),
    office: office.optional(),
    place: z.string().min(1).max(80).optional(),
    near: office.optional(),
    also: id.optional(),
    alsoIn: office.optional(),
  }),
  topics: z.strictObject({
    page: page.optional(),
    office: office.optional(),
    place: z.string().min(1).max(80).optional(),
  }),
  help: z.strictObject({}),
  mine: z.strictObject({ page: page.optional() }),
  /** `draft` becomes the request's id: a form sent twice makes one request. */
  ask: z.strictObject({ mentor: uuid, topic: id, draft: uuid.optional() }),
  accept: z.strictObject({ request: uuid, version }),
  'accept-session': z.strictObject({ request: uuid, version }),
  decline: z.strictObject({ request: uuid, version }),
  /** The mentor's one question before she decides, and the mentee's answer to it. */
  'ask-more': z.strictObject({ request: uuid, version }),
  'tell-more': z.strictObject({ request: uuid, version }),
  withdraw: z.strictObject({ request: uuid, version }),
  request: z.strictObject({ request: uuid }),
  closed: z.strictObject({ page: page.optional() }),
  'open-topic': z.strictObject({ topic: id }),
  'close-topic': z.strictObject({ topic: id }),
  /** `on` is the card that it stands on: cards that were sent before have none. */
  'leave-list': z.strictObject({ on: z.enum(['entry', 'sheet', 'leaving', 'request']).optional() }),
  /** What leaving means, before it is done; what the bot writes and how to have less of it; who can help in person. */
  stop: z.strictObject({}),
  messages: z.strictObject({}),
  coordinators: z.strictObject({}),
  mentor: z.strictObject({}),
  'mentor-form': z.strictObject({}),
  pause: z.strictObject({}),
  resume: z.strictObject({}),
  'keep-wish': z.strictObject({ topic: id }),
  'drop-wish': z.strictObject({ wish: uuid }),
  overview: z.strictObject({ page: page.optional() }),
  /** What an account that nobody has linked can press. */
  'thats-me': z.strictObject({ claim: uuid }),
  'not-me': z.strictObject({ claim: uuid }),
  knock: z.strictObject({}),
  /** Makes a code for one's other account. */
  link: z.strictObject({}),
  /** What coordinators do with an account that waits; `page` is that of the list they came from. */
  accounts: z.strictObject({ page: page.optional() }),
  claim: z.strictObject({ claim: uuid }),
  'link-account': z.strictObject({ claim: uuid, page: page.optional() }),
  'refuse-account': z.strictObject({ claim: uuid, page: page.optional() }),
  'undo-claim': z.strictObject({ claim: uuid }),
  'find-person': z.strictObject({}),
} as const;
