import { decidePause } from '../../src/mentoring';

const today = '2026-11-18';

it.each([
  ['tomorrow', '2026-11-19'],
  ['in a leap year, on its day', '2028-02-29', '2028-02-01'],
  ['a year ahead', '2027-11-18'],
])('a mentor may pause until %s', (_, until, from = today) => {
  expect(decidePause(until, from)).toEqual({ ok: true, events: [{ until }] });
});

it.each([
  ['today', '2026-11-18', 'day-is-past'],
  ['yesterday', '2026-11-17', 'day-is-past'],
  ['two years ahead', '2028-11-18', 'pause-too-long'],
  ['a day that is none', '2027-02-30', 'no-such-day'],
  ['words', 'next Monday', 'no-such-day'],
  ['nothing', '', 'no-such-day'],
])('but not until %s', (_, until, code) => {
  expect(decidePause(until, today)).toMatchObject({ ok: false, because: { code } });
});
