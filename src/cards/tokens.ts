import { z } from 'zod';
import type { Token } from '../chat';

const id = z.string().min(1).max(80);
const uuid = z.uuid();
const version = z.number().int().min(1);
const office = z.string().min(1).max(120);
const page = z.number().int().min(1).max(100);

/** What every button and form says to the bot, and with which arguments: the one list that cards and intents share. */
export const tokens = {
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
  decline: z.strictObject({ request: uuid, version }),
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

export type TokenName = keyof typeof tokens;
export type TokenArgs<N extends TokenName> = z.infer<(typeof tokens)[N]>;

/** A token whose arguments the compiler has checked. */
export function token<N extends TokenName>(intent: N, args: TokenArgs<N>): Token {
  const known = Object.entries(args).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { intent, args: Object.fromEntries(known) };
}

const besides: ReadonlySet<string> = new Set([
  'help',
  'keep-wish',
  'drop-wish',
  'open-topic',
  'close-topic',
  'stop',
  'messages',
  'coordinators',
  'link',
]);
const paged: ReadonlySet<string> = new Set(['find', 'topics', 'mine', 'overview', 'closed', 'accounts']);
/** The cards that an answer to `leave-list` takes the place of; a request's own card stays. */
const giveWay: ReadonlySet<unknown> = new Set(['entry', 'sheet', 'leaving']);

/** Whether the answer to such a button is a message of its own: a side matter, or a list that is looked at for the first time. */
export const answersBelow = ({ intent, args }: Token): boolean =>
  besides.has(intent) ||
  (paged.has(intent) && args.page === undefined) ||
  (intent === 'leave-list' && !giveWay.has(args.on));
