import type { Label } from '../intents';
import type { Marked } from '../marks';

/** A row of marks that speaks for an intent or, with a weight below nothing, against it. */
export type Cue = {
  readonly intent: Label;
  readonly weight: number;
  readonly marks: readonly string[];
  readonly without: readonly string[];
  readonly starts: boolean;
  readonly ends: boolean;
  /** As it stands in the list. */
  readonly says: string;
};

/** Reads the signs of an intent: lines of a weight and its cues. */
export const cuesOf = (intent: Label, signs: string): readonly Cue[] =>
  signs
    .trim()
    .split('\n')
    .flatMap((line) => {
      const found = /^(-?\d+): (.+)$/u.exec(line);
      if (!found) throw new Error(`No signs of ${intent}: "${line}"`);
      return (found[2] ?? '').split(', ').map((says) => readCue(says, intent, Number(found[1])));
    });

function readCue(says: string, intent: Label, weight: number): Cue {
  const parts = says.trim().split(/\s+/u);
  return {
    intent,
    weight,
    marks: parts.filter((part) => !/^(?:\^|\$|!.*)$/u.test(part)),
    without: parts.filter((part) => part.startsWith('!')).map((part) => part.slice(1)),
    starts: parts[0] === '^',
    ends: parts.at(-1) === '$',
    says,
  };
}

/** How many telling words may stand between two marks of a cue. */
const reach = 3;

/** Whether the marks of a cue stand in the text, in order and near together. */
export function stands(cue: Cue, text: Marked): boolean {
  if (cue.without.some((mark) => text.byName.has(mark))) return false;
  const lists = cue.marks.map((mark) => text.byName.get(mark));
  if (!lists.every((list) => list !== undefined)) return false;
  const gap = (to: number, from: number): number => (text.rank[from] ?? 0) - (text.rank[to + 1] ?? 0);
  const follow = (i: number, after: number): boolean => {
    if (i === lists.length) return !cue.ends || gap(after, text.last + 1) <= 0;
    return (lists[i] ?? []).some(({ from, to }) => {
      const near = i === 0 ? !cue.starts || (text.rank[from] ?? 0) === 0 : from > after && gap(after, from) <= reach;
      return near && follow(i + 1, to);
    });
  };
  return follow(0, -1);
}
