import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Channel } from '../../src/chat';
import {
  createDeliveryWorker,
  createGiveUp,
  createLedger,
  createSeeker,
  type Job,
  openQueue,
} from '../../src/delivery';
import { makeMasterKeys, openStore, parseMasterKeys } from '../../src/store';
import { everyLook, unpaced } from '../delivery/unpaced';
import { plainKinds, slackAt, tell } from './plain-post';

/** Where the process comes to a halt, until it is killed there; `nowhere`: it goes on sending. */
export type Halt = 'told' | 'claimed' | 'taken' | 'underway' | 'answered' | 'recorded' | 'sought' | 'nowhere';

const isHalt = (word: string): word is Halt =>
  ['told', 'claimed', 'taken', 'underway', 'answered', 'recorded', 'sought', 'nowhere'].includes(word);

/** Says that one message has come to the point, and goes no further. */
const halt = (): Promise<never> => {
  process.stdout.write('here\n');
  return new Promise(() => undefined);
};

/**
 * A sender in a process of its own, with the real queue and the real Slack channel. For `told` it first tells these people
 * something. It never ends by itself.
 */
async function run(databaseUrl: string, apiUrl: string, point: Halt, organizationId: string, people: string[]) {
  const keys = parseMasterKeys(makeMasterKeys());
  if (!keys.ok) throw new Error(keys.reason);
  const log = { info: () => undefined, warn: () => undefined };
  const clock = { now: () => DateTime.utc() };
  const store = await openStore({ databaseUrl, keys: keys.keys, clock, newId: randomUUID, poolSize: 6, log });
  const queue = await openQueue(store, log);
  if (point === 'told') {
    for (const to of people) {
      await store.inOrganization(organizationId, undefined, (tx) => tell(tx, createLedger(queue), to));
      void halt();
    }
    return;
  }
  const real = slackAt(apiUrl);
  const slack: Pick<Channel, 'deliver' | 'update' | 'seek'> = {
    update: real.update,
    async deliver(...asked) {
      if (point === 'claimed') return halt();
      const outcome = await real.deliver(...asked);
      return point === 'answered' ? halt() : outcome;
    },
    async seek(...asked) {
      const sought = (await real.seek?.(...asked)) ?? { stands: 'cannot-tell', code: 'none' };
      return point === 'sought' ? halt() : sought;
    },
  };
  const parts = {
    store,
    // What is looked for is looked for at once.
    queue: {
      enqueue: (...[tx, job, after]: Parameters<typeof queue.enqueue>) =>
        queue.enqueue(tx, job, job.task === 'seek' ? 0 : after),
    },
    kinds: plainKinds,
    channels: { slack },
    pacing: unpaced,
    looks: everyLook,
    log,
  };
  const [deliver, seek] = [createDeliveryWorker(parts), createSeeker(parts)];
  await queue.work(
    async (job: Job) => {
      await (job.task === 'seek' ? seek(job) : deliver(job));
      if (point === 'recorded') await halt();
    },
    createGiveUp(store, plainKinds),
  );
  process.stdout.write('ready\n');
}

const [databaseUrl = '', apiUrl = '', point = '', organizationId = '', people = ''] = process.argv.slice(2);
if (isHalt(point)) void run(databaseUrl, apiUrl, point, organizationId, people.split(','));
