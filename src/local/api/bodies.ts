import { DateTime, Duration } from 'luxon';
import { z } from 'zod';

const person = z.string().min(1, 'name a person by id');
const channel = z.enum(['slack', 'teams'], 'must be slack or teams');
const values = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const text = z.string().max(40_000);

export const channelQuery = z.object({ channel });
export const chatQuery = z.object({ person, channel });
export const whyQuery = z.object({ person, channel, message: z.string().min(1) });
export const say = z.strictObject({
  person,
  channel,
  as: z.enum(['message', 'command', 'mention'], 'must be message, command or mention').default('message'),
  /** In Slack: the message in whose thread it is said. */
  thread: z.string().optional(),
  text,
});
export const click = z.strictObject({
  person,
  channel,
  message: z.string().min(1),
  action: z.union([z.string(), z.int().min(0)]),
  block: z.string().optional(),
  value: z.union([z.string(), z.array(z.string())]).optional(),
  values: values.default({}),
  fallback: z.boolean().default(false),
});
export const submit = z.strictObject({
  person,
  channel: z.literal('slack').default('slack'),
  values: values.default({}),
});
export const search = z.strictObject({
  person,
  channel: channel.default('slack'),
  message: z.string().default(''),
  block: z.string().min(1),
  text,
});
export const personOnly = z.strictObject({ person, channel: channel.optional() });

const isoDuration = z.string().transform((given, context) => {
  const duration = Duration.fromISO(given);
  if (duration.isValid && duration.toMillis() > 0) return duration;
  context.addIssue('must be a positive ISO duration like PT1H or P3D');
  return z.NEVER;
});
const isoTime = z.string().refine((given) => DateTime.fromISO(given).isValid, 'must be an ISO time');
export const clockMove = z.union(
  [z.strictObject({ by: isoDuration }), z.strictObject({ to: isoTime })],
  'needs either "by" (a positive ISO duration like PT1H) or "to" (an ISO time)',
);

const status = z.int().min(400).max(599);
const where = {
  platform: channel,
  method: z.string().optional(),
  conversation: z.string().optional(),
  block: z.string().optional(),
  person: person.optional(),
  nth: z.int().min(1).optional(),
  times: z.int().min(1).optional(),
};
export const fault = z.discriminatedUnion('effect', [
  z.strictObject({
    ...where,
    effect: z.literal('answer'),
    status,
    retryAfter: z.int().min(0).optional(),
    recorded: z.boolean().optional(),
  }),
  z.strictObject({ ...where, effect: z.literal('slow'), ms: z.int().min(1).max(60_000) }),
  z.strictObject({ ...where, effect: z.enum(['hang', 'drop', 'cut', 'blocked']) }),
  z.strictObject({ ...where, effect: z.literal('error'), error: z.string().min(1) }),
]);
