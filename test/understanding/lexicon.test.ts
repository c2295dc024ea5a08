import { createLexicon } from '../../src/understanding';
import { topics } from './catalog';
import { gold, noTopic } from './gold';

const lexicon = createLexicon(topics, { known: ['Nome', 'Bethel'] });
const said = (text: string): string => {
  const guess = lexicon.find(text);
  if (guess.kind === 'none') return 'none';
  return guess.kind === 'sure' ? guess.topic : `${guess.why}: ${guess.topics.join(' ')}`;
};

describe('the topic lexicon', () => {
  it('leads every name of every topic to its topic, and asks back where several list it', () => {
    const listed = new Map<string, Set<string>>();
    for (const topic of topics) {
      for (const name of [topic.label, ...topic.words].map((each) => each.toLowerCase())) {
        listed.set(name, (listed.get(name) ?? new Set()).add(topic.id));
      }
    }
    const wrong = [...listed].filter(([name, owners]) => {
      const guess = lexicon.find(name);
      if (guess.kind === 'none') return true;
      if (owners.size === 1) return guess.kind !== 'sure' || !owners.has(guess.topic);
      return guess.kind !== 'choose' || guess.topics.some((id) => !owners.has(id));
    });
    expect(listed.size).toBeGreaterThan(700);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['a title', 'Interviewing Techniques', 'interviewing'],
    ['an abbreviation', 'dkc', 'dkc'],
    ['other forms', 'organizing', 'organization'],
    ['British spelling', 'organisation', 'organization'],
    ['two letters swapped', 'interveiwing', 'interviewing'],
    ['a letter left out', 'organiztion', 'organization'],
    ['words turned round', 'documentation of my case notes', 'case_notes'],
    ['a whole sentence', 'I keep messing up my case notes, who can help?', 'case_notes'],
    ['accents and case', 'ÉXCEL', 'excel'],
    ['dots in an abbreviation', 'L.T.C.', 'ltc'],
    ['Roman and other numbers', 'ETIII, ET III or ET3', 'promo_et3'],
    ['a wish to be trained in something', 'I need training on Excel', 'excel'],
    ['the first of two wishes', 'APA and ATAP', 'apa'],
    ['a denial', 'not Word, I meant Excel', 'excel'],
    ['a denial after', 'Excel, not Word', 'excel'],
    ['"instead of"', 'Excel instead of Word', 'excel'],
    ['no denial of the topic', 'I am not good at Excel', 'excel'],
    ['no denial over a comma', 'not now, Excel first, then Word', 'excel'],
    ['a misspelt word in a phrase', 'tiklr file', 'tickler'],
    ['a short misspelt word in a phrase', 'case nots', 'case_notes'],
  ])('understands %s', (_, text, topic) => {
    expect(said(text)).toBe(topic);
  });

  it.each([
    ['notes', 'ambiguous: notices case_notes'],
    ['medicaid', 'ambiguous: dkc transitional_medicaid family_med ltc'],
    ['interview', 'ambiguous: interview_prep promo_interview interviewing'],
    ['interviews', 'ambiguous: interview_prep promo_interview interviewing'],
    ['promotion', 'ambiguous: promo_et promo_et3 promo_et4 promo_wpa'],
    ['team', 'ambiguous: leading_team leadership'],
    ['interface', 'ambiguous: ingens dol cssd ssa_ssi family_med'],
    ['wrod', 'short: word'],
    ['exel', 'short: excel'],
    ['lct', 'short: ltc'],
    ['dkcc', 'short: dkc'],
    ['interveiws', 'misspelt: interview_prep promo_interview interviewing'],
    ['HR', 'ambiguous: promo_interview'],
  ])('asks back: %s', (text, answer) => {
    expect(said(text)).toBe(answer);
  });

  it.each([
    ['case note documentation', 'case_notes'],
    ['family medicaid', 'family_med'],
    ['interview preparation', 'interview_prep'],
    ['Excel interface', 'excel'],
    ['training others', 'training'],
    ['training new staff', 'training'],
    ['leading my team', 'leading_team'],
    ['work-life balance', 'work_life_balance'],
  ])('lets the longer phrase decide: %s', (text, topic) => {
    expect(said(text)).toBe(topic);
  });

  it.each([
    'work',
    'world',
    'wood',
    'excellent',
    'accessible',
    'note that',
    'teams',
    'stream',
    'device',
    'nodes',
    'nome',
  ])('does not repair a word that is spelled right: %s', (text) => {
    expect(said(text)).toBe('none');
  });

  it.each([
    ['word', 'word'],
    ['access', 'access'],
    ['notice', 'notices'],
    ['outlook', 'outlook'],
    ['phone', 'phone_balance'],
    ['training', 'training'],
  ])('takes a word of every day for the topic where it stands alone: %s', (text, topic) => {
    expect(said(text)).toBe(topic);
  });

  it('does not let a word of every day name a topic in passing', () => {
    expect(said('I cannot access DPAweb')).toBe('dpaweb');
    expect(said('Samuel told me so by phone')).toBe('none');
    expect(said('in other words, no')).toBe('none');
  });

  it('leaves short unknown words alone where a text says more', () => {
    expect(said('please come and buy lct')).toBe('none');
    expect(said('please come and buy an nte')).toBe('none');
  });

  it('names all topics of a text, and what else it says', () => {
    expect(lexicon.read('list me for APA, ATAP and Excel')).toMatchObject({
      named: ['apa', 'atap', 'excel'],
      by: ['apa'],
      besides: ['list', 'atap', 'excel'],
    });
  });

  it('never gives more than five choices, nor a topic twice', () => {
    const shared = createLexicon(
      'abcdefg'.split('').map((id) => ({ id, label: `Topic ${id}${id}`, words: ['kayak'] })),
    );
    expect(shared.find('kayak')).toEqual({ kind: 'choose', topics: ['a', 'b', 'c', 'd', 'e'], why: 'ambiguous' });
    for (const topic of topics) {
      for (const word of topic.words) {
        const guess = lexicon.find(word.slice(0, -1));
        if (guess.kind !== 'choose') continue;
        expect(guess.topics.length).toBeLessThanOrEqual(5);
        expect(new Set(guess.topics).size).toBe(guess.topics.length);
      }
    }
  });

  it('understands what colleagues say in their own words: 95 of 100 and more', () => {
    const wrong = gold
      .filter(([text, topic]) => said(text) !== topic)
      .map(([text, topic]) => `${text} (${topic}): ${said(text)}`);
    expect(wrong.length / gold.length <= 0.05 ? [] : wrong).toEqual([]);
  });

  it.each(noTopic)('finds no topic in: %s', (text) => {
    expect(said(text)).toBe('none');
  });
});
