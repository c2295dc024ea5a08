import type { Block, Card } from '../../chat';
import { canShow, createBudget, type Hand } from './actions';
import { buttonsOf, drawBlock, type Pen } from './blocks';
import type { Json } from './json';
import { limitSteps, mostBytes } from './limits';
import { shown, unlinked } from './runs';
import type { Templates } from './templates';
import { words } from './words';

/** Draws for one cloud with one set of templates. */
export type Brush = Hand & { readonly templates: Templates };

/** A card as Adaptive Card JSON (version 1.5): smaller than 25 KB, at most six actions in sight, nothing left out unsaid. */
export function renderCard(card: Card, brush: Brush): Json {
  for (const limits of limitSteps) {
    const blocks = firstBlocks(card.blocks, limits.blocks);
    const budget = createBudget(blocks.flatMap(buttonsOf).filter(canShow).length);
    const drawn = drawAll(blocks, { ...brush, limits, budget });
    const whole = shell(card.summary, drawn, brush);
    if (Buffer.byteLength(JSON.stringify(whole)) < mostBytes) return whole;
  }
  return shell(card.summary, [{ type: 'RichTextBlock', inlines: [shown(card.summary, 2000)] }], brush);
}

/** Blocks drawn one below the other. */
export const drawAll = (blocks: readonly Block[], pen: Pen): Json[] => blocks.flatMap((block) => drawBlock(block, pen));

/** The card around what was drawn; clients that are too old, and those that read aloud, say the summary. */
export function shell(summary: string, body: readonly Json[], { templates }: Brush): Json {
  const said = shown(summary, 500);
  return templates.card({ body, fallbackText: unlinked(said), speak: said.replace(/[<>&]/g, ' ') });
}

/** What a toast and a list of chats show for a card. */
export const summaryOf = (summary: string): string => shown(summary, 300);

/** As many blocks as fit, with the last row of buttons, and a word about those left out. */
function firstBlocks(blocks: readonly Block[], most: number): readonly Block[] {
  if (blocks.length <= most) return blocks;
  const head = blocks.slice(0, most);
  const buttons = blocks.slice(most).filter(({ block }) => block === 'buttons');
  const last = buttons.slice(-1);
  return [...head, { block: 'prose', text: words.andMore(blocks.length - head.length - last.length) }, ...last];
}
