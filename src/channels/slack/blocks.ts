import type { types } from '@slack/bolt';
import { type Block, cleanText, type Text, type Tone } from '../../chat';
import { buttonBlocks, type Numbering } from './buttons';
import type { DrawChart, Room, SlackBlock } from './charts';
import { limits } from './limits';
import { elementsOf, linesOf, plain, plainText, richBlock, section } from './rich';
import { words } from './words';

/** What drawing keeps while it goes through the blocks of one message. */
export type Pen = { readonly ids: Numbering; readonly chart: DrawChart };

type Of<Name extends Block['block']> = Extract<Block, { block: Name }>;

/** The sign that carries the tone; color alone never does. */
const signs: Record<Tone, string> = { info: 'ℹ️', good: '✅', warning: '⚠️' };
const stepSigns = { done: '✓', now: '▸', later: '○' } as const;
const stepWords = { done: 'done', now: 'now', later: 'later' } as const;

/** The first rows that fit, and a line that says how many more there are. */
function within<Row>(
  rows: readonly Row[],
  most: number,
  draw: (row: Row) => types.RichTextElement[],
): types.RichTextElement[][] {
  const kept = rows.length > most ? rows.slice(0, most - 1) : rows;
  const left = rows.length - kept.length;
  return [...kept.map(draw), ...(left > 0 ? [[plain(words.andMore(left))]] : [])];
}

const lines = (all: readonly types.RichTextElement[][]): types.KnownBlock[] => richBlock(...section(linesOf(all)));

function heading({ text }: Of<'heading'>): types.KnownBlock[] {
  return cleanText(text).trim() === '' ? [] : [{ type: 'header', text: plainText(text, limits.heading) }];
}

function facts({ rows }: Of<'facts'>, room: Room): types.KnownBlock[] {
  const row = ({ label, value }: { label: string; value: Text }) => [
    ...elementsOf([{ bold: `${label}:` }], room.text),
    plain(' '),
    ...elementsOf(value, room.text),
  ];
  return lines(within(rows, room.rows, row));
}

function person(
  { name, detail, lines: more = [], button }: Of<'person'>,
  room: Room,
  ids: Numbering,
): types.KnownBlock[] {
  const head = [elementsOf([{ bold: name }], room.text), elementsOf(detail ?? '', room.text)];
  return [
    ...lines([...head, ...within(more, room.rows, (line) => elementsOf(line, room.text))]),
    ...buttonBlocks(button === undefined ? [] : [button], ids),
  ];
}

function progress({ label, done, of }: Of<'progress'>, room: Room): types.KnownBlock[] {
  const marks = Math.min(10, Math.max(1, Math.round(of) || 1));
  const filled = of > 0 ? Math.min(marks, Math.max(0, Math.floor((done / of) * marks))) : 0;
  const bar = '▰'.repeat(filled) + '▱'.repeat(marks - filled);
  return lines([[...elementsOf([{ bold: `${label}:` }], room.text), plain(` ${bar} ${done} of ${of}`)]]);
}

function steps({ items }: Of<'steps'>, room: Room): types.KnownBlock[] {
  const step = ({ text, state }: Of<'steps'>['items'][number]) => {
    const said = state === 'now' ? [{ bold: text }] : text;
    return [plain(`${stepSigns[state]} `), ...elementsOf(said, room.text), plain(` (${stepWords[state]})`)];
  };
  return lines(within(items, room.rows, step));
}

function list({ items, more }: Of<'list'>, room: Room, ids: Numbering): types.KnownBlock[] {
  const points = within(items, room.rows, (item) => elementsOf(item, room.text)).flatMap(section);
  return [
    ...(points.length === 0 ? [] : richBlock({ type: 'rich_text_list', style: 'bullet', elements: points })),
    ...buttonBlocks(more === undefined ? [] : [more], ids),
  ];
}

/** Draws one block of a card in Slack's own form. A new kind of block does not compile until it is drawn here. */
export function drawBlock(block: Block, room: Room, { ids, chart }: Pen): SlackBlock[] {
  switch (block.block) {
    case 'heading':
      return heading(block);
    case 'prose':
      return lines([elementsOf(block.text, room.text)]);
    case 'facts':
      return facts(block, room);
    case 'person':
      return person(block, room, ids);
    case 'progress':
      return progress(block, room);
    case 'steps':
      return steps(block, room);
    case 'list':
      return list(block, room, ids);
    case 'chart':
      return chart(block, room);
    case 'notice':
      return lines([[plain(`${signs[block.tone]} `), ...elementsOf(block.text, room.text)]]);
    case 'buttons':
      return buttonBlocks(block.buttons, ids);
    default: {
      const unknown: never = block;
      return unknown;
    }
  }
}
