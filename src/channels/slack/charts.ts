import type { types } from '@slack/bolt';
import { type Block, cleanText, clip } from '../../chat';
import { limits } from './limits';
import { elementsOf, plainText, richBlock, section } from './rich';
import { words } from './words';

/** How much one block may say: characters per text, and rows per list. */
export type Room = { readonly text: number; readonly rows: number };

/** Slack's own chart, which its published types lack: every point of a series stands for one of the categories, in any order. */
type DataVisualization = {
  readonly type: 'data_visualization';
  readonly block_id?: string;
  readonly title: string;
  readonly chart: {
    readonly type: 'bar';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label?: string };
  };
};

/** A block as Slack takes it. */
export type SlackBlock = types.KnownBlock | DataVisualization;

type Chart = Extract<Block, { block: 'chart' }>;
/** Draws one chart of a message after the other. */
export type DrawChart = (chart: Chart, room: Room) => SlackBlock[];

/** The longest bar made of letters. */
const mostMarks = 12;

const figure = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const oneLine = (text: string, most: number): string => clip(cleanText(text).replace(/\s+/g, ' ').trim(), most);
const unitWords = (unit: string | undefined): string => (unit === undefined ? '' : ` (${unit})`);

/** Charts as bars made of letters: they look the same in every place, hold every point and are read out as they stand. */
export const inLetters = (): DrawChart => drawInLetters;

function drawInLetters({ title, unit, points }: Chart, room: Room): types.KnownBlock[] {
  const most = Math.max(0, ...points.map(({ value }) => value).filter(Number.isFinite));
  const names = points.map(({ label }) => oneLine(label, 30));
  const width = Math.max(0, ...names.map((name) => name.length));
  const kept = points.length > room.rows ? room.rows - 1 : points.length;
  const rows = points.slice(0, kept).map(({ value }, index) => {
    const marks = Math.min(mostMarks, Math.max(1, Math.round((value / most) * mostMarks)));
    const bar = most > 0 && value > 0 ? '█'.repeat(marks) : '';
    return `${(names[index] ?? '').padEnd(width)}  ${bar}${bar === '' ? '' : ' '}${figure.format(value)}`;
  });
  if (points.length > kept) rows.push(words.andMore(points.length - kept));
  const told = elementsOf([{ bold: title }, unitWords(unit)], room.text);
  const drawn = rows.join('\n');
  return richBlock(
    ...section(told),
    ...(drawn === ''
      ? []
      : [{ type: 'rich_text_preformatted' as const, elements: [{ type: 'text' as const, text: drawn }] }]),
  );
}

/** The first charts of a message as Slack's own, where they keep its limits; all others in letters. */
export function asSlackCharts(): DrawChart {
  let left: number = limits.chart.perMessage;
  return (chart, room) => {
    if (left === 0 || !canBeSlackChart(chart)) return drawInLetters(chart, room);
    left -= 1;
    return [slackChart(chart), ...figures(chart, room)];
  };
}

const categoryOf = ({ label }: Chart['points'][number]): string => plainText(label, limits.chart.label).text;

/**
 * Whether Slack's own chart can show it: few points, told apart by their shortened labels, and something to see. Nobody
 * says whether words in it are read as markup, so a chart whose words could ping or link stays in letters, which cannot.
 */
export function canBeSlackChart({ title, unit = '', points }: Chart): boolean {
  const categories = new Set(points.map(categoryOf));
  return (
    points.length <= limits.chart.points &&
    categories.size === points.length &&
    points.every(({ value }) => Number.isFinite(value) && value >= 0) &&
    points.some(({ value }) => value > 0) &&
    !/[<>]/.test([title, unit, ...categories].join(''))
  );
}

function slackChart({ title, unit, points }: Chart): DataVisualization {
  const data = points.map((point) => ({ label: categoryOf(point), value: Number(point.value.toFixed(2)) }));
  return {
    type: 'data_visualization',
    title: plainText(title, limits.chart.title).text,
    chart: {
      type: 'bar',
      series: [{ name: plainText(unit ?? title, limits.chart.label).text, data }],
      axis_config: {
        categories: data.map(({ label }) => label),
        ...(unit !== undefined && { y_label: plainText(unit, limits.chart.title).text }),
      },
    },
  };
}

/** The figures in words, whole: for whoever cannot see the bars, or cannot read them off. */
function figures({ unit, points }: Chart, room: Room): types.KnownBlock[] {
  const told = points.map(({ label, value }) => `${oneLine(label, room.text)}: ${figure.format(value)}`);
  return richBlock(...section(elementsOf(`${told.join(' · ')}${unitWords(unit)}`)));
}
