import type { Signs } from './signs';

/** A mark on the text: a concept, a slot (@who, #topic …) or a word (=word), with the places it takes. */
export type Mark = { readonly mark: string; readonly from: number; readonly to: number };

/** Words that may stand between any two others and say nothing. */
export const silent: ReadonlySet<string> = new Set(
  'a an the please just so and of to be am are was were at on in it that this very really there here also too well um uh hey thank thanks hello'.split(
    ' ',
  ),
);

/** The marks of a text by name, and how many telling words stand before each place. */
export type Marked = {
  readonly all: readonly Mark[];
  readonly byName: ReadonlyMap<string, readonly Mark[]>;
  /** How many telling words stand before the piece at this place. */
  readonly rank: readonly number[];
  readonly last: number;
};

function slotMarks(signs: Signs): Mark[] {
  const person = signs.people.map(({ from, to }) => ({ mark: '@who', from, to }));
  const long = signs.durations.map(({ from, to }) => ({ mark: '@long', from, to }));
  const clock = signs.clocks.map(({ from, to }) => ({ mark: '@clock', from, to }));
  const way = signs.ways.map(({ from, to }) => ({ mark: '@way', from, to }));
  const day = signs.days.flatMap(({ value, from, to }) => [
    { mark: '@day', from, to },
    ...(value.tense === 'past' ? [] : [{ mark: '@coming', from, to }]),
    ...(value.tense === 'coming' ? [] : [{ mark: '@past', from, to }]),
  ]);
  return [...person, ...long, ...clock, ...way, ...day];
}

const spanned = (marks: readonly Mark[], at: number): boolean => marks.some(({ from, to }) => at >= from && at <= to);

function wordMarks(signs: Signs, taken: readonly Mark[]): Mark[] {
  return signs.pieces.flatMap(({ word, kind }, at): Mark[] => {
    if (spanned(taken, at)) return [];
    const own = [{ mark: `=${word}`, from: at, to: at }];
    if (signs.topicAt.has(at)) return [...own, { mark: '#topic', from: at, to: at }];
    const called =
      signs.pieces[at + 1]?.word === 'office' && /^(?:in|the|at|from)$/u.test(signs.pieces[at - 1]?.word ?? '');
    if (signs.office === word || called) return [...own, { mark: '@office', from: at, to: at }];
    return kind === 'figure' || /^(?:one|two|three|four|five|six|seven|eight)$/u.test(word)
      ? [...own, { mark: '@number', from: at, to: at }]
      : own;
  });
}

/** Puts all marks on a text; a topic of several words is one mark. */
export function marked(signs: Signs): Marked {
  const slots = slotMarks(signs);
  const marks: Mark[] = [];
  const concepts = signs.concepts.map(({ concept, from, to }) => ({ mark: concept, from, to }));
  for (const mark of [
    ...slots,
    ...wordMarks(
      signs,
      slots.filter(({ mark }) => mark !== '@way'),
    ),
  ]) {
    const before = marks.at(-1);
    const joins = mark.mark === '#topic' && before?.mark === '#topic' && before.to === mark.from - 1;
    if (joins) marks[marks.length - 1] = { ...before, to: mark.to };
    else marks.push(mark);
  }
  const all = [...marks, ...concepts].sort((a, b) => a.from - b.from);
  const byName = new Map<string, Mark[]>();
  for (const mark of all) {
    const list = byName.get(mark.mark);
    if (list) list.push(mark);
    else byName.set(mark.mark, [mark]);
  }
  let telling = 0;
  const rank = signs.pieces.map(({ word }) => {
    const here = telling;
    if (!silent.has(word)) telling += 1;
    return here;
  });
  return { all, byName, rank: [...rank, telling], last: signs.pieces.length - 1 };
}
