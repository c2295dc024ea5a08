import { DateTime } from 'luxon';
import { isQuarter, quarterAfter, quarterOf, releaseMoment, startOf, usualDaysOff } from '../../src/mentoring';

const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone: 'utc' });
const now = at('2026-11-18T19:00:00Z');

it.each([
  ['the last evening of September in Alaska', '2026-10-01T07:59:59Z', 'America/Anchorage', '2026-Q3'],
  ['the first moment of October in Alaska', '2026-10-01T08:00:00Z', 'America/Anchorage', '2026-Q4'],
  ['the same moment in Hawaii', '2026-10-01T08:00:00Z', 'Pacific/Honolulu', '2026-Q3'],
  ['New Year in Auckland', '2026-12-31T11:00:00Z', 'Pacific/Auckland', '2027-Q1'],
  ['a zone that does not exist, which is UTC', '2026-12-31T23:59:59Z', 'Mars/Olympus', '2026-Q4'],
])('%s', (_, moment, zone, quarter) => {
  expect(quarterOf(at(moment), zone)).toBe(quarter);
});

it.each([
  ['2026-Q4', 1, '2027-Q1'],
  ['2027-Q1', -1, '2026-Q4'],
  ['2026-Q4', -7, '2025-Q1'],
  ['2026-Q4', 0, '2026-Q4'],
] as const)('from %s, %d on, is %s', (quarter, by, other) => {
  expect(quarterAfter(quarter, by, now)).toBe(other);
});

it.each([
  ['2026-Q3', 'on a Thursday, as it ends on a Wednesday', '2026-10-01T08:00:00.000-08:00'],
  ['2026-Q4', 'on the Monday after New Year', '2027-01-04T08:00:00.000-09:00'],
  ['2028-Q1', 'on a Monday, as it ends on a Friday', '2028-04-03T08:00:00.000-08:00'],
] as const)('the figures of %s come out %s', (quarter, _, moment) => {
  expect(releaseMoment(quarter, 'America/Anchorage', now, usualDaysOff).toISO()).toBe(moment);
});

it('a quarter begins at midnight where the organization is, before a clock change and after', () => {
  expect(startOf('2026-Q2', 'America/Anchorage', now).toUTC().toISO()).toBe('2026-04-01T08:00:00.000Z');
  expect(startOf('2027-Q1', 'America/Anchorage', now).toUTC().toISO()).toBe('2027-01-01T09:00:00.000Z');
});

it.each(['2026-Q5', '2026Q4', '26-Q4', '2026-q4', '', ' 2026-Q4'])('"%s" is no quarter', (text) => {
  expect(isQuarter(text)).toBe(false);
});
