import { IANAZone } from 'luxon';
import type { DaysOff } from './days-off';
import { type Decision, happened, refuse } from './decision';
import { type Hours, usualHours } from './hours';

/** What somebody has set of her own messages; `zone` null: as her account says, or her organization. */
export type Settings = Omit<Hours, 'zone' | 'daysOff'> & {
  readonly zone: string | null;
  readonly reminders: boolean;
  readonly digest: boolean;
};

const { quietFrom, quietTo, days } = usualHours('utc');

/** As it is for everybody who has set nothing. */
export const usualSettings: Settings = { zone: null, quietFrom, quietTo, days, reminders: true, digest: true };

/** The shortest time in a day in which somebody can be written to, in minutes. */
export const shortestOpen = 60;

const timeShape = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const zoneShape = /^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$|^UTC$/;

/** Whether that names a place on the list of time zones (IANA), such as America/Anchorage. */
export const isZone = (zone: string): boolean => zoneShape.test(zone) && IANAZone.isValidZone(zone);

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const quietMinutes = (from: string, to: string): number => (minutesOf(to) - minutesOf(from) + 24 * 60) % (24 * 60);

const isSame = (one: Settings, other: Settings): boolean =>
  one.zone === other.zone &&
  one.quietFrom === other.quietFrom &&
  one.quietTo === other.quietTo &&
  one.days.join() === other.days.join() &&
  one.reminders === other.reminders &&
  one.digest === other.digest;

/** Whether somebody can live with these settings; what is refused stands at its field. Nothing happens where nothing changes. */
export function decideSettings(before: Settings, after: Settings): Decision<Settings> {
  if (after.zone !== null && !isZone(after.zone)) return refuse({ code: 'no-such-zone' });
  if (!timeShape.test(after.quietFrom)) return refuse({ code: 'no-such-hour', which: 'from' });
  if (!timeShape.test(after.quietTo)) return refuse({ code: 'no-such-hour', which: 'to' });
  const quiet = quietMinutes(after.quietFrom, after.quietTo);
  if (quiet === 0) return refuse({ code: 'quiet-not-at-all' });
  if (24 * 60 - quiet < shortestOpen) return refuse({ code: 'quiet-all-day' });
  const week = [...new Set(after.days)].filter((day) => Number.isInteger(day) && day >= 1 && day <= 7).toSorted();
  if (week.length === 0) return refuse({ code: 'no-working-day' });
  const settled = { ...after, days: week };
  return isSame(before, settled) ? happened() : happened(settled);
}

/** The hours that follow from what she has set, on the clock that counts for her, with the days off where she works. */
export const hoursFrom = (
  { quietFrom: from, quietTo: to, days: week }: Settings,
  zone: string,
  daysOff: DaysOff,
): Hours => ({
  zone,
  quietFrom: from,
  quietTo: to,
  days: week,
  daysOff,
});
