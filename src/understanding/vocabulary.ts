import { slipsBetween } from './distance';
import { functionWords, isEveryday, ordinary, ownStems } from './ordinary';
import type { Word } from './words';

/** A word that occurs in some topic's words. `weight` is higher the fewer topics use it. */
export type Term = {
  readonly text: string;
  readonly stem: string;
  readonly weight: number;
  readonly letters: number;
  readonly digits: boolean;
};

/** How a typed word came to a term: written so, in another form, or misspelt (then by one slip or two). */
export type Hit = { readonly term: number; readonly likeness: number; readonly slips: 0 | 1 | 2 };

const likenessOf = { same: 1, form: 0.95, oneSlip: 0.85, oneSlipInForm: 0.82, twoSlips: 0.7, twoSlipsInForm: 0.67 };

/** Each letter a to z is one bit: two words whose letters differ by many bits cannot be a slip or two apart. */
function letterBits(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) {
    const letter = word.charCodeAt(i) - 97;
    if (letter >= 0 && letter < 26) bits |= 1 << letter;
  }
  return bits;
}

function bitCount(bits: number): number {
  let left = bits;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}

/** Two slips are forgiven in a word of seven letters and more, one in a shorter one. */
const slipsAllowed = (letters: number): 1 | 2 => (letters >= 7 ? 2 : 1);

const mostKept = 5_000;

export type Vocabulary = {
  readonly terms: readonly Term[];
  /** The terms a typed word may stand for; `alone` says that nothing else in the text could name a topic. */
  near(word: Word, alone: boolean): readonly Hit[];
};

/**
 * Builds the vocabulary from the words of each topic. Words of `known` (names of offices, say) count as spelled right
 * and are never repaired; `compared` is told of every comparison of two spellings.
 */
export function createVocabulary(
  topicWords: readonly (readonly Word[])[],
  known: ReadonlySet<string>,
  compared: () => void,
): Vocabulary {
  const topicsByStem = new Map<string, number>();
  const texts = new Map<string, string>();
  for (const words of topicWords) {
    for (const stem of new Set(words.map((word) => word.stem))) {
      topicsByStem.set(stem, (topicsByStem.get(stem) ?? 0) + 1);
    }
    for (const word of words) texts.set(word.text, word.stem);
  }
  const terms = [...texts].map(([text, stem]): Term => {
    const rare = Math.log(1 + topicWords.length / (topicsByStem.get(stem) ?? 1));
    return {
      text,
      stem,
      weight: isEveryday(text) ? rare * 0.4 : rare,
      letters: letterBits(text),
      digits: /\d/u.test(text),
    };
  });
  const byText = new Map(terms.map((term, index) => [term.text, index]));
  const byStem = new Map<string, number[]>();
  terms.forEach((term, index) => {
    byStem.set(term.stem, [...(byStem.get(term.stem) ?? []), index]);
  });

  function written(word: Word): Hit[] {
    const same = byText.get(word.text);
    return (byStem.get(word.stem) ?? []).map((term) => ({
      term,
      likeness: term === same ? likenessOf.same : likenessOf.form,
      slips: 0,
    }));
  }

  function misspelt(word: Word, shortest: number): Hit[] {
    const hits: Hit[] = [];
    const bits = letterBits(word.text);
    terms.forEach((term, index) => {
      const most = slipsAllowed(term.text.length);
      const longer = term.text.length - word.text.length;
      if (term.text.length < shortest || longer > most || -longer > most) return;
      if (term.digits || bitCount(bits ^ term.letters) > most * 2) return;
      compared();
      const slips = slipsBetween(word.text, term.text, most);
      if (slips > most) return;
      const start = word.text[0] === term.text[0] ? 0.01 : 0;
      if (slips === 1) hits.push({ term: index, likeness: likenessOf.oneSlip + start, slips: 1 });
      else hits.push({ term: index, likeness: likenessOf.twoSlips + start, slips: 2 });
    });
    return hits;
  }

  /** Other forms of a misspelt word: "interveiws" comes by "interviews" to "interview". */
  function withForms(hits: readonly Hit[]): readonly Hit[] {
    const best = new Map<number, Hit>();
    for (const hit of hits) if (!best.has(hit.term)) best.set(hit.term, hit);
    for (const hit of hits.filter((each) => each.slips > 0)) {
      const form = hit.slips === 1 ? likenessOf.oneSlipInForm : likenessOf.twoSlipsInForm;
      for (const term of byStem.get(terms[hit.term]?.stem ?? '') ?? []) {
        if (!best.has(term)) best.set(term, { term, likeness: form, slips: hit.slips });
      }
    }
    return [...best.values()];
  }

  const spelledRight = (text: string): boolean =>
    ordinary.has(text) || functionWords.has(text) || ownStems.has(text) || known.has(text);

  // One text is read several times over: as a whole, by its parts, without the way of meeting.
  const kept = new Map<string, readonly Hit[]>();
  const remembered = (key: string, find: () => readonly Hit[]): readonly Hit[] => {
    const before = kept.get(key);
    if (before) return before;
    if (kept.size >= mostKept) kept.clear();
    const hits = find();
    kept.set(key, hits);
    return hits;
  };

  return {
    terms,
    near(word, alone) {
      const found = written(word);
      if (byText.has(word.text) || spelledRight(word.text) || /\d/u.test(word.text)) return found;
      if (word.text.length < (alone ? 2 : 4)) return found;
      const shortest = alone ? 3 : 4;
      return remembered(`${shortest} ${word.text}`, () => withForms([...found, ...misspelt(word, shortest)]));
    },
  };
}
