import { type MessageRef, sameMessage } from '../chat';
import {
  type About,
  clearDue,
  deleteMessage,
  forgetDrawn,
  insertMessage,
  insertNotice,
  lockMessage,
  markSent,
  messageAt,
  noteArrived,
  noticesOf,
  postponeMessage,
  releaseMessage,
  reviveMessages,
  sentAbout,
  setDue,
  type Tx,
  tellsOnly,
} from '../store';
import type { Lane, Queue } from './queue';

/** One thing one person should be told. Its key is all of it: told twice is told once. */
export type NewNotice = {
  readonly to: string;
  readonly kind: string;
  readonly about: About;
  readonly occurrence: string;
};

/** A message whose moment has come. */
export const messageKind = 'message';

/** What is to be said, written down in the transaction that makes it true. */
export type Ledger = {
  /** Tells a person later, by the delivery worker. */
  tell(tx: Tx, notice: NewNotice): Promise<void>;
  /** Writes it down now; it goes out from that moment on, by the business clock. */
  tellFrom(tx: Tx, notice: NewNotice, from: Date): Promise<void>;
  /** A message whose moment has come goes out; nothing happens to one that went out, or ended, in another way. */
  sendDue(tx: Tx, messageId: string): Promise<void>;
  /** It goes out from a later moment on. */
  putOff(tx: Tx, messageId: string, until: Date): Promise<void>;
  /** The card that the person acted on now says this, and nothing else: it is kept up to date from here on. */
  adopt(tx: Tx, notice: NewNotice, card: MessageRef): Promise<void>;
  /** The card that the person acted on shows something passing now, like a form: it is not redrawn any more. */
  release(tx: Tx, personId: string, card: MessageRef): Promise<void>;
  /** She can be written to again: what found no way to her is tried anew, and cards that said so are drawn anew. */
  revive(tx: Tx, personId: string): Promise<void>;
  /** Draws all sent cards about a subject anew, but for the one that the answer itself replaces. */
  redraw(tx: Tx, about: About, but: MessageRef | undefined): Promise<void>;
};

/** All that is written by it goes in this lane. */
export function createLedger(queue: Pick<Queue, 'enqueue'>, lane: Lane = 'act'): Ledger {
  const enqueue = (tx: Tx, messageId: string, task: 'send' | 'redraw'): Promise<void> =>
    queue.enqueue(tx, { organizationId: tx.organizationId, messageId, task, lane });
  const write = async (tx: Tx, notice: NewNotice, notBefore: Date | null = null): Promise<string | undefined> => {
    const messageId = tx.newId();
    await insertMessage(tx, messageId, notice.to);
    const { to: personId, kind, about, occurrence } = notice;
    if (await insertNotice(tx, { personId, kind, about, occurrence, notBefore }, messageId)) return messageId;
    await deleteMessage(tx, messageId);
    return undefined;
  };
  const redraw: Ledger['redraw'] = async (tx, about, but) => {
    for (const { messageId, state, channel, address, platformId } of await sentAbout(tx, about)) {
      const stands = channel !== null && address !== null && platformId !== null;
      if (state === 'sent' && !stands) continue;
      if (but && stands && sameMessage({ address: { channel, ref: address }, message: platformId }, but)) continue;
      await enqueue(tx, messageId, 'redraw');
    }
  };
  return {
    async tell(tx, notice) {
      const messageId = await write(tx, notice);
      if (messageId) await enqueue(tx, messageId, 'send');
    },
    async tellFrom(tx, notice, from) {
      const messageId = await write(tx, notice, from);
      if (messageId) await setDue(tx, messageKind, messageId, from);
    },
    async sendDue(tx, messageId) {
      await clearDue(tx, [messageKind], messageId);
      if ((await lockMessage(tx, messageId))?.state !== 'queued') return;
      await enqueue(tx, messageId, 'send');
    },
    async putOff(tx, messageId, until) {
      await postponeMessage(tx, messageId, until);
      await setDue(tx, messageKind, messageId, until);
    },
    release: releaseMessage,
    async revive(tx, personId) {
      for (const messageId of await reviveMessages(tx, personId)) {
        await enqueue(tx, messageId, 'send');
        for (const { about } of await noticesOf(tx, messageId)) await redraw(tx, about, undefined);
      }
    },
    async adopt(tx, notice, card) {
      if ((await messageAt(tx, notice.to, card)) === undefined) await noteArrived(tx, notice.to, notice.about, card);
      const standing = await messageAt(tx, notice.to, card);
      if (standing !== undefined && (await tellsOnly(tx, standing, notice.kind, notice.about))) {
        return forgetDrawn(tx, standing);
      }
      await releaseMessage(tx, notice.to, card);
      const messageId = await write(tx, notice);
      if (messageId) await markSent(tx, messageId, card, '');
    },
    redraw,
  };
}
