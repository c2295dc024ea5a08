import { DateTime } from 'luxon';
import type { Button } from '../chat';
import { token } from './tokens';

export type TopicView = { readonly id: string; readonly label: string };

/** "3 free places", "1 free place". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** A day as the reader knows it: "May 3", with the year where it is another one than the reader's now. */
export function day(at: DateTime, zone: string, now: DateTime): string {
  const there = at.setZone(zone).setLocale('en-US');
  return there.toFormat(there.year === now.setZone(zone).year ? 'LLLL d' : 'LLLL d, yyyy');
}

/** The same for a calendar day (ISO) without a time. */
export const dayOf = (isoDay: string, now: DateTime): string =>
  day(DateTime.fromISO(isoDay, { zone: 'utc' }), 'utc', now);
/** Where somebody works, as cards say it: her office, or that she is a guest; null where nothing is known. */
export const placeOf = ({
  office,
  guest,
}: {
  readonly office: string | null;
  readonly guest: boolean;
}): string | null => office ?? (guest ? 'guest' : null);

/** A time of day as the reader's clock shows it: "3:15 PM". */
export const clockTime = (at: DateTime, zone: string): string => at.setZone(zone).setLocale('en-US').toFormat('h:mm a');

/** "Nome" and "ET III" as one short line; what is unknown is left out. */
export const line = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(', ');

const choice = new Intl.ListFormat('en-US', { type: 'disjunction' });
const conjunction = new Intl.ListFormat('en-US', { type: 'conjunction' });

/** "a, b and c". */
export const listing = (items: readonly string[]): string => conjunction.format(items);

/** "a, b or c". */
export const either = (items: readonly string[]): string => choice.format(items);

/** The name by which one speaks of somebody: the first word of it. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;

export const ways: Readonly<Record<string, string>> = {
  in_person: 'in person',
  phone: 'by phone',
  video: 'by video',
  email: 'by email',
  chat: 'by chat',
};
export const times: Readonly<Record<string, string>> = {
  mornings: 'in the morning',
  midday: 'around noon',
  afternoons: 'in the afternoon',
  arranged: 'by arrangement',
};
export const timeWords = (ids: readonly string[]): string => choice.format(ids.map((id) => times[id] ?? id));

export const wayWords = (ids: readonly string[]): string => listing(ids.map((id) => ways[id] ?? id));

export const browseButton: Button = { label: 'Browse topics', token: token('topics', {}) };
export const helpButton: Button = { label: 'Help', token: token('help', {}) };
export const overviewButton: Button = { label: 'Offers and wishes', token: token('overview', {}) };
export const mineButton: Button = { label: 'My requests', token: token('mine', {}) };
