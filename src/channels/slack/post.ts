import type { Delivered, SendFailure, Updated } from '../../chat';
import { messageRef } from './address';
import type { Called, Clients } from './clients';
import { isAboutBlocks, isUnknown } from './failure';
import type { Drawn, SlackMessage } from './render';
import { markOf } from './seek';

/** Nothing in a message is looked up, linked or pinged beyond what its blocks say. */
const literal = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

export type Post = {
  /** Where: a channel id, or a user id for the direct message with that user. */
  readonly channel: string;
  readonly user: string;
  readonly thread?: string;
  /** An opaque id that is stored with the message, to find it again. */
  readonly key?: string;
};

/** Sends a lasting message with Slack's own charts; where Slack refuses its blocks, and so took nothing, without them. */
async function inBestForm<Value>(
  { message, charted }: Drawn,
  send: (message: SlackMessage) => Promise<Called<Value>>,
): Promise<Called<Value>> {
  if (charted === undefined) return send(message);
  const sent = await send(charted);
  return !sent.ok && isAboutBlocks(sent) ? send(message) : sent;
}

/** Posts a message; `ok` carries where it stands. */
export async function postMessage(clients: Clients, team: string, to: Post, drawn: Drawn): Promise<Delivered> {
  const { channel, user, thread, key } = to;
  const sent = await inBestForm(drawn, (message) =>
    clients.call(team, 'send', (client) =>
      client.chat.postMessage({
        channel,
        ...message,
        ...literal,
        ...(thread !== undefined && { thread_ts: thread }),
        ...(key !== undefined && { metadata: markOf(key) }),
      }),
    ),
  );
  if (!sent.ok) return sent;
  const { channel: stands, ts } = sent.value;
  if (stands === undefined || ts === undefined) return isUnknown('unreadable_answer');
  return { ok: true, ref: messageRef(team, stands, user, ts) };
}

/** Shows a message to one person in a shared channel. */
export async function postEphemeral(clients: Clients, team: string, to: Post, message: SlackMessage): Promise<Updated> {
  const { channel, user, thread } = to;
  const sent = await clients.call(team, 'send', (client) =>
    client.chat.postEphemeral({
      channel,
      user,
      ...message,
      parse: 'none',
      link_names: false,
      ...(thread !== undefined && { thread_ts: thread }),
    }),
  );
  return done(sent);
}

/** Draws a message again in its place. */
export async function updateMessage(
  clients: Clients,
  team: string,
  at: { channel: string; ts: string },
  drawn: Drawn,
): Promise<Updated> {
  return done(
    await inBestForm(drawn, (message) =>
      clients.call(team, 'send', (client) =>
        client.chat.update({ ...at, ...message, parse: 'none', link_names: false }),
      ),
    ),
  );
}

/** Keeps of a call only whether it went well. */
export const done = (called: { readonly ok: true } | SendFailure): Updated => (called.ok ? { ok: true } : called);
