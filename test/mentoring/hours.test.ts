import { DateTime } from 'luxon';
import {
  type Hours,
  isDayOff,
  isWorkingMoment,
  nextWorkingMoment,
  usualDaysOff,
  usualHours,
} from '../../src/mentoring';

const at = (iso: string): DateTime => DateTime.fromISO(iso, { setZone: true });
const next = (iso: string, zone: string): string =>
  nextWorkingMoment(at(iso), usualHours(zone)).setZone(zone).toFormat("ccc yyyy-MM-dd'T'HH:mm");

describe('the next working moment', () => {
  it.each([
    ['within the hours, it is now', '2026-11-18T10:30:00-09:00', 'Wed 2026-11-18T10:30'],
    ['at the opening, it is now', '2026-11-18T08:00:00-09:00', 'Wed 2026-11-18T08:00'],
    ['before the opening, it is the opening', '2026-11-18T03:15:00-09:00', 'Wed 2026-11-18T08:00'],
    ['at the close, it is the next morning', '2026-11-18T17:00:00-09:00', 'Thu 2026-11-19T08:00'],
    ['late on a Friday, it is Monday', '2026-11-20T22:00:00-09:00', 'Mon 2026-11-23T08:00'],
    ['on a Saturday, it is Monday', '2026-11-21T11:00:00-09:00', 'Mon 2026-11-23T08:00'],
    ['on a Sunday, it is Monday', '2026-11-22T16:59:00-09:00', 'Mon 2026-11-23T08:00'],
  ])('%s', (_, given, expected) => {
    expect(next(given, 'America/Anchorage')).toBe(expected);
  });

  it('counts in the reader’s zone, wherever the moment was told', () => {
    expect(next('2026-11-18T16:30:00Z', 'America/Anchorage')).toBe('Wed 2026-11-18T08:00');
    expect(next('2026-11-18T16:30:00Z', 'America/New_York')).toBe('Wed 2026-11-18T11:30');
  });

  it('keeps to local hours over both clock changes', () => {
    expect(next('2026-03-06T20:00:00-09:00', 'America/Anchorage')).toBe('Mon 2026-03-09T08:00');
    expect(next('2026-10-30T20:00:00-08:00', 'America/Anchorage')).toBe('Mon 2026-11-02T08:00');
  });

  it('is never at night or on a weekend, in any hour of a year, in twelve zones', () => {
    const zones = [
      'America/Anchorage',
      'America/Adak',
      'America/Juneau',
      'America/New_York',
      'America/Phoenix',
      'Pacific/Honolulu',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Kolkata',
      'Pacific/Apia',
      'America/St_Johns',
    ];
    const start = at('2026-01-01T00:30:00Z');
    const wrong = zones.flatMap((zone) =>
      Array.from({ length: 366 * 3 }, (_, step) => start.plus({ hours: step * 8 })).filter((moment) => {
        const found = nextWorkingMoment(moment, usualHours(zone)).setZone(zone);
        return (
          found < moment ||
          found.weekday > 5 ||
          found.hour < 8 ||
          found.hour >= 17 ||
          isDayOff(found.toISODate() ?? '', usualDaysOff) ||
          found.diff(moment).as('hours') > 88.5
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('takes an unknown zone as UTC', () => {
    expect(nextWorkingMoment(at('2026-11-18T23:00:00Z'), usualHours('Nowhere/Else')).toUTC().toISO()).toBe(
      '2026-11-19T08:00:00.000Z',
    );
  });

  it('passes over a holiday, and the day on which one is kept that falls on a weekend', () => {
    expect(next('2026-11-25T17:30:00-09:00', 'America/Anchorage')).toBe('Fri 2026-11-27T08:00');
    expect(next('2026-07-02T18:00:00-08:00', 'America/Anchorage')).toBe('Mon 2026-07-06T08:00');
    expect(next('2027-12-30T18:00:00-09:00', 'America/Anchorage')).toBe('Mon 2028-01-03T08:00');
  });

  it('keeps to what somebody has set: her days, her hours, a break at noon', () => {
    const own: Hours = { ...usualHours('America/Anchorage'), days: [2, 6], quietFrom: '20:30', quietTo: '06:15' };
    const told = (iso: string, hours = own): string =>
      nextWorkingMoment(at(iso), hours).toFormat("ccc yyyy-MM-dd'T'HH:mm");
    expect(told('2026-11-18T10:00:00-09:00')).toBe('Sat 2026-11-21T06:15');
    expect(told('2026-11-21T20:29:00-09:00')).toBe('Sat 2026-11-21T20:29');
    expect(told('2026-11-21T20:30:00-09:00')).toBe('Tue 2026-11-24T06:15');
    const noon = { ...usualHours('America/Anchorage'), quietFrom: '12:00', quietTo: '13:00' };
    expect(told('2026-11-18T12:30:00-09:00', noon)).toBe('Wed 2026-11-18T13:00');
    expect(told('2026-11-18T23:30:00-09:00', noon)).toBe('Wed 2026-11-18T23:30');
  });

  it('is now exactly where it is allowed now', () => {
    const hours = usualHours('America/Anchorage');
    expect(isWorkingMoment(at('2026-11-18T10:00:00-09:00'), hours)).toBe(true);
    expect(isWorkingMoment(at('2026-11-18T17:00:00-09:00'), hours)).toBe(false);
  });
});
