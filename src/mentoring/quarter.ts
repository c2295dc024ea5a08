import type { DateTime } from 'luxon';
import type { DaysOff } from './days-off';
import { nextWorkingMoment, usualHours } from './hours';

/** A quarter of a calendar year, such as `2026-Q4`. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** Whether a text names a quarter. */
export const isQuarter = (text: string): text is Quarter => /^\d{4}-Q[1-4]$/.test(text);

const named = (at: DateTime): Quarter => {
  const quarter = `${at.year}-Q${at.quarter}`;
  if (isQuarter(quarter)) return quarter;
  throw new RangeError('That moment lies in no quarter that can be named.');
};

const inZone = (at: DateTime, zone: string): DateTime => {
  const local = at.setZone(zone);
  return local.isValid ? local : at.setZone('utc');
};

/** The quarter in which a moment lies where the organization is. An unknown zone counts as UTC. */
export const quarterOf = (at: DateTime, zone: string): Quarter => named(inZone(at, zone));

/** The first moment of a quarter where the organization is; `at` is any moment, and lends its kind of time only. */
export function startOf(quarter: Quarter, zone: string, at: DateTime): DateTime {
  const [year = 1, month = 1] = [Number(quarter.slice(0, 4)), Number(quarter.slice(-1)) * 3 - 2];
  return inZone(at, zone).set({ year, month, day: 1 }).startOf('day');
}

/** The quarter that lies so many quarters after another one; before it, where `by` is negative. */
export const quarterAfter = (quarter: Quarter, by: number, at: DateTime): Quarter =>
  named(startOf(quarter, 'utc', at).plus({ quarters: by }));

/** When the figures of a quarter come out: in the first working hour after its last day, where the organization is. */
export const releaseMoment = (quarter: Quarter, zone: string, at: DateTime, daysOff: DaysOff): DateTime =>
  nextWorkingMoment(startOf(quarterAfter(quarter, 1, at), zone, at), usualHours(zone, daysOff));
