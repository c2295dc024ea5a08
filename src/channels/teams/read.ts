import type { DateTime } from 'luxon';
import { type Act, decodeToken, type Envelope, type Inbound } from '../../chat';
import type { WireActivity } from './activity';
import { behindDialog, dialogData, dialogInvokes, isDialog } from './dialog';
import { isObject } from './json';
import { addressOf, type Place } from './reference';
import { saidIn } from './said';
import { readValues } from './values';
import { isZone } from './zone';

/** The invokes that we answer; Teams gets 501 for any other. */
export const knownInvokes: ReadonlySet<string> = new Set([
  'adaptiveCard/action',
  'application/search',
  ...dialogInvokes,
]);

/**
 * What a person did, from the activity that tells it. Undefined for what is nobody's act (typing, reactions, changes of
 * a team) or cannot be laid to anybody (no Entra id, no tenant), and for data that no card of ours sends.
 */
export function readActivity(activity: WireActivity, at: DateTime): Inbound | undefined {
  const place = placeIn(activity);
  const user = activity.from.aadObjectId ?? '';
  if (place === undefined || user === '') return undefined;
  const isPrivate = activity.conversation.conversationType === 'personal';
  const act = actIn(activity, isPrivate);
  if (act === undefined) return undefined;
  const id = act.kind === 'installed' ? installId(activity) : actId(activity);
  if (id === undefined) return undefined;
  const address = addressOf(place);
  const inDialog = isDialog(activity);
  const { on: below, behind } = behindDialog(activity);
  const replyTo = inDialog ? below : (activity.replyToId ?? '');
  // What answers a form in a dialog also ends the same form that stands in the chat behind it.
  const takesPlace = !inDialog || (act.kind === 'form' && behind === 'form');
  const envelope: Envelope = {
    id,
    from: { channel: 'teams', tenant: place.tenant, user },
    at,
    place: isPrivate ? 'private' : 'shared',
    ...(isPrivate ? { home: address } : {}),
    ...(replyTo !== '' && (act.kind === 'action' || act.kind === 'form')
      ? { on: { address, message: replyTo }, ...(takesPlace ? { formTakesPlace: true as const } : {}) }
      : {}),
    ...clientOf(activity),
    ...(isGuest(activity) ? { guest: true } : {}),
  };
  return { ...envelope, ...act };
}

/** The conversation of an activity; undefined when it names no tenant. */
export function placeIn(activity: WireActivity): Place | undefined {
  const tenant = activity.channelData?.tenant?.id ?? activity.conversation.tenantId ?? '';
  if (tenant === '') return undefined;
  return {
    serviceUrl: activity.serviceUrl,
    conversation: activity.conversation.id,
    bot: activity.recipient.id,
    user: activity.from.id,
    tenant,
  };
}

/** A repeat carries the same activity id; the conversation makes it unique among all. */
function actId(activity: WireActivity): string | undefined {
  return activity.id === undefined ? undefined : `${activity.conversation.id}|${activity.id}`;
}

/**
 * A personal install comes as two activities with ids of their own, moments apart: they are one act. The hour keeps a
 * later install after a removal apart from it.
 */
function installId(activity: WireActivity): string {
  return `${activity.conversation.id}|installed|${(activity.timestamp ?? '').slice(0, 13)}`;
}

function actIn(activity: WireActivity, isPrivate: boolean): Act | undefined {
  switch (activity.type) {
    case 'message':
      return messageAct(activity);
    case 'invoke':
      return invokeAct(activity);
    case 'installationUpdate':
      return isPrivate ? installAct(activity.action) : undefined;
    case 'conversationUpdate':
      return isPrivate && isBotAdded(activity) ? { kind: 'installed' } : undefined;
    default:
      return undefined;
  }
}

function installAct(action: string | null | undefined): Act | undefined {
  if (action === 'add') return { kind: 'installed' };
  return action === 'remove' ? { kind: 'uninstalled' } : undefined;
}

const isBotAdded = (activity: WireActivity): boolean =>
  (activity.membersAdded ?? []).some(({ id }) => id === activity.recipient.id);

/** A message is a text, or the older form of a button press: no text, and the button's data as its value. */
function messageAct(activity: WireActivity): Act | undefined {
  const pressed = pressAct(activity.value);
  if (pressed !== undefined) return pressed;
  const hasValue = activity.value !== undefined && activity.value !== null;
  if (hasValue && (activity.text ?? '') === '') return undefined;
  return { kind: 'message', text: saidIn(activity) };
}

function pressAct(data: unknown): Act | undefined {
  if (!isObject(data)) return undefined;
  const form = decodeToken(data.form);
  if (form !== undefined) return { kind: 'form', token: form, values: readValues(data) };
  const token = decodeToken(data.token);
  return token === undefined ? undefined : { kind: 'action', token };
}

function invokeAct(activity: WireActivity): Act | undefined {
  const { value } = activity;
  if (!isObject(value)) return undefined;
  if (activity.name === 'adaptiveCard/action') {
    return isObject(value.action) && value.action.type === 'Action.Execute' ? pressAct(value.action.data) : undefined;
  }
  if (isDialog(activity)) return dialogAct(activity);
  if (activity.name === 'application/search') {
    const token = decodeToken(value.dataset);
    const text = value.queryText ?? '';
    return token !== undefined && typeof text === 'string' ? { kind: 'search', token, text } : undefined;
  }
  return undefined;
}

/** A dialog is asked for by a button and sent as a form, never the other way round. */
function dialogAct(activity: WireActivity): Act | undefined {
  const act = pressAct(dialogData(activity));
  const expected = activity.name === 'task/fetch' ? 'action' : 'form';
  return act?.kind === expected ? act : undefined;
}

/** The data that a press carries, whichever way it came. */
export function pressData(activity: WireActivity): unknown {
  const { value } = activity;
  if (activity.type !== 'invoke') return value;
  if (isDialog(activity)) return dialogData(activity);
  return isObject(value) && isObject(value.action) ? value.action.data : undefined;
}

function clientOf(activity: WireActivity): Pick<Envelope, 'zone' | 'locale'> {
  const info = (activity.entities ?? []).find((entity) => isObject(entity) && entity.type === 'clientInfo');
  const told = isObject(info) ? info : {};
  const zone = [told.timezone, activity.localTimezone].find((name) => typeof name === 'string' && isZone(name));
  const locale = [activity.locale, told.locale].find((name) => typeof name === 'string' && /^[\w-]{2,35}$/.test(name));
  return { ...(typeof zone === 'string' ? { zone } : {}), ...(typeof locale === 'string' ? { locale } : {}) };
}

function isGuest(activity: WireActivity): boolean {
  const told = [activity.from.userRole, activity.channelData?.userRole];
  return told.some((role) => typeof role === 'string' && /^(guest|anonymous)$/i.test(role));
}
