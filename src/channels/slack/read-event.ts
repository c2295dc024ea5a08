import type { DateTime } from 'luxon';
import { type Act, cleanText, type Envelope } from '../../chat';
import { addressOf } from './address';
import { homeRef } from './home';
import { type EventBody, eventSchema, homeSchema, messageSchema, revokedSchema, userSchema } from './payloads';
import { isForeign, isSet, tenantOf } from './tenant';
import { unescapeText } from './unescape';
import { isDirect, type Read } from './way';

/** What all events of one installation share. `ours` are the workspaces and Grids that belong to it. */
type Context = {
  readonly team: string;
  readonly bot: string | undefined;
  readonly ours: readonly (string | null | undefined)[];
  /** In a channel that another organization shares (Slack Connect). */
  readonly external: boolean;
  readonly at: DateTime;
  readonly event: EventBody['event'];
};

function contextOf(body: EventBody, at: DateTime): Context | undefined {
  const first = body.authorizations?.[0];
  const workspace = first?.team_id ?? body.context_team_id ?? body.team_id;
  const grid = first?.enterprise_id ?? body.context_enterprise_id ?? body.enterprise_id;
  const team = tenantOf(first?.is_enterprise_install, grid, workspace);
  if (team === undefined) return undefined;
  // A Grid does not name its workspaces here; in a channel that another organization shares, an unknown one is foreign.
  const external = body.is_ext_shared_channel === true;
  const anyWorkspace = isSet(first?.is_enterprise_install) && !external;
  const ours = anyWorkspace ? [] : [workspace, body.context_team_id, grid];
  return { team, bot: first?.user_id ?? undefined, ours, external, at, event: body.event };
}

function envelope(
  { team, at }: Context,
  id: string,
  user: string,
): Envelope & { readonly home?: ReturnType<typeof addressOf> } {
  const from = { channel: 'slack', tenant: team, user } as const;
  return { id, from, at, place: 'private', ...(user !== '' && { home: addressOf({ team, user }) }) };
}

/** Takes out the bot's own mention, which is how it is called and no part of what is said. */
function withoutMention(text: string, bot: string | undefined): string {
  const mention = bot === undefined ? /^\s*<@[UW]\w+(\|[^>]*)?>/ : new RegExp(`<@${bot}(\\|[^>]*)?>`, 'g');
  return text.replace(mention, ' ').replace(/^[\s,:]+/, '');
}

const spoken = new Set([undefined, 'file_share', 'thread_broadcast']);

function readMessage(context: Context): Read | undefined {
  const { team, bot, ours, external, event } = context;
  const message = messageSchema.safeParse(event).data;
  if (message === undefined || !spoken.has(message.subtype) || message.hidden === true) return undefined;
  if (message.bot_id != null || message.bot_profile != null || message.user === bot) return undefined;
  const { user, channel, ts, thread_ts } = message;
  const direct = message.channel_type === 'im' || isDirect(channel);
  if (event.type === 'message' && !direct) return undefined;
  const guest = isForeign(message.user_team ?? message.source_team, ours);
  const text = event.type === 'app_mention' || bot !== undefined ? withoutMention(message.text, bot) : message.text;
  return {
    inbound: {
      ...envelope(context, `slack:message:${team}:${channel}:${ts}`, user),
      kind: 'message',
      place: direct ? 'private' : 'shared',
      text: cleanText(unescapeText(text)).trim(),
      ...(guest && { guest }),
    },
    way: {
      ...(direct ? { from: 'direct' } : { from: 'mention', ...(external && { external }) }),
      team,
      user,
      channel,
      ...(thread_ts !== undefined && { thread: thread_ts }),
    },
  };
}

function readHome(context: Context): Read | undefined {
  const { team, event } = context;
  const home = homeSchema.safeParse(event).data;
  if (home === undefined || (home.tab ?? 'home') !== 'home') return undefined;
  const { user, event_ts } = home;
  return {
    inbound: {
      ...envelope(context, `slack:home:${team}:${user}:${event_ts}`, user),
      kind: 'home',
      on: homeRef(team, user),
    },
    way: { from: 'home', team, user },
  };
}

function readPlatform(context: Context, id: string, user: string, act: Act, more: Partial<Envelope> = {}): Read {
  return {
    inbound: { ...envelope(context, `slack:${id}`, user), ...more, ...act },
    way: { from: 'platform', team: context.team, user },
  };
}

function readUser(context: Context): Read | undefined {
  const user = userSchema.safeParse(context.event).data?.user;
  if (user === undefined || user.is_bot === true || user.id === 'USLACKBOT' || user.id === context.bot)
    return undefined;
  const guest =
    user.is_restricted === true ||
    user.is_ultra_restricted === true ||
    user.is_stranger === true ||
    isForeign(user.team_id, context.ours);
  const id = `person:${context.team}:${user.id}:${user.updated ?? context.at.toMillis()}`;
  return readPlatform(
    context,
    id,
    user.id,
    { kind: 'personChanged', active: !user.deleted },
    {
      ...(user.tz != null && { zone: user.tz }),
      ...(user.locale != null && { locale: user.locale }),
      ...(guest && { guest }),
    },
  );
}

/** Reads an event; see `read`. Both ways in which an app can go (uninstalled, its token revoked) mean the same to us. */
export function readEvent(payload: unknown, at: DateTime): Read | undefined {
  const body = eventSchema.safeParse(payload).data;
  const context = body && contextOf(body, at);
  if (body === undefined || context === undefined) return undefined;
  const { team, bot } = context;
  switch (body.event.type) {
    case 'message':
    case 'app_mention':
      return readMessage(context);
    case 'app_home_opened':
      return readHome(context);
    case 'app_uninstalled':
      return readPlatform(context, `gone:${team}:${body.event_id ?? at.toMillis()}`, bot ?? '', {
        kind: 'uninstalled',
      });
    case 'tokens_revoked': {
      const revoked = revokedSchema.safeParse(body.event).data?.tokens.bot[0];
      if (revoked === undefined) return undefined;
      return readPlatform(context, `gone:${team}:${body.event_id ?? at.toMillis()}`, revoked, { kind: 'uninstalled' });
    }
    case 'user_change':
      return readUser(context);
    default:
      return undefined;
  }
}
