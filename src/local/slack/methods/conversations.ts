import { textAt } from '../../json';
import { directOf, general, type SlackWorld } from '../world';
import { messageObject } from './chat';
import { type Method, no } from './method';
import { partnerIn } from './rooms';

export const open: Method = async (args, world) => {
  const users = (textAt(args, 'users') ?? '').split(',').filter((id) => id !== '');
  if (users.length !== 1) return no(users.length === 0 ? 'users_list_not_supplied' : 'not_enough_users');
  const person = await world.directory.find(users[0] ?? '');
  if (!person) return no('user_not_found');
  if (person.deleted) return no('user_disabled');
  return { ok: true, channel: { id: directOf(person.id) } };
};

const known = async (channel: string, world: SlackWorld): Promise<boolean> =>
  channel === general || (await partnerIn(channel, world)) !== undefined;

export const history: Method = async (args, world) => {
  const channel = textAt(args, 'channel') ?? '';
  if (!(await known(channel, world))) return no('channel_not_found');
  if (channel === general && !world.inGeneral) return no('not_in_channel');
  const oldest = Number(args.oldest ?? 0);
  const limit = Math.min(Number(args.limit ?? 100), 999);
  const withMetadata = args.include_all_metadata === true || args.include_all_metadata === 'true';
  const found = world.chats
    .of(channel)
    .filter((message) => message.onlyFor === undefined && message.thread === undefined && Number(message.ts) > oldest)
    .toReversed();
  const messages = found.slice(0, limit).map((message) => ({
    ...messageObject(message, world),
    ...(withMetadata && message.metadata && { metadata: message.metadata }),
  }));
  return { ok: true, messages, has_more: found.length > limit };
};

export const info: Method = async (args, world) => {
  const channel = textAt(args, 'channel') ?? '';
  if (!(await known(channel, world))) return no('channel_not_found');
  const isGeneral = channel === general;
  return {
    ok: true,
    channel: {
      id: channel,
      is_channel: isGeneral,
      is_im: !isGeneral,
      is_ext_shared: false,
      ...(isGeneral
        ? { name: 'general', is_general: true, is_member: world.inGeneral }
        : { user: await partnerIn(channel, world) }),
    },
  };
};
