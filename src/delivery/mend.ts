import { doubtMessages, type Tx, withoutJob } from '../store';
import { type Queue, queues } from './queue';

const atOnce = 500;

/**
 * What a crash or a restored backup left: sends that began more than `seconds` ago and never ended are uncertain, and a
 * message that waits to be sent or looked for, without a job for it, gets one.
 */
export async function mendMessages(tx: Tx, queue: Pick<Queue, 'enqueue'>, seconds: number): Promise<void> {
  await doubtMessages(tx, seconds);
  for (const { messageId, task } of await withoutJob(tx, queues, atOnce))
    await queue.enqueue(tx, { organizationId: tx.organizationId, messageId, task });
}
