import { federalHolidays, isDayOff, usualDaysOff } from '../../src/mentoring';

describe('the federal holidays', () => {
  it.each([
    [
      2026,
      '01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25',
      'Independence Day on a Saturday is kept on Friday',
    ],
    [
      2027,
      '01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31',
      'three are kept on another day, and so is the next New Year',
    ],
    [2028, '01-01 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-11 11-23 12-25', 'Veterans Day is kept on Friday'],
    [2020, '01-01 01-20 02-17 05-25 07-03 07-04 09-07 10-12 11-11 11-26 12-25', 'before Juneteenth was one'],
  ])('of %i are as published: %s', (year, days) => {
    expect(federalHolidays(year).map((each) => each.day)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('are named by their day', () => {
    expect(['2026-11-26', '2026-11-27', '2026-07-03'].map((day) => isDayOff(day, usualDaysOff))).toEqual([
      true,
      false,
      true,
    ]);
  });
});
