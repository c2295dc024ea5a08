import type { SendFailure, Sought } from '../../src/chat';
import { type Job, openQueue } from '../../src/delivery';
import { sweepUnfinished } from '../../src/schedule/unfinished';
import { anyStore, type TestStore } from '../databases';
import { openPost, tickingClock } from './post';

const lost: SendFailure = { ok: false, because: 'unknown', code: 'no_answer' };
const stands = { stands: 'yes', ref: { address: { channel: 'slack', ref: 'p0' }, message: 'found' } } satisfies Sought;
const gone: Sought = { stands: 'no' };

describe('a message of which nobody knows whether it arrived', () => {
  let store: TestStore;
  let post: Awaited<ReturnType<typeof openPost>>;
  let id: string;
  beforeAll(async () => {
    store = await anyStore({ clock: tickingClock() });
    await (await openQueue(store, { warn: () => undefined })).stop();
  }, 60_000);
  afterAll(() => store.drop());

  /** Its answer was lost; the look for it is the only job. */
  beforeEach(async () => {
    post = await openPost(store, 2);
    post.wire.deliver = async () => lost;
    id = await post.tell(post.people[0] ?? '', 'call', 'one');
    const [send] = post.jobs.splice(0);
    if (send) await post.worker(send.job);
    post.wire.deliver = async () => undefined;
  }, 60_000);

  const messages = () => post.rows('select state, reason, tries, platform_id as at from message order by created_at');
  const age = (seconds: number) =>
    post.rows(`update message set sending_since = now() - interval '${seconds} seconds'`);
  /** The heartbeat's sweep, which goes through all organizations of the file. */
  const sweep = async (): Promise<void> => {
    await sweepUnfinished(store, post.queue, async () => undefined);
    const own = post.jobs.splice(0).filter(({ job }) => job.organizationId === post.organizationId);
    post.jobs.push(...own);
  };
  const look = async (said: Sought): Promise<void> => {
    post.wire.seek = async () => said;
    const [job] = post.jobs.splice(0);
    if (job?.job.task !== 'seek') throw new Error('Nobody looks for it.');
    await post.worker(job.job);
  };

  it('is looked for a moment later, by its key, where it was to go, from the time at which its sending began', async () => {
    expect(await messages()).toMatchObject([{ state: 'uncertain', reason: 'no_answer' }]);
    expect(post.jobs).toMatchObject([{ job: { task: 'seek' }, after: 5 }]);
    await look(gone);
    const [{ began } = { began: '' }] = await post.rows('select sending_since as began from message');
    expect(post.sought.map((one) => [one.to, one.key, one.began.toJSDate()])).toEqual([
      ['p0', post.sends[0]?.key, began],
    ]);
  });

  it('is sent where it stands, and drawn anew only where it has changed', async () => {
    await look(stands);
    expect(await messages()).toMatchObject([{ state: 'sent', reason: null, at: 'found' }]);
    expect(await post.rows('select state from notice')).toEqual([{ state: 'told' }]);
    expect(post.jobs).toEqual([]);
    expect(post.sends).toHaveLength(1);
  });

  it('is sent where it stands, and says what has happened since', async () => {
    post.subjects.set(id, 'two');
    await look(stands);
    await post.run();
    expect([...post.shown]).toEqual([['found', 'two']]);
    expect(post.sends).toHaveLength(1);
  });

  it('is not sent again as long as it may still arrive; then once more, under its own key', async () => {
    await age(170);
    await look(gone);
    expect(await messages()).toMatchObject([{ state: 'uncertain' }]);
    expect(post.jobs).toMatchObject([{ job: { task: 'seek' } }]);
    expect(post.jobs[0]?.after).toBeGreaterThan(0);
    expect(post.jobs[0]?.after).toBeLessThanOrEqual(10);
    await age(181);
    await look(gone);
    await post.run();
    expect(await messages()).toMatchObject([{ state: 'sent', tries: 2 }]);
    expect(post.sends.map((send) => [send.words, send.key])).toEqual([
      ['one', post.sends[0]?.key],
      ['one', post.sends[0]?.key],
    ]);
  });

  it('counts as old as it was when the platform was asked', async () => {
    post.wire.seek = async () => {
      await age(200);
      return gone;
    };
    const [job] = post.jobs.splice(0);
    if (job) await post.worker(job.job);
    expect(await messages()).toMatchObject([{ state: 'uncertain' }]);
  });

  it('is not sent again where nobody wants it any more', async () => {
    post.subjects.delete(id);
    await age(181);
    await look(gone);
    await post.run();
    expect(await messages()).toMatchObject([{ state: 'suppressed', tries: 1 }]);
    expect(post.sends).toHaveLength(1);
  });

  it('stays uncertain where the platform cannot tell, and is not looked for any more', async () => {
    await look({ stands: 'cannot-tell', code: 'missing_scope' });
    await sweep();
    expect(post.jobs).toEqual([]);
    expect(await messages()).toMatchObject([{ state: 'uncertain', reason: 'no_answer' }]);
    expect(post.logged.join()).toContain('delivery.uncertain');
    expect(post.sends).toHaveLength(1);
  });

  it('is looked for later where the platform cannot tell just now, for a day', async () => {
    await look({ stands: 'cannot-tell', code: 'ratelimited', againInSeconds: 61 });
    expect(post.jobs).toMatchObject([{ job: { task: 'seek' }, after: 61 }]);
    await age(24 * 3600 + 1);
    await look({ stands: 'cannot-tell', code: 'ratelimited', againInSeconds: 61 });
    expect(post.jobs).toEqual([]);
    expect(await messages()).toMatchObject([{ state: 'uncertain' }]);
  });

  it('is not asked for where its chat turned out to be somebody else’s', async () => {
    await post.rows('update message set address = null');
    await look(stands);
    expect(post.sought).toEqual([]);
    expect(await messages()).toMatchObject([{ state: 'uncertain' }]);
  });

  it('cannot be looked for in Teams', async () => {
    await post.rows(`update message set channel = 'teams'`);
    await look(stands);
    expect(await messages()).toMatchObject([{ state: 'uncertain' }]);
    expect(post.jobs).toEqual([]);
  });

  it('that she answers while it is looked for stands where she answered', async () => {
    post.wire.seek = async () => {
      await post.inside((tx) =>
        post.ledger.adopt(
          tx,
          { to: post.people[0] ?? '', kind: 'call', about: { kind: 'topic', id }, occurrence: '2' },
          { address: { channel: 'slack', ref: 'p0' }, message: 'answered' },
        ),
      );
      await age(200);
      return gone;
    };
    const [job] = post.jobs.splice(0);
    if (job) await post.worker(job.job);
    expect((await messages()).map((row) => [row.state, row.at])).toEqual([['sent', 'answered']]);
    expect(post.jobs).toEqual([]);
  });

  it('is looked for once more where the job is gone, and what waits is sent', async () => {
    post.jobs.splice(0);
    await post.tell(post.people[1] ?? '', 'call', 'waits');
    post.jobs.splice(0);
    await sweep();
    expect(post.jobs.map(({ job }) => job.task)).toEqual(['seek', 'send']);
  });

  it('and whose sender was only slow is recorded by it, whatever was found out meanwhile', async () => {
    let answer = (_: undefined): void => undefined;
    post.wire.deliver = () => new Promise((resolve) => (answer = resolve));
    await post.tell(post.people[1] ?? '', 'call', 'slow');
    const [send] = post.jobs.splice(1);
    const slow = send && post.worker(send.job);
    while (post.sends.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await age(200);
    await sweep();
    post.wire.seek = async () => gone;
    for (const { job } of post.jobs.splice(0)) if (job.task === 'seek') await post.worker(job);
    answer(undefined);
    await slow;
    post.wire.deliver = async () => undefined;
    await post.run();
    expect(post.sends.map((one) => one.words)).toEqual(['one', 'slow', 'one']);
    expect((await messages()).map((row) => row.state)).toEqual(['sent', 'sent']);
  });

  it.each<[string, SendFailure | undefined]>([
    ['that it went', undefined],
    ['that it did not go', { ok: false, because: 'busy', code: 'slow', retryAfterSeconds: 1 }],
  ])('and was found stays what she has made of it, though its slow sender says %s', async (_, late) => {
    let answer = (_: SendFailure | undefined): void => undefined;
    post.wire.deliver = () => new Promise((resolve) => (answer = resolve));
    const person = post.people[1] ?? '';
    await post.tell(person, 'call', 'slow');
    const [send] = post.jobs.splice(1);
    const slow = send && post.worker(send.job);
    while (post.sends.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await age(200);
    await sweep();
    post.wire.seek = async () => stands;
    for (const { job } of post.jobs.splice(0)) if (job.task === 'seek') await post.worker(job);
    // It shows a form now, over which nothing may be drawn.
    await post.inside((tx) => post.ledger.release(tx, person, stands.ref));
    answer(late);
    await slow;
    expect((await messages()).map((row) => [row.state, row.at])).toEqual([
      ['sent', 'found'],
      ['sent', null],
    ]);
  });

  it('and whose first sender fails late is not sent a third time while the second one is at it', async () => {
    const answers: ((failure: SendFailure | undefined) => void)[] = [];
    post.wire.deliver = () => new Promise((resolve) => answers.push(resolve));
    await post.tell(post.people[1] ?? '', 'call', 'slow');
    const underWay: (Promise<void> | undefined)[] = [];
    const begin = async (job: Job | undefined): Promise<void> => {
      const before = answers.length;
      underWay.push(job && post.worker(job));
      while (answers.length === before) await new Promise((resolve) => setImmediate(resolve));
    };
    const [first] = post.jobs.splice(0).slice(1);
    await begin(first?.job);
    await age(200);
    await sweep();
    post.wire.seek = async () => gone;
    for (const { job } of post.jobs.splice(0)) await post.worker(job);
    await begin(post.jobs.splice(0).find(({ job }) => job.messageId === first?.job.messageId)?.job);
    answers[0]?.({ ok: false, because: 'busy', code: 'slow', retryAfterSeconds: 1 });
    await underWay[0];
    expect(post.jobs).toEqual([]);
    answers[1]?.(undefined);
    await underWay[1];
    expect(post.sends.map((one) => one.words)).toEqual(['one', 'slow', 'slow']);
  });

  it('and whose sender was too slow decides nothing any more when it fails', async () => {
    let answer = (_: SendFailure): void => undefined;
    post.wire.deliver = () => new Promise((resolve) => (answer = resolve));
    await post.tell(post.people[1] ?? '', 'call', 'slow');
    const [send] = post.jobs.splice(1);
    const slow = send && post.worker(send.job);
    while (post.sends.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await age(200);
    await sweep();
    post.wire.seek = async () => gone;
    post.wire.deliver = async () => undefined;
    await post.run();
    answer({ ok: false, because: 'busy', code: 'slow', retryAfterSeconds: 1 });
    await slow;
    await post.run();
    expect(post.sends.map((one) => one.words)).toEqual(['one', 'slow', 'one', 'slow']);
    expect((await messages()).map((row) => row.state)).toEqual(['sent', 'sent']);
  });
});
