import type { Json } from '../json';
import { group } from './rooms';
import { addressOf, type TeamsUser, type TeamsWorld } from './world';

const botAddress = (world: TeamsWorld): string => `28:${world.botId}`;

const conversationOf = (conversation: string, world: TeamsWorld): Json =>
  conversation === group
    ? { id: group, conversationType: 'groupChat', isGroup: true, tenantId: world.tenantId }
    : { id: conversation, conversationType: 'personal', tenantId: world.tenantId };

/** What every activity of a person carries. */
function base(user: TeamsUser, conversation: string, world: TeamsWorld): Json {
  const at = world.now();
  const locale = user.locale ?? 'en-US';
  return {
    id: `${at.toMillis()}${world.ids()}`,
    timestamp: at.toUTC().toISO(),
    localTimestamp: at.setZone(user.zone ?? 'utc').toISO(),
    ...(user.zone && { localTimezone: user.zone }),
    serviceUrl: world.serviceUrlOf(user.id) ?? world.base(),
    channelId: 'msteams',
    from: { id: addressOf(user.id), name: user.name, aadObjectId: user.id },
    conversation: conversationOf(conversation, world),
    recipient: { id: botAddress(world), name: world.botName },
    locale,
    entities: [
      {
        type: 'clientInfo',
        locale,
        country: 'US',
        platform: 'Web',
        ...(user.zone && { timezone: user.zone }),
      },
    ],
    channelData: { tenant: { id: world.tenantId } },
  };
}

/** Words in the personal chat; in the group chat they reach the bot only with a mention. */
export function message(user: TeamsUser, conversation: string, text: string, id: string, world: TeamsWorld): Json {
  const shared = base(user, conversation, world);
  if (conversation !== group) return { ...shared, id, type: 'message', textFormat: 'plain', text };
  const mention = {
    type: 'mention',
    text: `<at>${world.botName}</at>`,
    mentioned: { id: botAddress(world), name: world.botName },
  };
  const entities = Array.isArray(shared.entities) ? shared.entities : [];
  return {
    ...shared,
    id,
    type: 'message',
    textFormat: 'plain',
    text: `${mention.text} ${text}`,
    entities: [mention, ...entities],
  };
}

/** The two activities of a personal install, without names, as Teams sends them. */
export function installation(user: TeamsUser, conversation: string, world: TeamsWorld): readonly [Json, Json] {
  const shared = base(user, conversation, world);
  const from = { id: addressOf(user.id), aadObjectId: user.id };
  const members = [from, { id: botAddress(world) }];
  return [
    { ...shared, type: 'installationUpdate', action: 'add', from },
    { ...shared, id: `${String(shared.id)}m`, type: 'conversationUpdate', membersAdded: members, from },
  ];
}

export const removal = (user: TeamsUser, conversation: string, world: TeamsWorld): Json => ({
  ...base(user, conversation, world),
  type: 'installationUpdate',
  action: 'remove',
});

type OnCard = { readonly conversation: string; readonly on: string };
/** A dialog has no message of its own. */
type InPlace = { readonly conversation: string; readonly on?: string };

/** An Action.Execute on the card of message `on`. */
export const execution = (user: TeamsUser, { conversation, on }: OnCard, action: Json, world: TeamsWorld): Json => {
  const shared = base(user, conversation, world);
  return {
    ...shared,
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action, trigger: 'manual' },
    replyToId: on,
    channelData: { tenant: { id: world.tenantId }, source: { name: 'message' }, legacy: { replyToId: on } },
  };
};

/** An Action.Submit on the card of message `on`: a message with a value and no text. */
export const submission = (user: TeamsUser, { conversation, on }: OnCard, value: Json, world: TeamsWorld): Json => ({
  ...base(user, conversation, world),
  type: 'message',
  value,
  replyToId: on,
});

/** A dialog is asked for from the card of message `on`; what is typed into it comes without a message. */
export const task = (
  user: TeamsUser,
  { conversation, on }: InPlace,
  name: 'task/fetch' | 'task/submit',
  data: Json,
  world: TeamsWorld,
): Json => ({
  ...base(user, conversation, world),
  type: 'invoke',
  name,
  value: { data, context: { theme: 'default' } },
  ...(on !== undefined && { replyToId: on }),
});

/** What somebody typed into a search field of the card of message `on`, or of a dialog. */
export const search = (
  user: TeamsUser,
  { conversation, on }: InPlace,
  dataset: string,
  text: string,
  world: TeamsWorld,
): Json => ({
  ...base(user, conversation, world),
  type: 'invoke',
  name: 'application/search',
  value: { kind: 'search', queryText: text, queryOptions: { skip: 0, top: 15 }, dataset },
  ...(on !== undefined && { replyToId: on }),
});
