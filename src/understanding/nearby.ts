import { slipsBetween } from './distance';
import { functionWords, ordinary } from './ordinary';
import { mostWords, type Word, wordsOf } from './words';

const mostNear = 3;
const mostSlips = 3;
const sameStart = 5;

/** How like two words are that are not the same: 0 for not at all. They begin alike for three fifths of the longer one, or at most a quarter of its letters differ. */
function likeness(typed: string, known: string): number {
  if (typed.length < 4 || known.length < 4) return 0;
  const longer = Math.max(typed.length, known.length);
  const slips = slipsBetween(typed, known, mostSlips);
  const bySpelling = slips <= mostSlips && slips * 4 <= longer ? 1 - slips / longer : 0;
  let shared = 0;
  while (shared < longer && typed[shared] === known[shared]) shared += 1;
  return Math.max(bySpelling, shared >= sameStart && shared * 5 >= longer * 3 ? shared / longer : 0);
}

/** The topics whose words are most like these, best first: a guess to offer where nothing is known by that name. */
export function topicsNear(
  text: string,
  topics: readonly { readonly id: string; readonly words: readonly Word[] }[],
): readonly string[] {
  const typed = wordsOf(text, mostWords).filter((word) => !functionWords.has(word.text) && !ordinary.has(word.text));
  const near = topics.map(({ id, words }) => ({
    id,
    likeness: Math.max(0, ...typed.flatMap((word) => words.map((known) => likeness(word.text, known.text)))),
  }));
  return near
    .filter((each) => each.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostNear)
    .map(({ id }) => id);
}
