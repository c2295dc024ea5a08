import type { Block } from '../../chat';
import { drawBlock } from './blocks';
import { numbering } from './buttons';
import { inLetters, type Room, type SlackBlock } from './charts';
import { jsonLength } from './json-length';
import { limits } from './limits';
import { plain, richBlock, section } from './rich';
import { words } from './words';

/** How much may stand in one place: blocks, and characters of the blocks as they are sent. */
export type Budget = { readonly blocks: number; readonly characters: number };

type Drawn = { readonly source: Block; readonly blocks: readonly SlackBlock[] };

/** From roomy to tight: texts give way first, rows only when short texts are not enough. */
const rooms: readonly Room[] = [
  { text: limits.paragraph, rows: limits.rows },
  { text: 1500, rows: limits.rows },
  { text: 750, rows: limits.rows },
  { text: 360, rows: limits.rows },
  { text: 180, rows: 40 },
  { text: 90, rows: 20 },
  { text: 60, rows: 10 },
  { text: 60, rows: 5 },
];

const fits = (blocks: readonly SlackBlock[], budget: Budget): boolean =>
  blocks.length <= budget.blocks && jsonLength(blocks) <= budget.characters;

const flat = (drawn: readonly Drawn[]): SlackBlock[] => drawn.flatMap(({ blocks }) => blocks);

const isPerson = (drawn: Drawn | undefined): boolean => drawn?.source.block === 'person' && drawn.blocks.length > 0;

/** The same with a line between one person and the next, so that nobody's button seems to be another's. */
const lined = (drawn: readonly Drawn[]): SlackBlock[] =>
  drawn.flatMap((each, index) =>
    isPerson(each) && isPerson(drawn[index - 1]) ? [{ type: 'divider' as const }, ...each.blocks] : each.blocks,
  );

/** Leaves out whole blocks from the end, buttons last, and says at the first gap how many are missing. */
function leaveOut(drawn: readonly Drawn[], budget: Budget): SlackBlock[] {
  const order = [...drawn.keys()].reverse();
  const isButtons = (index: number) => drawn[index]?.source.block === 'buttons';
  const victims = [...order.filter((index) => !isButtons(index)), ...order.filter(isButtons)];
  const missing = new Set<number>();
  for (const victim of victims) {
    missing.add(victim);
    const gap = Math.min(...missing);
    const note = richBlock(...section([plain(words.notShown(missing.size))]));
    const kept = drawn.flatMap(({ blocks }, index) => (index === gap ? note : missing.has(index) ? [] : blocks));
    if (fits(kept, budget)) return kept;
  }
  return richBlock(...section([plain(words.notShown(drawn.length))]));
}

/**
 * Draws blocks within a budget. What is too long gives up its lines between people, then is shortened (texts end in an
 * ellipsis, lists in "and 7 more"), all blocks alike; only when nothing can be shortened any more are blocks left out, and
 * a line says so. `charts` begins each drawing with no chart drawn yet.
 */
export function drawWithin(source: readonly Block[], budget: Budget, charts = inLetters): SlackBlock[] {
  let drawn: Drawn[] = [];
  for (const room of rooms) {
    const pen = { ids: numbering(), chart: charts() };
    drawn = source.map((block) => ({ source: block, blocks: drawBlock(block, room, pen) }));
    const [spacious, blocks] = [lined(drawn), flat(drawn)];
    if (fits(spacious, budget)) return spacious;
    if (fits(blocks, budget)) return blocks;
    if (blocks.length > budget.blocks && jsonLength(blocks) <= budget.characters) break;
  }
  return leaveOut(drawn, budget);
}
