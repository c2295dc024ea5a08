import type { types } from '@slack/bolt';
import { type Card, cleanText, clip } from '../../chat';
import { asSlackCharts, canBeSlackChart, type DrawChart, inLetters, type SlackBlock } from './charts';
import { drawWithin } from './fit';
import { limits } from './limits';
import { elementsOf, escapeText, richBlock, section } from './rich';

/** What is posted: `text` is the notification and what a screen reader says first, `blocks` is the card itself. */
export type SlackMessage = { readonly text: string; readonly blocks: readonly SlackBlock[] };

/**
 * A card, drawn. `message` stands anywhere. `charted` is the same with Slack's own charts, where there are any: for lasting
 * messages alone, and not rolled out everywhere.
 */
export type Drawn = { readonly message: SlackMessage; readonly charted?: SlackMessage };

const numbered = (blocks: readonly SlackBlock[]): SlackBlock[] =>
  blocks.map((block, index) => ({ ...block, block_id: `b${index}` }));

function summaryOf(card: Card): string {
  const summary = clip(cleanText(card.summary).trim(), limits.summary);
  return summary === '' ? card.name : summary;
}

const draw = (card: Card, charts: () => DrawChart): SlackMessage => {
  const summary = summaryOf(card);
  const drawn = drawWithin(card.blocks, limits.message, charts);
  const blocks = drawn.length === 0 ? richBlock(...section(elementsOf(summary))) : drawn;
  return { text: escapeText(summary), blocks: numbered(blocks) };
};

/** Draws a card as a message, within every limit; a card that says nothing shows its summary. */
export const renderMessage = (card: Card): SlackMessage => draw(card, inLetters);

/** Draws a card for every road it may take. */
export function renderCard(card: Card): Drawn {
  const message = renderMessage(card);
  const hasChart = card.blocks.some((block) => block.block === 'chart' && canBeSlackChart(block));
  return hasChart ? { message, charted: draw(card, asSlackCharts) } : { message };
}

/** Draws cards one below the other as the Home tab. */
export function renderHome(cards: readonly Card[]): types.HomeView {
  const source = cards.flatMap(({ blocks }) => blocks);
  const blocks = drawWithin(source, { blocks: limits.view.blocks, characters: limits.message.characters * 2 });
  return { type: 'home', blocks: numbered(blocks) };
}
