import type { Queue } from '../src/delivery';
import type { Store } from '../src/store';

/** Jobs that are due within so many seconds: those that could be taken up now, are under way now, or are put off. */
const counting = `select
    count(*) filter (where state < 'active' and start_after <= now())::int as waiting,
    count(*) filter (where state = 'active')::int as busy,
    count(*) filter (where state < 'active' and start_after > now())::int as off
  from pgboss.job
  where name like 'delivery%' and state < 'completed' and start_after <= now() + make_interval(secs => $1)`;
const bringing = `update pgboss.job set start_after = now()
  where name like 'delivery%' and state < 'active' and start_after > now() and start_after <= now() + make_interval(secs => $1)`;

/**
 * Waits until no job is left that is due within so many seconds. What is put off, as behind another message to the same
 * person, comes as soon as nothing else is left: no second of real time is waited for.
 */
export async function queueAtRest(store: Store, queue: Pick<Queue, 'wake'>, seconds: number): Promise<void> {
  queue.wake();
  for (let rounds = 0; rounds < 60_000; rounds += 1) {
    const [left] = (await store.script(counting, [seconds])).rows;
    if (left?.waiting === 0 && left.busy === 0) {
      if (left.off === 0) return;
      await store.script(bringing, [seconds]);
    }
    if (left?.busy === 0) queue.wake();
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('The queue does not come to rest.');
}
