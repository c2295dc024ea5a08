import { createTaker } from '../../src/delivery/taker';
import { partsReady, type Readiness } from '../../src/http/readiness';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 18, 19) + seconds * 1000);
const healthy: Readiness = {
  database: async () => true,
  lastBeat: () => at(0),
  lastLook: () => at(0),
  freeBytes: async () => 1e9,
  draining: () => false,
  slack: () => true,
  realNow: () => at(1),
};
const red = async (broken: Partial<Readiness>): Promise<string[]> =>
  Object.entries(await partsReady({ ...healthy, ...broken })).flatMap(([part, works]) => (works ? [] : [part]));

describe('readiness', () => {
  it('is there where every part can work', async () => {
    expect(await red({})).toEqual([]);
    expect(Object.keys(await partsReady({ ...healthy, freeBytes: undefined, slack: undefined }))).toEqual([
      'database',
      'heartbeat',
      'worker',
      'running',
    ]);
  });

  it.each<[string, string, Partial<Readiness>]>([
    ['a lost database', 'database', { database: () => Promise.reject(new Error('gone')) }],
    ['a database that does not answer', 'database', { database: () => new Promise(() => undefined) }],
    ['a worker that has not looked for ten seconds', 'worker', { realNow: () => at(10) }],
    ['a worker that was never started', 'worker', { lastLook: () => undefined }],
    ['a heart that has not beaten', 'heartbeat', { lastBeat: () => undefined }],
    ['a heart that has missed two beats', 'heartbeat', { realNow: () => at(151), lastLook: () => at(150) }],
    ['stopping', 'running', { draining: () => true }],
    ['a disk that is nearly full', 'disk', { freeBytes: async () => 99 * 1024 * 1024 }],
    ['a disk of which nothing is known', 'disk', { freeBytes: () => Promise.reject(new Error('no such folder')) }],
    ['a lost connection to Slack', 'slack', { slack: () => false }],
  ])('is lost with %s', async (_, part, broken) => {
    expect(await red(broken)).toEqual([part]);
  });
});

describe('a worker is known to be at work', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const hangs = (): Promise<void> => new Promise(() => undefined);

  /** How often it said so in the first ten seconds, and in the next minute. */
  async function heard(fetch: () => Promise<readonly number[]>, run: () => Promise<void>): Promise<[number, number]> {
    let said = 0;
    const taker = createTaker<number>({
      fetch,
      run,
      fault: () => undefined,
      most: 2,
      rest: 500,
      longest: 30_000,
      alive: () => {
        said += 1;
      },
    });
    await jest.advanceTimersByTimeAsync(10_000);
    const first = said;
    await jest.advanceTimersByTimeAsync(60_000);
    void taker.stop(0);
    return [first, said - first];
  }

  it('while it looks, twice a second', async () => {
    expect((await heard(async () => [], hangs))[1]).toBeGreaterThan(100);
  });

  it('while all that it can do at once is under way, as long as not all of that hangs', async () => {
    const jobs = [1, 2];
    const [first, then] = await heard(async () => jobs.splice(0), hangs);
    expect(first).toBeGreaterThan(15);
    expect(then).toBeLessThan(45);
  });

  it('not while its look does not end, or fails', async () => {
    expect(await heard(() => new Promise(() => undefined), hangs)).toEqual([0, 0]);
    expect(await heard(() => Promise.reject(new Error('no database')), hangs)).toEqual([0, 0]);
  });

  const withJobs = (jobs: number[], run: () => Promise<void>) =>
    createTaker<number>({
      fetch: async () => jobs.splice(0),
      run,
      fault: () => undefined,
      most: 2,
      rest: 500,
      longest: 30_000,
      alive: () => undefined,
    });

  it('and stops in time, with what was not over', async () => {
    const taker = withJobs([7], hangs);
    await jest.advanceTimersByTimeAsync(1000);
    const stopped = taker.stop(10_000);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await stopped).toEqual([7]);
  });

  it('and stops as soon as what was under way is over', async () => {
    let end = (): void => undefined;
    const taker = withJobs([7], () => new Promise((resolve) => (end = resolve)));
    await jest.advanceTimersByTimeAsync(1000);
    const over = jest.fn();
    const stopped = taker.stop(10_000).then(over);
    await jest.advanceTimersByTimeAsync(1000);
    expect(over).not.toHaveBeenCalled();
    end();
    await jest.advanceTimersByTimeAsync(1000);
    expect(over).toHaveBeenCalledWith([]);
    await stopped;
  });
});
