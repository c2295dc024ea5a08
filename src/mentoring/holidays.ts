import { DateTime } from 'luxon';

/** The legal public holidays of the United States, as the law names them. */
export const holidayNames = {
  'new-year': 'New Year’s Day',
  king: 'Birthday of Martin Luther King, Jr.',
  washington: 'Washington’s Birthday',
  memorial: 'Memorial Day',
  juneteenth: 'Juneteenth',
  independence: 'Independence Day',
  labor: 'Labor Day',
  columbus: 'Columbus Day',
  veterans: 'Veterans Day',
  thanksgiving: 'Thanksgiving Day',
  christmas: 'Christmas Day',
} as const;

export type HolidayId = keyof typeof holidayNames;
export const isHolidayId = (text: string): text is HolidayId => Object.hasOwn(holidayNames, text);
export const holidayIds: readonly HolidayId[] = Object.keys(holidayNames).filter(isHolidayId);

/** A day (ISO) on which a holiday is kept. */
export type Holiday = { readonly day: string; readonly id: HolidayId };

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

type Named = readonly [HolidayId, DateTime];

const since = (year: number, first: number, named: Named): readonly Named[] => (year < first ? [] : [named]);

/** The holidays themselves, on the days that the law names. */
const namedIn = (year: number): readonly Named[] => [
  ['new-year', DateTime.utc(year, 1, 1)],
  ['king', nth(year, 1, 1, 3)],
  ['washington', nth(year, 2, 1, 3)],
  ['memorial', memorialDay(year)],
  ...since(year, 2021, ['juneteenth', DateTime.utc(year, 6, 19)]),
  ['independence', DateTime.utc(year, 7, 4)],
  ['labor', nth(year, 9, 1, 1)],
  ['columbus', nth(year, 10, 1, 2)],
  ['veterans', DateTime.utc(year, 11, 11)],
  ['thanksgiving', nth(year, 11, 4, 4)],
  ['christmas', DateTime.utc(year, 12, 25)],
];

/** On a Saturday it is kept on the Friday before, on a Sunday on the Monday after. */
const keptOn = (day: DateTime): DateTime =>
  day.weekday === 6 ? day.minus({ days: 1 }) : day.weekday === 7 ? day.plus({ days: 1 }) : day;

/** A schedule asks for many days of few years: each year is worked out once. */
const byYear = new Map<number, readonly Holiday[]>();

/**
 * The legal public holidays of the United States in a year, by day, with the days on which they are kept where they fall on
 * a weekend: 5 U.S.C. 6103 (a) and (b), and section 3 of Executive Order 11582. A New Year's Day on a Saturday is kept on
 * December 31 of the year before.
 */
export function federalHolidays(year: number): readonly Holiday[] {
  const known = byYear.get(year);
  if (known) return known;
  const named = namedIn(year);
  const days = new Map<string, HolidayId>();
  for (const [id, day] of [
    ...named,
    ...named.map(([id, day]): Named => [id, keptOn(day)]),
    ['new-year', keptOn(DateTime.utc(year + 1, 1, 1))] as const,
  ])
    if (day.year === year && !days.has(iso(day))) days.set(iso(day), id);
  const listed = [...days].map(([day, id]) => ({ day, id })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  byYear.set(year, listed);
  return listed;
}
