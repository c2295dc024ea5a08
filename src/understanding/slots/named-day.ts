import { DateTime } from 'luxon';

/** Whether a report of the past or a plan names the day: "Friday" is another one in each. */
export type Direction = 'past' | 'coming';

/** A day, or a week (`YYYY-Www`), as words name it. */
export type Named = {
  /** ISO; undefined where the words name no such day ("last week" is none). */
  on(direction: Direction): string | undefined;
  /** What the words themselves say of it. */
  readonly tense: Direction | 'either';
};

export const isoDay = (day: DateTime): string => day.toISODate() ?? '';

/** A day that the words name whatever they speak of. */
export const fixed = (day: DateTime, tense: Named['tense']): Named => ({
  on: () => (day.isValid ? isoDay(day) : undefined),
  tense,
});

/** A month and a day without a year: the last such day up to today, or the next from today. */
export function monthDay(today: DateTime, month: number, day: number, year?: number): Named | undefined {
  const inYear = (each: number): DateTime => DateTime.utc(each, month, day);
  if (year !== undefined)
    return inYear(year).isValid ? fixed(inYear(year), inYear(year) > today ? 'coming' : 'past') : undefined;
  const years = [today.year - 1, today.year, today.year + 1].map(inYear).filter((each) => each.isValid);
  const past = years.findLast((each) => each <= today);
  const coming = years.find((each) => each >= today);
  if (!past && !coming) return undefined;
  // A day of the last month and a half speaks for a report, one of the next for a plan.
  const tense =
    past && today.diff(past, 'days').days <= 45
      ? 'past'
      : coming && coming.diff(today, 'days').days <= 60
        ? 'coming'
        : 'either';
  return {
    on: (direction) => {
      const found = direction === 'past' ? past : coming;
      return found && isoDay(found);
    },
    tense,
  };
}
