import type { DateTime } from 'luxon';

const opens = 8;
const closes = 17;

/**
 * The first moment from `at` on that lies in the working hours of this zone: Monday to Friday, 8:00 to 17:00 local time.
 * What a schedule says never comes at night or on a weekend. An unknown zone counts as UTC.
 */
export function nextWorkingMoment(at: DateTime, zone: string): DateTime {
  const local = at.setZone(zone);
  let there = local.isValid ? local : at.setZone('utc');
  if (there.hour >= closes) there = there.plus({ days: 1 }).set({ hour: opens, minute: 0, second: 0, millisecond: 0 });
  if (there.hour < opens) there = there.set({ hour: opens, minute: 0, second: 0, millisecond: 0 });
  const daysOff = Math.max(0, 8 - there.weekday);
  if (daysOff <= 2) there = there.plus({ days: daysOff }).set({ hour: opens, minute: 0, second: 0, millisecond: 0 });
  return there;
}
