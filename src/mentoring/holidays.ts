import { DateTime } from 'luxon';

const iso = (day: DateTime): string => day.toISODate() ?? '';

/** The so-manieth of a weekday (1 is Monday) in a month. */
function nth(year: number, month: number, weekday: number, which: number): DateTime {
  const first = DateTime.utc(year, month, 1);
  return first.plus({ days: ((weekday - first.weekday + 7) % 7) + 7 * (which - 1) });
}

/** The last Monday of May. */
function memorialDay(year: number): DateTime {
  const last = DateTime.utc(year, 5, 31);
  return last.minus({ days: (last.weekday + 6) % 7 });
}

const since = (year: number, first: number, day: DateTime): readonly DateTime[] => (year < first ? [] : [day]);

/** The holidays themselves, as the law names their days. */
const namedIn = (year: number): readonly DateTime[] => [
  DateTime.utc(year, 1, 1),
  nth(year, 1, 1, 3),
  nth(year, 2, 1, 3),
  memorialDay(year),
  ...since(year, 2021, DateTime.utc(year, 6, 19)),
  DateTime.utc(year, 7, 4),
  nth(year, 9, 1, 1),
  nth(year, 10, 1, 2),
  DateTime.utc(year, 11, 11),
  nth(year, 11, 4, 4),
  DateTime.utc(year, 12, 25),
];

/** On a Saturday it is kept on the Friday before, on a Sunday on the Monday after. */
const keptOn = (day: DateTime): DateTime =>
  day.weekday === 6 ? day.minus({ days: 1 }) : day.weekday === 7 ? day.plus({ days: 1 }) : day;

/** A schedule asks for many days of few years: each year is worked out once. */
const byYear = new Map<number, readonly string[]>();

/**
 * The legal public holidays of the United States in a year (ISO days, in order), with the days on which they are kept where
 * they fall on a weekend: 5 U.S.C. 6103 (a) and (b), and section 3 of Executive Order 11582. A New Year's Day on a Saturday
 * is kept on December 31 of the year before.
 */
export function federalHolidays(year: number): readonly string[] {
  const known = byYear.get(year);
  if (known) return known;
  const days = [...namedIn(year), ...namedIn(year).map(keptOn), keptOn(DateTime.utc(year + 1, 1, 1))];
  const listed = [...new Set(days.filter((day) => day.year === year).map(iso))].toSorted();
  byYear.set(year, listed);
  return listed;
}

/** Whether nobody works on that calendar day (ISO), as the usual list has it. */
export const isHoliday = (day: string): boolean => federalHolidays(Number(day.slice(0, 4))).includes(day);
