import { DateTime } from 'luxon';
import { slotsFor } from '../../src/understanding/intents';
import { signsOf } from '../../src/understanding/signs';
import { daysIn } from '../../src/understanding/slots/days';
import { durationsIn } from '../../src/understanding/slots/duration';
import { lineOf } from '../../src/understanding/text/line';
import { piecesOf } from '../../src/understanding/text/pieces';
import { setting } from './setting';

const today = DateTime.utc(2026, 11, 18);
const line = (text: string) => lineOf(piecesOf(text));
const signs = (text: string, people: readonly string[] = []) =>
  signsOf(text, { lexicon: setting.lexicon, offices: setting.offices ?? [], people, now: setting.now });

describe('days', () => {
  const on = (text: string, direction: 'past' | 'coming') =>
    daysIn(line(text), today).map(({ value }) => value.on(direction));

  it.each([
    ['yesterday', '2026-11-17'],
    ['yest', '2026-11-17'],
    ['the day before yesterday', '2026-11-16'],
    ['monday', '2026-11-16'],
    ['last Tues', '2026-11-17'],
    ['Wednesday', '2026-11-11'],
    ['Friday last week', '2026-11-13'],
    ['11/9', '2026-11-09'],
    ['11-09', '2026-11-09'],
    ['Nov 13', '2026-11-13'],
    ['13 November', '2026-11-13'],
    ['December 1', '2025-12-01'],
    ['two weeks ago', '2026-11-04'],
    ['the 3rd', '2026-11-03'],
    ['2026-11-02', '2026-11-02'],
    ['just finished', '2026-11-18'],
    ['Tuesday, no wait, Monday', '2026-11-16'],
    ['not Tuesday, Monday', '2026-11-16'],
    ['Monday the 9th', '2026-11-09'],
  ])('of a report: %s', (text, day) => {
    expect(on(text, 'past')).toEqual([day]);
  });

  it.each([
    ['tmrw', '2026-11-19'],
    ['Wednesday', '2026-11-25'],
    ['this Friday', '2026-11-20'],
    ['next Friday', '2026-11-27'],
    ['Friday next week', '2026-11-27'],
    ['next week', '2026-W48'],
    ['the week after next', '2026-W49'],
    ['in three days', '2026-11-21'],
    ['two weeks from now', '2026-12-02'],
    ['Dec 1', '2026-12-01'],
    ['April 1', '2027-04-01'],
    ['the 23rd', '2026-11-23'],
    ['Thanksgiving', '2026-11-26'],
    ['end of the month', '2026-11-30'],
    ['until January', '2027-01-01'],
    ['February 28', '2027-02-28'],
  ])('of a plan: %s', (text, day) => {
    expect(on(text, 'coming')).toEqual([day]);
  });

  it.each([
    'last week',
    'we may meet',
    'the march of time',
    '31/31',
    '2026-02-30',
    'Feb 30',
    'an hour',
    '45 min',
    'every week',
  ])('names no day: %s', (text) => {
    expect(on(text, 'past').filter((day) => day !== undefined)).toEqual([]);
  });

  it.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])('does not depend on this machine’s zone: %s', (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(on('Nov 13 and two weeks ago', 'past')).toEqual(['2026-11-13', '2026-11-04']);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

describe('durations', () => {
  const minutes = (text: string) => durationsIn(line(text)).map(({ value }) => value);

  it.each([
    ['45m', 45],
    ['for 45 min', 45],
    ['1h20', 80],
    ['1.5 hrs', 90],
    ['an hour', 60],
    ['half an hour', 30],
    ['an hour and a half', 90],
    ['two and a half hours', 150],
    ['1 hr 15 min', 75],
    ['a quarter of an hour', 15],
    ['three quarters of an hour', 45],
    ['forty-five minutes', 45],
    ['10-11:30', 90],
    ['from 10 to 11:30', 90],
    ['from 11 to 1', 120],
    ['10am to noon', 120],
    ['1 to 2:30', 90],
    ['14h to 15h30', 90],
  ])('%s', (text, length) => {
    expect(minutes(text)).toEqual([length]);
  });

  it.each(['an hour ago', 'in 30 minutes', 'every 2 hours', '16h', '11-09', 'at 3', '3 to 4 people'])(
    'none: %s',
    (text) => {
      expect(minutes(text)).toEqual([]);
    },
  );
});

describe('people', () => {
  const named = (text: string, people?: readonly string[]) =>
    signs(text, people)
      .people.filter(({ denied }) => !denied)
      .map(({ said }) => said);

  it.each([
    ['met with Joan yest', ['Joan']],
    ['log wendy 20m email', ['wendy']],
    ["Rosa Diaz's desk", ['Rosa Diaz']],
    ['session with Hyun-woo', ['Hyun-woo']],
    ['ask Ana de Souza', ['Ana de Souza']],
    ['with Mrs. Grant on Friday', ['Mrs. Grant']],
    ['met <@U300XYZ|rosa> and <at>Rosa Diaz</at>', ['<@U300XYZ|rosa>', '<at>Rosa Diaz</at>']],
    ['Mark and I talked', ['Mark']],
    ['meeting with Will on May 3', ['Will']],
    ['met april on 10/29', ['april']],
    ['not Victor, I want Maya', ['Maya']],
    ['Thérèse and I met', ['Thérèse']],
    ['LOG WENDY 20M', ['WENDY']],
  ])('%s', (text, people) => {
    expect(named(text)).toEqual(people);
  });

  it.each([
    'I may be late',
    'will you help me',
    'find a mentor for Excel in Nome',
    'Family Medicaid',
    'I hope so',
    'teh sesion',
    'mentor in Paris',
  ])('nobody: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('knows the organization’s own names in any case', () => {
    expect(named('thursday works, says okpik', [])).toEqual([]);
    expect(named('thursday works, says okpik', ['Henry Okpik'])).toEqual(['okpik']);
  });
});

describe('the words to keep', () => {
  it.each([
    ['agenda', 'add stress at work to the agenda', 'stress at work'],
    ['agenda', 'agenda: mock interviews, then goals', 'mock interviews, then goals'],
    ['agenda', 'put dealing with angry callers on the list for Thursday with Wendy', 'dealing with angry callers'],
    ['agenda', "I'd like to talk about overtime with Maya on Friday", 'overtime'],
    ['agenda', 'what is on the agenda?', undefined],
    ['goals', 'set a goal: pass the ETIII exam', 'pass the ETIII exam'],
    ['goals', 'my new goal is to give presentations calmly', 'give presentations calmly'],
    ['goals', "I'd like to add a goal", undefined],
    ['career_plan', 'add supervisor academy in spring to my CDP', 'supervisor academy in spring'],
    ['career_plan', 'show CDP', undefined],
  ] as const)('%s: %s', (intent, text, kept) => {
    expect(slotsFor(intent, signs(text)).text).toBe(kept);
  });
});

describe('settings', () => {
  it.each([
    ['no messages between 20:00 and 07:30', { quiet_from: '20:00', quiet_to: '07:30' }],
    ['quiet from 9 to 7', { quiet_from: '21:00', quiet_to: '07:00' }],
    ['quiet 1800-0700', { quiet_from: '18:00', quiet_to: '07:00' }],
    ["don't ping me after 5", { quiet_from: '17:00' }],
    ['nothing before 9 in the morning', { quiet_to: '09:00' }],
    ['change my timezone to Central', { timezone: 'America/Chicago' }],
    ['set my time zone to Pacific/Guam', { timezone: 'Pacific/Guam' }],
    ['disable the digest', { digest: 'off' }],
    ['turn the reminders back on', { reminders: 'on' }],
    ['digest off, reminders on', { digest: 'off', reminders: 'on' }],
  ])('%s', (text, slots) => {
    expect(slotsFor('preferences', signs(text))).toEqual(slots);
  });
});
