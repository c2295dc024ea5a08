import { createLexicon, understand } from '../../src/understanding';
import { findPhrases } from '../../src/understanding/phrases';
import { topics } from './catalog';

let comparisons = 0;
const lexicon = createLexicon(topics, {
  compared: () => {
    comparisons += 1;
  },
});
const filled = (text: string): string => text.repeat(Math.ceil(1_000 / text.length)).slice(0, 1_000);
const distinct = filled(
  Array.from({ length: 200 }, (_, i) => `${'interviewingq'.slice(i % 5)}${String.fromCharCode(97 + (i % 26))}`).join(
    ' ',
  ),
);

describe('the work a hostile text can cause', () => {
  it.each([
    ['one long word', filled('a')],
    ['misspelt topics over and over', filled('interveiwing organiztion ')],
    ['different misspelt words', distinct],
    ['common letters in no order', filled('eraste rasitc iratse tresai ')],
    ['one topic over and over', filled('case notes ')],
    ['single letters', filled('a b ')],
    ['mentions never closed', filled('<at><@U')],
    ['entities', filled('&amp;&lt;')],
    ['white space', `find${' '.repeat(990)}excel`],
    ['articles', filled('find me a the any ')],
    ['capital words', filled('Aa Bb Cc ')],
    ['denials', filled('not no without ')],
    ['combining marks', filled('e\u0301')],
    ['ligatures that grow', filled('\ufdfa')],
    ['lone surrogates', filled('\ud83d')],
    ['quotes and dashes', filled("'-’")],
  ])('is bounded: %s', (_, text) => {
    comparisons = 0;
    const understood = understand(text, { lexicon, offices: ['Nome', 'a.*(b'], bot: ['U1'] });
    expect(understood.confidence).toBeGreaterThan(0);
    // At most 80 words are read, each compared with hardly one in ten of the vocabulary.
    expect(comparisons).toBeLessThan(80 * 60);
  });

  it('looks at a word said over and over a few times only', () => {
    const terms = [{ text: 'note', stem: 'note', weight: 1, letters: 0, digits: false }];
    const vocabulary = { terms, near: () => [] };
    const index = { vocabulary, phrases: [{ topic: 'a', terms: [0], weight: 1 }], phrasesOf: new Map([[0, [0]]]) };
    const hits = new Map(Array.from({ length: 80 }, (_, at) => [at, [{ term: 0, likeness: 1, slips: 0 as const }]]));
    expect(findPhrases(hits, index).whole).toHaveLength(4);
  });

  it('compares hardly anything where all words are spelled right', () => {
    comparisons = 0;
    lexicon.find('I would like to find a mentor who can help me with my case notes and with Excel');
    expect(comparisons).toBe(0);
  });

  it('reads no more than 80 words', () => {
    expect(lexicon.find(`${'so '.repeat(80)}excel`)).toEqual({ kind: 'none' });
    expect(lexicon.find(`${'so '.repeat(79)}excel`)).toEqual({ kind: 'sure', topic: 'excel' });
  });
});
