import { webApi } from '@slack/bolt';
import type { DateTime } from 'luxon';
import { z } from 'zod';
import type { SendFailure, Sought } from '../../chat';
import { messageRef, type SlackPlace } from './address';
import type { Clients } from './clients';

/** Slack's clock and ours may differ by so many minutes; a message that arrives at all does so a few minutes after its sending began. */
const [minutesBefore, minutesAfter] = [10, 20] as const;
const [pages, perPage] = [5, 100] as const;
const usualPause = 60;

/** The mark that a message carries, to be found again. It says nothing about anybody. */
export const markOf = (key: string) => ({ event_type: 'mentor_message', event_payload: { id: key } });

const message = z.object({
  ts: z.string(),
  metadata: z.object({ event_type: z.string(), event_payload: z.object({ id: z.string() }) }),
});
const page = z.object({
  messages: z.array(z.unknown()),
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
type Page = z.infer<typeof page>;

const cannotTell = (code: string, againInSeconds?: number): Sought => ({
  stands: 'cannot-tell',
  code,
  ...(againInSeconds !== undefined && { againInSeconds }),
});

/** What cannot be done now may be done later; what Slack refuses stays refused. */
function fromFailure(failure: SendFailure): Sought {
  switch (failure.because) {
    case 'busy':
      return cannotTell(failure.code, failure.retryAfterSeconds);
    case 'unknown':
      return cannotTell(failure.code, usualPause);
    case 'refused':
    case 'unreachable':
      return cannotTell(failure.code);
  }
}

const bears = (one: unknown, key: string): string | undefined => {
  const { ts, metadata } = message.safeParse(one).data ?? {};
  const { event_type, event_payload } = markOf(key);
  return metadata?.event_type === event_type && metadata.event_payload.id === event_payload.id ? ts : undefined;
};

const lacksScope = (error: unknown): boolean =>
  error instanceof webApi.WebAPIPlatformError && error.data.error === 'missing_scope';

/**
 * Looks for a message by its mark in the direct message with a person, around the time at which its sending began. Needs
 * the scope im:history, which a workspace may refuse: then, as after any failure, nobody can tell.
 */
export async function seekMessage(clients: Clients, place: SlackPlace, key: string, began: DateTime): Promise<Sought> {
  const { team, user } = place;
  const open = async (): Promise<string | Sought> => {
    const opened = await clients.call(team, 'send', (client) => client.conversations.open({ users: user }));
    return opened.ok ? (opened.value.channel?.id ?? cannotTell('unreadable_answer', usualPause)) : fromFailure(opened);
  };
  const channel = place.channel ?? (await open());
  if (typeof channel !== 'string') return channel;

  const read = (cursor: string | undefined) =>
    clients.call(team, 'send', async (client) => {
      try {
        const told = await client.conversations.history({
          channel,
          include_all_metadata: true,
          inclusive: true,
          oldest: String(began.minus({ minutes: minutesBefore }).toUnixInteger()),
          latest: String(began.plus({ minutes: minutesAfter }).toUnixInteger()),
          limit: perPage,
          ...(cursor !== undefined && { cursor }),
        });
        return page.safeParse(told).data;
      } catch (error) {
        // The scope is optional: a workspace that refused it needs no advice to add it.
        if (lacksScope(error)) return 'missing_scope' as const;
        throw error;
      }
    });

  let cursor: string | undefined;
  for (let turned = 0; turned < pages; turned += 1) {
    const told = await read(cursor);
    if (!told.ok) return fromFailure(told);
    const seen: Page | 'missing_scope' | undefined = told.value;
    if (seen === 'missing_scope') return cannotTell(seen);
    if (seen === undefined) return cannotTell('unreadable_answer', usualPause);
    const ts = seen.messages.map((one) => bears(one, key)).find((found) => found !== undefined);
    if (ts !== undefined) return { stands: 'yes', ref: messageRef(team, channel, user, ts) };
    if (seen.has_more !== true) return { stands: 'no' };
    cursor = seen.response_metadata?.next_cursor;
    if (!cursor) return cannotTell('no_next_page');
  }
  return cannotTell('too_many_pages');
}
