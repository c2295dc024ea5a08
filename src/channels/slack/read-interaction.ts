import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import { cleanText, decodeToken, type Envelope } from '../../chat';
import { addressOf, messageRef } from './address';
import { readMetadata } from './metadata';
import { actionsSchema, submissionSchema, suggestionSchema } from './payloads';
import { labelsOf, valuesOf } from './submitted';
import { isForeign, isSet, tenantOf } from './tenant';
import type { Read } from './way';

type Actor = Pick<
  NonNullable<ReturnType<typeof suggestionSchema.safeParse>['data']>,
  'user' | 'team' | 'enterprise' | 'is_enterprise_install'
>;
type InstalledView = { readonly app_installed_team_id?: string | null | undefined } | null | undefined;

/** Who acted, in which installation. A window opened elsewhere (Slack Connect) still belongs to where the app is installed. */
export function whoActed(
  actor: Actor,
  view: InstalledView,
): { team: string; user: string; guest: boolean } | undefined {
  const grid = actor.enterprise?.id ?? actor.team?.enterprise_id;
  const workspace = view?.app_installed_team_id ?? actor.team?.id;
  const team = tenantOf(actor.is_enterprise_install, grid, workspace ?? actor.user.team_id);
  // A Grid does not name its workspaces here, so an account of any of them may be one of ours.
  const ours = isSet(actor.is_enterprise_install) ? [] : [workspace, grid];
  return team === undefined ? undefined : { team, user: actor.user.id, guest: isForeign(actor.user.team_id, ours) };
}

export function envelope(who: { team: string; user: string; guest: boolean }, id: string, at: DateTime): Envelope {
  const { team, user, guest } = who;
  const from = { channel: 'slack', tenant: team, user } as const;
  return { id, from, at, place: 'private', home: addressOf({ team, user }), ...(guest && { guest }) };
}

const digest = (what: unknown): string => createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16);

/** A message that others reply to names itself as its thread; it is pressed where it stands, outside. */
const threadOf = ({
  thread_ts: thread,
  message_ts,
}: {
  thread_ts?: string | undefined;
  message_ts?: string | undefined;
}) => (thread === undefined || thread === message_ts ? {} : { thread });

/** A pressed button; see `read`. Buttons that only open a page or a chat send this too and mean nothing to us. */
export function readActions(body: unknown, at: DateTime): Read | undefined {
  const payload = actionsSchema.safeParse(body).data;
  const who = payload && whoActed(payload, payload.view);
  if (payload === undefined || who === undefined) return undefined;
  const [action] = payload.actions;
  const token = decodeToken(action.value);
  if (token === undefined) return undefined;
  const { container, view, trigger_id: trigger, response_url: responseUrl } = payload;
  const { team, user } = who;
  const stood = container.message_ts ?? view?.id ?? '';
  const id = `slack:action:${team}:${user}:${stood}:${action.action_id}:${action.action_ts ?? ''}:${trigger ?? ''}`;
  const act = { ...envelope(who, id, at), kind: 'action', token } as const;
  const base = {
    team,
    user,
    ...(trigger !== undefined && { trigger }),
    ...(responseUrl !== undefined && { responseUrl }),
  };
  if (view != null) {
    if (view.type === 'home') return { inbound: act, way: { ...base, from: 'home' } };
    const on = readMetadata(view.private_metadata)?.on;
    const opener = on === undefined ? {} : { on: messageRef(team, on.channel, user, on.ts) };
    return {
      inbound: { ...act, ...opener },
      way: { ...base, from: 'window', view: view.id, ...(on !== undefined && { on }) },
    };
  }
  const { channel_id: channel, message_ts, is_ephemeral } = container;
  if (channel === undefined) return { inbound: act, way: { ...base, from: 'command' } };
  const ts = is_ephemeral === true ? undefined : message_ts;
  return {
    inbound: { ...act, ...(ts !== undefined && { on: messageRef(team, channel, user, ts) }) },
    way: {
      ...base,
      from: 'message',
      channel,
      ...(ts !== undefined && { ts }),
      ...threadOf(container),
    },
  };
}

/** A submitted window; see `read`. Sent again after an error it is a new act, though the window is the same. */
export function readSubmission(body: unknown, at: DateTime): Read | undefined {
  const payload = submissionSchema.safeParse(body).data;
  const who = payload && whoActed(payload, payload.view);
  const metadata = payload && readMetadata(payload.view.private_metadata);
  if (payload === undefined || who === undefined || metadata === undefined) return undefined;
  const { view, trigger_id: trigger } = payload;
  const { team, user } = who;
  const { token, on } = metadata;
  const [field] = Object.keys(view.state.values);
  const id = `slack:form:${team}:${user}:${view.id}:${view.hash}:${trigger ?? ''}:${digest(view.state.values)}`;
  return {
    inbound: {
      ...envelope(who, id, at),
      kind: 'form',
      token,
      values: valuesOf(view.state.values),
      ...(on !== undefined && { on: messageRef(team, on.channel, user, on.ts) }),
    },
    way: {
      from: 'submit',
      team,
      user,
      view: view.id,
      form: view.callback_id,
      labels: labelsOf(view.state.values),
      ...(field !== undefined && { field }),
      ...(on !== undefined && { on }),
      ...(trigger !== undefined && { trigger }),
    },
  };
}

/** Letters typed into a search field; see `read`. Every keystroke is an act of its own: nothing is done by it. */
export function readSuggestion(body: unknown, at: DateTime): Read | undefined {
  const payload = suggestionSchema.safeParse(body).data;
  const who = payload && whoActed(payload, payload.view);
  const searches = payload && readMetadata(payload.view.private_metadata)?.searches;
  if (payload === undefined || who === undefined || searches === undefined) return undefined;
  if (!Object.hasOwn(searches, payload.block_id)) return undefined;
  const token = searches[payload.block_id];
  if (token === undefined) return undefined;
  const { view, block_id, value } = payload;
  const id = `slack:search:${who.team}:${who.user}:${view.id}:${block_id}:${digest(value)}:${at.toMillis()}`;
  return {
    inbound: { ...envelope(who, id, at), kind: 'search', token, text: cleanText(value).trim() },
    way: { from: 'search', team: who.team, user: who.user },
  };
}
