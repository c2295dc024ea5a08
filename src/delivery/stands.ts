import type { MessageRef } from '../chat';
import { lockMessage, markSent, noticesOf, type Tx } from '../store';
import { digestOf, drawMessage, type NoticeKinds } from './draw';
import type { Queue } from './queue';

/** The message stands there, with a card of this digest; what happened while it was on its way is drawn over it. */
export async function nowStands(
  tx: Tx,
  { queue, kinds }: { readonly queue: Pick<Queue, 'enqueue'>; readonly kinds: NoticeKinds },
  messageId: string,
  ref: MessageRef,
  drawn: string,
): Promise<void> {
  // Somebody else may have found it there in the meantime.
  if ((await lockMessage(tx, messageId))?.state === 'sent') return;
  await markSent(tx, messageId, ref, drawn);
  const today = await drawMessage(tx, kinds, await noticesOf(tx, messageId)).catch(() => undefined);
  if (!today || digestOf(today) !== drawn)
    await queue.enqueue(tx, { organizationId: tx.organizationId, messageId, task: 'redraw' });
}
