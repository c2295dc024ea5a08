import { counted, patience } from './counted';
import { playMorning } from './morning';

describe('what the schedule says to 20,000 people at once, where a workspace takes 300 messages a minute', () => {
  const notices = counted(20_000);
  const minutes = (all: number): number => (all * notices) / 20_000;

  it.each([1, 3])(
    'with %i processes: within 75 minutes, without a refusal, while people are answered in 2 s',
    (processes) => {
      const morning = playMorning({ notices, processes, actEvery: 4 });
      expect(morning.minutes).toBeLessThanOrEqual(minutes(75));
      expect(morning.answered).toBeGreaterThanOrEqual(minutes(1000));
      expect(morning.refused).toBe(0);
      expect(morning.slowest).toBeLessThan(2);
      expect(morning.looksEach).toBeLessThan(8);
    },
    patience,
  );

  it(
    'is not held up by a third of it that nobody wants any more',
    () => {
      const morning = playMorning({ notices, processes: 1, actEvery: 4, dropped: 30 });
      expect(morning.minutes).toBeLessThanOrEqual(minutes(75 * 0.75));
      expect(morning.refused).toBe(0);
    },
    patience,
  );

  it(
    'goes on, slower, where the platform takes less than was thought',
    () => {
      const morning = playMorning({ notices, processes: 1, actEvery: 8, perSecond: 3 });
      expect(morning.minutes).toBeLessThanOrEqual(minutes(180));
      expect(morning.refused).toBeLessThan(20);
      expect(morning.slowest).toBeLessThan(2);
    },
    patience,
  );
});
