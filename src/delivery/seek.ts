import type { Channel, ChannelName, Sought } from '../chat';
import { type Doubt, leaveInDoubt, lockDoubt, type Store, settleMessage, type Tx } from '../store';
import type { NoticeKinds } from './draw';
import type { Looks } from './looks';
import type { Job, Queue } from './queue';
import { nowStands } from './stands';

export type SeekerParts = {
  readonly store: Pick<Store, 'inOrganization'>;
  readonly queue: Pick<Queue, 'enqueue'>;
  readonly kinds: NoticeKinds;
  readonly channels: Readonly<Partial<Record<ChannelName, Pick<Channel, 'deliver' | 'seek'>>>>;
  readonly looks: Looks;
  readonly log: { info(fields: object, message: string): void };
};

/**
 * Seconds after which a request that has not arrived never will: a send has left within 30 of its claim, and what a dying
 * process hands to its system is given up after some 100 more.
 */
const neverArrivesAfter = 180;
const askedForSeconds = 24 * 3600;

const nobodyToAsk: Sought = { stands: 'cannot-tell', code: 'no-read-back' };

/**
 * Asks the platform whether a message stands of which nobody knows whether it arrived. One that stands is sent; one that
 * does not, and cannot arrive any more, is sent again under its own key; where the platform cannot tell, it stays uncertain.
 */
export function createSeeker({ store, queue, kinds, channels, looks, log }: SeekerParts): (job: Job) => Promise<void> {
  const concluded = async (tx: Tx, job: Job, sought: Sought, { age, drawn }: Doubt): Promise<void> => {
    const { messageId } = job;
    switch (sought.stands) {
      case 'yes':
        return nowStands(tx, { queue, kinds }, messageId, sought.ref, drawn);
      case 'no': {
        const early = neverArrivesAfter - age;
        if (early > 0) return queue.enqueue(tx, job, Math.ceil(early));
        await settleMessage(tx, messageId, 'queued', 'never-arrived');
        return queue.enqueue(tx, { ...job, task: 'send' });
      }
      case 'cannot-tell': {
        const { againInSeconds, code } = sought;
        if (againInSeconds !== undefined && age < askedForSeconds) return queue.enqueue(tx, job, againInSeconds);
        log.info({ event: 'delivery.uncertain', messageId, code }, 'Whether a message arrived cannot be found out.');
        return leaveInDoubt(tx, messageId);
      }
    }
  };

  return async (job) => {
    const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      store.inOrganization(job.organizationId, undefined, work);
    await looks.turn(job.organizationId);
    const doubt = await inside((tx) => lockDoubt(tx, job.messageId));
    if (!doubt) return;
    const { to, key, began } = doubt;
    const sought = (to && (await channels[to.channel]?.seek?.(to, key, began))) ?? nobodyToAsk;
    await inside(async (tx) => {
      const still = await lockDoubt(tx, job.messageId);
      // How old it was when the platform was asked decides, not how old it is now.
      if (still?.tries === doubt.tries) await concluded(tx, job, sought, doubt);
    });
  };
}
