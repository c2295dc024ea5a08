import { isRecord, type Json, textAt } from '../../json';
import type { SlackMessage } from '../chats';
import { messageRefusal } from '../limits/message';
import { botIdOf, type SlackWorld } from '../world';
import { withIds } from './blockIds';
import { type Answered, type Method, no, refused } from './method';
import { partnerIn, roomFor } from './rooms';

/** A message as Slack gives it back. */
export const messageObject = (message: SlackMessage, world: SlackWorld): Json => ({
  type: 'message',
  ts: message.ts,
  user: message.from,
  text: message.text,
  team: world.teamId,
  ...(message.from === world.botUser && { bot_id: botIdOf(world.botUser), app_id: world.appId }),
  ...(message.blocks && { blocks: message.blocks }),
  ...(message.thread !== undefined && { thread_ts: message.thread }),
  ...(message.edited && { edited: { user: message.from, ts: message.ts } }),
});

const said = (args: Json) => ({
  text: textAt(args, 'text') ?? '',
  ...(args.blocks !== undefined && { blocks: withIds(args.blocks) }),
  ...(isRecord(args.metadata) && { metadata: args.metadata }),
});

/** In a thread, whichever of its messages was named. */
const placed = (channel: string, args: Json, { chats }: SlackWorld) => {
  const named = textAt(args, 'thread_ts');
  return named === undefined ? {} : { thread: chats.rootOf(channel, named)?.ts ?? named };
};

const told = (world: SlackWorld, message: SlackMessage): Answered => ({
  ok: true,
  channel: message.channel,
  ts: message.ts,
  text: message.text,
  message: messageObject(message, world),
});

export const postMessage: Method = async (args, world) => {
  const room = await roomFor(args.channel, world);
  if (!room.ok) return no(room.error);
  const wrong = messageRefusal(textAt(args, 'text'), args.blocks);
  if (wrong) return refused(wrong);
  const message = world.chats.add({
    channel: room.channel,
    from: world.botUser,
    ...said(args),
    ...placed(room.channel, args, world),
  });
  world.changed(await partnerIn(room.channel, world));
  return told(world, message);
};

export const postEphemeral: Method = async (args, world) => {
  const room = await roomFor(args.channel, world);
  if (!room.ok) return no(room.error);
  const user = textAt(args, 'user');
  if (user === undefined || !(await world.directory.find(user))) return no('user_not_in_channel');
  const wrong = messageRefusal(textAt(args, 'text'), args.blocks);
  if (wrong) return refused(wrong);
  const message = world.chats.add({
    channel: room.channel,
    from: world.botUser,
    ...said(args),
    ...placed(room.channel, args, world),
    onlyFor: user,
  });
  world.changed(user);
  return { ok: true, message_ts: message.ts };
};

/** The bot's own lasting message that `channel` and `ts` name, or Slack's refusal. */
function own(args: Json, world: SlackWorld, refusal: string): SlackMessage | Answered {
  const message = world.chats.find(textAt(args, 'channel') ?? '', textAt(args, 'ts') ?? '');
  if (!message || message.onlyFor !== undefined) return no('message_not_found');
  return message.from === world.botUser ? message : no(refusal);
}

export const update: Method = async (args, world) => {
  const message = own(args, world, 'cant_update_message');
  if ('ok' in message) return message;
  const wrong = messageRefusal(textAt(args, 'text'), args.blocks);
  if (wrong) return refused(wrong);
  const changed = world.chats.change(message, said(args));
  world.changed(await partnerIn(message.channel, world));
  return told(world, changed);
};

export const remove: Method = async (args, world) => {
  const message = own(args, world, 'cant_delete_message');
  if ('ok' in message) return message;
  world.chats.remove(message);
  world.changed(await partnerIn(message.channel, world));
  return { ok: true, channel: message.channel, ts: message.ts };
};
