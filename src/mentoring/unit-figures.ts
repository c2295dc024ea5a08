import type { PairNeed } from './pair-need';
import { fewestRaters } from './release';

/** One thing that is counted: of whom it speaks, and in which part of the units. */
export type Counted = { readonly personId: string; readonly part: string };

/** What may be told as one figure: a part by itself, or, without `part`, all others together. */
export type Group<R extends Counted> = { readonly part: string | undefined; readonly rows: readonly R[] };

const peopleIn = (rows: readonly Counted[]): number => new Set(rows.map(({ personId }) => personId)).size;
const isEnough = (rows: readonly Counted[]): boolean => peopleIn(rows) >= fewestRaters;
const isEnoughOrNone = (rows: readonly Counted[]): boolean => rows.length === 0 || isEnough(rows);

/** By part, those with most people first. */
function byPart<R extends Counted>(all: readonly R[]): [string, readonly R[]][] {
  const parts = new Map<string, readonly R[]>();
  for (const row of all) parts.set(row.part, [...(parts.get(row.part) ?? []), row]);
  return [...parts].sort(([a, x], [b, y]) => peopleIn(y) - peopleIn(x) || (a < b ? -1 : 1));
}

/**
 * The parts of five people or more, and all others as one group. Where that group is too small, the smallest of the parts
 * goes into it, as else it could be computed from the total. Nothing where there are fewer than five people in all.
 */
export function gather<R extends Counted>(all: readonly R[]): readonly Group<R>[] {
  if (!isEnough(all)) return [];
  const parts = byPart(all);
  const alone = parts.filter(([, own]) => isEnough(own));
  const rest = parts.filter(([, own]) => !isEnough(own)).flatMap(([, own]) => own);
  const [, joining = []] = isEnoughOrNone(rest) ? [] : (alone.pop() ?? []);
  const together = [...rest, ...joining];
  return [
    ...alone.map(([part, rows]) => ({ part, rows })),
    ...(together.length > 0 ? [{ part: undefined, rows: together }] : []),
  ];
}

/** How a pair does: as its program expects, or what it needs; `needing` is either need. */
export type Doing = 'as-expected' | PairNeed;
export type DoingFigure = { readonly doing: Doing | 'needing'; readonly pairs: number };

const finest: readonly (readonly (readonly [DoingFigure['doing'], readonly Doing[]])[])[] = [
  [
    ['as-expected', ['as-expected']],
    ['quiet', ['quiet']],
    ['not-booked', ['not-booked']],
  ],
  [
    ['as-expected', ['as-expected']],
    ['needing', ['quiet', 'not-booked']],
  ],
];

/** How the pairs of a group do, as far apart as each figure speaks of none or of five people; [] where only their number may be told. */
export function doingsOf(rows: readonly (Counted & { readonly doing: Doing })[]): readonly DoingFigure[] {
  for (const split of finest) {
    const parts = split.map(([doing, of]) => ({ doing, rows: rows.filter((row) => of.includes(row.doing)) }));
    if (parts.every((part) => isEnoughOrNone(part.rows)))
      return parts.map(({ doing, rows: { length: pairs } }) => ({ doing, pairs }));
  }
  return [];
}
