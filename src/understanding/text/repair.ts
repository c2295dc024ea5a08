import { conceptWords } from '../concepts';
import { slipsBetween } from '../distance';
import type { Piece } from './pieces';

const calendar =
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today tomorrow yesterday tonight morning afternoon evening minutes minute hours hour week weeks month months weekend because please thanks thank with about until please'.split(
    ' ',
  );
const vocabulary: readonly string[] = [...new Set([...conceptWords, ...calendar])].filter((word) => word.length >= 4);
const byLength = new Map<number, string[]>();
for (const word of vocabulary) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);

const mostSlips = (letters: number): number => (letters >= 7 ? 2 : 1);

const known = new Map<string, string | undefined>();
const mostKept = 5_000;
/** More unknown words than these are not mended: a text of nothing else is no English. */
const mostMended = 12;

function mend(word: string): string | undefined {
  if (known.has(word)) return known.get(word);
  if (known.size >= mostKept) known.clear();
  const mended = nearest(word);
  known.set(word, mended);
  return mended;
}

/** The word of the product's own that an unknown one is most like: by one slip, from seven letters by two. */
function nearest(word: string): string | undefined {
  const most = mostSlips(word.length);
  let best: { readonly word: string; readonly cost: number } | undefined;
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const known of byLength.get(length) ?? []) {
      const limit = Math.min(most, mostSlips(known.length));
      const slips = slipsBetween(word, known, limit);
      const cost = slips + (word[0] === known[0] ? 0 : 0.5) + (word.length === known.length ? 0 : 0.1);
      if (slips <= limit && cost < (best?.cost ?? mostSlips(word.length) + 0.2)) best = { word: known, cost };
    }
  }
  return best?.word;
}

/**
 * Mends misspelt words: only those that `isKnown` denies, only onto the product's own words, never a word with a
 * capital letter inside a sentence (it may be a name).
 */
export function repaired(pieces: readonly Piece[], isKnown: (word: string) => boolean): readonly Piece[] {
  let tried = 0;
  return pieces.map((piece, i) => {
    const { word, raw } = piece;
    if (piece.kind !== 'word' || word.length < 4 || word.length > 20 || /[^a-z]/u.test(word) || isKnown(word))
      return piece;
    if (i > 0 && !piece.afterBreak && /^\p{Lu}\p{Ll}/u.test(raw)) return piece;
    if (tried >= mostMended) return piece;
    tried += 1;
    const mended = mend(word);
    return mended === undefined ? piece : { ...piece, word: mended };
  });
}
