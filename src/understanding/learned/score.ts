import { type Framed, framesOf } from '../frames';
import { type Label, labels } from '../intents';
import { type Marked, marked } from '../marks';
import type { Signs } from '../signs';
import { bucketOf } from './buckets';
import { featuresOf } from './features';
import { chancesOf } from './teach';

/** What was learned from the repository's own phrases. */
export type Lesson = {
  /** Stems of the words that the program's own business knows. */
  readonly own: ReadonlySet<string>;
  /** For each bucket of features how much it speaks for each label, in `unit`s: a byte each, so that they stay near at hand. */
  readonly weights: Int8Array;
  readonly unit: number;
};

/** What one step of a weight is worth. */
export const unit = 1 / 16;

/** How much of the frames' score counts beside what was learned. */
export const frameShare = 0.3;

export type Guess = {
  readonly label: Label;
  /** 0 to 1; those of all labels add up to 1. */
  readonly chance: number;
  readonly framed: Framed | undefined;
};

/** The labels a text can have, the likeliest first: the frames' score, and what the lesson adds to it. */
export function guessesOf(signs: Signs, lesson: Lesson, text: Marked = marked(signs)): readonly Guess[] {
  const framed = framesOf(text);
  const places = new Set([...featuresOf(signs, text, (stem) => lesson.own.has(stem))].map(bucketOf));
  const sums = new Int32Array(labels.length);
  for (const place of places) {
    const from = place * labels.length;
    for (let k = 0; k < sums.length; k += 1) sums[k] = (sums[k] ?? 0) + (lesson.weights[from + k] ?? 0);
  }
  const part = lesson.unit / Math.sqrt(places.size);
  const chances = chancesOf(Float64Array.from(framed, ({ score }, k) => score * frameShare + (sums[k] ?? 0) * part));
  return labels
    .map((label, i) => ({ label, chance: chances[i] ?? 0, framed: framed[i] }))
    .sort((a, b) => b.chance - a.chance);
}
