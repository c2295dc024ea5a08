import { type Mark, type Marked, silent } from '../marks';
import { functionWords } from '../ordinary';
import type { Signs } from '../signs';
import { stemOf } from '../words';

type Head = { readonly mark: string; readonly at: number };

const isSlot = ({ mark }: Mark): boolean => /^[@#]/u.test(mark) && mark !== '@day';
const isConcept = ({ mark }: Mark): boolean => !/^[=@#]/u.test(mark);

/** The text as a row of words in which what a slot took is one mark. */
function rowOf(signs: Signs, { all }: Marked): readonly Head[] {
  const slotAt = new Map<number, string>();
  for (const mark of all.filter(isSlot))
    for (let at = mark.from; at <= mark.to; at += 1) slotAt.set(at, slotAt.get(at) ?? mark.mark);
  const row: Head[] = [];
  signs.pieces.forEach(({ word }, at) => {
    const slot = slotAt.get(at);
    if (slot === undefined || row.at(-1)?.mark !== slot) row.push({ mark: slot ?? word, at });
  });
  return row;
}

const lengthMark = (count: number): string => {
  if (count <= 2) return `length ${count}`;
  return count <= 5 ? 'length 3' : count <= 12 ? 'length 6' : 'length 13';
};

/** Words as typed: one by one, by their first letters, and two and three in a row. */
function ofWords(row: readonly Head[]): string[] {
  const words = row.map(({ mark }) => mark);
  return [...words, '$'].flatMap((word, i) => {
    const [one = '^', two = '^'] = [words[i - 1], words[i - 2]];
    const rows = [`W ${one} ${word}`, ...(i > 0 && i < words.length ? [`T ${two} ${one} ${word}`] : [])];
    return word.length > 4 && !/^[@#]/u.test(word) ? [...rows, `4 ${word.slice(0, 4)}`, `5 ${word.slice(0, 5)}`] : rows;
  });
}

/** The same by stems, without words that say nothing. */
function ofStems(row: readonly Head[]): string[] {
  const stems = row
    .filter(({ mark }) => !silent.has(mark))
    .map(({ mark }) => (/^[@#<]/u.test(mark) ? mark : stemOf(mark)));
  return [
    lengthMark(stems.length),
    ...stems.map((mark) => `w ${mark}`),
    ...[...stems, '$'].map((mark, i) => `b ${stems[i - 1] ?? '^'} ${mark}`),
  ];
}

const reach = 6;

/** Concepts, and which of them and of the slots follow one another. */
function ofConcepts(row: readonly Head[], { all }: Marked): string[] {
  const marks = all.filter((mark) => isConcept(mark) || isSlot(mark));
  const pairs = marks.flatMap((one, i) =>
    marks
      .slice(i + 1)
      .filter((two) => two.from > one.to && two.from <= one.to + reach)
      .map((two) => `p ${one.mark} ${two.mark}`),
  );
  const concepts = marks.filter(isConcept);
  const starts = concepts.filter(({ from }) => from === row[0]?.at).map(({ mark }) => `start ${mark}`);
  return [...concepts.map(({ mark }) => `c ${mark}`), ...pairs, ...starts];
}

/** Telling words that no phrase of the program's own business has: what is spoken of may lie outside it. */
function ofStrangers(row: readonly Head[], isOwn: (stem: string) => boolean): string[] {
  const telling = row
    .filter(({ mark }) => /^[a-z]/u.test(mark) && !functionWords.has(mark))
    .map(({ mark }) => stemOf(mark));
  const strange = telling.filter((stem) => !isOwn(stem));
  if (strange.length === 0) return ['strange 0'];
  const before = strange.map((stem) => `strange after ${telling[telling.indexOf(stem) - 1] ?? '^'}`);
  return [
    `strange ${Math.min(strange.length, 3)}`,
    `strange of ${Math.round((4 * strange.length) / telling.length)}`,
    ...before,
  ];
}

/** The telling words of a text by their stems, as `isOwn` is asked about them. */
export const tellingStems = (signs: Signs, text: Marked): readonly string[] =>
  rowOf(signs, text)
    .filter(({ mark }) => /^[a-z]/u.test(mark) && !functionWords.has(mark))
    .map(({ mark }) => stemOf(mark));

/**
 * What a text shows, as names that can be counted: its words, their order, its concepts, its slots, its length, and how
 * many of its words (`isOwn`, by stem) the program's own business does not know.
 */
export function featuresOf(signs: Signs, text: Marked, isOwn: (stem: string) => boolean): ReadonlySet<string> {
  const row = rowOf(signs, text);
  const { guess, besides } = signs.topics;
  return new Set([
    ...ofWords(row),
    ...ofStems(row),
    ...ofConcepts(row, text),
    ...ofStrangers(row, isOwn),
    ...signs.ways.map(({ value }) => `way ${value}`),
    ...(signs.said.includes('?') ? ['question'] : []),
    ...(guess.kind === 'none'
      ? []
      : [`topic ${guess.kind}`, `topic ${guess.kind} beside ${Math.min(besides.length, 4)}`]),
  ]);
}
