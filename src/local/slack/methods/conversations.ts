import { type Json, textAt } from '../../json';
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

const isTrue = (value: unknown): boolean => value === true || value === 'true';
const cursorAt = (place: number | ''): string => `next:${place}`;

/** Whether a message stands between `oldest` and `latest`; at its very time only where they are inclusive. */
function isWithin(ts: string, { oldest = 0, latest = Number.POSITIVE_INFINITY, inclusive }: Json): boolean {
  const [time, from, to] = [Number(ts), Number(oldest), Number(latest)];
  return isTrue(inclusive) ? time >= from && time <= to : time > from && time < to;
}

/** The newest first, as Slack tells it. */
export const history: Method = async (args, world) => {
  const channel = textAt(args, 'channel') ?? '';
  if (!(await known(channel, world))) return no('channel_not_found');
  if (channel === general && !world.inGeneral) return no('not_in_channel');
  const limit = Math.min(Number(args.limit ?? 100), 999);
  const withMetadata = isTrue(args.include_all_metadata);
  const from = Number((textAt(args, 'cursor') ?? cursorAt(0)).slice(cursorAt('').length));
  if (!Number.isInteger(from)) return no('invalid_cursor');
  const found = world.chats
    .of(channel)
    .filter((message) => message.onlyFor === undefined && message.thread === undefined && isWithin(message.ts, args))
    .toReversed();
  const messages = found.slice(from, from + limit).map((message) => ({
    ...messageObject(message, world),
    ...(withMetadata && message.metadata && { metadata: message.metadata }),
  }));
  const more = found.length > from + limit;
  return {
    ok: true,
    messages,
    has_more: more,
    ...(more && { response_metadata: { next_cursor: cursorAt(from + limit) } }),
  };
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
