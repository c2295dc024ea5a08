import { randomUUID } from 'node:crypto';
import { createLedger, createMeter, createPacing, type Job, type Limits, openQueue } from '../../src/delivery';
import { newBudget, slowDown, takeTurn } from '../../src/delivery/budget';
import { pace } from '../../src/start/pace';
import { type Budget, openStore } from '../../src/store';
import { anyStore, freshDatabase, onServer, type TestStore, testClock, testKeys } from '../databases';
import { openPost } from './post';

const slack = pace({ slack: 285, teams: 1500 }).slack;
const asked = { number: undefined, answered: [] };

/** How many of so many go at once. */
function goAtOnce(budget: Budget, limits: Limits, now: number, most = 100): number {
  let current = budget;
  for (let gone = 0; gone < most; gone += 1) {
    const { budget: after, result } = takeTurn(current, asked, limits, now);
    if (!result.go) return gone;
    current = after;
  }
  return most;
}

describe('the turn of what nobody waits for', () => {
  const fresh = newBudget(slack, 0);

  it('leaves a fifth of the burst to what people do', () => {
    expect(goAtOnce(fresh, slack, 0)).toBe(12);
    expect(goAtOnce(fresh, slack, 3600)).toBe(12);
  });

  it('comes later by what was answered meanwhile, and not by what was answered long ago', () => {
    const having = (answered: number[]) => takeTurn(fresh, { number: undefined, answered }, slack, 100).budget;
    expect(goAtOnce(having([0, 0, 0, 0, 0]), slack, 100)).toBe(6);
    expect(goAtOnce(having([59, 58, 57, 56, 55]), slack, 100)).toBe(11);
  });

  it('never lets more than 300 a minute through, whatever the minute', () => {
    const went: number[] = [];
    let budget = fresh;
    for (let now = 0; now < 200; now += 0.05) {
      const { budget: after, result } = takeTurn(budget, asked, slack, now);
      budget = { ...after, drawn: after.passed };
      if (result.go) went.push(now);
    }
    for (const from of went) expect(went.filter((at) => at >= from && at < from + 60).length).toBeLessThanOrEqual(300);
    expect(went.length).toBeGreaterThan(900);
  });

  it('is given by number, and whoever comes new goes behind those who wait', () => {
    let budget = fresh;
    const ask = (number: number | undefined, now: number) => {
      const turn = takeTurn(budget, { number, answered: [] }, slack, now);
      budget = turn.budget;
      return turn.result;
    };
    for (let gone = 0; gone < 12; gone += 1) expect(ask(undefined, 0)).toEqual({ go: true });
    const first = ask(undefined, 0);
    const second = ask(undefined, 0);
    expect([first, second]).toMatchObject([
      { go: false, number: 13 },
      { go: false, number: 14 },
    ]);
    expect(ask(undefined, 0.22)).toMatchObject({ go: false, number: 15 });
    expect(ask(13, 0.22)).toEqual({ go: true });
    expect(ask(undefined, 0.44)).toMatchObject({ go: false });
    expect(ask(14, 0.44)).toEqual({ go: true });
  });

  it('is not waited for behind numbers that never come back', () => {
    const lost = { ...fresh, drawn: 20_000, passed: 12 };
    expect(takeTurn(lost, asked, slack, 60).result).toEqual({ go: true });
  });
});

describe('a platform that asks to wait', () => {
  const fresh = newBudget(slack, 0);
  const slowed = slowDown(fresh, 30, slack, 100);

  it('is sent nothing for at least so long, and then half as fast, without a burst', () => {
    expect(goAtOnce(slowed, slack, 129.9)).toBe(0);
    expect(goAtOnce(slowed, slack, 131.5)).toBe(0);
    expect(slowed.rate).toBeCloseTo(285 / 60 / 2);
    const waits = takeTurn(slowed, asked, slack, 101).result;
    expect(waits).toMatchObject({ go: false });
    expect(waits.go ? 0 : waits.afterSeconds).toBeGreaterThanOrEqual(29);
  });

  it('slows once for what was under way, and lasts as long as the longest of the waits', () => {
    const again = slowDown(slowed, 60, slack, 101);
    expect(again.rate).toBe(slowed.rate);
    expect(again.pausedUntil).toBe(161);
    expect(slowDown(slowed, 1, slack, 101).pausedUntil).toBe(130);
  });

  it('is written to a twentieth faster for each ten quiet minutes, up to the setting', () => {
    const rate = (minutes: number): number => takeTurn(slowed, asked, slack, 130 + minutes * 60).budget.rate;
    const most = 285 / 60;
    expect(rate(9)).toBeCloseTo(most * 0.5);
    expect(rate(10)).toBeCloseTo(most * 0.55);
    expect(rate(50)).toBeCloseTo(most * 0.75);
    expect(rate(500)).toBeCloseTo(most);
    expect(takeTurn(fresh, asked, { ...slack, perMinute: 60 }, 1).budget.rate).toBe(1);
  });

  it('never brings it to a standstill', () => {
    let budget = fresh;
    for (let times = 0; times < 50; times += 1) budget = slowDown(budget, 1, slack, times * 10);
    expect(budget.rate).toBeCloseTo(285 / 60 / 20);
  });
});

const limits = { ...pace({ slack: 1, teams: 1 }) };
const plan = { lane: 'schedule' } as const;

describe('turns from the database', () => {
  let store: TestStore;
  let post: Awaited<ReturnType<typeof openPost>>;
  beforeEach(async () => {
    store = await anyStore();
    post = await openPost(store, 2);
  }, 60_000);
  afterEach(() => store.drop());
  const account = (user: string, channel: 'slack' | 'teams' = 'slack') => ({ channel, tenant: 't', user });
  const pacing = () => createPacing(limits, createMeter(Date.now));

  it('to one chat: one a second in Slack, five at once in Teams; whoever waits for them', async () => {
    const turns = (user: string, channel: 'slack' | 'teams', count: number) =>
      post.inside(async (tx) => {
        const all: boolean[] = [];
        for (let asks = 0; asks < count; asks += 1) all.push((await pacing().turn(tx, account(user, channel), {})).go);
        return all;
      });
    expect(await turns('p0', 'slack', 2)).toEqual([true, false]);
    expect(await turns('p1', 'slack', 1)).toEqual([true]);
    expect(await turns('p0', 'teams', 6)).toEqual([true, true, true, true, true, false]);
  }, 60_000);

  it('in a pause: nothing goes there, not even what people wait for; elsewhere it does', async () => {
    await post.inside((tx) => pacing().slow(tx, account('p0'), 30));
    const waits = await post.inside((tx) => pacing().turn(tx, account('p0'), { lane: 'act' }));
    expect(waits).toMatchObject({ go: false });
    expect(waits.go ? 0 : waits.afterSeconds).toBeGreaterThan(25);
    expect(await post.inside((tx) => pacing().turn(tx, account('p1'), plan))).toMatchObject({ go: false });
    expect(await post.inside((tx) => pacing().turn(tx, account('p0', 'teams'), plan))).toEqual({ go: true });
  }, 60_000);

  it('yield to what was answered', async () => {
    const meter = createMeter(Date.now);
    const own = createPacing(limits, meter);
    for (let times = 0; times < 12; times += 1) meter.answered(account('p0'));
    expect(await post.inside((tx) => own.turn(tx, account('p0'), plan))).toMatchObject({ go: false, number: 1 });
    expect(await post.inside((tx) => own.turn(tx, account('p1'), { lane: 'act' }))).toEqual({ go: true });
  }, 60_000);

  it('429: the worker slows down for all of the installation, and it was no try', async () => {
    const [first = '', second = ''] = post.people;
    post.wire.deliver = async () => ({
      ok: false,
      because: 'busy',
      code: 'ratelimited',
      retryAfterSeconds: 40,
      tooFast: true,
    });
    const worker = post.workerWith(createPacing(pace({ slack: 285, teams: 1500 }), createMeter(Date.now)));
    await post.tell(first, 'call', 'one');
    await post.tell(second, 'call', 'two');
    const [one, two] = post.jobs.splice(0);
    if (!one || !two) throw new Error('There are no jobs.');
    await worker(one.job);
    expect(post.jobs).toEqual([{ job: one.job, after: 40 }]);
    expect(await post.rows(`select tries, state from message where reason = 'ratelimited'`)).toEqual([
      { tries: 0, state: 'queued' },
    ]);
    await worker(two.job);
    expect(post.sends).toHaveLength(1);
    expect(post.jobs[1]?.after).toBeGreaterThan(35);
    expect(await post.rows('select rate from budget')).toEqual([{ rate: 285 / 120 }]);
  }, 60_000);

  it('go to what somebody did before what only the schedule says', async () => {
    const queue = await openQueue(store, { warn: () => undefined }, 1);
    const tell = async (lane: Job['lane'], occurrence: string) => {
      const about = { kind: 'topic', id: randomUUID() } as const;
      const [to = ''] = post.people;
      await post.inside((tx) => createLedger(queue, lane).tell(tx, { to, kind: 'call', about, occurrence }));
    };
    await tell('schedule', '1');
    await tell('schedule', '2');
    await tell('act', '3');
    const lanes: Job['lane'][] = [];
    await new Promise<void>((done) => {
      void queue.work(
        async ({ lane }) => {
          if (lanes.push(lane) === 3) done();
        },
        async () => undefined,
      );
    });
    await queue.stop();
    expect(lanes).toEqual(['act', 'schedule', 'schedule']);
  }, 60_000);
});

onServer('three processes that ask at once', () => {
  it('share one budget', async () => {
    const database = await freshDatabase();
    const options = { databaseUrl: database.url, keys: testKeys(), clock: testClock(), newId: randomUUID, poolSize: 4 };
    const log = { warn: () => undefined };
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ ...options, log })));
    const organizationId = randomUUID();
    const turns = await Promise.all(
      stores.flatMap((store) =>
        Array.from({ length: 10 }, () =>
          store.inOrganization(organizationId, undefined, (tx) =>
            createPacing(limits, createMeter(Date.now)).redraw(tx, { channel: 'slack', tenant: 't' }, plan),
          ),
        ),
      ),
    );
    expect(turns.filter((turn) => turn.go)).toHaveLength(12);
    const numbers = turns.flatMap((turn) => (turn.go ? [] : [turn.number]));
    expect(new Set(numbers).size).toBe(18);
    for (const store of stores) await store.close();
    await database.drop();
  }, 60_000);
});
