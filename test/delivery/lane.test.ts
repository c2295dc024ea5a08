import { createDeliveryWorker, type Job, openQueue } from '../../src/delivery';
import { claimMessage } from '../../src/store';
import { embeddedStore, onServer, serverStore } from '../databases';
import { tidy } from '../faults/tidy';
import { openPost, tickingClock } from './post';
import { unpaced } from './unpaced';

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const quiet = { warn: () => undefined };

describe("a person's waiting news", () => {
  const finallyClose = tidy();

  it('become one message, in their order; what asks for an answer stands alone', async () => {
    const store = await embeddedStore({ clock: tickingClock() });
    finallyClose(store.drop);
    const post = await openPost(store, 2);
    const [ana = '', ben = ''] = post.people;
    await post.tell(ana, 'news', 'one');
    await post.tell(ana, 'call', 'A');
    await post.tell(ana, 'news', 'two');
    await post.tell(ben, 'news', 'for ben');
    await post.tell(ana, 'call', 'B');
    await post.tell(ana, 'news', 'three');
    await post.run();
    expect(post.sends.map((send) => `${send.to}: ${send.words}`)).toEqual([
      'p0: one two three',
      'p0: A',
      'p1: for ben',
      'p0: B',
    ]);
    const left = await post.rows(`select state, reason, count(*)::int as n from message group by 1, 2 order by 1, 2`);
    expect(left).toEqual([
      { state: 'canceled', reason: 'joined', n: 2 },
      { state: 'sent', reason: null, n: 4 },
    ]);
  }, 60_000);

  it('are told once, however often they are written', async () => {
    const store = await embeddedStore({ clock: tickingClock() });
    finallyClose(store.drop);
    const post = await openPost(store, 1);
    const [ana = ''] = post.people;
    const id = await post.tell(ana, 'news', 'once');
    for (let times = 0; times < 3; times += 1) {
      const notice = { to: ana, kind: 'news', about: { kind: 'topic' as const, id }, occurrence: '1' };
      await post.inside((tx) => post.ledger.tell(tx, notice));
    }
    await post.run();
    expect(post.sends).toHaveLength(1);
    expect(await post.rows('select count(*)::int as n from message')).toEqual([{ n: 1 }]);
  }, 60_000);
});

describe("a person's lane", () => {
  const finallyClose = tidy();

  it('is kept by the tables and by the claim, each for itself', async () => {
    const store = await embeddedStore({ clock: tickingClock() });
    finallyClose(store.drop);
    const post = await openPost(store, 1);
    const [ana = ''] = post.people;
    await post.tell(ana, 'call', 'A');
    await post.tell(ana, 'call', 'B');
    await expect(post.rows(`update message set state = 'sending'`)).rejects.toMatchObject({ code: '23505' });
    await post.rows(
      `update message set state = 'sending' where message_id = (select min(message_id::text)::uuid from message)`,
    );
    const [other] = await post.rows(`select message_id as id from message where state = 'queued'`);
    expect(await post.inside((tx) => claimMessage(tx, String(other?.id), { channel: 'slack', ref: 'p0' }, ''))).toBe(
      undefined,
    );
  }, 60_000);
});

onServer('two senders on one database', () => {
  const finallyClose = tidy();

  it('never have two messages of one person under way, send each once, and never wait for each other in a circle', async () => {
    const store = await serverStore({ poolSize: 20 });
    finallyClose(store.drop);
    const post = await openPost(store, 12);
    const underWay = new Map<string, number>();
    let most = 0;
    const slow = {
      ...post.parts.channels.slack,
      deliver: async (...[to, card, key]: Parameters<typeof post.parts.channels.slack.deliver>) => {
        const now = (underWay.get(to.ref) ?? 0) + 1;
        underWay.set(to.ref, now);
        most = Math.max(most, now);
        for (let breaths = 0; breaths < 20; breaths += 1) await breathe();
        const outcome = await post.parts.channels.slack.deliver(to, card, key);
        underWay.set(to.ref, now - 1);
        return outcome;
      },
    };
    for (let index = 0; index < 8; index += 1) {
      for (const id of post.people) await post.tell(id, index % 2 === 0 ? 'call' : 'news', `${index};`);
    }
    const first = await openQueue(store, quiet);
    const second = await openQueue(store, quiet);
    for (const queue of [first, second]) {
      const worker = createDeliveryWorker({
        ...post.parts,
        channels: { slack: slow },
        queue,
        pacing: unpaced,
      });
      await queue.work(worker, post.giveUp);
    }
    await post.inside(async (tx) => {
      for (const { job } of post.jobs.splice(0)) await first.enqueue(tx, job);
    });
    const open = async (): Promise<unknown> =>
      (await post.rows(`select count(*)::int as n from message where state in ('queued', 'sending')`))[0]?.n;
    while ((await open()) !== 0) {
      first.wake();
      second.wake();
      await breathe();
    }
    await Promise.all([first.stop(), second.stop()]);
    expect(most).toBe(1);
    const said = post.sends.flatMap((send) => send.words.split(' ').map((word) => `${send.to} ${word}`));
    expect(said).toHaveLength(8 * post.people.length);
    expect(new Set(said).size).toBe(said.length);
    await store.sql('select pg_stat_clear_snapshot()');
    expect(await store.sql('select deadlocks::int from pg_stat_database where datname = current_database()')).toEqual([
      { deadlocks: 0 },
    ]);
  }, 60_000);

  it('take over what a process left that died between taking a job and sending', async () => {
    const store = await serverStore({ poolSize: 10 });
    finallyClose(store.drop);
    const post = await openPost(store, 1);
    await post.tell(post.people[0] ?? '', 'call', 'hello');
    const died = await openQueue(store, quiet);
    await post.inside(async (tx) => {
      for (const { job } of post.jobs.splice(0)) await died.enqueue(tx, job);
    });
    await store.sql(
      `update pgboss.job set state = 'active', started_on = now() - interval '2 minutes' where name = 'delivery'`,
    );
    await died.stop();
    const queue = await openQueue(store, quiet);
    const jobs: Job[] = [];
    await queue.work(async (job) => void jobs.push(job), post.giveUp);
    await store.sql(`update pgboss.job set start_after = now() where name = 'delivery'`);
    while (jobs.length === 0) {
      queue.wake();
      await breathe();
    }
    await queue.stop();
    for (const job of jobs) await post.worker(job);
    expect(post.sends).toHaveLength(1);
  }, 60_000);
});
