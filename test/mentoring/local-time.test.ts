import { localTime } from '../../src/mentoring';

const anchorage = 'America/Anchorage';
const utc = (day: string, time: string, zone: string): unknown => {
  const read = localTime(day, time, zone);
  return read.is === 'moment' ? [read.at.toUTC().toISO(), read.comesTwice] : read.is;
};

describe('a day and a time on the clocks of a zone', () => {
  it.each([
    ['2026-11-24', '14:00', anchorage, '2026-11-24T23:00:00.000Z'],
    ['2026-11-24', '14:00', 'America/New_York', '2026-11-24T19:00:00.000Z'],
    ['2026-07-01', '14:00', anchorage, '2026-07-01T22:00:00.000Z'],
    ['2026-07-01', '00:00', 'Asia/Kolkata', '2026-06-30T18:30:00.000Z'],
    ['2028-02-29', '23:59', 'America/Adak', '2028-03-01T09:59:00.000Z'],
  ])('%s %s in %s is %s', (day, time, zone, moment) => {
    expect(utc(day, time, zone)).toEqual([moment, false]);
  });
  it.each([
    ['2027-03-14', '02:30', anchorage],
    ['2027-03-14', '02:00', anchorage],
    ['2027-03-14', '02:59', 'America/New_York'],
    ['2026-09-06', '00:30', 'America/Santiago'],
  ])('%s %s in %s is skipped by the clocks', (day, time, zone) => {
    expect(utc(day, time, zone)).toBe('skipped');
  });
  it('is there where no clock changes that night', () => {
    expect(utc('2027-03-14', '02:30', 'America/Phoenix')).toEqual(['2027-03-14T09:30:00.000Z', false]);
    expect(utc('2027-03-14', '01:59', anchorage)).toEqual(['2027-03-14T10:59:00.000Z', false]);
    expect(utc('2027-03-14', '03:00', anchorage)).toEqual(['2027-03-14T11:00:00.000Z', false]);
  });
  it.each([
    [anchorage, '2026-11-01', '01:30', '2026-11-01T09:30:00.000Z'],
    ['America/New_York', '2026-11-01', '01:00', '2026-11-01T05:00:00.000Z'],
    ['Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-03T14:45:00.000Z'],
  ])('in %s on %s %s comes twice, and the first is taken', (zone, day, time, first) => {
    expect(utc(day, time, zone)).toEqual([first, true]);
  });
  it('is once again single an hour later that night', () => {
    expect(utc('2026-11-01', '02:00', anchorage)).toEqual(['2026-11-01T11:00:00.000Z', false]);
  });
  it.each(['2026-02-30', '2027-02-29', '2026-13-01', 'tomorrow', '', '2026-1-1'])('%p is no day', (day) => {
    expect(utc(day, '10:00', anchorage)).toBe('no-such-day');
  });
  it.each(['24:00', '9:00', '10:60', 'noon', '', '10:00:00'])('%p is no time', (time) => {
    expect(utc('2026-11-24', time, anchorage)).toBe('no-such-time');
  });
  it('is read as UTC where the zone is unknown', () => {
    expect(utc('2026-11-24', '14:00', 'Mars/Olympus')).toEqual(['2026-11-24T14:00:00.000Z', false]);
  });
});
