import { type Block, bold, buttons, type Card, card, facts, heading, notice, prose } from '../chat';
import { type DoingFigure, fewestRaters } from '../mentoring';
import { type EvaluationLine, evaluationLines } from './digest';
import { token } from './tokens';
import { count, listing, overviewButton } from './words';

/** Pairs of one unit, or, without a name, of all others together. */
export type UnitPairs = {
  readonly unit: string | undefined;
  readonly pairs: number;
  readonly doings: readonly DoingFigure[];
};
export type UnitCount = { readonly unit: string | undefined; readonly count: number };

/** How the program does in the units of a program manager: each figure speaks of five people or more. */
export type UnitsView = {
  readonly pairs: readonly UnitPairs[];
  readonly waiting: readonly UnitCount[];
  readonly wishes: readonly UnitCount[];
  readonly full: readonly UnitCount[];
  readonly published: readonly EvaluationLine[];
};

const doingWords: Readonly<Record<DoingFigure['doing'], string>> = {
  'as-expected': 'as expected',
  quiet: 'quiet',
  'not-booked': 'not begun yet',
  needing: 'quiet or not begun yet',
};

function pairsWords({ pairs, doings }: UnitPairs): string {
  const told = doings.filter((each) => each.pairs > 0);
  const [only, ...more] = told;
  const all = count(pairs, 'pair');
  if (!only) return all;
  if (more.length === 0) return `${all}, all ${doingWords[only.doing]}`;
  return `${all}: ${listing(told.map((each) => `${each.pairs} ${doingWords[each.doing]}`))}`;
}

const unitName = (unit: string | undefined, among: number): string => {
  if (unit === undefined) return among > 1 ? 'Other units together' : 'All units together';
  return unit === '' ? 'Without a unit' : unit;
};

const tooFew = `fewer than ${fewestRaters} people`;

const countsWords = (counts: readonly UnitCount[]): string => {
  const [only, ...more] = counts;
  if (!only) return tooFew;
  if (only.unit === undefined && more.length === 0) return `${only.count} in all`;
  return counts.map(({ unit, count: figure }) => `${unitName(unit, counts.length)}: ${figure}`).join(' · ');
};

const pairBlocks = ({ pairs }: UnitsView): readonly Block[] => {
  if (pairs.length === 0)
    return [notice('info', `Fewer than ${fewestRaters} people are paired here, so I show no figures of pairs.`)];
  const named = pairs.map((each) => ({ ...each, name: unitName(each.unit, pairs.length) }));
  return [
    prose([bold(`${count(total(pairs), 'pair')} in all`)]),
    facts(...named.map((each) => [each.name, pairsWords(each)] as const)),
    {
      block: 'chart',
      title: 'Pairs by unit',
      points: named.map(({ name: label, pairs: value }) => ({ label, value })),
    },
  ];
};

const total = (pairs: readonly UnitPairs[]): number => pairs.reduce((sum, each) => sum + each.pairs, 0);

/** What a program manager reads when she asks for it: her units summed up, and nobody by name. */
export function unitsReading(view: UnitsView): Card {
  const { pairs, waiting, wishes, full, published } = view;
  return card(
    'units-reading',
    `Your units: ${pairs.length === 0 ? tooFew : count(total(pairs), 'pair')} in all.`,
    heading('Your units'),
    ...pairBlocks(view),
    facts(
      ['Requests without an answer', countsWords(waiting)],
      ['Wishes kept', countsWords(wishes)],
      ['Mentors with all places taken', countsWords(full)],
    ),
    ...evaluationLines(published),
    prose(
      `A figure stands for at least ${fewestRaters} people; smaller units are counted together. Who it is, their coordinators see. I show this whenever you write: digest.`,
    ),
    buttons(overviewButton, { label: 'Evaluations', token: token('report', {}) }),
  );
}
