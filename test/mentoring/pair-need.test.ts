import { DateTime, Duration } from 'luxon';
import { needOf, type PairContact } from '../../src/mentoring';

const now = DateTime.fromISO('2026-11-23T18:00:00Z', { zone: 'utc' });
const cadence = { firstMeeting: Duration.fromISO('P14D'), between: Duration.fromISO('P30D') };
const pair = (own: Partial<PairContact>): PairContact => ({
  startedAt: now.minus({ days: 60 }),
  lastOn: null,
  isPlanned: false,
  fineUntil: null,
  ...own,
});

it.each([
  ['has never met and plans nothing', {}, 'not-booked'],
  ['began 13 days ago', { startedAt: now.minus({ days: 13 }) }, undefined],
  ['began 14 days ago', { startedAt: now.minus({ days: 14 }) }, 'not-booked'],
  ['plans to meet', { isPlanned: true }, undefined],
  ['met last week', { lastOn: '2026-11-16' }, undefined],
  ['met 29 days ago', { lastOn: '2026-10-25' }, undefined],
  ['met 30 days ago', { lastOn: '2026-10-24' }, 'quiet'],
  ['met long ago and plans to meet', { lastOn: '2026-08-01', isPlanned: true }, undefined],
  ['is fine until tomorrow', { fineUntil: now.plus({ days: 1 }) }, undefined],
  ['was fine until now', { fineUntil: now }, 'not-booked'],
] as const)('a pair that %s needs its coordinator as the program says', (_, own, need) => {
  expect(needOf(pair(own), cadence, now)).toBe(need);
});
