import type { Block, Reply } from '../../chat';

const isRefused = (name: string): boolean => name.startsWith('refused-');

/** The first card with a word on top; a card that refuses says nothing but why. */
export function withBlocks(replies: readonly Reply[], ...first: readonly Block[]): readonly Reply[] {
  const [reply, ...rest] = replies;
  if (reply?.kind !== 'card' || isRefused(reply.card.name)) return replies;
  return [{ ...reply, card: { ...reply.card, blocks: [...first, ...reply.card.blocks] } }, ...rest];
}
