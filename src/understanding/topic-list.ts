import type { Lexicon } from './lexicon';
import type { Piece } from './text/pieces';

const joints = new Set(['and', 'or', 'plus', 'also', 'then']);
const denies = /^(?:not|no|instead of|rather than|without|except|besides)\b/u;

/** The runs of words between commas and words like "and". */
function partsOf(pieces: readonly Piece[]): readonly string[] {
  const parts: string[][] = [[]];
  for (const { word, afterBreak } of pieces) {
    if (afterBreak || joints.has(word)) parts.push([]);
    if (!joints.has(word)) parts.at(-1)?.push(word);
  }
  return parts.map((words) => words.join(' ')).filter((part) => part !== '');
}

/**
 * The topics of an enumeration ("LTC and Family Medicaid"), each named beyond doubt by its own part, in order; empty where
 * fewer than two are. Read as one text the words of one topic would lend themselves to another.
 */
export function enumerated(pieces: readonly Piece[], lexicon: Lexicon): readonly string[] {
  const parts = partsOf(pieces);
  if (parts.length < 2) return [];
  const named = parts.flatMap((part) => {
    if (denies.test(part)) return [];
    const { guess, named: all } = lexicon.read(part);
    if (all.length > 0) return all;
    return guess.kind === 'sure' ? [guess.topic] : [];
  });
  const topics = [...new Set(named)];
  return topics.length < 2 ? [] : topics;
}
