import type { Slots } from '../../src/understanding';
import { type Talking, talking } from './talking';

describe('a meeting that is planned in words', () => {
  let talk: Talking;
  beforeEach(async () => {
    talk = await talking();
    await talk.pairs('joan', 'slack');
  }, 60_000);
  afterEach(() => talk.close());
  const wants = (text: string, slots: Slots) => talk.hears('ana', text, { intent: 'schedule_meeting', slots });

  it('is asked when, and the form has the rest: by a day’s button, by words, and for a week its own days', async () => {
    expect(await wants('meet Joan', { person: 'Joan' })).toBe(
      'When would you like to meet Joan? A day and a time is best, like “Thursday 2pm”.\n' +
        '[Thursday, Nov 19] [Friday, Nov 20] [Monday, Nov 23] [Open the form]',
    );
    const typed = await talk.hears('ana', 'Friday 2pm', ({ pending }) => {
      expect(pending).toMatchObject({ intent: 'schedule_meeting', asks: 'when', slots: { person: 'Joan' } });
      return { intent: 'schedule_meeting', slots: { ...pending?.slots, when: '2026-11-20T14:00' }, answers: true };
    });
    expect(typed).toContain('form Plan a meeting: first_day=2026-11-20; first_time=14:00');
    const moved = await talk.hears('ana', 'make it Monday', ({ pending }) => ({
      intent: 'schedule_meeting',
      slots: { ...pending?.slots, when: '2026-11-23' },
      answers: true,
    }));
    expect(moved).toContain('form Plan a meeting: first_day=2026-11-23; first_time=14:00');
    expect(await wants('meet Joan next week', { when: '2026-W48' })).toContain(
      '[Monday, Nov 23] [Tuesday, Nov 24] [Wednesday, Nov 25] [Thursday, Nov 26] [Friday, Nov 27] [Open the form]',
    );
    expect(await talk.presses('ana', 'Thursday, Nov 26')).toContain('first_day=2026-11-26; first_time=;');
  });

  it('takes how long from the words, where the form has it', async () => {
    const when = '2026-11-20T14:00';
    expect(await wants('an hour with Joan on Friday at 2', { when, duration: 60 })).toContain('minutes=60');
    expect(await wants('7 minutes with Joan', { when, duration: 7 })).toContain('minutes=30');
  });

  it('is moved by the form for other times, and called off by its own button alone', async () => {
    for (const action of ['move', 'cancel'] as const)
      expect(await wants(`${action} it`, { action })).toContain('You and Joan have no meeting planned.');
    await wants('Friday at 2', { when: '2026-11-20T14:00' });
    const plan = { first_day: '2026-11-20', first_time: '14:00', minutes: '30', way: 'phone' };
    await talk.house.submit('teams', 'ana', plan);
    await talk.house.settle();
    expect(await wants('move it', { action: 'move', when: '2026-11-23T09:00' })).toMatch(
      /form (?:Other times|Move the meeting): first_day=2026-11-23; first_time=09:00/u,
    );
    expect(await wants('cancel it', { action: 'cancel' })).toContain('[Call off]');
    expect(await talk.rows(`select 1 from meeting where state = 'proposed'`)).toHaveLength(1);
    expect(await wants('meet', {})).toContain('You two have a meeting under way.');
  });
});

describe('what a mentor says of herself', () => {
  let talk: Talking;
  beforeEach(async () => {
    talk = await talking();
  }, 60_000);
  afterEach(() => talk.close());

  it('stands in the form: topics more or less, how many, until when', async () => {
    const entry = (text: string, slots: Slots) => talk.hears('joan', text, { intent: 'become_mentor', slots });
    expect(await entry('be a mentor', {})).toContain('# Your mentor entry');
    expect(await entry('I can do word too', { topics: ['word'] })).toContain(
      'topics=case_notes,interviewing,word; places=1',
    );
    expect(await entry('take off case notes', { topics: ['case_notes'], action: 'remove' })).toContain(
      'topics=interviewing; places=1',
    );
    expect(await entry('I take three', { capacity: 3 })).toContain('topics=case_notes,interviewing; places=3');
    expect(await entry('take me off', { topics: ['case_notes', 'interviewing'], action: 'remove' })).toContain(
      'Would you like to leave the list of mentors?',
    );
    expect(await talk.hears('joan', 'break', { intent: 'pause_mentoring', slots: { until: '2026-12-15' } })).toContain(
      'form Pause mentoring: until=2026-12-15',
    );
    expect(await talk.hears('ana', 'break', { intent: 'pause_mentoring' })).toContain(
      'You are not on the list of mentors.',
    );
  });

  it('joins with what was said, by somebody who is no mentor yet', async () => {
    const said = await talk.hears('dora', 'I could help with excel', {
      intent: 'become_mentor',
      slots: { topics: ['excel', 'no_such_topic'], capacity: 2 },
    });
    expect(said).toContain('form Become a mentor: topics=excel; places=2');
  });

  it('evaluates with the points that were named', async () => {
    await talk.pairs('joan', 'slack');
    await talk.hears('ana', 'log 45m with Joan yesterday by phone');
    await talk.presses('joan', 'Confirm');
    expect(await talk.hears('ana', 'four stars', { intent: 'evaluate', slots: { rating: 4 } })).toContain('points=4');
  });
});
