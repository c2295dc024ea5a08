import { DateTime, Duration } from 'luxon';
import {
  type Contact,
  decideNudge,
  decideSnooze,
  type Heard,
  isStale,
  nextCommitment,
  nextMorning,
  usualHours,
} from '../../src/mentoring';

const zone = 'America/Anchorage';
const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone });
const days = (count: number): Duration => Duration.fromObject({ days: count });
const cadence = { firstMeeting: days(14), between: days(30), again: days(14) };
const contact = (change: Partial<Contact> = {}): Contact => ({
  startedAt: at('2026-11-02T10:00'),
  lastOn: null,
  busyUntil: null,
  fineUntil: null,
  ...change,
});
const heard = (change: Partial<Heard> = {}): Heard => ({ heard: 0, lastAt: null, until: null, pace: 1, ...change });
const decided = (now: string, own: Partial<Contact> = {}, said: Partial<Heard> = {}): string => {
  const { need, turn } = decideNudge(contact(own), heard(said), cadence, at(now));
  if (turn.turn === 'stopped') return 'stopped';
  return turn.turn === 'now'
    ? `${need} since ${turn.since.toFormat('LLL d HH:mm')}`
    : `later ${turn.at.toFormat('LLL d HH:mm')}`;
};

describe('whether one of two partners is nudged', () => {
  it.each([
    ['before the program expects a first meeting', '2026-11-16T09:59', {}, {}, 'later Nov 16 10:00'],
    ['once it does', '2026-11-16T10:00', {}, {}, 'not-booked since Nov 16 10:00'],
    ['a month after the last session', '2026-12-05T09:00', { lastOn: '2026-11-05' }, {}, 'quiet since Dec 5 00:00'],
    ['a day before that', '2026-12-04T23:59', { lastOn: '2026-11-05' }, {}, 'later Dec 5 00:00'],
    [
      'a week after a meeting of which nobody says whether it took place',
      '2026-11-27T12:00',
      { busyUntil: at('2026-11-20T11:00') },
      {},
      'not-booked since Nov 27 11:00',
    ],
    ['while a meeting is ahead', '2026-11-18T12:00', { busyUntil: at('2026-11-20T11:00') }, {}, 'later Nov 27 11:00'],
    [
      'while a coordinator has marked the two as fine',
      '2026-11-18T12:00',
      { fineUntil: at('2026-12-01T00:00') },
      {},
      'later Dec 1 00:00',
    ],
    [
      'while she would like to be left alone',
      '2026-11-18T12:00',
      {},
      { until: at('2026-11-30T00:00') },
      'later Nov 30 00:00',
    ],
    [
      'two weeks after she heard it last',
      '2026-11-30T09:00',
      {},
      { heard: 1, lastAt: at('2026-11-16T10:00') },
      'later Nov 30 10:00',
    ],
    ['half as often', '2026-11-30T09:59', {}, { pace: 2 }, 'later Nov 30 10:00'],
    [
      'a quarter as often, from one to the next too',
      '2027-01-30T09:00',
      {},
      { pace: 4, heard: 1, lastAt: at('2026-12-28T10:00') },
      'later Feb 22 10:00',
    ],
    [
      'after the second time',
      '2026-12-30T09:00',
      {},
      { heard: 2, lastAt: at('2026-11-30T10:00') },
      'not-booked since Dec 14 10:00',
    ],
    ['after the third time', '2027-12-30T09:00', {}, { heard: 3, lastAt: at('2026-12-14T10:00') }, 'stopped'],
  ] as const)('%s', (_, now, own, said, expected) => {
    expect(decided(now, own, said)).toBe(expected);
  });
});

describe('the morning on which it goes out', () => {
  const morning = (from: string, hours = usualHours(zone)): string =>
    nextMorning(at(from), hours).setZone(hours.zone).toFormat('ccc LLL d HH:mm');
  it.each([
    ['2026-11-16T08:00', 'Mon Nov 16 09:00'],
    ['2026-11-16T09:00', 'Mon Nov 16 09:00'],
    ['2026-11-16T09:01', 'Tue Nov 17 09:00'],
    ['2026-11-13T10:00', 'Mon Nov 16 09:00'],
    ['2026-11-25T10:00', 'Fri Nov 27 09:00'],
  ])('from %s: %s', (from, expected) => expect(morning(from)).toBe(expected));

  it('is the first hour open after nine, or the first of the day where she is open before nine only', () => {
    const late = { ...usualHours(zone), quietFrom: '22:00', quietTo: '14:00' };
    expect(morning('2026-11-16T09:30', late)).toBe('Mon Nov 16 14:00');
    const early = { ...usualHours(zone), quietFrom: '08:30', quietTo: '05:00' };
    expect(morning('2026-11-16T04:00', early)).toBe('Mon Nov 16 05:00');
    expect(morning('2026-11-16T06:00', early)).toBe('Tue Nov 17 05:00');
  });

  it('is 9:00 on every clock through five years of clock changes, never at night and never on a day off', () => {
    let mornings = 0;
    for (const own of [
      'America/Anchorage',
      'America/New_York',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    ])
      for (let week = 0; week < 260; week += 1) {
        const from = DateTime.fromISO('2026-01-02T23:30', { zone: own }).plus({ weeks: week });
        const moment = nextMorning(from, usualHours(own));
        expect(moment.toFormat('HH:mm')).toBe('09:00');
        expect(moment.weekday).toBeLessThan(6);
        expect(moment.diff(from, 'days').days).toBeLessThan(6);
        mornings += 1;
      }
    expect(mornings).toBe(1300);
  });
});

it('is late after a day, and not before', () => {
  expect(isStale(at('2026-11-16T09:00'), at('2026-11-17T09:00'))).toBe(false);
  expect(isStale(at('2026-11-16T09:00'), at('2026-11-17T09:01'))).toBe(true);
});

it('can be put off for three months at the most', () => {
  const code = (until: string) => {
    const decision = decideSnooze(until, '2026-11-18');
    return decision.ok ? 'ok' : decision.because.code;
  };
  expect(['2026-11-19', '2027-02-18', '2027-02-19', '2026-11-18', '2026-02-30', 'soon'].map(code)).toEqual([
    'ok',
    'ok',
    'snooze-too-long',
    'day-is-past',
    'no-such-day',
    'no-such-day',
  ]);
});

it('asks a mentor two weeks before her time is over, and again each time that it runs out', () => {
  const half = Duration.fromISO('P6M');
  const next = (after: string): string[] =>
    Object.values(nextCommitment(at('2026-01-31T12:00'), half, at(after))).map((moment: DateTime) =>
      moment.toFormat('yyyy-MM-dd'),
    );
  expect(next('2026-02-01T00:00')).toEqual(['2026-07-31', '2026-07-17']);
  expect(next('2026-07-17T12:00')).toEqual(['2027-01-31', '2027-01-17']);
  expect(next('2027-01-17T11:59')).toEqual(['2027-01-31', '2027-01-17']);
});
