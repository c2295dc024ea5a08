import { createHash } from 'node:crypto';
import type { Block, Card } from '../chat';
import { type MessageRow, type NoticeRow, noticesOf, settleMessage, suppressNotices, type Tx } from '../store';

/** What delivery must know of a kind of notice; made from services and cards. */
export type NoticeKind = {
  /** Why it is not wanted any more, at sending time; undefined: it still is. */
  unwanted(tx: Tx, notice: NoticeRow): Promise<string | undefined>;
  /** The card of today's state, for this reader. */
  card(tx: Tx, notice: NoticeRow): Promise<Card>;
  /** The same as a part of a longer message, where that is shorter. */
  beside?(tx: Tx, notice: NoticeRow): Promise<Card>;
  /** What follows where it could not be told and no other way is left; nothing, where this is missing. */
  untold?(tx: Tx, notice: NoticeRow): Promise<void>;
  /** Asks for an answer: always a card of its own. The others join what waits for the same person. */
  readonly alone: boolean;
};
export type NoticeKinds = Readonly<Record<string, NoticeKind>>;

export const joinable = (kinds: NoticeKinds): readonly string[] =>
  Object.entries(kinds).flatMap(([name, kind]) => (kind.alone ? [] : [name]));

/** Ends what is no longer wanted; returns what is. */
export async function stillWanted(tx: Tx, kinds: NoticeKinds, message: MessageRow): Promise<readonly NoticeRow[]> {
  const wanted: NoticeRow[] = [];
  for (const notice of await noticesOf(tx, message.messageId)) {
    const kind = kinds[notice.kind];
    const reason = kind ? await kind.unwanted(tx, notice) : 'unknown-kind';
    if (reason === undefined) wanted.push(notice);
    else await suppressNotices(tx, [notice.noticeId], reason);
  }
  return wanted;
}

const isSame = (one: Block, other: Block): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What several parts say in the same words is said once, by the last of them. */
const saidOnce = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter(
    (block, index) => block.block !== 'prose' || !blocks.slice(index + 1).some((later) => isSame(block, later)),
  );

/** One card for all notices of a message, in the order in which they arose. */
export async function drawMessage(
  tx: Tx,
  kinds: NoticeKinds,
  notices: readonly NoticeRow[],
): Promise<Card | undefined> {
  const known = notices.flatMap((notice) => {
    const kind = kinds[notice.kind];
    return kind ? [{ notice, kind }] : [];
  });
  const [only, ...others] = known;
  if (only === undefined || others.length === 0) return only?.kind.card(tx, only.notice);
  const cards: Card[] = [];
  for (const { notice, kind } of known) cards.push(await (kind.beside ?? kind.card)(tx, notice));
  return {
    name: cards.map((card) => card.name).join('+'),
    summary: cards.map((card) => card.summary).join(' '),
    blocks: saidOnce(cards.flatMap((card) => card.blocks)),
  };
}

/** Ends a message that reaches nobody, with the reason; then each thing that it was to tell has what follows from that. */
export async function endUntold(tx: Tx, kinds: NoticeKinds, messageId: string, reason: string): Promise<void> {
  await settleMessage(tx, messageId, 'dead', reason);
  for (const notice of await noticesOf(tx, messageId)) await kinds[notice.kind]?.untold?.(tx, notice);
}

/** A short digest of a card, to see whether what stands in the chat is still what it should say. */
export const digestOf = (card: Card): string =>
  createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22);
