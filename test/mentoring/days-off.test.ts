import { DateTime } from 'luxon';
import {
  type AskedDayOff,
  comingDaysOff,
  type DaysOff,
  decideDayOff,
  isDayOff,
  nextWorkingMoment,
  usualDaysOff,
  usualHours,
} from '../../src/mentoring';

const today = '2027-10-01';
const alaska: DaysOff = { own: [{ day: '10-18', name: 'Alaska Day' }], worked: ['columbus'] };

describe('the days off of an organization', () => {
  it('are the federal holidays, without those on which it works, and its own', () => {
    expect(
      ['2027-10-11', '2027-10-18', '2028-10-18', '2027-11-11', '2027-10-19'].map((day) => isDayOff(day, alaska)),
    ).toEqual([false, true, true, true, false]);
    expect(isDayOff('2027-10-11', usualDaysOff)).toBe(true);
  });

  it('are skipped by whoever may be written to by a schedule only on working days', () => {
    const at = DateTime.fromISO('2027-10-15T18:00', { zone: 'America/Anchorage' });
    const first = (list: DaysOff) => nextWorkingMoment(at, usualHours('America/Anchorage', list)).toFormat('ccc dd HH');
    expect([first(usualDaysOff), first(alaska)]).toEqual(['Mon 18 08', 'Tue 19 08']);
  });

  it('are listed for a year, with how the list has them', () => {
    expect(comingDaysOff(alaska, today).slice(0, 3)).toEqual([
      { day: '2027-10-18', name: 'Alaska Day', own: '10-18' },
      { day: '2027-11-11', name: 'Veterans Day', own: undefined },
      { day: '2027-11-25', name: 'Thanksgiving Day', own: undefined },
    ]);
    expect(comingDaysOff(alaska, today).at(-1)?.day).toBe('2028-09-04');
  });

  const refused = (asked: Partial<AskedDayOff>, list: DaysOff = alaska): string => {
    const decision = decideDayOff(list, { day: '2027-12-23', name: 'Eve', everyYear: false, ...asked }, today);
    return decision.ok ? JSON.stringify(decision.events) : decision.because.code;
  };
  const full: DaysOff = {
    worked: [],
    own: Array.from({ length: 60 }, (_, index) => ({
      day: `2028-0${1 + (index % 6)}-${String(1 + Math.floor(index / 6)).padStart(2, '0')}`,
      name: 'x',
    })),
  };
  it.each([
    ['2027-02-30', 'no-such-day-off'],
    ['2027-13-01', 'no-such-day-off'],
    ['October 18', 'no-such-day-off'],
    ['', 'no-such-day-off'],
    ['2027-09-30', 'day-is-past'],
    ['2033-01-03', 'day-off-too-far'],
    ['2027-10-18', 'day-off-already'],
    ['2031-10-18', 'day-off-already'],
    ['2027-11-11', 'day-off-already'],
    ['2027-10-11', '[{"day":"2027-10-11","name":"Eve"}]'],
    ['2027-10-01', '[{"day":"2027-10-01","name":"Eve"}]'],
  ])('of %s: %s', (day, code) => expect(refused({ day })).toBe(code));

  it('have a name, may come every year, and are 60 at most, those that are over not counted', () => {
    expect(refused({ name: '' })).toBe('day-off-no-name');
    expect(refused({ name: 'x'.repeat(61) })).toBe('words-too-long');
    expect(refused({ everyYear: true })).toBe('[{"day":"12-23","name":"Eve"}]');
    expect(refused({}, full)).toBe('too-many-days-off');
    const own = full.own.map((each, index) => (index === 0 ? { ...each, day: '2027-09-30' } : each));
    expect(refused({}, { ...full, own })).toContain('2027-12-23');
  });
});
