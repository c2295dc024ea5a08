import { damagedNames, type Query } from '../../bench/typos';
import { createLexicon } from '../../src/understanding';
import { topics } from './catalog';

const lexicon = createLexicon(topics);

/** Right: the sure topic, or the first of the choices, is one of those that list the undamaged name. */
function wrongOf(queries: readonly Query[]): Query[] {
  return queries.filter(({ text, owners }) => {
    const guess = lexicon.find(text);
    if (guess.kind === 'none') return true;
    return !owners.includes(guess.kind === 'sure' ? guess.topic : (guess.topics[0] ?? ''));
  });
}

const share = (queries: readonly Query[]): number => 1 - wrongOf(queries).length / queries.length;

describe('typing slips, on every name of every topic', () => {
  it.each([42, 7])('one slip in words of five letters and more: 99 %% right (seed %d)', (seed) => {
    const queries = damagedNames(topics, 5, 1, seed);
    expect(queries.length).toBeGreaterThan(4_000);
    expect(share(queries)).toBeGreaterThanOrEqual(0.99);
  });

  it.each([42, 7])('two slips in words of eight letters and more: 95 %% right (seed %d)', (seed) => {
    const queries = damagedNames(topics, 8, 2, seed);
    expect(queries.length).toBeGreaterThan(2_000);
    expect(share(queries)).toBeGreaterThanOrEqual(0.95);
  });

  it('answers at most one in thirty of single slips by asking back or not at all', () => {
    const queries = damagedNames(topics, 5, 1, 42).filter(({ owners }) => owners.length === 1);
    const unsure = queries.filter(({ text }) => lexicon.find(text).kind !== 'sure');
    expect(unsure.length / queries.length).toBeLessThanOrEqual(1 / 30);
  });
});
