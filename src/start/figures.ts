import type { Queue } from '../delivery';
import type { Figures } from '../http';
import type { Clock } from '../mentoring';
import { countDenied, countUncertain, nextDue, type Store, slowestRates } from '../store';

/** What `/metrics` reads of the database at each look. */
export const figuresOf = (store: Store, queue: Pick<Queue, 'outbox'>, clock: Clock): Figures => ({
  outbox: queue.outbox,
  uncertain: () => countUncertain(store),
  denied: () => countDenied(store),
  rates: () => slowestRates(store),
  async lag() {
    const due = await nextDue(store);
    return due ? Math.max(0, clock.now().toMillis() - due.getTime()) / 1000 : 0;
  },
});
