import type { Word } from './words';

const idioms = [
  ...['in other words', 'word of mouth', 'in a word', 'a word with', 'have a word', 'word for word', 'spread the word'],
  ...['access to', 'to access', 'cant access', 'cannot access', 'gain access', 'no access'],
  ...['notice that', 'i notice', 'two weeks notice', 'give notice', 'short notice', 'until further notice'],
  ...[
    'a note to',
    'please note',
    'note that',
    'outlook on life',
    'excel at',
    'alert me',
    'team up',
    'et al',
    'in case',
  ],
].map((idiom) => idiom.split(' '));

const byFirst = new Map<string, string[][]>();
for (const idiom of idioms) {
  const [first = ''] = idiom;
  byFirst.set(first, [...(byFirst.get(first) ?? []), idiom]);
}

/** The places of words that stand in a set phrase ("in other words") and so do not mean a topic. */
export function inIdioms(words: readonly Word[]): ReadonlySet<number> {
  const places = new Set<number>();
  words.forEach((word, i) => {
    for (const idiom of byFirst.get(word.text) ?? []) {
      if (!idiom.every((part, k) => words[i + k]?.text === part)) continue;
      for (let k = 0; k < idiom.length; k += 1) places.add(word.at + k);
    }
  });
  return places;
}
