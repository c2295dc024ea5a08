import type { SendFailure } from '../../src/chat';
import { openQueue } from '../../src/delivery';
import { endSendsOfTheDead, sweepUnfinished } from '../../src/schedule/unfinished';
import { speakerOf } from '../../src/store';
import { embeddedStore, type TestStore } from '../databases';
import { openPost, tickingClock } from './post';

const failure = (because: 'unreachable' | 'refused' | 'unknown'): SendFailure => ({ ok: false, because, code: 'told' });

describe('what became of a send', () => {
  let store: TestStore;
  let post: Awaited<ReturnType<typeof openPost>>;
  beforeAll(async () => {
    store = await embeddedStore({ clock: tickingClock() });
    await (await openQueue(store, { warn: () => undefined })).stop();
  }, 60_000);
  afterAll(() => store.drop());
  beforeEach(async () => {
    post = await openPost(store, 2);
  }, 60_000);
  afterEach(() => {
    for (const words of ['hello', 'good', 'more', 'p0']) expect(post.logged.join()).not.toContain(`${words}"`);
  });

  const person = (): string => post.people[0] ?? '';
  const messages = () => post.rows('select state, reason, tries, channel from message order by created_at, message_id');
  const script = (...outcomes: (SendFailure | undefined)[]): void => {
    post.wire.deliver = async () => outcomes.shift();
  };

  it('unknown: it counts as uncertain, and is never sent again', async () => {
    script(failure('unknown'));
    await post.tell(person(), 'call', 'hello');
    const [first] = post.jobs;
    await post.run();
    if (first) await post.worker(first.job);
    await sweepUnfinished(store, post.queue, async () => undefined);
    expect(post.sends).toHaveLength(1);
    expect(await messages()).toMatchObject([{ state: 'uncertain', reason: 'told' }]);
  });

  it('busy: nothing was sent, so it goes later, once, by its own key', async () => {
    script({ ok: false, because: 'busy', code: 'slow', retryAfterSeconds: 30 });
    await post.tell(person(), 'call', 'hello');
    const [first] = post.jobs.splice(0);
    if (first) await post.worker(first.job);
    expect(post.jobs).toMatchObject([{ after: 30, job: { task: 'send' } }]);
    // It stands nowhere, so nothing says in which channel it does.
    expect(await messages()).toMatchObject([{ state: 'queued', reason: 'slow', channel: null }]);
    await post.run();
    expect(post.sends).toHaveLength(2);
    expect(new Set(post.sends.map((send) => send.key)).size).toBe(1);
    expect(await messages()).toMatchObject([{ state: 'sent', reason: null }]);
  });

  it('unreachable in one client: the other one is tried, and then she counts as reached', async () => {
    script(failure('unreachable'));
    await post.tell(person(), 'call', 'hello');
    await post.run();
    expect(post.sends.map((send) => send.channel)).toEqual(['slack', 'teams']);
    expect(await messages()).toMatchObject([{ state: 'sent', channel: 'teams' }]);
  });

  it('unreachable everywhere: it is dead with the reason, and goes as soon as she writes again', async () => {
    script(failure('unreachable'), failure('unreachable'));
    await post.tell(person(), 'call', 'hello');
    await post.run();
    expect(await messages()).toMatchObject([{ state: 'dead', reason: 'unreachable:told' }]);
    await post.tell(person(), 'news', 'more');
    await post.run();
    expect(await messages()).toMatchObject([{ state: 'dead' }, { state: 'dead', reason: 'no-address' }]);
    const back = await post.inside(async (tx) => {
      const seen = await speakerOf(tx, { channel: 'teams', tenant: 't', user: 'p0' }, {});
      if (seen?.back) await post.ledger.revive(tx, seen.person.personId);
      return seen?.back;
    });
    expect(back).toBe(true);
    await post.run();
    expect(post.sends.slice(2).map((send) => [send.channel, send.words])).toEqual([
      ['teams', 'hello'],
      ['teams', 'more'],
    ]);
    expect(await messages()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  });

  it('refused: it is dead with the reason, at once', async () => {
    script(failure('refused'));
    await post.tell(person(), 'call', 'hello');
    await post.run();
    expect(post.sends).toHaveLength(1);
    expect(await messages()).toMatchObject([{ state: 'dead', reason: 'told' }]);
  });

  it('none, as the process died: after its time it counts as uncertain, and is never sent again', async () => {
    await post.tell(person(), 'call', 'hello');
    const [first] = post.jobs.splice(0);
    if (!first) throw new Error('There is no job.');
    post.wire.deliver = () => new Promise(() => undefined);
    void post.worker(first.job);
    while (post.sends.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await sweepUnfinished(store, post.queue, async () => undefined);
    expect(await messages()).toMatchObject([{ state: 'sending' }]);
    await post.rows(`update message set sending_since = now() - interval '3 minutes'`);
    await sweepUnfinished(store, post.queue, async () => undefined);
    expect(await messages()).toMatchObject([{ state: 'uncertain', reason: 'sender-stopped' }]);
    await post.worker(first.job);
    await post.tell(person(), 'call', 'next');
    post.wire.deliver = async () => undefined;
    await post.run();
    expect(post.sends.map((send) => send.words)).toEqual(['hello', 'next']);
  });

  it('none, as the process died: a new one knows at once where the database was that one’s alone', async () => {
    await post.tell(person(), 'call', 'hello');
    const [first] = post.jobs.splice(0);
    if (!first) throw new Error('There is no job.');
    post.wire.deliver = () => new Promise(() => undefined);
    void post.worker(first.job);
    while (post.sends.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await endSendsOfTheDead({ ...store, kind: 'server' }, post.queue);
    expect(await messages()).toMatchObject([{ state: 'sending' }]);
    await endSendsOfTheDead(store, post.queue);
    expect(await messages()).toMatchObject([{ state: 'uncertain', reason: 'sender-stopped' }]);
    await post.tell(person(), 'call', 'next');
    post.wire.deliver = async () => undefined;
    await post.run();
    expect(post.sends.map((send) => send.words)).toEqual(['hello', 'next']);
  });

  it('no card, as it cannot be drawn: that message alone dies, and what waits with it goes', async () => {
    await post.tell(person(), 'news', 'fault');
    const [poisoned] = post.jobs.splice(0);
    await post.tell(person(), 'news', 'good');
    await post.tell(post.people[1] ?? '', 'news', 'for another');
    if (!poisoned) throw new Error('There is no job.');
    for (let tries = 0; tries < 3; tries += 1)
      await expect(post.worker(poisoned.job)).rejects.toThrow('cannot be drawn');
    await post.run();
    expect(post.sends.map((send) => send.words)).toEqual(['good', 'for another']);
    await post.giveUp(poisoned.job);
    expect(await messages()).toMatchObject([{ state: 'dead', reason: 'fault' }, { state: 'sent' }, { state: 'sent' }]);
  });

  it('a card that cannot be redrawn leaves what was sent as it is', async () => {
    const id = await post.tell(person(), 'call', 'one');
    await post.run();
    post.subjects.set(id, 'fault');
    await post.redraw(id);
    const [redraw] = post.jobs.splice(0);
    if (!redraw) throw new Error('There is no job.');
    await expect(post.worker(redraw.job)).rejects.toThrow('cannot be drawn');
    await post.giveUp(redraw.job);
    expect(await messages()).toMatchObject([{ state: 'sent', reason: null }]);
    post.subjects.set(id, 'two');
    await post.redraw(id);
    await post.run();
    expect([...post.shown.values()]).toEqual(['two']);
  });
});
