import { labels, type Slots, type Understood } from '../../src/understanding';
import { type Talking, talking } from './talking';

const everybody = ['ana', 'sam', 'nora'] as const;
/** What people can have named beside it. */
const named: readonly Slots[] = [
  {},
  { person: 'Joan', topic: 'case_notes', when: '2026-11-20T14:00', date: '2026-11-17', text: 'two hard cases' },
  { person: 'Nobody Atall', topic: 'excel', when: '2026-W48', office: 'nome', capacity: 2, until: '2026-12-15' },
  { person: '<@U0UNKNOWN>', topics: ['case_notes'], action: 'remove', rating: 4, duration: 30, channel: 'phone' },
  { action: 'cancel', view: 'inactive', quiet_from: '18:00', timezone: 'America/Juneau', digest: 'off' },
  { action: 'export', view: 'waitlist', program: 'cohort', reminders: 'on', asked: 'basket weaving' },
  { choices: ['interviewing', 'interview_prep'], unsure: 'ambiguous', asked: 'interviews', choice: 2 },
];
const own = [
  'topics',
  'next',
  'open_topic',
  'overview',
  'accounts',
  'withdraw',
  'link_account',
  'thanks',
  'choose',
] as const;

describe('every intent', () => {
  let talk: Talking;
  /** All that words could have done: nothing of it must happen while they are not clear. */
  const effects = () =>
    talk.rows(
      `select 'event ' || kind as what, count(*)::text as how from event where kind <> 'notice' group by kind
       union all select 'mentor', string_agg(coalesce(paused_until::text, '-') || capacity, ' ' order by person_id) from mentor_profile
       union all select 'topic', count(*)::text from topic_open
       union all select 'pairing', string_agg(state || version || coalesce(length(agenda), 0), ' ') from pairing
       union all select 'request', string_agg(state || version, ' ') from request
       union all select 'session', count(*)::text from session order by 1`,
    );
  beforeAll(async () => {
    talk = await talking();
    await talk.pairs('joan', 'slack');
    await talk.pairs('sam', 'teams');
    await talk.hears('dora', 'find interviewing');
  }, 60_000);
  afterAll(() => talk.close());

  it.each([...labels, ...own])(
    '%s leads somewhere, whoever says it and whatever it names',
    async (intent) => {
      for (const who of everybody)
        for (const [index, slots] of named.entries()) {
          // What is named matters to a mentee most; whoever else says it, says it plainly and with all that is named.
          if (who !== 'ana' && index > 1) continue;
          const before = await effects();
          for (const confidence of index === 1 ? [0.3, 0.6] : [0.6]) {
            const meaning: Partial<Understood> & Pick<Understood, 'intent'> = {
              intent,
              slots,
              confidence,
              alternatives: ['my_pairs', 'help'],
            };
            const said = await talk.hears(who, `${intent} ${index} ${confidence}`, meaning);
            expect(said).not.toMatch(/Something went wrong|outdated|undefined|NaN/u);
            expect(said.trim()).not.toBe('');
          }
          expect({ intent, slots, after: await effects() }).toEqual({ intent, slots, after: before });
        }
    },
    60_000,
  );

  it('takes a name as long as somebody likes', async () => {
    const person = 'Joan '.repeat(60).trim();
    for (const intent of ['evaluate', 'log_session', 'request_mentor', 'end_pairing'] as const) {
      const said = await talk.hears('ana', `long ${intent}`, { intent, slots: { person } });
      expect(said).toMatch(/Joan Joan|exchange running|nothing to evaluate/iu);
    }
  });

  it('hears names around: partners, who asks, mentors; neither oneself nor who has left', async () => {
    await talk.rows(`update person set left_on = '2026-11-01' where name = 'Rosa Diaz' returning 1`);
    await talk.hears('joan', 'hello', { intent: 'smalltalk' });
    const people = talk.heard()?.people ?? [];
    expect(people).toEqual(expect.arrayContaining(['Ana Reyes', 'Sam Ivanoff', 'Maya Okpik']));
    for (const name of ['Joan Ek', 'Rosa Diaz', 'Dora Alexie']) expect(people).not.toContain(name);
    expect(talk.heard()?.now).toBe('2026-11-18T10:00');
    const rosa = await talk.hears('ana', 'rosa', { intent: 'request_mentor', slots: { person: 'Rosa' } });
    expect(rosa).toContain('is not on the list of mentors');
  });

  it('of what is not here has a sentence of its own', async () => {
    const said: string[] = [];
    for (const intent of ['goals', 'agreement', 'career_plan', 'nominate_mentor', 'apply', 'match_cohort'] as const)
      said.push(await talk.hears('nora', intent, { intent }));
    expect(new Set(said).size).toBe(said.length);
    for (const words of said) expect(words).toMatch(/cannot|do not|not|need not/u);
  });

  it('of a coordinator is refused to a mentee in the usual words', async () => {
    const refused = async (meaning: Partial<Understood> & Pick<Understood, 'intent'>) =>
      (await talk.hears('ana', `may I ${JSON.stringify(meaning)}`, meaning)).split('\n')[0];
    expect(await refused({ intent: 'program_status', slots: { view: 'report' } })).toContain(
      'This report is for coordinators',
    );
    const only = '(warning) Only a coordinator can do that. Yours will be glad to hear what you need.';
    expect(await refused({ intent: 'program_status' })).toBe(only);
    expect(await refused({ intent: 'program_status', slots: { view: 'waitlist' } })).toBe(only);
    expect(await refused({ intent: 'match_cohort' })).toBe(only);
    expect(await refused({ intent: 'open_topic', slots: { topic: 'excel' } })).toBe(only);
    expect(await talk.rows(`select 1 from topic_open where topic_id = 'excel'`)).toEqual([]);
  });
});
