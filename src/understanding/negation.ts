import { functionWords } from './ordinary';
import type { Word } from './words';

const deniers = new Set(['not', 'no', 'without', 'except', 'isnt', 'wasnt']);
const deniersOfTwo = new Set(['instead of', 'rather than', 'dont mean', 'dont want', 'dont need', 'didnt mean']);
const wishes = new Set(['mean', 'meant', 'want', 'wanted', 'need', 'needed', 'interested', 'looking']);
const passed = (word: Word): boolean => functionWords.has(word.text) || wishes.has(word.text);

/** Where what a denial takes back begins; null where the word at `i` denies nothing. */
function denialEnd(words: readonly Word[], i: number): number | null {
  const word = words[i]?.text ?? '';
  if (deniers.has(word)) return i + 1;
  return deniersOfTwo.has(`${word} ${words[i + 1]?.text ?? ''}`) ? i + 2 : null;
}

/**
 * The places of the words that the text takes back: "Word" in "not Word, I meant Excel". A denial reaches over "in the",
 * "about my" and the like to the next run of telling words, and never over a comma.
 */
export function takenBack(words: readonly Word[]): ReadonlySet<number> {
  const back = new Set<number>();
  words.forEach((_, i) => {
    const from = denialEnd(words, i);
    if (from === null) return;
    let taking = false;
    for (const word of words.slice(from)) {
      if (word.afterBreak || word.text === 'but' || (taking && passed(word))) return;
      taking ||= !passed(word);
      if (taking) back.add(word.at);
    }
  });
  return back;
}
