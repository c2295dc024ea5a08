import stem from 'wink-porter2-stemmer';
import { ownStems } from './ordinary';

/** One word as typed, folded to plain lower-case letters and digits, with its stem and its place among the words. */
export type Word = {
  readonly text: string;
  readonly stem: string;
  readonly at: number;
  /** A comma, full stop or the like stands before it. */
  readonly afterBreak: boolean;
};

/** More words than these are not read. */
export const mostWords = 80;

const longest = 40;
const cache = new Map<string, string>();

/** The stem of a folded word. Words with digits and two-letter words are their own stem. */
export function stemOf(word: string): string {
  if (word.length < 3 || /[^a-z]/u.test(word)) return word;
  const known = ownStems.get(word) ?? cache.get(word);
  if (known !== undefined) return known;
  const found = stem(word);
  if (cache.size >= 5_000) cache.clear();
  cache.set(word, found);
  return found;
}

/** Lower case, no accents, no apostrophes, one form for each letter: "Thérèse’s" becomes "thereses". */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘`´]/gu, '');
}

/** Splits a text into its words, at most `most` of them; a word of more than 40 letters is cut there. */
export function wordsOf(text: string, most: number): Word[] {
  const words: Word[] = [];
  let afterBreak = false;
  const undotted = fold(text).replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}\b)/gu, '$1');
  for (const [piece] of undotted.matchAll(/[\p{L}\p{N}]+|[,.;:!?()\n—]/gu)) {
    if (/^[\p{L}\p{N}]/u.test(piece)) {
      const word = piece.slice(0, longest);
      words.push({ text: word, stem: stemOf(word), at: words.length, afterBreak });
      if (words.length >= most) return words;
      afterBreak = false;
    } else {
      afterBreak = true;
    }
  }
  return words;
}
