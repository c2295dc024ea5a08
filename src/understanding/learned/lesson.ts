import { framesOf } from '../frames';
import { type Label, labels } from '../intents';
import { marked } from '../marks';
import type { Signs } from '../signs';
import { featuresOf, tellingStems } from './features';
import { frameShare, type Lesson, unit } from './score';
import { teach } from './teach';

/** A phrase that somebody labeled, with its signs. */
export type Labeled = { readonly signs: Signs; readonly label: Label };

/**
 * Learns from labeled phrases. A word counts as the program's own where another phrase of its business has it: a phrase
 * must not vouch for itself, or no phrase would ever have a strange word.
 */
export function lessonOf(phrases: readonly Labeled[]): Lesson {
  const read = phrases.map(({ signs, label }) => {
    const text = marked(signs);
    return { signs, label, text, stems: new Set(tellingStems(signs, text)) };
  });
  const count = new Map<string, number>();
  for (const { label, stems } of read) {
    if (label === 'out_of_scope') continue;
    for (const stem of stems) count.set(stem, (count.get(stem) ?? 0) + 1);
  }
  const examples = read.map(({ signs, label, text, stems }) => {
    const besides = (stem: string): number => (label !== 'out_of_scope' && stems.has(stem) ? 1 : 0);
    return {
      features: featuresOf(signs, text, (stem) => (count.get(stem) ?? 0) > besides(stem)),
      prior: framesOf(text).map(({ score }) => score * frameShare),
      label: labels.indexOf(label),
    };
  });
  const taught = teach(examples, labels.length);
  const weights = Int8Array.from(taught, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit))));
  return { own: new Set(count.keys()), weights, unit };
}
