import { askEvaluations, releaseWhenDue } from '../../src/services';
import { evaluationNotices } from '../../src/services/evaluation-notices';
import { evaluationWords, sessionById } from '../../src/store';
import { cardText } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';
import { evaluatingIn } from './evaluating';

const clock = testClock();
let store: TestStore;
let world: Awaited<ReturnType<typeof evaluatingIn>>;
beforeAll(async () => {
  store = await anyStore({ clock });
  world = await evaluatingIn(store, clock);
}, 60_000);
afterAll(() => store.drop());

const one = (rows: readonly Record<string, unknown>[]): Record<string, unknown> => rows[0] ?? {};

describe('asking for an evaluation', () => {
  it('asks each of the two once, as the program says', async () => {
    const id = await world.met('Mentee 0', 'Joan');
    for (const _ of [1, 2])
      await world.inside(async (tx) => {
        const session = await sessionById(tx, id);
        if (session) await askEvaluations(tx, world.house, session);
      });
    expect(await world.told('evaluation-asked', id)).toEqual([
      { name: 'Joan', occurrence: '1' },
      { name: 'Mentee 0', occurrence: '1' },
    ]);
  });

  it('asks nobody where the program does not say so', async () => {
    const id = await world.met('Mentee 1', 'Joan');
    const programs = new Map([...world.house.programs].map(([key, each]) => [key, { ...each, evaluates: false }]));
    await world.inside(async (tx) => {
      const session = await sessionById(tx, id);
      if (session) await askEvaluations(tx, { ...world.house, programs }, session);
    });
    expect(await world.told('evaluation-asked', id)).toEqual([]);
  });
});

describe('an evaluation', () => {
  it('is given by the two only: anybody else is refused, and that is noted', async () => {
    const id = await world.met('Mentee 0', 'Joan');
    for (const name of ['Eve', 'Nora', 'Mentee 1'])
      expect(await world.give(name, id)).toMatchObject({ ok: false, because: { code: 'not-your-pairing' } });
    const denied = await world.rows(
      `select count(*)::int as n from audit where outcome = 'denied' and object_kind = 'pairing'`,
    );
    expect(one(denied).n).toBeGreaterThanOrEqual(3);
    expect(await world.rows(`select 1 from evaluation where session_id = '${id}'`)).toEqual([]);
  });

  it('waits until both agree on the session', async () => {
    const id = await world.met('Mentee 0', 'Joan', { state: 'logged' });
    expect(await world.give('Joan', id)).toMatchObject({ ok: false, because: { code: 'session-not-confirmed' } });
  });

  it('sent twice is one, and the later one counts', async () => {
    const id = await world.met('Mentee 0', 'Joan');
    await world.give('Mentee 0', id, { points: 2 });
    await world.give('Mentee 0', id, { points: 5 });
    expect(await world.rows(`select points, writer_side from evaluation where session_id = '${id}'`)).toEqual([
      { points: 5, writer_side: 'mentee' },
    ]);
  });

  it('holds its words sealed, and is dated by nothing but its quarter', async () => {
    const id = await world.met('Mentee 0', 'Joan');
    const decision = await world.give('Mentee 0', id, { helped: 'CANARY-H', improve: 'CANARY-I' });
    const [row] = await world.rows(`select row_to_json(e)::text as all from evaluation e where session_id = '${id}'`);
    expect(String(row?.all)).not.toContain('CANARY');
    expect(String(row?.all)).not.toMatch(/\d{4}-\d{2}-\d{2}T|_at"/u);
    expect(await world.rows(`select 1 from event where kind like 'evaluation%'`)).toEqual([]);
    const [own] = decision.ok ? decision.events : [];
    if (!own) throw new Error('It was refused.');
    expect(await world.inside((tx) => evaluationWords(tx, own))).toEqual({ helped: 'CANARY-H', improve: 'CANARY-I' });
  });

  it('in a trial, "go on" is the writer’s word for it, and nothing else is', async () => {
    const id = await world.met('Mentee 2', 'Joan', { pairing: 'trial' });
    const said = () =>
      world.rows(
        `select p.state, mentee_goes_on as mentee, mentor_goes_on as mentor from pairing p join session s using (pairing_id) where s.session_id = '${id}'`,
      );
    await world.give('Mentee 2', id, { goOn: 'done' });
    expect(await said()).toEqual([{ state: 'trial', mentee: false, mentor: false }]);
    await world.give('Mentee 2', id);
    expect(await said()).toEqual([{ state: 'trial', mentee: true, mentor: false }]);
    await world.give('Joan', id);
    expect(await said()).toEqual([{ state: 'active', mentee: true, mentor: true }]);
  });

  it('is shown to the partner only with words, and only where ticked', async () => {
    const [wordless, hidden, shown] = [
      await world.met('Mentee 3', 'Joan'),
      await world.met('Mentee 3', 'Joan'),
      await world.met('Mentee 3', 'Joan'),
    ];
    await world.give('Mentee 3', wordless, { showsPartner: true });
    await world.give('Mentee 3', hidden, { helped: 'a word' });
    for (const id of [wordless, hidden]) expect(await world.told('evaluation-words', id)).toEqual([]);
    await world.give('Mentee 3', shown, { showsPartner: true, helped: 'a word' });
    expect(await world.told('evaluation-words', shown)).toMatchObject([{ name: 'Joan' }]);
  });

  it('goes to the coordinator where its writer would like to hear from her, and to none who is one of the two', async () => {
    const [plain, asked, hers] = [
      await world.met('Mentee 4', 'Joan'),
      await world.met('Mentee 4', 'Joan'),
      await world.met('Mentee 4', 'Nora'),
    ];
    await world.give('Mentee 4', plain);
    expect(await world.told('evaluation-contact', plain)).toEqual([]);
    await world.give('Mentee 4', asked, { contactMe: true });
    expect(await world.told('evaluation-contact', asked)).toMatchObject([{ name: 'Nora' }]);
    await world.give('Mentee 4', hers, { contactMe: true });
    expect(await world.told('evaluation-contact', hers)).toEqual([]);
  });

  it('is read by the coordinator only as long as she coordinates and it is asked for, and by the partner only as ticked', async () => {
    const id = await world.met('Mentee 6', 'Joan');
    const both = { contactMe: true, showsPartner: true, points: 2, helped: 'CANARY-H', improve: 'CANARY-I' };
    const decision = await world.give('Mentee 6', id, both);
    const [given] = decision.ok ? decision.events : [];
    const seenBy = async (name: string, kind: string): Promise<string> => {
      const { personId } = (await world.callerOf(name)).person;
      const notice = {
        notBefore: null,
        writtenAt: new Date(0),
        noticeId: id,
        personId,
        kind,
        about: { kind: 'session' as const, id },
        occurrence: given?.evaluationId ?? '',
      };
      const card = await world.inside(
        (tx) => evaluationNotices(world.house)[kind]?.card(tx, notice) ?? Promise.reject(),
      );
      return cardText(card);
    };
    expect(await seenBy('Nora', 'evaluation-contact')).toMatch(/Points: 2 of 5[\s\S]*CANARY-H[\s\S]*CANARY-I/u);
    const shown = await seenBy('Joan', 'evaluation-words');
    expect(shown).toMatch(/CANARY-H[\s\S]*CANARY-I/u);
    expect(shown).not.toMatch(/of 5|Points|Able|Going/u);
    for (const name of ['Joan', 'Eve', 'Pat']) expect(await seenBy(name, 'evaluation-contact')).not.toContain('CANARY');
    for (const name of ['Eve', 'Nora', 'Pat']) expect(await seenBy(name, 'evaluation-words')).not.toContain('CANARY');
    const reads = await world.rows(
      `select count(distinct actor_id)::int as n from audit where action = 'read' and object_kind = 'evaluation'`,
    );
    expect(one(reads).n).toBeGreaterThanOrEqual(2);
    const { personId } = (await world.callerOf('Nora')).person;
    await world.rows(`update person_role set role = 'mentee' where role = 'coordinator' and person_id = '${personId}'`);
    expect(await seenBy('Nora', 'evaluation-contact')).not.toContain('CANARY');
    await world.rows(`update person_role set role = 'coordinator' where role = 'mentee' and person_id = '${personId}'`);
    await world.give('Mentee 6', id, { ...both, contactMe: false, showsPartner: false });
    expect(await seenBy('Nora', 'evaluation-contact')).not.toContain('CANARY');
    expect(await seenBy('Joan', 'evaluation-words')).not.toContain('CANARY');
  });

  it('stays as it is once its quarter is over; a later one belongs to the next', async () => {
    world.at('2026-12-31T20:00:00Z');
    const [early, late] = [await world.met('Mentee 5', 'Joan'), await world.met('Mentee 5', 'Joan')];
    await world.give('Mentee 5', early, { points: 1 });
    world.at('2027-01-01T09:00:00Z');
    expect(await world.give('Mentee 5', early, { points: 5 })).toMatchObject({
      ok: false,
      because: { code: 'evaluation-fixed' },
    });
    await world.give('Mentee 5', late);
    expect(
      await world.rows(`select quarter, points from evaluation where session_id in ('${early}', '${late}') order by 1`),
    ).toEqual([
      { quarter: '2026-Q4', points: 1 },
      { quarter: '2027-Q1', points: 4 },
    ]);
    world.at('2026-11-18T19:00:00Z');
  });

  it('leaves nothing that could be published twice where nothing is due', async () => {
    await world.inside((tx) => releaseWhenDue(tx, world.house));
    expect(await world.published()).toEqual([]);
  });
});
