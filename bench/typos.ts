import { seeded } from './random';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const slips = {
  delete: (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
  insert: (word: string, at: number, letter: string) => word.slice(0, at) + letter + word.slice(at),
  substitute: (word: string, at: number, letter: string) => word.slice(0, at) + letter + word.slice(at + 1),
  transpose: (word: string, at: number) =>
    word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
} as const;

type Slip = keyof typeof slips;
const slipKinds: readonly Slip[] = ['delete', 'insert', 'substitute', 'transpose'];

/** Makes one slip at a random place; the result always differs from the word. */
function slip(kind: Slip, word: string, random: () => number): string {
  for (let tries = 0; tries < 20; tries += 1) {
    const at = Math.floor(random() * word.length);
    const damaged = slips[kind](word, at, letters[Math.floor(random() * 26)] ?? 'e');
    if (damaged !== word) return damaged;
  }
  return slips.delete(word, 0);
}

type Topic = { readonly id: string; readonly label: string; readonly words: readonly string[] };
export type Query = {
  readonly text: string;
  readonly meant: string;
  readonly owners: readonly string[];
  readonly kind: string;
};

const plain = (name: string): string => name.toLowerCase();

/**
 * Every name of every topic with slips in one of its words of at least `shortest` letters: `count` slips of each kind,
 * or of mixed kinds where two are made. `owners` are all topics that list the undamaged name.
 */
export function damagedNames(topics: readonly Topic[], shortest: number, count: 1 | 2, seed: number): Query[] {
  const random = seeded(seed);
  const ownersOf = new Map<string, string[]>();
  const namesOf = topics.map((topic) => [...new Set([topic.label, ...topic.words].map(plain))]);
  topics.forEach((topic, i) => {
    for (const name of namesOf[i] ?? []) ownersOf.set(name, [...(ownersOf.get(name) ?? []), topic.id]);
  });
  const pick = (): Slip => slipKinds[Math.floor(random() * slipKinds.length)] ?? 'delete';
  const queries: Query[] = [];
  for (const [name, owners] of ownersOf) {
    for (const [word] of name.matchAll(/\p{L}+/gu)) {
      if (word.length < shortest) continue;
      for (const kind of slipKinds) {
        const once = slip(kind, word, random);
        const damaged = count === 1 ? once : slip(pick(), once, random);
        if (damaged === word) continue;
        queries.push({ text: name.replace(word, damaged), meant: name, owners, kind });
      }
    }
  }
  return queries;
}
