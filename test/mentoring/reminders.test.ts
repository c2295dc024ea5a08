import { DateTime } from 'luxon';
import { askMetAt, type Hours, isDayOff, remindersOf, usualDaysOff, usualHours } from '../../src/mentoring';

const anchorage = 'America/Anchorage';
const at = (iso: string, zone = anchorage): DateTime => DateTime.fromISO(iso, { zone });
const long = at('2026-01-01T09:00');
const said = (iso: string, hours: Hours = usualHours(anchorage), plannedAt = long): string[] =>
  remindersOf({ startsAt: at(iso, hours.zone), plannedAt }, hours).map(
    ({ kind, at: when }) => `${kind} ${when.toFormat('ccc dd HH:mm')}`,
  );

/** Every zone that people of this program live in, and the odd ones: quarters of an hour, the date line, no clock change. */
const zones = [
  'America/Anchorage',
  'America/Adak',
  'America/Juneau',
  'America/New_York',
  'America/Phoenix',
  'Pacific/Honolulu',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/St_Johns',
];

describe('the reminders of a meeting', () => {
  it.each<[string, string, string[]]>([
    ['in the middle of the day', '2026-11-18T14:00', ['meeting-day Tue 17 08:00', 'meeting-hour Wed 18 13:00']],
    [
      'on a Monday: the day before is Friday',
      '2026-11-16T10:00',
      ['meeting-day Fri 13 08:00', 'meeting-hour Mon 16 09:00'],
    ],
    ['after a holiday', '2026-11-27T10:00', ['meeting-day Wed 25 08:00', 'meeting-hour Fri 27 09:00']],
    ['early: the evening before, and once on that day', '2026-11-18T08:00', ['meeting-hour Tue 17 16:00']],
    ['early on a Monday: on Friday', '2026-11-16T08:30', ['meeting-hour Fri 13 16:00']],
    ['on a Sunday: on Friday', '2026-11-22T11:00', ['meeting-hour Fri 20 16:00']],
    [
      'in the evening: before her hours end',
      '2026-11-18T20:00',
      ['meeting-day Tue 17 08:00', 'meeting-hour Wed 18 16:00'],
    ],
    ['at the end of her hours', '2026-11-18T17:30', ['meeting-day Tue 17 08:00', 'meeting-hour Wed 18 16:30']],
  ])('%s', (_, starts, expected) => {
    expect(said(starts)).toEqual(expected);
  });

  it('do not come for what was before the plan', () => {
    expect(said('2026-11-18T14:00', usualHours(anchorage), at('2026-11-17T10:00'))).toEqual([
      'meeting-hour Wed 18 13:00',
    ]);
    expect(said('2026-11-18T14:00', usualHours(anchorage), at('2026-11-18T13:30'))).toEqual([]);
  });

  it('keep to her own days and hours, and never come at night where only noon is quiet', () => {
    const late = { ...usualHours(anchorage), quietFrom: '22:00', quietTo: '12:00', days: [2, 3] };
    expect(said('2026-11-18T12:30', late)).toEqual(['meeting-hour Tue 17 21:00']);
    const noon = { ...usualHours(anchorage), quietFrom: '12:00', quietTo: '13:00' };
    expect(said('2026-11-18T13:30', noon)).toEqual(['meeting-day Tue 17 08:00', 'meeting-hour Wed 18 11:00']);
  });

  it('of every third day of a year, early, at noon and late, in twelve zones: none at night, none double, none missed', () => {
    const wrong: string[] = [];
    let meetings = 0;
    for (const zone of zones) {
      const hours = usualHours(zone);
      const first = at('2026-01-05T00:00', zone);
      for (let day = 0; day < 365; day += 3)
        for (const half of [5, 16, 18, 24, 35, 47]) {
          const startsAt = first.plus({ days: day }).set({ hour: Math.floor(half / 2), minute: (half % 2) * 30 });
          const all = remindersOf({ startsAt, plannedAt: at('2025-01-01T09:00', zone) }, hours);
          meetings += 1;
          const bad =
            all.length === 0 ||
            new Set(all.map((each) => each.kind)).size !== all.length ||
            new Set(all.map((each) => each.at.toISODate())).size !== all.length ||
            all.at(-1)?.kind !== 'meeting-hour' ||
            all.some(({ at: when, kind }) => {
              const local = when.setZone(zone);
              const early = startsAt.diff(when).as('minutes');
              return (
                local.hour < 8 ||
                local.hour * 60 + local.minute >= 17 * 60 ||
                local.weekday > 5 ||
                isDayOff(local.toISODate() ?? '', usualDaysOff) ||
                early < 60 ||
                (kind === 'meeting-day' && local.hasSame(startsAt, 'day'))
              );
            });
          if (bad) wrong.push(`${startsAt.toISO()} ${zone}: ${all.map((each) => each.at.toISO()).join(', ')}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(meetings).toBe(12 * 122 * 6);
  });

  it('are an hour of real time before, on both days on which the clocks change', () => {
    const open = {
      zone: 'Europe/Berlin',
      quietFrom: '06:00',
      quietTo: '00:00',
      days: [1, 2, 3, 4, 5, 6, 7],
      daysOff: usualDaysOff,
    };
    for (const [starts, reminded] of [
      ['2026-03-29T03:30', '2026-03-29T01:30:00.000+01:00'],
      ['2026-10-25T03:30', '2026-10-25T02:30:00.000+01:00'],
      ['2026-10-25T02:30+02:00', '2026-10-25T01:30:00.000+02:00'],
      ['2026-10-25T02:30+01:00', '2026-10-25T02:30:00.000+02:00'],
    ] as const) {
      const [, hour] = remindersOf({ startsAt: at(starts, open.zone), plannedAt: long }, open);
      expect(hour?.at.toISO()).toBe(reminded);
    }
  });

  it('on Mondays of five years and both clock changes stay at the hour of her clock', () => {
    const wrong = zones.flatMap((zone) =>
      Array.from({ length: 260 }, (_, week) => at('2026-01-05T11:00', zone).plus({ weeks: week })).filter(
        (startsAt) => {
          const [day, hour] = remindersOf({ startsAt, plannedAt: at('2025-01-01T09:00', zone) }, usualHours(zone));
          if (isDayOff(startsAt.toISODate() ?? '', usualDaysOff)) return false;
          return day?.at.hour !== 8 || hour?.at.hour !== 10 || hour.at.minute !== 0;
        },
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the question whether they met', () => {
  it.each([
    ['at the end', '2026-11-18T14:30', 'Wed 18 14:30'],
    ['late: the next morning', '2026-11-18T17:00', 'Thu 19 08:00'],
    ['on the eve of a holiday', '2026-11-25T19:00', 'Fri 27 08:00'],
  ])('comes %s', (_, ends, expected) => {
    expect(askMetAt(at(ends), usualHours(anchorage)).toFormat('ccc dd HH:mm')).toBe(expected);
  });
});
