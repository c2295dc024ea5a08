import { type Talking, talking } from './talking';

describe('a short answer', () => {
  let talk: Talking;
  beforeEach(async () => {
    talk = await talking();
  }, 60_000);
  afterEach(() => talk.close());

  it('to nothing is met kindly', async () => {
    for (const intent of ['yes', 'no'] as const)
      expect(await talk.hears('ana', intent, { intent })).toContain('I know of nothing that waits for your answer.');
    expect(await talk.hears('ana', 'the third one', { intent: 'choose', slots: { choice: 3 } })).toContain(
      'I do not know which list you mean.',
    );
  });

  it('shows the one request that waits, whose buttons decide; several are listed', async () => {
    await talk.asks('ana', 'joan');
    const shown = await talk.hears('joan', 'I accept', { intent: 'yes' });
    expect(shown).toContain('Ana Reyes would like you as a mentor');
    expect(shown).toContain('[Accept]');
    expect(await talk.rows('select 1 from pairing')).toEqual([]);
    await talk.asks('ben', 'joan');
    expect(await talk.hears('joan', 'yes', { intent: 'yes' })).toContain('For you to answer');
    expect(await talk.hears('joan', 'no', { intent: 'no' })).toContain('For you to answer');
    expect(await talk.rows(`select 1 from request where state = 'waiting'`)).toHaveLength(2);
  });

  it('picks of the list that was shown last, by words too; there may be no such one', async () => {
    await talk.hears('ana', 'find case notes');
    expect(talk.heard()?.pending).toBeUndefined();
    const asked = await talk.hears('ana', 'the second one', ({ pending }) => {
      expect(pending).toMatchObject({ intent: 'find_mentor', asks: 'choice' });
      expect(pending?.options).toHaveLength(3);
      return { intent: 'choose', slots: { choice: 3 } };
    });
    expect(asked).toContain('form Ask for a mentor: topic=case_notes');
    expect(await talk.hears('ana', 'the ninth one', { intent: 'choose', slots: { choice: 9 } })).toContain(
      'There are only 3 on that list.',
    );
  });

  it('of yes does not answer a question, which is asked again; no drops it', async () => {
    await talk.pairs('joan', 'slack');
    await talk.hears('ana', 'met Joan', { intent: 'log_session', slots: { person: 'Joan' } });
    expect(await talk.hears('ana', 'yes', { intent: 'yes' })).toContain('How long did you and Joan meet?');
    expect(talk.heard()?.pending?.asks).toBe('duration');
    expect(await talk.hears('ana', 'no', { intent: 'no' })).toContain('I dropped that.');
    await talk.hears('ana', 'hm', { intent: 'smalltalk' });
    expect(talk.heard()?.pending).toBeUndefined();
  });

  it('of no refuses all readings that were offered', async () => {
    await talk.hears('ana', 'joan', { intent: 'my_pairs', confidence: 0.3, alternatives: ['log_session'] });
    expect(await talk.hears('ana', 'no', { intent: 'no' })).toContain('Sorry! Please say it in other words');
    await talk.hears('ana', 'blah', { intent: 'out_of_scope', confidence: 0.3, alternatives: ['evaluate'] });
    expect(talk.heard()?.pending).toBeUndefined();
    await talk.hears('ana', 'hm', { intent: 'smalltalk' });
    expect(talk.heard()?.pending?.options).toEqual(['Evaluate']);
  });

  it('agrees to the only topic that was asked about', async () => {
    await talk.hears('ana', 'intervew', {
      intent: 'find_mentor',
      slots: { choices: ['interviewing'], unsure: 'misspelt', asked: 'intervew' },
      confidence: 0.75,
    });
    expect(await talk.hears('ana', 'yes', { intent: 'yes' })).toContain('Mentors for Interviewing Techniques');
  });

  it('of a first of two wishes leaves the second, which is done by its button, once', async () => {
    const both = await talk.hears('ana', 'find case notes and then find organization', {
      intent: 'find_mentor',
      slots: { topic: 'case_notes' },
      after: 'find organization',
    });
    expect(both).toContain('Mentors for Case note documentation');
    expect(both).toContain('After that: “find organization”\n[Do that now]');
    const [kept] = await talk.rows('select words from conversation');
    expect(String(kept?.words)).not.toContain('organization');
    expect(await talk.presses('ana', 'Do that now')).toContain('Mentors for Organizational skills');
    expect(await talk.presses('ana', 'Do that now')).toContain('please say it once more.');
  });

  it('asks in turn: a second wish waits while the first is asked about, also behind its form', async () => {
    await talk.pairs('joan', 'slack');
    const both = await talk.hears('ana', 'met Joan, then topics', {
      intent: 'log_session',
      slots: { person: 'Joan', duration: 45 },
      after: 'topics',
    });
    expect(both).toContain('On which day did you and Joan meet?');
    await talk.presses('ana', 'Open the form');
    await talk.house.submit('teams', 'ana', { on: '2026-11-15', minutes: '45', way: 'phone', topic: 'case_notes' });
    expect(await talk.presses('ana', 'Do that now')).toContain('Topics you can get a mentor for');
  });
});

describe('a mentor who is wanted by name', () => {
  let talk: Talking;
  beforeAll(async () => {
    talk = await talking();
  }, 60_000);
  afterAll(() => talk.close());
  const wants = (who: string, person: string, topic?: string) =>
    talk.hears(who, `I want ${person} ${topic ?? ''}`, {
      intent: 'request_mentor',
      slots: { person, ...(topic === undefined ? {} : { topic }) },
    });

  it('is shown with the button that asks her, for the topic that was named', async () => {
    const shown = await wants('ana', 'Mrs. Ek', 'case_notes');
    expect(shown).toContain('# Joan Ek\n* Joan Ek, ET III, Nome [Ask]');
    expect(shown).toContain('[More mentors]');
    expect(await talk.presses('ana', 'Ask')).toContain('form Ask for a mentor: topic=case_notes');
    expect(await wants('dora', '<@joan>')).not.toContain('Joan');
    expect(await wants('dora', '<at>Joan Ek</at>')).toContain('* Joan Ek, ET III, Nome [Ask]');
    expect(await wants('dora', '@joan.ek')).toContain('* Joan Ek, ET III, Nome [Ask]');
  });

  it('who does not offer it can be asked for what she offers', async () => {
    expect(await wants('ana', 'Joan', 'organization')).toContain(
      '(info) Joan Ek does not offer Organizational skills, but you can ask for these:',
    );
  });

  it('is nobody on the list, whoever that is: a colleague, the one who asks, or a stranger', async () => {
    expect(await wants('ana', 'Dora')).toContain('“Dora” is not on the list of mentors');
    expect(await wants('ana', 'Zed', 'case_notes')).toContain('[More mentors] [Browse topics]');
    expect(await wants('joan', 'Joan')).toContain('That is you!');
    expect(await wants('ana', '%')).toContain('is not on the list');
  });

  it('says what stands in the way of asking her', async () => {
    await talk.hears('ben', 'find interviewing');
    await wants('ben', 'Rosa', 'interviewing');
    await talk.presses('ben', 'Ask');
    await talk.house.submit('slack', 'ben', { topic: 'interviewing', need: 'x' });
    await talk.house.settle();
    expect(await wants('ben', 'Rosa', 'interviewing')).toContain('You have asked this mentor about that already.');
  });
});
