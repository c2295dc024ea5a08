import type { Updated } from '../../src/chat';
import { embeddedStore, type TestStore } from '../databases';
import { openPost, tickingClock } from './post';

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a card that is redrawn', () => {
  let store: TestStore;
  let post: Awaited<ReturnType<typeof openPost>>;
  let id: string;
  beforeAll(async () => {
    store = await embeddedStore({ clock: tickingClock() });
  }, 60_000);
  afterAll(() => store.drop());
  beforeEach(async () => {
    post = await openPost(store, 1);
    id = await post.tell(post.people[0] ?? '', 'call', 'one');
    await post.run();
  }, 60_000);

  /** Updates that wait on the wire until they are let through, in any order. */
  const hold = () => {
    const held: (() => void)[] = [];
    post.wire.update = () => new Promise<Updated>((resolve) => held.push(() => resolve({ ok: true })));
    return held;
  };
  const redrawing = async (words: string, held: unknown[]): Promise<void> => {
    post.subjects.set(id, words);
    await post.redraw(id);
    const next = post.jobs.shift();
    if (!next) throw new Error('There is no job.');
    const before = held.length;
    const running = post.worker(next.job);
    while (held.length === before) await breathe();
    return running;
  };
  const shown = (): string[] => [...post.shown.values()];

  it('says the newest in the end, when an older drawing arrives after it', async () => {
    const held = hold();
    const first = redrawing('two', held);
    while (held.length < 1) await breathe();
    const second = redrawing('three', held);
    while (held.length < 2) await breathe();
    held[1]?.();
    await second;
    held[0]?.();
    await first;
    post.wire.update = async () => ({ ok: true });
    await post.run();
    expect(shown()).toEqual(['three']);
  });

  it('says the newest in the end, when the older drawing arrives last and is noted first', async () => {
    const held = hold();
    const first = redrawing('two', held);
    while (held.length < 1) await breathe();
    const second = redrawing('three', held);
    while (held.length < 2) await breathe();
    // On the wire: the newer one is shown first, then the older one over it; noted: the older one first.
    held[0]?.();
    await first;
    held[1]?.();
    await second;
    for (const message of post.shown.keys()) post.shown.set(message, 'two');
    post.wire.update = async () => ({ ok: true });
    await post.run();
    expect(shown()).toEqual(['three']);
  });

  it('says the newest in the end, when that is what it said before an older drawing that is still on its way', async () => {
    const held = hold();
    const first = redrawing('two', held);
    while (held.length < 1) await breathe();
    post.subjects.set(id, 'one');
    await post.redraw(id);
    await post.run();
    expect(held).toHaveLength(1);
    held[0]?.();
    await first;
    post.wire.update = async () => ({ ok: true });
    await post.run();
    expect(shown()).toEqual(['one']);
  });

  it('is drawn for whoever took the card over, where an older drawing came over it', async () => {
    const held = hold();
    const first = redrawing('two', held);
    while (held.length < 1) await breathe();
    const [message = ''] = [...post.shown.keys()];
    const other = await post.tell(post.people[0] ?? '', 'call', 'taken over');
    post.jobs.splice(0);
    const ref = { address: { channel: 'slack' as const, ref: 'p0' }, message };
    const notice = { to: post.people[0] ?? '', kind: 'call', about: { kind: 'topic' as const, id: other } };
    await post.inside((tx) => post.ledger.adopt(tx, { ...notice, occurrence: '2' }, ref));
    held[0]?.();
    await first;
    post.wire.update = async () => ({ ok: true });
    await post.run();
    expect(shown()).toEqual(['taken over']);
  });

  it('is drawn anew when it changed while it was on its way', async () => {
    const other = await post.tell(post.people[0] ?? '', 'call', 'as sent');
    post.wire.deliver = async () => {
      post.subjects.set(other, 'as it is');
      return undefined;
    };
    await post.run();
    expect(shown()).toEqual(['one', 'as it is']);
  });

  it('is asked for again where nobody knows whether it arrived, and not where it is right already', async () => {
    post.subjects.set(id, 'two');
    await post.redraw(id);
    const [lost] = post.jobs.splice(0);
    post.wire.update = async () => ({ ok: false, because: 'unknown', code: 'cut' });
    if (!lost) throw new Error('There is no job.');
    await expect(post.worker(lost.job)).rejects.toThrow();
    let updates = 0;
    post.wire.update = async () => {
      updates += 1;
      return { ok: true };
    };
    await post.worker(lost.job);
    await post.worker(lost.job);
    expect([updates, shown()]).toEqual([1, ['two']]);
  });
});
