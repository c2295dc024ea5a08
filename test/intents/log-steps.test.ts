import { type Talking, talking } from './talking';

describe('a session that is told in words', () => {
  let talk: Talking;
  const sessions = () => talk.rows('select held_on::text as day, minutes, way from session order by held_on');
  beforeEach(async () => {
    talk = await talking();
    await talk.pairs('joan', 'slack');
  }, 60_000);
  afterEach(() => talk.close());

  it('is asked for what is missing, one thing at a time, and logged when all is known', async () => {
    expect(await talk.hears('ana', 'met with Joan', { intent: 'log_session', slots: { person: 'Joan' } })).toBe(
      'How long did you and Joan meet?\n[30 min] [45 min] [1 h] [Open the form]',
    );
    const day = await talk.hears('ana', '45', ({ pending }) => {
      expect(pending).toMatchObject({ intent: 'log_session', asks: 'duration', slots: { person: 'Joan' } });
      return { intent: 'log_session', slots: { ...pending?.slots, duration: 45 }, answers: true };
    });
    expect(day).toContain('On which day did you and Joan meet?\n[Today] [Yesterday]');
    const way = await talk.hears('ana', 'yesterday', ({ pending }) => ({
      intent: 'log_session',
      slots: { ...pending?.slots, date: '2026-11-17' },
      answers: true,
    }));
    expect(way).toContain('How did you and Joan meet?\n[In person] [By phone] [By video]');
    expect(await sessions()).toEqual([]);
    const done = await talk.hears('ana', 'by phone', ({ pending }) => ({
      intent: 'log_session',
      slots: { ...pending?.slots, channel: 'phone' },
      answers: true,
    }));
    expect(done).toContain('Logged. Joan is asked to confirm it.');
    expect(await sessions()).toEqual([{ day: '2026-11-17', minutes: 45, way: 'phone' }]);
    expect(await talk.rows('select 1 from conversation')).toEqual([]);
  });

  it('goes on by buttons, each in the place of the question; a second press has no second effect', async () => {
    await talk.hears('ana', 'met Joan on the 16th', {
      intent: 'log_session',
      slots: { person: 'Joan', date: '2026-11-16' },
    });
    await talk.presses('ana', '1 h');
    const done = await talk.presses('ana', 'By video');
    expect(done).toContain('How long: 1 h');
    expect(await sessions()).toEqual([{ day: '2026-11-16', minutes: 60, way: 'video' }]);
    await talk.house.pressOld('teams', 'ana', 'By video');
    expect(await sessions()).toHaveLength(1);
  });

  it('can be finished in the form, with all that was said in its fields', async () => {
    await talk.hears('ana', 'an hour by phone', { intent: 'log_session', slots: { duration: 60, channel: 'phone' } });
    expect(await talk.presses('ana', 'Open the form')).toContain(
      'form Log a session: on=2026-11-18; minutes=60; way=phone',
    );
    await talk.house.submit('teams', 'ana', { on: '2026-11-15', minutes: '60', way: 'phone', topic: 'case_notes' });
    expect(await sessions()).toHaveLength(1);
    expect(await talk.hears('ana', 'yes', { intent: 'yes' })).toContain('nothing that waits for your answer');
  });

  it('is only logged after one more tap where it was not clear; "make it Saturday" changes it before', async () => {
    const asked = await talk.hears('ana', 'joan 45 yest ph', {
      intent: 'log_session',
      confidence: 0.6,
      slots: { person: 'Joan', duration: 45, date: '2026-11-13', channel: 'phone' },
      alternatives: ['schedule_meeting', 'my_pairs'],
    });
    expect(asked).toContain('I took this as: log a session.');
    expect(asked).toContain('Shall I log this session?');
    expect(asked).toContain('[Something else]');
    expect(await sessions()).toEqual([]);
    const again = await talk.hears('ana', 'make it Saturday', ({ pending }) => ({
      intent: 'log_session',
      slots: { ...pending?.slots, date: '2026-11-14' },
      answers: true,
    }));
    expect(again).toContain('When: Saturday, November 14');
    expect(await talk.hears('ana', 'yes', { intent: 'yes' })).toContain('Logged.');
    expect(await sessions()).toHaveLength(1);
  });

  it('that was picked among readings is shown before it is logged, also when the answers came by buttons', async () => {
    await talk.hears('ana', 'joan 45 yest', {
      intent: 'my_pairs',
      confidence: 0.4,
      slots: { person: 'Joan', duration: 45, date: '2026-11-17' },
      alternatives: ['log_session'],
    });
    expect(await talk.presses('ana', 'Log a session')).toContain('How did you and Joan meet?');
    expect(await talk.presses('ana', 'By phone')).toContain('Shall I log this session?');
    expect(await sessions()).toEqual([]);
    expect(await talk.presses('ana', 'Log it')).toContain('Logged.');
    expect(await sessions()).toHaveLength(1);
  });

  it('borrows nothing of another conversation: an old button knows its own answers only', async () => {
    await talk.hears('ana', 'met Joan', { intent: 'log_session', slots: { person: 'Joan' } });
    const old = talk.house.clientOf('teams', 'ana').cards.size;
    await talk.hears('ana', 'an hour by phone', { intent: 'log_session', slots: { duration: 60, channel: 'phone' } });
    expect(talk.house.clientOf('teams', 'ana').cards.size).toBe(old + 1);
    // The first question's button: how they met was said of the other one.
    expect(await talk.presses('ana', '45 min')).toContain('On which day did you and Joan meet?');
    expect(await talk.presses('ana', 'Today', 1)).toContain('How did you and Joan meet?');
    expect(await sessions()).toEqual([]);
  });

  it('is about what was named, where the mentor offers it, and is never as long as nobody can meet', async () => {
    const told = { duration: 45, date: '2026-11-17', channel: 'phone', topic: 'interviewing' } as const;
    const logged = await talk.hears('ana', 'log it', { intent: 'log_session', slots: told });
    expect(logged).toContain('Topic: Interviewing Techniques');
    const other = { ...told, date: '2026-11-16', topic: 'excel' };
    expect(await talk.hears('ana', 'log that', { intent: 'log_session', slots: other })).toContain('Topic: Case note');
    const long = { ...told, date: '2026-11-15', duration: 9_000_000 };
    expect(await talk.hears('ana', 'log years', { intent: 'log_session', slots: long })).toContain(
      'form Log a session',
    );
    expect(await sessions()).toHaveLength(2);
  });

  it('is dropped by "cancel" and by "no", and left by another wish', async () => {
    const start = () => talk.hears('ana', 'met Joan', { intent: 'log_session', slots: { person: 'Joan' } });
    await start();
    expect(await talk.hears('ana', 'cancel', { intent: 'cancel' })).toContain('I dropped that. Nothing was changed.');
    expect(await talk.hears('ana', 'cancel', { intent: 'cancel' })).toContain('there is nothing to drop');
    await start();
    await talk.hears('ana', 'thanks', { intent: 'thanks' });
    expect(talk.heard()?.pending?.asks).toBe('duration');
    await talk.hears('ana', 'mine', { intent: 'my_pairs' });
    await talk.hears('ana', 'hello', { intent: 'smalltalk' });
    expect(talk.heard()?.pending).toBeUndefined();
    expect(await sessions()).toHaveLength(0);
  });

  it('waits half an hour for an answer, and no longer; an old button still knows what it was about', async () => {
    await talk.hears('ana', 'met Joan', { intent: 'log_session', slots: { person: 'Joan' } });
    await talk.house.moveTo(talk.clock.now().plus({ minutes: 31 }));
    await talk.hears('ana', 'hm', { intent: 'smalltalk' });
    expect(talk.heard()?.pending).toBeUndefined();
    expect(await talk.presses('ana', '45 min')).toContain('On which day did you and Joan meet?');
  });

  it('with several partners, asks with whom; "the second one", a name and a button pick', async () => {
    await talk.house.moveTo(talk.clock.now().plus({ minutes: 1 }));
    await talk.pairs('sam', 'teams');
    const told = { intent: 'log_session', slots: { duration: 30, date: '2026-11-12', channel: 'email' } } as const;
    expect(await talk.hears('ana', 'we mailed', told)).toBe(
      'With whom was it?\n* Joan Ek, Case note documentation [This one]\n* Sam Ivanoff, Case note documentation [This one]',
    );
    const picked = await talk.hears('ana', 'the second one', ({ pending }) => {
      expect(pending).toMatchObject({ asks: 'choice', options: ['Joan Ek', 'Sam Ivanoff'] });
      return { intent: 'choose', slots: { choice: 2 } };
    });
    expect(picked).toContain('Your session with Sam Ivanoff');
    await talk.hears('ana', 'we mailed', { ...told, slots: { ...told.slots, date: '2026-11-11' } });
    const named = await talk.hears('ana', 'Joan', ({ pending }) => ({
      intent: 'log_session',
      slots: { ...pending?.slots, person: 'Joan' },
      answers: true,
    }));
    expect(named).toContain('Your session with Joan Ek');
    await talk.hears('ana', 'we mailed', { ...told, slots: { ...told.slots, date: '2026-11-10' } });
    expect(await talk.presses('ana', 'This one', 1)).toContain('Your session with Sam Ivanoff');
    expect(await sessions()).toHaveLength(3);
    expect(await talk.hears('ana', 'met Rosa', { intent: 'log_session', slots: { person: 'Rosa' } })).toContain(
      'You have no exchange running with “Rosa”. With whom was it?',
    );
  });
});
