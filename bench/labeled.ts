import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, type IntentName, type Label, labels, type Understood, understand } from '../src/understanding';
import { type Example, readExamples } from '../src/understanding/examples';

/** All examples of a file, or of all files of a folder. */
export function examplesIn(path: string): readonly Example[] {
  const files = path.endsWith('.jsonl')
    ? [path]
    : readdirSync(path)
        .filter((file) => file.endsWith('.jsonl'))
        .sort()
        .map((file) => join(path, file));
  return files.flatMap((file) => readExamples(readFileSync(file, 'utf8')));
}

/** The product's own intents by the name that intents.md has for them. */
const known: Partial<Record<IntentName, Label>> = {
  topics: 'find_mentor',
  next: 'find_mentor',
  open_topic: 'program_status',
  close_topic: 'program_status',
  overview: 'program_status',
  accounts: 'program_status',
  withdraw: 'my_pairs',
  thanks: 'smalltalk',
  stop_mentoring: 'end_pairing',
  coordinator: 'raise_concern',
  distress: 'raise_concern',
};
export const labelOf = (intent: IntentName): Label =>
  known[intent] ?? labels.find((label) => label === intent) ?? 'out_of_scope';

const own = new Set(['asked', 'choices', 'unsure', 'nearby', 'also', 'alsoIn', 'place', 'near', 'code', 'choice']);
const same = (a: unknown, b: unknown): boolean => {
  const plain = (value: unknown): string => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  return plain(a) === plain(b);
};

/** How well phrases were understood, in shares of 1. */
export type Score = {
  readonly phrases: number;
  readonly intent: number;
  /** A confidence of 0.5 and more, and wrong. */
  readonly confidentlyWrong: number;
  readonly outOfScope: number;
  readonly slots: number;
  /** Right, or asked back with the right one among three buttons. */
  readonly rightOrAsked: number;
};

type Counts = {
  right: number;
  wrong: number;
  outside: number;
  outsideRight: number;
  asked: number;
  hit: number;
  extra: number;
  missed: number;
};

function countSlots(understood: Understood, slots: object, counts: Counts): void {
  const said = understood.intent === 'out_of_scope' ? {} : understood.slots;
  const got = new Map(Object.entries(said).filter(([name]) => !own.has(name)));
  const wanted = new Map<string, unknown>(Object.entries(slots));
  for (const name of new Set([...got.keys(), ...wanted.keys()])) {
    if (got.has(name) && wanted.has(name) && same(got.get(name), wanted.get(name))) counts.hit += 1;
    else {
      counts.extra += got.has(name) ? 1 : 0;
      counts.missed += wanted.has(name) ? 1 : 0;
    }
  }
}

/** Understands every phrase and compares. Slots count over all phrases, whether their intent is right or not. */
export function score(phrases: readonly Example[], context: Context, read = understand): Score {
  const counts: Counts = { right: 0, wrong: 0, outside: 0, outsideRight: 0, asked: 0, hit: 0, extra: 0, missed: 0 };
  for (const { text, intent, slots } of phrases) {
    const understood = read(text, context);
    const right = labelOf(understood.intent) === intent;
    const acts = understood.confidence >= 0.5;
    counts.right += right ? 1 : 0;
    counts.wrong += acts && !right ? 1 : 0;
    counts.outside += intent === 'out_of_scope' ? 1 : 0;
    counts.outsideRight += right && intent === 'out_of_scope' ? 1 : 0;
    counts.asked += right || (!acts && understood.alternatives.slice(0, 2).includes(intent)) ? 1 : 0;
    countSlots(understood, slots, counts);
  }
  return {
    phrases: phrases.length,
    intent: counts.right / phrases.length,
    confidentlyWrong: counts.wrong / phrases.length,
    outOfScope: counts.outsideRight / Math.max(counts.outside, 1),
    slots: (2 * counts.hit) / Math.max(2 * counts.hit + counts.extra + counts.missed, 1),
    rightOrAsked: counts.asked / phrases.length,
  };
}
