import { queues } from '../src/delivery';
import { reconcile, type Store } from '../src/store';

/** The numbers of `mentor reconcile` that are not 0; nothing where the books are true. */
export async function faultsIn(store: Store): Promise<Readonly<Record<string, number>>> {
  const { faults } = await reconcile(store, queues);
  return Object.fromEntries(Object.entries(faults).filter(([, number]) => number !== 0));
}
