import { type Queue, queues } from '../delivery';
import type { Figures } from '../http';
import type { Clock } from '../mentoring';
import { countDenied, countUncertain, nextDue, reconcile, type Store, slowestRates } from '../store';

/** In milliseconds: so long a figure holds that costs too much to be read at each look. */
const holds = 600_000;

/** The figure of at most ten minutes ago. */
function nowAndThen(clock: Clock, read: () => Promise<number>): () => Promise<number> {
  let last: { readonly at: number; readonly figure: Promise<number> } | undefined;
  return () => {
    const at = clock.now().toMillis();
    if (!last || at - last.at >= holds) last = { at, figure: read() };
    last.figure.catch(() => {
      last = undefined;
    });
    return last.figure;
  };
}

/** What `/metrics` reads of the database at each look. */
export const figuresOf = (store: Store, queue: Pick<Queue, 'outbox'>, clock: Clock): Figures => ({
  outbox: queue.outbox,
  uncertain: () => countUncertain(store),
  denied: () => countDenied(store),
  rates: () => slowestRates(store),
  reconcile: nowAndThen(clock, async () => {
    const { faults } = await reconcile(store, queues);
    return Object.values(faults).filter((number) => number !== 0).length;
  }),
  async lag() {
    const due = await nextDue(store);
    return due ? Math.max(0, clock.now().toMillis() - due.getTime()) / 1000 : 0;
  },
});
