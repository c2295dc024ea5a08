import type { DateTime } from 'luxon';
import { type DaysOff, isDayOff, usualDaysOff } from './days-off';

/**
 * When somebody may be written to by a schedule: on these days of the week (1 is Monday), never on a day off, never in the
 * quiet hours (`HH:MM`), which may go over midnight; all on the clock of her zone.
 */
export type Hours = {
  readonly zone: string;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly days: readonly number[];
  /** The days on which nobody works where she does. */
  readonly daysOff: DaysOff;
};

/** As long as nobody has set anything: Monday to Friday, 8:00 to 17:00 local time, without the days off. */
export const usualHours = (zone: string, daysOff: DaysOff = usualDaysOff): Hours => ({
  zone,
  quietFrom: '17:00',
  quietTo: '08:00',
  days: [1, 2, 3, 4, 5],
  daysOff,
});

type Span = { readonly from: DateTime; readonly to: DateTime };

/** No run of days off is as long, not even of the one day in the week on which somebody works. */
const farthest = 800;

/** The moment as her clock shows it; an unknown zone counts as UTC. */
const onHerClock = (at: DateTime, { zone }: Hours): DateTime => {
  const local = at.setZone(zone);
  return local.isValid ? local : at.setZone('utc');
};

const clockOn = (day: DateTime, time: string): DateTime => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
};

/** The day of her calendar that lies so many days after that moment, at noon, which every day has once. */
const noonAfter = (local: DateTime, days: number): DateTime => clockOn(local, '12:00').plus({ days });

/** When she may be written to on the day of that moment, in order; never on a day off. */
export function openOn(day: DateTime, hours: Hours): readonly Span[] {
  if (!hours.days.includes(day.weekday) || isDayOff(day.toISODate() ?? '', hours.daysOff)) return [];
  const [from, to] = [clockOn(day, hours.quietFrom), clockOn(day, hours.quietTo)];
  if (hours.quietFrom > hours.quietTo) return [{ from: to, to: from }].filter((span) => span.from < span.to);
  const spans = [
    { from: day.startOf('day'), to: from },
    { from: to, to: day.plus({ days: 1 }).startOf('day') },
  ];
  return spans.filter((span) => span.from < span.to);
}

/** The first moment from `at` on in which a schedule may write to somebody with these hours. */
export function nextWorkingMoment(at: DateTime, hours: Hours): DateTime {
  const local = onHerClock(at, hours);
  for (let days = 0; days <= farthest; days += 1)
    for (const { from, to } of openOn(noonAfter(local, days), hours))
      if (local < to) return from > local ? from : local;
  throw new RangeError('There is no hour in which this person may be written to.');
}

/** Where that moment lies on a day off of hers, the first one behind it in which a schedule may write to her. */
export const behindDayOff = (at: DateTime, hours: Hours): DateTime | undefined =>
  isDayOff(onHerClock(at, hours).toISODate() ?? '', hours.daysOff) ? nextWorkingMoment(at, hours) : undefined;

/** Whether a schedule may write to her now. */
export const isWorkingMoment = (at: DateTime, hours: Hours): boolean => +nextWorkingMoment(at, hours) === +at;

/** The last time before `at` in which she may be written to, or the part of it that is before; undefined where there is none. */
export function lastOpenBefore(at: DateTime, hours: Hours): Span | undefined {
  const local = onHerClock(at, hours);
  for (let days = 0; days <= farthest; days += 1) {
    const before = openOn(noonAfter(local, -days), hours).filter(({ from }) => from < local);
    const last = before.at(-1);
    if (last) return last.to < local ? last : { from: last.from, to: local };
  }
  return undefined;
}

/** The working day before the day of that moment, when she may be written to on it; undefined where there is none. */
export function workingDayBefore(at: DateTime, hours: Hours): readonly Span[] | undefined {
  const local = onHerClock(at, hours);
  for (let days = 1; days <= farthest; days += 1) {
    const spans = openOn(noonAfter(local, -days), hours);
    if (spans.length > 0) return spans;
  }
  return undefined;
}

const morning = '09:00';

/**
 * The first morning from `at` on: 9:00 on a working day, the first moment after it in which she may be written to, or, where
 * she is only open before it, the first one of that day.
 */
export function nextMorning(at: DateTime, hours: Hours): DateTime {
  const local = onHerClock(at, hours);
  for (let days = 0; days <= farthest; days += 1) {
    const day = noonAfter(local, days);
    const nine = clockOn(day, morning);
    const spans = openOn(day, hours);
    const open = spans.find(({ to }) => to > nine) ?? spans[0];
    if (!open) continue;
    const moment = open.to > nine && open.from < nine ? nine : open.from;
    if (moment >= local) return moment;
  }
  throw new RangeError('There is no hour in which this person may be written to.');
}
