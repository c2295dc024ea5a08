import type { TopicGuess } from './decide';
import { topicsNear } from './nearby';
import { functionWords, isEveryday } from './ordinary';
import type { Phrase } from './phrases';
import { read, type TopicReading } from './reading';
import { createVocabulary } from './vocabulary';
import { mostWords, stemOf, type Word, wordsOf } from './words';

export type { TopicGuess, WhyChoose } from './decide';
export type { TopicReading } from './reading';

export type LexiconTopic = { readonly id: string; readonly label: string; readonly words: readonly string[] };

export type Lexicon = {
  /** The topic a text means. */
  find(text: string): TopicGuess;
  /** The same, with all topics named and the words that did it. */
  read(text: string): TopicReading;
  /** Whether a word, in any form, is one of the topics' own and not one that everybody uses. */
  has(word: string): boolean;
  /** Up to three topics whose words are most like a text that means none, best first. */
  near(text: string): readonly string[];
};

export type LexiconOptions = {
  /** More words that are spelled right and mean no topic: names of offices, for example. */
  readonly known?: readonly string[];
  /** Told of every comparison of two spellings; tests count the work by it. */
  readonly compared?: () => void;
};

/** The words of a topic's name that tell something; all of them where none would be left. */
function phraseWords(text: string): Word[] {
  const words = wordsOf(text, mostWords);
  const kept = words.filter((word) => !functionWords.has(word.text));
  return kept.length > 0 ? kept : words;
}

/**
 * The topic lexicon: leads a text, a word or a whole sentence, to the topic it means, over abbreviations, other forms
 * and typing slips. It never repairs a word that is spelled right, and asks back rather than guesses.
 */
export function createLexicon(topics: readonly LexiconTopic[], options: LexiconOptions = {}): Lexicon {
  const namesOf = topics.map((topic) => [topic.label, topic.id.replaceAll('_', ' '), ...topic.words].map(phraseWords));
  const vocabulary = createVocabulary(
    namesOf.map((names) => names.flat()),
    new Set((options.known ?? []).flatMap((name) => wordsOf(name, mostWords).map((word) => word.text))),
    options.compared ?? (() => undefined),
  );
  const termOf = new Map(vocabulary.terms.map((term, index) => [term.text, index]));
  const phrases: Phrase[] = [];
  const phrasesOf = new Map<number, number[]>();
  topics.forEach((topic, i) => {
    const distinct = new Map(namesOf[i]?.map((name) => [name.map((word) => word.text).join(' '), name]));
    for (const name of distinct.values()) {
      const terms = [...new Set(name.flatMap((word) => termOf.get(word.text) ?? []))];
      const weight = terms.reduce((sum, term) => sum + (vocabulary.terms[term]?.weight ?? 0), 0);
      for (const term of terms) phrasesOf.set(term, [...(phrasesOf.get(term) ?? []), phrases.length]);
      phrases.push({ topic: topic.id, terms, weight });
    }
  });
  const index = { vocabulary, phrases, phrasesOf };
  const stems = new Set(vocabulary.terms.filter(({ text }) => !isEveryday(text)).map(({ stem }) => stem));
  const named = topics.map(({ id }, i) => ({ id, words: namesOf[i]?.flat() ?? [] }));
  return {
    read: (text) => read(text, index),
    has: (word) => stems.has(stemOf(word)),
    find: (text) => read(text, index).guess,
    near: (text) => topicsNear(text, named),
  };
}
