import { type Talking, talking } from './talking';

describe('words that are more or less clear', () => {
  let talk: Talking;
  beforeEach(async () => {
    talk = await talking();
  }, 60_000);
  afterEach(() => talk.close());

  it('are acted on without a word about it from 0.8 on', async () => {
    const said = await talk.hears('ana', 'interviews', {
      intent: 'find_mentor',
      slots: { topic: 'interviewing' },
      confidence: 0.8,
    });
    expect(said).toContain('Mentors for Interviewing Techniques');
    expect(said).not.toContain('I took this as');
  });

  it('are acted on and named from 0.5 on; "Something else" offers what else it could be, with what was named', async () => {
    const taken = await talk.hears('ana', 'joan interviews', {
      intent: 'find_mentor',
      slots: { topic: 'interviewing', person: 'Joan' },
      confidence: 0.79,
      alternatives: ['request_mentor', 'log_session', 'help'],
    });
    // Five mentors leave no room for one more button: the line is a message of its own.
    expect(taken).toMatch(/^\(info\) I took this as: find a mentor\.\n\[Something else\]\n# Mentors for Interviewing/u);
    const others = await talk.presses('ana', 'Something else');
    expect(others).toBe('Sorry! What did you mean?\n[Ask somebody] [Log a session] [Help]');
    expect(await talk.presses('ana', 'Ask somebody')).toContain('# Joan Ek');
  });

  it('are asked back below 0.5, with at most three buttons and how to say it', async () => {
    const asked = await talk.hears('ana', 'joan?', {
      intent: 'request_mentor',
      slots: { person: 'Joan' },
      confidence: 0.49,
      alternatives: ['my_pairs', 'schedule_meeting', 'log_session'],
    });
    expect(asked).toBe(
      'I am not sure that I got that. Did you mean one of these?\n' +
        '[Ask somebody] [What is open] [Plan a meeting]\n' +
        'None of them? Say it in other words, like “I want Robin as my mentor”, or “help”.',
    );
    const second = await talk.hears('ana', 'the second one', { intent: 'choose', slots: { choice: 2 } });
    expect(second).toContain('Nothing is open right now');
    await talk.hears('ana', 'joan?');
    expect(await talk.presses('ana', 'Ask somebody')).toContain('# Joan Ek');
  });

  it('have no effect by themselves: a break does not end, a topic does not open, an agenda is not written over', async () => {
    const unsure = { confidence: 0.6, alternatives: [] };
    await talk.house.act('slack', 'joan', { kind: 'action', token: { intent: 'pause', args: {} } });
    await talk.house.submit('slack', 'joan', { until: '2026-12-15' });
    const paused = () => talk.rows('select paused_until from mentor_profile where paused_until is not null');
    expect(await talk.hears('joan', 'back', { intent: 'resume_mentoring', ...unsure })).toContain('[End my break]');
    expect(await paused()).toHaveLength(1);
    await talk.presses('joan', 'End my break');
    expect(await paused()).toHaveLength(0);

    const open = () => talk.rows(`select 1 from topic_open where topic_id = 'excel'`);
    const excel = { slots: { topic: 'excel' }, ...unsure };
    expect(await talk.hears('nora', 'excel open', { intent: 'open_topic', ...excel })).toContain('[Open this topic]');
    expect(await open()).toHaveLength(0);
    await talk.presses('nora', 'Open this topic');
    expect(await open()).toHaveLength(1);
    expect(await talk.hears('nora', 'excel shut', { intent: 'close_topic', ...excel })).toContain('[Close this topic]');
    expect(await open()).toHaveLength(1);

    await talk.pairs('sam', 'teams');
    const agenda = { intent: 'agenda', slots: { text: 'Two hard cases' }, ...unsure } as const;
    expect(await talk.hears('ana', 'hard cases', agenda)).toContain('form Agenda: words=Two hard cases');
    expect(await talk.rows('select 1 from pairing where agenda is not null')).toEqual([]);
    expect(await talk.hears('ana', 'agenda: hard cases', { ...agenda, confidence: 0.9 })).toContain('Saved.');
    expect(
      await talk.hears('ana', 'agenda: and notes', { ...agenda, slots: { text: 'And notes' }, confidence: 1 }),
    ).toContain('form Agenda: words=Two hard cases\nAnd notes');
  });
});
