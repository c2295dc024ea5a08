import type { types } from '@slack/bolt';
import { type Card, cleanText, clip } from '../../chat';
import { drawWithin } from './fit';
import { limits } from './limits';
import { elementsOf, escapeText, richBlock, section } from './rich';

/** What is posted: `text` is the notification and what a screen reader says first, `blocks` is the card itself. */
export type SlackMessage = { readonly text: string; readonly blocks: types.KnownBlock[] };

const numbered = (blocks: readonly types.KnownBlock[]): types.KnownBlock[] =>
  blocks.map((block, index) => ({ ...block, block_id: `b${index}` }));

function summaryOf(card: Card): string {
  const summary = clip(cleanText(card.summary).trim(), limits.summary);
  return summary === '' ? card.name : summary;
}

/** Draws a card as a message, within every limit; a card that says nothing shows its summary. */
export function renderMessage(card: Card): SlackMessage {
  const summary = summaryOf(card);
  const drawn = drawWithin(card.blocks, limits.message);
  const blocks = drawn.length === 0 ? richBlock(...section(elementsOf(summary))) : drawn;
  return { text: escapeText(summary), blocks: numbered(blocks) };
}

/** Draws cards one below the other as the Home tab. */
export function renderHome(cards: readonly Card[]): types.HomeView {
  const source = cards.flatMap(({ blocks }) => blocks);
  const blocks = drawWithin(source, { blocks: limits.view.blocks, characters: limits.message.characters * 2 });
  return { type: 'home', blocks: numbered(blocks) };
}
