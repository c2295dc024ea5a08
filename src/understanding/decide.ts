import type { Mention } from './phrases';

/** Which topic a text means: one for certain, one of up to five that must be asked about, or none. */
export type TopicGuess =
  | { readonly kind: 'sure'; readonly topic: string }
  | { readonly kind: 'choose'; readonly topics: readonly string[]; readonly why: WhyChoose }
  | { readonly kind: 'none' };

/**
 * Why the lexicon asks back: several topics share the words; the words are misspelt and could be several, or are too
 * far off; a short word is not written exactly so. After `misspelt` and `short` there may be only one topic to confirm.
 */
export type WhyChoose = 'ambiguous' | 'misspelt' | 'short';

const mostChoices = 5;
const asGood = 0.02;

const within = (inner: Mention, outer: Mention): boolean => inner.at.every((place) => outer.at.includes(place));
const touches = (a: Mention, b: Mention): boolean => a.at.some((place) => b.at.includes(place));
const score = (mention: Mention): number => mention.weight * mention.likeness;

/** A longer phrase beats what lies in it; of two readings of the same words the nearer one wins. */
function beats(a: Mention, b: Mention): boolean {
  if (!touches(a, b)) return false;
  if (within(b, a))
    return b.at.length < a.at.length ? a.slips <= b.slips || a.anchored : a.likeness > b.likeness + asGood;
  return !within(a, b) && score(a) > score(b) * 1.25;
}

export const unbeaten = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter((mention) => !mentions.some((other) => other !== mention && beats(other, mention)));

/** Groups mentions that share words: each group is one thing the text speaks of, its best reading first. */
export function group(mentions: readonly Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const joined = groups.filter((each) => each.some((other) => touches(other, mention)));
    const merged = [...joined.flat(), mention];
    for (const each of joined) groups.splice(groups.indexOf(each), 1);
    groups.push(merged);
  }
  return groups.map((each) => each.sort((a, b) => score(b) - score(a)));
}

export const topicsOf = (mentions: readonly Mention[]): string[] => [...new Set(mentions.map((each) => each.topic))];

/** Decides for one group. `shortAt` are the places of words of at most four letters that no topic has exactly so. */
export function decide(mentions: readonly Mention[], shortAt: ReadonlySet<number>): TopicGuess {
  const topics = topicsOf(mentions).slice(0, mostChoices);
  const [best] = mentions;
  const [topic] = topics;
  if (best === undefined || topic === undefined) return { kind: 'none' };
  if (!best.anchored && best.slips > 0 && best.at.every((place) => shortAt.has(place)))
    return { kind: 'choose', topics, why: 'short' };
  if (topics.length > 1) return { kind: 'choose', topics, why: best.slips === 0 ? 'ambiguous' : 'misspelt' };
  return { kind: 'sure', topic };
}
