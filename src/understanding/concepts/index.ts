import { stemOf } from '../words';
import { acts } from './acts';
import { elsewhere, objects } from './objects';

/** Words that stand for a concept; each word by its stem, or with = as it is. */
type Phrase = { readonly concept: string; readonly words: readonly string[] };

const sameWord = (word: string): string => (word.startsWith('=') ? word : stemOf(word));

function phrasesOf(lists: string): readonly Phrase[] {
  return lists
    .trim()
    .split('\n')
    .flatMap((line) => {
      const colon = line.indexOf(':');
      const concept = line.slice(0, colon);
      return line
        .slice(colon + 1)
        .split(',')
        .map((phrase) => ({
          concept,
          words: phrase
            .trim()
            .split(/[\s-]+/u)
            .map(sameWord),
        }));
    });
}

const phrases = [acts, objects, elsewhere].flatMap(phrasesOf);
const byFirst = new Map<string, Phrase[]>();
for (const phrase of phrases) {
  const [start = ''] = phrase.words;
  byFirst.set(start, [...(byFirst.get(start) ?? []), phrase]);
}

/** Every word, by its stem, that some concept knows. */
export const conceptStems: ReadonlySet<string> = new Set(
  phrases.flatMap(({ words }) => words.map((word) => word.replace(/^=/u, ''))),
);

/** The words themselves, as the lists have them. */
export const conceptWords: readonly string[] = [
  ...new Set(
    [acts, objects, elsewhere].flatMap((lists) =>
      lists.split('\n').flatMap((line) =>
        line
          .slice(line.indexOf(':') + 1)
          .split(/[\s,=-]+/u)
          .filter((word) => /^[a-z]+$/u.test(word)),
      ),
    ),
  ),
];

/** A concept at a place of the text: from and to (inclusive) are the places of its words. */
export type Named = { readonly concept: string; readonly from: number; readonly to: number };

/** The concepts that these words name, in the order of the text; a place can have several. */
export function conceptsIn(words: readonly { readonly word: string; readonly stem: string }[]): readonly Named[] {
  const at = (part: string, i: number): boolean => {
    const here = words[i];
    return here !== undefined && (part.startsWith('=') ? `=${here.word}` === part : here.stem === part);
  };
  return words.flatMap(({ word, stem }, from) =>
    [...(byFirst.get(stem) ?? []), ...(byFirst.get(`=${word}`) ?? [])].flatMap((phrase) =>
      phrase.words.every((part, k) => at(part, from + k))
        ? [{ concept: phrase.concept, from, to: from + phrase.words.length - 1 }]
        : [],
    ),
  );
}
