import type { Handed } from '../handed';
import type { Json } from '../json';
import { isRecord } from '../json';
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

  const spoken = async (user: SlackUser, channel: string, text: string, type: Json): Promise<EventSent> => {
    const { ts } = world.chats.add({ channel, from: user.id, text });
    world.changed(channel === general ? undefined : user.id);
    const body = { ...type, channel, user: user.id, text, ts, event_ts: ts, team: world.teamId };
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
    message: (user, text) => spoken(user, directOf(user.id), text, { type: 'message', channel_type: 'im' }),
    mention: (user, text, channel = general) =>
      spoken(user, channel, `<@${world.botUser}> ${text}`, { type: 'app_mention' }),
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
