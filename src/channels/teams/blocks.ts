import { type Block, type Button, plainText, type Text } from '../../chat';
import { actionsOf, type Budget, canShow, type Hand } from './actions';
import type { Json, JsonObject } from './json';
import type { Limits } from './limits';
import { isPlain, type Line, type Look, linesOf, shown } from './runs';
import type { Templates } from './templates';
import { words } from './words';

/** What drawing needs beside the block: how much fits, the actions still to spend, and how buttons act. */
export type Pen = Hand & {
  readonly templates: Templates;
  readonly limits: Limits;
  readonly budget: Budget;
};

/** The elements of one block, in its best native form. */
export function drawBlock(block: Block, pen: Pen): readonly Json[] {
  const drawn = pen.templates.blocks[block.block](dataOf(block, pen));
  return Array.isArray(drawn) ? drawn : [drawn];
}

/** The buttons of a block, in reading order. */
export function buttonsOf(block: Block): readonly Button[] {
  if (block.block === 'buttons') return block.buttons;
  if (block.block === 'person') return block.button === undefined ? [] : [block.button];
  if (block.block === 'list') return block.more === undefined ? [] : [block.more];
  return [];
}

function dataOf(block: Block, pen: Pen): JsonObject {
  const { limits } = pen;
  switch (block.block) {
    case 'heading': {
      const text = shown(block.text, limits.short);
      return { text, plain: isPlain(text), marked: !isPlain(text) };
    }
    case 'prose':
      return { lines: lines(block.text, pen) };
    case 'facts':
      return factsData(block, pen);
    case 'person':
      return personData(block, pen);
    case 'progress':
      return progressData(block, limits);
    case 'steps': {
      const { kept, more } = firstOf(block.items, limits.entries);
      const items = kept.map(({ text, state }) => ({
        ...words.steps[state],
        text: shown(text, limits.short),
        weight: state === 'now' ? 'Bolder' : 'Default',
      }));
      return { items, ...more };
    }
    case 'list':
      return listData(block, pen);
    case 'chart':
      return chartData(block, limits);
    case 'notice': {
      const [first, ...others] = lines(block.text, pen);
      const sign = { type: 'TextRun', text: `${words.signs[block.tone]} ` };
      const signed = { spacing: first?.spacing ?? 'Default', inlines: [sign, ...(first?.inlines ?? [])] };
      return { style: noticeStyles[block.tone], lines: [signed, ...others] };
    }
    case 'buttons': {
      const { kept, more } = firstOf(block.buttons, limits.buttons);
      const rows = rowsOf(kept.filter(canShow)).map((row) => ({ actions: actionsOf(row, pen.budget, pen) }));
      return { rows, ...more };
    }
    default:
      return unknownBlock(block);
  }
}

const noticeStyles = { info: 'accent', good: 'good', warning: 'warning' } as const;

const unknownBlock = (block: never): never => {
  throw new TypeError(`There is no way to draw ${JSON.stringify(block)}.`);
};

/** Teams puts the actions of a set on one line and cuts their words where they do not fit; long ones get lines of their own. */
const rowWidth = 44;
const aroundLabel = 6;

function rowsOf(buttons: readonly Button[]): readonly (readonly Button[])[] {
  const rows: Button[][] = [];
  let left = 0;
  for (const button of buttons) {
    const width = button.label.length + aroundLabel;
    const row = rows.at(-1);
    if (row && button.inMenu) {
      row.push(button);
      continue;
    }
    if (row && width <= left) row.push(button);
    else rows.push([button]);
    left = (row && width <= left ? left : rowWidth) - width;
  }
  return rows;
}

const lines = (text: Text, pen: Pen, look?: Look): Line[] => linesOf(text, pen.limits.text, pen.budget.link, look);

/** The first entries that fit, and the words for those left out. */
function firstOf<T>(all: readonly T[], most: number): { readonly kept: readonly T[]; readonly more: JsonObject } {
  const kept = all.length > most ? all.slice(0, most) : all;
  const left = all.length - kept.length;
  return { kept, more: { hasMore: left > 0, more: left > 0 ? words.andMore(left) : '' } };
}

/** A FactSet renders Markdown, so it holds only rows that read the same without; others are set in columns of text runs. */
function factsData(block: Extract<Block, { block: 'facts' }>, pen: Pen): JsonObject {
  const { kept, more } = firstOf(block.rows, pen.limits.entries);
  const plain = kept.every(({ label, value }) => typeof value === 'string' && isPlain(label) && isPlain(value));
  const labeled = kept.map(({ label, value }) => ({ label: shown(label, pen.limits.short), value }));
  return {
    plain,
    rows: plain ? labeled.map(({ label, value }) => ({ label, value: shown(plainText(value), pen.limits.text) })) : [],
    markedRows: plain ? [] : labeled.map(({ label, value }) => ({ label, lines: lines(value, pen) })),
    ...more,
  };
}

function personData(block: Extract<Block, { block: 'person' }>, pen: Pen): JsonObject {
  const { limits } = pen;
  const detail = shown(block.detail ?? '', limits.short);
  const { kept, more } = firstOf(block.lines ?? [], limits.entries);
  const left = typeof more.more === 'string' && more.more !== '' ? [more.more] : [];
  const actions = actionsOf(buttonsOf(block), pen.budget, pen);
  return {
    name: shown(block.name, limits.short),
    hasDetail: detail !== '',
    detail,
    lines: [...kept, ...left].flatMap((line) => lines(line, pen, { isSubtle: true })),
    hasButton: actions.length > 0,
    actions,
  };
}

function progressData(block: Extract<Block, { block: 'progress' }>, limits: Limits): JsonObject {
  const done = Math.round(percent(block.done, block.of));
  return {
    label: shown(block.label, limits.short),
    count: `${block.done} of ${block.of}`,
    hasBar: block.of > 0,
    hasDone: done > 0,
    done,
    hasRest: done < 100,
    rest: 100 - done,
  };
}

const figure = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** For Teams' own chart, for columns where a client has none, and for the same figures in words. */
function chartData(block: Extract<Block, { block: 'chart' }>, limits: Limits): JsonObject {
  const { kept, more } = firstOf(block.points, limits.entries);
  const greatest = Math.max(0, ...kept.map(({ value }) => value).filter(Number.isFinite));
  const unit = block.unit === undefined ? '' : ` (${block.unit})`;
  const points = kept.map(({ label, value }) => {
    const bar = Math.round(percent(value, greatest));
    return {
      label: shown(label, limits.short),
      value: figure.format(value),
      amount: Number.isFinite(value) ? Number(value.toFixed(2)) : 0,
      hasBar: bar > 0,
      bar,
      hasRest: bar < 100,
      rest: 100 - bar,
    };
  });
  return {
    title: shown(`${block.title}${unit}`, limits.short),
    hasPoints: points.length > 0,
    points,
    figures: points.map(({ label, value }) => `${label}: ${value}`).join(' · '),
    ...more,
  };
}

function listData(block: Extract<Block, { block: 'list' }>, pen: Pen): JsonObject {
  const { kept, more } = firstOf(block.items, pen.limits.entries);
  const actions = actionsOf(buttonsOf(block), pen.budget, pen);
  return {
    lines: kept.flatMap((item) => lines(typeof item === 'string' ? `• ${item}` : ['• ', ...item], pen)),
    hasButton: actions.length > 0,
    actions,
    ...more,
  };
}

const percent = (part: number, whole: number): number =>
  whole > 0 ? Math.min(100, Math.max(0, (100 * part) / whole)) : 0;
