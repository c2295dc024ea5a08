import type { Json } from '../json';
import type { SlackMessage } from './chats';
import { messageObject } from './methods/chat';
import { viewObject } from './viewObject';
import type { SlackView } from './views';
import { general, type SlackUser, type SlackWorld } from './world';

const handle = (user: SlackUser): string => user.name.toLowerCase().replaceAll(' ', '.');
const channelName = (channel: string): string => (channel === general ? 'general' : 'directmessage');
const team = (world: SlackWorld): Json => ({ id: world.teamId, domain: 'demo' });

/** What every interaction payload carries. */
const interaction = (user: SlackUser, world: SlackWorld): Json => ({
  user: { id: user.id, username: handle(user), name: handle(user), team_id: world.teamId },
  api_app_id: world.appId,
  token: 'stand-in',
  team: team(world),
  enterprise: null,
  is_enterprise_install: false,
});

export const commandPayload = (user: SlackUser, text: string, channel: string, world: SlackWorld): Json => ({
  token: 'stand-in',
  team_id: world.teamId,
  team_domain: 'demo',
  channel_id: channel,
  channel_name: channelName(channel),
  user_id: user.id,
  user_name: handle(user),
  command: world.command,
  text,
  api_app_id: world.appId,
  is_enterprise_install: 'false',
  response_url: world.responseUrls.give({ user: user.id, channel }),
  trigger_id: world.triggers.give(user.id),
});

/** A click on a message. An ephemeral message is not sent back with it. */
export function messageClick(
  user: SlackUser,
  message: SlackMessage,
  action: Json,
  state: Json,
  world: SlackWorld,
): Json {
  const ephemeral = message.onlyFor !== undefined;
  const isAnswered = world.chats.of(message.channel).some(({ thread }) => thread === message.ts);
  const thread = message.thread ?? (isAnswered ? message.ts : undefined);
  return {
    type: 'block_actions',
    ...interaction(user, world),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
      ...(thread !== undefined && { thread_ts: thread }),
    },
    trigger_id: world.triggers.give(user.id),
    channel: { id: message.channel, name: channelName(message.channel) },
    ...(!ephemeral && { message: messageObject(message, world) }),
    state: { values: state },
    response_url: world.responseUrls.give({ user: user.id, channel: message.channel, message: message.ts }),
    actions: [action],
  };
}

/** A click in a modal or in the Home view. */
export const viewClick = (user: SlackUser, view: SlackView, action: Json, state: Json, world: SlackWorld): Json => ({
  type: 'block_actions',
  ...interaction(user, world),
  container: { type: 'view', view_id: view.id },
  trigger_id: world.triggers.give(user.id),
  view: viewObject(world, view, state),
  actions: [action],
});

export const submission = (user: SlackUser, view: SlackView, state: Json, world: SlackWorld): Json => ({
  type: 'view_submission',
  ...interaction(user, world),
  trigger_id: world.triggers.give(user.id),
  view: viewObject(world, view, state),
  response_urls: [],
});

export const closing = (user: SlackUser, view: SlackView, cleared: boolean, world: SlackWorld): Json => ({
  type: 'view_closed',
  ...interaction(user, world),
  view: viewObject(world, view),
  is_cleared: cleared,
});

/** What somebody typed into a search field of a modal. */
export const suggestion = (
  user: SlackUser,
  view: SlackView,
  where: { readonly blockId: string; readonly actionId: string; readonly text: string },
  world: SlackWorld,
): Json => ({
  type: 'block_suggestion',
  ...interaction(user, world),
  container: { type: 'view', view_id: view.id },
  view: viewObject(world, view),
  block_id: where.blockId,
  action_id: where.actionId,
  value: where.text,
});

/** An Events API envelope. */
export const eventEnvelope = (event: Json, eventId: string, world: SlackWorld): Json => ({
  token: 'stand-in',
  team_id: world.teamId,
  context_team_id: world.teamId,
  context_enterprise_id: null,
  api_app_id: world.appId,
  event,
  type: 'event_callback',
  event_id: eventId,
  event_time: Math.floor(world.now().toSeconds()),
  authorizations: [
    {
      enterprise_id: null,
      team_id: world.teamId,
      user_id: world.botUser,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
});
