import { decide, group, type TopicGuess, topicsOf, unbeaten } from './decide';
import { inIdioms } from './idioms';
import { takenBack } from './negation';
import { functionWords, isEveryday, ordinary } from './ordinary';
import { findPhrases, type Index, type Mention } from './phrases';
import { mostWords, type Word, wordsOf } from './words';

/** What a text says of topics. */
export type TopicReading = {
  readonly guess: TopicGuess;
  /** All topics it names beyond doubt, in its own order. */
  readonly named: readonly string[];
  /** The words, folded, that led to the guess; empty where it is none. */
  readonly by: readonly string[];
  /** The other telling words, folded: what the text says besides. */
  readonly besides: readonly string[];
};

type Sorted = {
  readonly words: readonly Word[];
  /** Words that are more than grammar and stand in no set phrase. */
  readonly telling: readonly Word[];
  /** Of these the ones that are no fillers of requests. */
  readonly content: readonly Word[];
};

const firstPlace = (mentions: readonly Mention[]): number => Math.min(...mentions.flatMap((mention) => mention.at));

function sortOut(text: string): Sorted {
  const words = wordsOf(text, mostWords);
  const idle = inIdioms(words);
  const telling = words.filter((word) => !functionWords.has(word.text) && !idle.has(word.at));
  return { words, telling, content: telling.filter((word) => !ordinary.has(word.text)) };
}

const isWeak = (words: readonly Word[], mention: Mention): boolean =>
  mention.at.length === 1 && mention.at.every((at) => isEveryday(words[at]?.text ?? ''));

/** A single everyday word ("training") names its topic only where the text has nothing else to tell. */
function withoutWeak({ words, content }: Sorted, whole: readonly Mention[]): readonly Mention[] {
  const strong = whole.filter((mention) => !isWeak(words, mention));
  if (strong.length > 0) return strong;
  return whole.filter((mention) => content.every((word) => mention.at.includes(word.at)));
}

/** A part of a phrase tells something where it is two words of it, or the only thing that is said. */
function tellingParts({ words, content }: Sorted, parts: readonly Mention[]): readonly Mention[] {
  return parts.filter((part) => {
    if (!part.at.some((at) => !isEveryday(words[at]?.text ?? ''))) return false;
    return part.at.length > 1 || (part.likeness === 1 && content.length === 1);
  });
}

function withoutTakenBack(words: readonly Word[], mentions: readonly Mention[]): readonly Mention[] {
  const back = takenBack(words);
  const kept = mentions.filter((mention) => !mention.at.every((at) => back.has(at)));
  return kept.length > 0 ? kept : mentions;
}

/** Lower comes first: certain before doubtful, one topic before several, then as said. */
function rank(mentions: readonly Mention[]): number {
  const [best] = mentions;
  const doubtful = best !== undefined && best.slips > 0 && !best.anchored;
  return (doubtful ? 2_000 : 0) + (topicsOf(mentions).length > 1 ? 1_000 : 0) + firstPlace(mentions);
}

/** Without a whole name of a topic, or with an everyday word among others, the person is asked. */
function askBack(guess: TopicGuess): TopicGuess {
  return guess.kind === 'sure' ? { kind: 'choose', topics: [guess.topic], why: 'ambiguous' } : guess;
}

/** Reads a text against the index of a lexicon. */
export function read(text: string, index: Index): TopicReading {
  const sorted = sortOut(text);
  const { words, telling, content } = sorted;
  const alone = content.length === 1 && telling.length <= 2;
  const hitsAt = new Map(telling.map((word) => [word.at, index.vocabulary.near(word, alone)]));
  const found = findPhrases(hitsAt, index);
  const whole = withoutWeak(sorted, found.whole);
  const meant = withoutTakenBack(words, whole.length > 0 ? whole : tellingParts(sorted, found.parts));
  const groups = group(unbeaten(meant)).sort((a, b) => rank(a) - rank(b));
  const [best] = groups;
  if (best === undefined) {
    return { guess: { kind: 'none' }, named: [], by: [], besides: telling.map((word) => word.text) };
  }
  const shortAt = new Set(words.filter((word) => word.text.length <= 4).map((word) => word.at));
  const unsure = (each: readonly Mention[]): boolean =>
    whole.length === 0
      ? each.every((mention) => mention.at.length === 1)
      : telling.length > 1 && each.every((m) => isWeak(words, m));
  const guessOf = (each: readonly Mention[]): TopicGuess =>
    unsure(each) ? askBack(decide(each, shortAt)) : decide(each, shortAt);
  const named = groups.filter((each) => guessOf(each).kind === 'sure').sort((a, b) => firstPlace(a) - firstPlace(b));
  const places = [...new Set(best.flatMap((mention) => mention.at))].sort((a, b) => a - b);
  return {
    guess: guessOf(best),
    named: [...new Set(named.flatMap(topicsOf))],
    by: places.map((at) => words[at]?.text ?? ''),
    besides: telling.filter((word) => !places.includes(word.at)).map((word) => word.text),
  };
}
