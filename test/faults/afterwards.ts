import {
  createDeliveryWorker,
  createGiveUp,
  createSeeker,
  type Job,
  mendMessages,
  type NoticeKinds,
  openQueue,
} from '../../src/delivery';
import type { Store } from '../../src/store';
import { queueAtRest } from '../at-rest';
import { everyLook, unpaced } from '../delivery/unpaced';
import { slackAt } from './plain-post';

const quiet = { info: () => undefined, warn: () => undefined };

/** Seconds that pass, and how far ahead jobs are brought forward then: first nothing is too old to arrive, then everything is. */
const steps = [
  [61, 10],
  [200, 300],
] as const;

/** Minutes after all senders died, with one that lives: time is moved in the rows, and nobody waits for it. */
export async function afterTheDead(
  store: Store,
  organizationId: string,
  kinds: NoticeKinds,
  apiUrl: string,
): Promise<void> {
  await store.script(`update pgboss.job set started_on = now() - interval '3 minutes' where state = 'active'`);
  const queue = await openQueue(store, quiet);
  const parts = {
    store,
    queue,
    kinds,
    channels: { slack: slackAt(apiUrl) },
    pacing: unpaced,
    looks: everyLook,
    log: quiet,
  };
  const [deliver, seek] = [createDeliveryWorker(parts), createSeeker(parts)];
  const carryOut = (job: Job): Promise<void> => (job.task === 'seek' ? seek(job) : deliver(job));
  await queue.work(carryOut, createGiveUp(store, kinds));
  for (const [seconds, ahead] of steps) {
    await store.inOrganization(organizationId, undefined, async (tx) => {
      await tx.manager.query('update message set sending_since = sending_since - make_interval(secs => $1)', [seconds]);
      await mendMessages(tx, queue, 60);
    });
    await queueAtRest(store, queue, ahead);
  }
  await queue.stop();
}
