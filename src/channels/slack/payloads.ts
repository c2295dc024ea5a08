import { z } from 'zod';
import { stateSchema } from './submitted';

/** Only what we read of Slack's payloads; everything else in them is ignored. */
const id = z.string().regex(/^[\w.-]{1,120}$/);
const stamp = z.string().regex(/^[\w.:-]{1,255}$/);
const flag = z.union([z.boolean(), z.enum(['true', 'false'])]).nullish();

export const commandSchema = z.object({
  command: z.string().max(100),
  text: z.string().max(20_000).default(''),
  user_id: id,
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  is_enterprise_install: flag,
  trigger_id: stamp,
  response_url: z.string().max(3000).optional(),
});

const actor = {
  user: z.object({ id, team_id: id.nullish() }),
  team: z.object({ id, enterprise_id: id.nullish() }).nullish(),
  enterprise: z.object({ id }).nullish(),
  is_enterprise_install: flag,
};
const view = { id, private_metadata: z.string().max(3000).default(''), app_installed_team_id: id.nullish() };

export const actionsSchema = z.object({
  ...actor,
  trigger_id: stamp.optional(),
  response_url: z.string().max(3000).optional(),
  container: z.object({
    type: z.string(),
    message_ts: stamp.optional(),
    channel_id: id.optional(),
    thread_ts: stamp.optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  view: z.object({ ...view, type: z.string() }).nullish(),
  actions: z.tuple(
    [z.object({ action_id: z.string().max(255), action_ts: stamp.optional(), value: z.string().max(2000).optional() })],
    z.unknown(),
  ),
});

export const submissionSchema = z.object({
  ...actor,
  trigger_id: stamp.optional(),
  view: z.object({
    ...view,
    callback_id: z.string().max(255),
    hash: z.string().max(255).default(''),
    state: z.object({ values: stateSchema }),
  }),
});

export const suggestionSchema = z.object({
  ...actor,
  action_id: z.string().max(255),
  block_id: z.string().max(255),
  value: z.string().max(3000).default(''),
  view: z.object(view),
});

const shortcut = { ...actor, callback_id: z.string().max(255), trigger_id: stamp };
export const shortcutSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('shortcut'), ...shortcut }),
  z.object({
    type: z.literal('message_action'),
    ...shortcut,
    message: z.object({ text: z.string().max(50_000).nullish() }),
  }),
]);

const authorization = z.object({
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  user_id: id.nullish(),
  is_enterprise_install: flag,
});

export const eventSchema = z.object({
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  context_team_id: id.nullish(),
  context_enterprise_id: id.nullish(),
  authorizations: z.array(authorization).max(50).nullish(),
  is_ext_shared_channel: z.boolean().nullish(),
  event_id: stamp.optional(),
  event: z.looseObject({ type: z.string() }),
});
export type EventBody = z.infer<typeof eventSchema>;

export const messageSchema = z.object({
  user: id,
  text: z.string().max(50_000).default(''),
  channel: id,
  channel_type: z.string().optional(),
  ts: stamp,
  thread_ts: stamp.optional(),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  bot_profile: z.unknown().optional(),
  hidden: z.boolean().optional(),
  team: id.nullish(),
  user_team: id.nullish(),
  source_team: id.nullish(),
});

export const homeSchema = z.object({ user: id, tab: z.string().optional(), event_ts: stamp });

export const revokedSchema = z.object({ tokens: z.object({ bot: z.array(id).default([]) }) });

export const userSchema = z.object({
  user: z.object({
    id,
    team_id: id.nullish(),
    deleted: z.boolean().default(false),
    is_bot: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    tz: z.string().max(100).nullish(),
    locale: z.string().max(20).nullish(),
    updated: z.number().optional(),
  }),
});
