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
  /** For each bucket of features how much it speaks for each label. */
  readonly weights: ArrayLike<number>;
};

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
  const scores = Float64Array.from(framed, ({ score }) => score * frameShare);
  const part = 1 / Math.sqrt(places.size);
  for (const place of places) {
    const from = place * labels.length;
    for (let k = 0; k < labels.length; k += 1) scores[k] = (scores[k] ?? 0) + (lesson.weights[from + k] ?? 0) * part;
  }
  const chances = chancesOf(scores);
  return labels
    .map((label, i) => ({ label, chance: chances[i] ?? 0, framed: framed[i] }))
    .sort((a, b) => b.chance - a.chance);
}
