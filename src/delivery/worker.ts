import type { Address, Card, Channel, ChannelName, MessageRef, SendFailure } from '../chat';
import {
  claimMessage,
  closeIdentity,
  doubtMessage,
  forgetDrawn,
  holdLane,
  type Installation,
  identitiesOf,
  joinNotices,
  lockMessage,
  messageAt,
  noteAddress,
  noteDrawn,
  noticesOf,
  type Store,
  setDue,
  settleMessage,
  type Tx,
  takeBack,
} from '../store';
import type { Turn } from './budget';
import { digestOf, drawMessage, endUntold, joinable, type NoticeKinds, stillWanted } from './draw';
import { messageKind } from './ledger';
import type { Pacing } from './pacing';
import type { Job, Queue } from './queue';
import { nowStands } from './stands';

export type WorkerParts = {
  readonly store: Store;
  readonly queue: Pick<Queue, 'enqueue'>;
  readonly kinds: NoticeKinds;
  readonly channels: Readonly<Partial<Record<ChannelName, Pick<Channel, 'deliver' | 'update'>>>>;
  readonly pacing: Pacing;
  readonly log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
};

type Ready = {
  readonly card: Card;
  readonly to: Address;
  readonly key: string;
  readonly channel: Pick<Channel, 'deliver'>;
  readonly account: Account;
  /** Which try of this message it is: what came of an earlier one decides nothing any more. */
  readonly tries: number;
};
type Account = { readonly channel: ChannelName; readonly tenant: string; readonly user: string };

type Later = Extract<Turn, { go: false }>;
type Busy = Extract<SendFailure, { because: 'busy' }>;

const laneSeconds = 1;
/** After so long an answer that was lost can be looked for. */
const firstLookSeconds = 5;
const isLaneTaken = (fault: unknown): boolean =>
  typeof fault === 'object' && fault !== null && 'constraint' in fault && fault.constraint === 'message_lane';

/** Ends what failed every time: a message that could not be sent is dead, a card that could not be redrawn stays as it is. */
export const createGiveUp =
  (store: Pick<Store, 'inOrganization'>, kinds: NoticeKinds) =>
  async ({ organizationId, messageId, task }: Job): Promise<void> => {
    if (task !== 'send') return;
    await store.inOrganization(organizationId, undefined, async (tx) => {
      const message = await lockMessage(tx, messageId);
      if (message?.state === 'queued') await endUntold(tx, kinds, messageId, 'fault');
    });
  };

/** Carries out the jobs of delivery: claim, still wanted?, draw, send, keep the platform's id; and redraws. */
export function createDeliveryWorker(parts: WorkerParts): (job: Job) => Promise<void> {
  const { store, queue, kinds, channels, pacing } = parts;

  const reach = async (tx: Tx, personId: string): Promise<Omit<Ready, 'card' | 'key' | 'tries'> | undefined> => {
    for (const { channel, tenant, userId, address } of await identitiesOf(tx, personId)) {
      const open = channels[channel];
      if (open && address !== null)
        return { channel: open, to: { channel, ref: address }, account: { channel, tenant, user: userId } };
    }
    return undefined;
  };

  const later = async (tx: Tx, job: Job, { afterSeconds, number }: Later): Promise<undefined> => {
    await queue.enqueue(tx, { ...job, number }, afterSeconds);
    return undefined;
  };

  const waitAsTold = async (tx: Tx, job: Job, told: Busy, at: Installation | undefined): Promise<void> => {
    if (told.tooFast && at) await pacing.slow(tx, at, told.retryAfterSeconds);
    await queue.enqueue(tx, job, told.retryAfterSeconds);
  };

  const prepare = async (tx: Tx, job: Job, joins: readonly string[]): Promise<Ready | 'later' | undefined> => {
    await holdLane(tx, job.messageId);
    const message = await lockMessage(tx, job.messageId);
    if (message?.state !== 'queued') return undefined;
    const way = await reach(tx, message.personId);
    const turn = way && (await pacing.turn(tx, way.account, job));
    if (turn?.go === false) return later(tx, job, turn);
    const own = await noticesOf(tx, message.messageId);
    const early = own.flatMap(({ notBefore }) => (notBefore && notBefore > tx.at.toJSDate() ? [notBefore] : []))[0];
    if (early) {
      await setDue(tx, messageKind, message.messageId, early);
      return undefined;
    }
    if (own.every((notice) => kinds[notice.kind]?.alone === false)) await joinNotices(tx, message, joins);
    const wanted = await stillWanted(tx, kinds, message);
    const card = await drawMessage(tx, kinds, wanted);
    if (!card) {
      await settleMessage(tx, message.messageId, 'suppressed', 'not-wanted');
      return undefined;
    }
    if (!way) {
      await endUntold(tx, kinds, message.messageId, 'no-address');
      return undefined;
    }
    const tries = await claimMessage(tx, message.messageId, way.to, digestOf(card));
    return tries === undefined ? 'later' : { ...way, card, key: message.key, tries };
  };

  const sent = (job: Job, ref: MessageRef, { card, to, account }: Ready): Promise<void> =>
    store.inOrganization(job.organizationId, undefined, async (tx) => {
      await nowStands(tx, parts, job.messageId, ref, digestOf(card));
      if (ref.address.ref !== to.ref) await noteAddress(tx, account, ref.address);
    });

  const failed = (job: Job, failure: SendFailure, { account, tries }: Ready): Promise<void> =>
    store.inOrganization(job.organizationId, undefined, async (tx) => {
      const message = await lockMessage(tx, job.messageId);
      // It took so long that somebody else has taken care of it.
      if (message?.tries !== tries || !(message.state === 'sending' || message.state === 'uncertain')) return;
      if (failure.because === 'busy') {
        await takeBack(tx, job.messageId, failure.code);
        return waitAsTold(tx, job, failure, account);
      }
      if (failure.because === 'unknown') {
        await doubtMessage(tx, job.messageId, failure.code);
        return queue.enqueue(tx, { ...job, task: 'seek' }, firstLookSeconds);
      }
      if (failure.because === 'refused') return endUntold(tx, kinds, job.messageId, failure.code);
      await closeIdentity(tx, account);
      const other = await reach(tx, message.personId);
      const reason = `unreachable:${failure.code}`;
      if (!other) return endUntold(tx, kinds, job.messageId, reason);
      await settleMessage(tx, job.messageId, 'queued', reason);
      await queue.enqueue(tx, { ...job, number: undefined });
    });

  const readied = async (job: Job): Promise<Ready | 'later' | undefined> => {
    const joining = (joins: readonly string[]) =>
      store.inOrganization(job.organizationId, undefined, (tx) => prepare(tx, job, joins));
    try {
      return await joining(joinable(kinds));
    } catch (fault) {
      if (isLaneTaken(fault)) return 'later';
      // News that cannot be drawn must not take down the news that it waits with.
      return joining([]);
    }
  };

  const send = async (job: Job): Promise<void> => {
    const ready = await readied(job);
    if (ready === undefined) return;
    if (ready === 'later') {
      return store.inOrganization(job.organizationId, undefined, (tx) => queue.enqueue(tx, job, laneSeconds));
    }
    const outcome = await ready.channel.deliver(ready.to, ready.card, ready.key);
    if (outcome.ok) return sent(job, outcome.ref, ready);
    parts.log.warn(
      { event: 'delivery.failed', messageId: job.messageId, code: outcome.code, because: outcome.because },
      'A message was not delivered.',
    );
    return failed(job, outcome, ready);
  };

  const redraw = async (job: Job): Promise<void> => {
    const today = await store.inOrganization(job.organizationId, undefined, async (tx) => {
      const message = await lockMessage(tx, job.messageId);
      // It is on its way with the card of a moment ago: what happened since is drawn once it stands there.
      if (message?.state === 'sending') await queue.enqueue(tx, job, laneSeconds);
      if (
        message?.state !== 'sent' ||
        message.channel === null ||
        message.address === null ||
        message.platformId === null
      )
        return undefined;
      const card = await drawMessage(tx, kinds, await noticesOf(tx, job.messageId));
      if (!card || digestOf(card) === message.drawn) return undefined;
      const at = (await identitiesOf(tx, message.personId)).find(({ channel }) => channel === message.channel);
      const turn = at && (await pacing.redraw(tx, at, job));
      if (turn?.go === false) return later(tx, job, turn);
      const ref: MessageRef = {
        address: { channel: message.channel, ref: message.address },
        message: message.platformId,
      };
      return { message, card, ref, at, channel: channels[message.channel] };
    });
    if (!today?.channel) return;
    const outcome = await today.channel.update(today.ref, today.card);
    if (!outcome.ok && outcome.because === 'unknown') throw new Error('A redraw has no known outcome.');
    await store.inOrganization(job.organizationId, undefined, async (tx) => {
      if (!outcome.ok && outcome.because === 'busy') return waitAsTold(tx, job, outcome, today.at);
      const alone = await noteDrawn(tx, today.message, digestOf(today.card));
      if (!outcome.ok) return;
      // What she has acted on meanwhile belongs to another message now, over whose card this one was drawn.
      const heir = await messageAt(tx, today.message.personId, today.ref);
      if (heir !== undefined && heir !== job.messageId) {
        await forgetDrawn(tx, heir);
        return queue.enqueue(tx, { ...job, messageId: heir });
      }
      // Two redraws can overtake each other on the wire: the later look decides.
      const now = await drawMessage(tx, kinds, await noticesOf(tx, job.messageId));
      if (!alone || (now && digestOf(now) !== digestOf(today.card))) await queue.enqueue(tx, job);
    });
  };

  return (job) => (job.task === 'send' ? send(job) : redraw(job));
}
