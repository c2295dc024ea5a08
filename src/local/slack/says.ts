import { type Handed, type Unsent, unsent } from '../handed';
import type { Json } from '../json';
import { isRecord } from '../json';
import type { SlackMessage } from './chats';
import { commandPayload, eventEnvelope } from './envelopes';
import { show } from './respond';
import { send } from './send';
import { directOf, general, type SlackUser, type SlackWorld } from './world';

export type EventSent = Handed & { readonly eventId: string };

/** What somebody says to the bot in Slack, as signed requests. The person's words appear in her own client first. */
export type Says = {
  readonly command: (user: SlackUser, text: string, channel?: string) => Promise<Handed>;
  readonly message: (user: SlackUser, text: string) => Promise<EventSent>;
  readonly mention: (user: SlackUser, text: string, channel?: string) => Promise<EventSent>;
  /** Words in the thread of a message; in a channel, the bot hears of them by a mention. */
  readonly reply: (user: SlackUser, to: SlackMessage, text: string) => Promise<EventSent | Unsent>;
  readonly openHome: (user: SlackUser) => Promise<EventSent>;
  readonly event: (event: Json) => Promise<EventSent>;
  /** Sends an event again, as Slack does when it was not acknowledged: signed anew, the same event id. */
  readonly retry: (eventId: string, number: 1 | 2 | 3, reason?: string) => Promise<Handed>;
};

export function createSays(world: SlackWorld): Says {
  const sent = new Map<string, Json>();

  const event = async (body: Json): Promise<EventSent> => {
    const eventId = `Ev${sent.size + 1}${world.ids().toUpperCase()}`;
    const payload = eventEnvelope(body, eventId, world);
    sent.set(eventId, payload);
    return { ...(await send({ what: String(body.type), payload, form: 'event' }, world)), eventId };
  };

  const noticed = <Sent extends Handed>(user: SlackUser, handed: Sent): Sent => {
    if (!handed.ok) world.trouble({ user: user.id, says: handed.says });
    return handed;
  };

  const spoken = async (user: SlackUser, channel: string, text: string, root?: SlackMessage): Promise<EventSent> => {
    const said = channel === general ? `<@${world.botUser}> ${text}` : text;
    const { ts } = world.chats.add({ channel, from: user.id, text: said, ...(root && { thread: root.ts }) });
    world.changed(channel === general ? undefined : user.id);
    const type = channel === general ? { type: 'app_mention' } : { type: 'message', channel_type: 'im' };
    const thread = root && { thread_ts: root.ts, parent_user_id: root.from };
    const body = { ...type, channel, user: user.id, text: said, ts, event_ts: ts, team: world.teamId, ...thread };
    return noticed(user, await event(body));
  };

  return {
    event,
    command: async (user, text, channel = directOf(user.id)) => {
      world.chats.add({ channel, from: user.id, text: `${world.command} ${text}`.trim(), onlyFor: user.id });
      world.changed(user.id);
      const payload = commandPayload(user, text, channel, world);
      const handed = noticed(
        user,
        await send({ what: 'command', payload, form: 'command', conversation: channel }, world),
      );
      const said = handed.ok && typeof handed.body === 'string' ? { text: handed.body } : handed.body;
      if (handed.ok && isRecord(said)) show(said, { user: user.id, channel }, world);
      return handed;
    },
    message: (user, text) => spoken(user, directOf(user.id), text),
    mention: (user, text, channel = general) => spoken(user, channel, text),
    reply: async (user, { channel, ts }, text) => {
      if (text.startsWith(world.command)) return unsent(`${world.command} is not supported in threads. Sorry!`);
      const root = world.chats.rootOf(channel, ts);
      if (!root || root.onlyFor !== undefined) return unsent('There is no such message to reply to.');
      return spoken(user, channel, text, root);
    },
    openHome: async (user) => {
      const view = world.views.homeOf(user.id);
      const body = {
        type: 'app_home_opened',
        user: user.id,
        channel: directOf(user.id),
        tab: 'home',
        event_ts: String(world.now().toSeconds()),
        ...(view && { view: { id: view.id, hash: view.hash, type: 'home' } }),
      };
      return noticed(user, await event(body));
    },
    retry: (eventId, number, reason = 'http_timeout') =>
      send(
        {
          what: `retry ${number}`,
          payload: sent.get(eventId) ?? {},
          form: 'event',
          headers: { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': reason },
        },
        world,
      ),
  };
}
