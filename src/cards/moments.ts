import type { DateTime } from 'luxon';
import { firstName } from './words';

/** The other one's clock: in what zone she is, and how she is called. */
export type OtherClock = { readonly name: string; readonly zone: string };

const local = (at: DateTime, zone: string): DateTime => at.setZone(zone).setLocale('en-US');
const inAnotherYear = (at: DateTime, zone: string, now: DateTime): boolean =>
  local(at, zone).year !== local(now, zone).year;

/** A moment as the reader's clock shows it: "Tuesday, November 24, 2:00 PM". */
export const moment = (at: DateTime, zone: string, now: DateTime): string =>
  local(at, zone).toFormat(inAnotherYear(at, zone, now) ? 'cccc, LLLL d, yyyy, h:mm a' : 'cccc, LLLL d, h:mm a');

/** The same as short as a button needs it: "Tue, Nov 24, 2:00 PM". */
export const shortMoment = (at: DateTime, zone: string, now: DateTime): string =>
  local(at, zone).toFormat(inAnotherYear(at, zone, now) ? 'ccc, LLL d, yyyy, h:mm a' : 'ccc, LLL d, h:mm a');

/** The same on both clocks, where they differ: "Tuesday, November 24, 2:00 PM your time (1:00 PM for Leo)". */
export function momentForBoth(at: DateTime, zone: string, now: DateTime, other: OtherClock): string {
  const [own, theirs] = [local(at, zone), local(at, other.zone)];
  if (own.offset === theirs.offset) return moment(at, zone, now);
  const there = theirs.toFormat(
    own.hasSame(theirs.setZone(zone, { keepLocalTime: true }), 'day') ? 'h:mm a' : 'ccc h:mm a',
  );
  return `${moment(at, zone, now)} your time (${there} for ${firstName(other.name)})`;
}

/** A zone as people call it: "Alaska Time". */
export function zoneName(zone: string, at: DateTime): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(
    at.toJSDate(),
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
