import { type Label, labels, signsFor } from '../intents';
import type { Marked } from '../marks';
import { type Cue, cuesOf, stands } from './cue';

const cues: readonly Cue[] = labels.flatMap((label) => cuesOf(label, signsFor(label)));

/** How much a text speaks for an intent, and the cues that say so. */
export type Framed = { readonly intent: Label; readonly score: number; readonly cues: readonly Cue[] };

/** The best sign counts in full, further ones less and less: five weak signs are no certainty. */
const shares = [1, 0.4, 0.2, 0.1];

function scoreOf(found: readonly Cue[]): number {
  const up = found.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const down = found.filter(({ weight }) => weight < 0).sort((a, b) => a.weight - b.weight);
  const sum = (list: readonly Cue[]): number =>
    list.reduce((total, { weight }, i) => total + weight * (shares[i] ?? 0), 0);
  return sum(up) + sum(down);
}

const byFirst = new Map<string, Cue[]>();
for (const cue of cues) {
  const [first = ''] = cue.marks;
  byFirst.set(first, [...(byFirst.get(first) ?? []), cue]);
}

/** Scores all intents, in the order of their names. */
export function framesOf(text: Marked): readonly Framed[] {
  const found = new Map<Label, Cue[]>(labels.map((intent) => [intent, []]));
  for (const mark of text.byName.keys()) {
    for (const cue of byFirst.get(mark) ?? []) if (stands(cue, text)) found.get(cue.intent)?.push(cue);
  }
  return labels.map((intent) => {
    const own = found.get(intent) ?? [];
    return { intent, score: scoreOf(own), cues: own };
  });
}
