import { DateTime } from 'luxon';
import { type Decision, happened, refuse } from './decision';
import { federalHolidays, type HolidayId, holidayNames } from './holidays';

/** A day off of the organization's own: `2027-10-18`, or `10-18` for that day of every year. */
export type OwnDayOff = { readonly day: string; readonly name: string };

/** An organization's list: its own days off, and the federal holidays on which it works. */
export type DaysOff = { readonly own: readonly OwnDayOff[]; readonly worked: readonly HolidayId[] };

/** As long as nobody has kept a list: the federal holidays. */
export const usualDaysOff: DaysOff = { own: [], worked: [] };

export const mostOwnDays = 60;
export const mostDayName = 60;
/** So far ahead a day can be named. */
const mostYearsAhead = 5;

const yearly = (day: string): string => day.slice(5);
const ownOn = (day: string, { own }: DaysOff): OwnDayOff | undefined =>
  own.find((each) => each.day === day || each.day === yearly(day));
const holidayOn = (day: string, { worked }: DaysOff): HolidayId | undefined => {
  const id = federalHolidays(Number(day.slice(0, 4))).find((each) => each.day === day)?.id;
  return id === undefined || worked.includes(id) ? undefined : id;
};

/** Whether nobody works in this organization on that calendar day (ISO). */
export const isDayOff = (day: string, list: DaysOff): boolean =>
  ownOn(day, list) !== undefined || holidayOn(day, list) !== undefined;

/** A day off that is ahead; `own` is how its list has it, where it is no federal holiday. */
export type ComingDayOff = { readonly day: string; readonly name: string; readonly own: string | undefined };

const daysAhead = 365;

/** The days off from this day (ISO) on, for a year, in order. */
export function comingDaysOff(list: DaysOff, today: string): readonly ComingDayOff[] {
  const first = DateTime.fromISO(today, { zone: 'utc' });
  const all = Array.from({ length: daysAhead }, (_, days) => first.plus({ days }).toISODate() ?? '');
  return all.flatMap((day): readonly ComingDayOff[] => {
    const own = ownOn(day, list);
    if (own) return [{ day, name: own.name, own: own.day }];
    const id = holidayOn(day, list);
    return id ? [{ day, name: holidayNames[id], own: undefined }] : [];
  });
}

/** Those of its own days that can still come. */
export const standing = ({ own }: DaysOff, today: string): readonly OwnDayOff[] =>
  own.filter(({ day }) => day.length === 5 || day >= today);

/** A day off as somebody asks for it: `day` is ISO, as typed. */
export type AskedDayOff = { readonly day: string; readonly name: string; readonly everyYear: boolean };

/** A day off more; refused for what is no day, is over, is one already, has no name, and where the list is full. */
export function decideDayOff(list: DaysOff, asked: AskedDayOff, today: string): Decision<OwnDayOff> {
  const { day, name, everyYear } = asked;
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !DateTime.fromISO(day, { zone: 'utc' }).isValid)
    return refuse({ code: 'no-such-day-off' });
  if (day < today) return refuse({ code: 'day-is-past' });
  if (Number(day.slice(0, 4)) > Number(today.slice(0, 4)) + mostYearsAhead)
    return refuse({ code: 'day-off-too-far', most: mostYearsAhead });
  if (name === '') return refuse({ code: 'day-off-no-name' });
  if ([...name].length > mostDayName) return refuse({ code: 'words-too-long', most: mostDayName });
  if (isDayOff(day, list)) return refuse({ code: 'day-off-already' });
  if (standing(list, today).length >= mostOwnDays) return refuse({ code: 'too-many-days-off', most: mostOwnDays });
  return happened({ day: everyYear ? yearly(day) : day, name });
}
