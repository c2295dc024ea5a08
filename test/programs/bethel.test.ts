import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'luxon';
import { loadPrograms } from '../../src/programs';

const root = join(__dirname, '..', '..');
const loaded = loadPrograms(join(root, 'programs'));

async function shipped() {
  const result = await loaded;
  if (!result.ok) throw new Error(JSON.stringify(result.faults, null, 2));
  return result;
}

describe('the programs that are shipped', () => {
  it('holds 49 topics, each with a title and at least five words', async () => {
    const { catalog } = await shipped();
    expect(catalog.topics).toHaveLength(49);
    expect(catalog.groups.map((group) => [group.id, group.topics.length])).toEqual([
      ['policy', 10],
      ['additional_policy', 3],
      ['efficiencies', 8],
      ['technology', 8],
      ['time', 4],
      ['promotion', 5],
      ['other_skills', 5],
      ['work_life', 6],
    ]);
    for (const topic of catalog.topics) expect([topic.id, topic.words.length > 4]).toEqual([topic.id, true]);
  });

  it('takes the seven groups of the Bethel/Nome source, three topics open', async () => {
    const { programs, catalog } = await shipped();
    const program = programs.find((each) => each.id === 'bethel-nome-exchange');
    expect(program?.topics).toHaveLength(7);
    expect(program?.topics.map((group) => group.topics)).toEqual(
      catalog.groups.slice(0, 7).map((group) => group.topics),
    );
    expect(program?.opens).toEqual(['interviewing', 'case_notes', 'organization']);
    expect(program?.shape).toBe('exchange');
    expect(program?.eligibility).toEqual([{ rule: 'willing' }, { rule: 'capacity' }]);
    expect(program?.commitment.mentor?.equals(Duration.fromISO('P6M'))).toBe(true);
    expect(program?.request.remindAfter.as('days')).toBe(3);
    expect(program?.request.expireAfter.as('days')).toBe(10);
    expect(program?.evaluation.afterEachExchange).toBe(true);
  });

  it('is frozen through and through', async () => {
    const { programs, catalog } = await shipped();
    const [program] = programs;
    for (const part of [programs, program, program?.topics, program?.topics[0]?.topics, program?.request]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    for (const part of [catalog, catalog.topics, catalog.topics[0]?.words]) expect(Object.isFrozen(part)).toBe(true);
  });

  it('quotes the source and nothing else', async () => {
    const { programs } = await shipped();
    const [program] = programs;
    const quotes = [program?.orientation, ...Object.values(program?.expectations ?? {})].flatMap((each) => each ?? []);
    expect(quotes).toHaveLength(12);
    expect(quotes.filter((quote) => !sourceText.has(quote))).toEqual([]);
  });

  it('names its schema on the first line, for editors', () => {
    for (const [file, schema] of [
      ['bethel-nome-exchange.yaml', 'program'],
      ['topics.yaml', 'topics'],
    ]) {
      const text = readFileSync(join(root, 'programs', `${file}`), 'utf8');
      expect(text.startsWith(`# yaml-language-server: $schema=./${schema}.schema.json\n`)).toBe(true);
    }
  });
});

/** The sentences of the source that the definition may quote, copied by hand from the published text. */
const sourceText = new Set([
  'The program is voluntary.',
  'Anyone can volunteer to participate in the program.',
  'Participation in the program is viewed as part of a workers job and is not as an addition to the job.',
  'Everyone benefits!',
  'Each mentor provides a level of commitment of at least six months.',
  'The Mentor will coach, guide and provide the mentee with resources and discuss strategies.',
  'Mentor and Mentee to complete an evaluation after each exchange.',
  'Mentee to make the initial contact with the mentor to check for availability, arrange a meeting time and include a summary of information to be discussed.',
  'The Mentee will establish the agenda.',
  'The mentee will make a conscious effort to avoid overburdening the mentor or make unreasonable demands on them to act on the mentees behalf.',
  'The supervisory staff will support the mentorship exchange by allowing appropriate time for mentor and mentee to meet.',
]);
