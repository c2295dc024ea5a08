import { report } from '../../src/cards';
import { ownFiguresOf } from '../../src/services/own-figures';
import { mayReadReport, reportsFor } from '../../src/services/report';
import { offerReport } from '../../src/services/report-file';
import { snapshotOf } from '../../src/store';
import { cardText } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';
import { evaluatingIn, program } from './evaluating';

const clock = testClock();
let store: TestStore;
beforeAll(async () => {
  store = await anyStore({ clock });
}, 60_000);
afterAll(() => store.drop());
const inNovember = (): void =>
  clock.set(clock.now().set({ year: 2026, month: 11, day: 18, hour: 19, minute: 0, second: 0 }));
beforeEach(inNovember);

const kinds = (rows: readonly Record<string, unknown>[]): string[] =>
  rows.map(({ quarter, side, kind, evaluations, average }) => `${quarter} ${side} ${kind}: ${evaluations}, ${average}`);

it('the figures come out in the first working hour after the quarter, where each organization is, and once', async () => {
  const alaska = await evaluatingIn(store, clock);
  const newZealand = await evaluatingIn(store, clock, 'Pacific/Auckland');
  clock.set(clock.now().set({ month: 12, day: 31, hour: 10 }));
  await alaska.rated('Joan', [5, 5, 4, 4, 3]);
  await newZealand.rated('Joan', [1, 2, 3, 2, 2]);
  // Midnight in Auckland: what comes now is of the next quarter there, and of this one in Alaska.
  clock.set(clock.now().plus({ hours: 2 }));
  await alaska.give('Mentee 0', await alaska.met('Mentee 0', 'Joan'), { points: 5 });
  await newZealand.give('Mentee 0', await newZealand.met('Mentee 0', 'Joan'), { points: 5 });

  newZealand.at('2027-01-03T18:59:00Z');
  await newZealand.beat();
  expect(await newZealand.published()).toEqual([]);
  newZealand.at('2027-01-03T19:00:00Z');
  await newZealand.beat();
  expect(kinds(await newZealand.published())).toEqual([
    '2026-Q4 both program: null, null',
    '2026-Q4 mentee mentor: 5, 2',
    '2026-Q4 mentee program: 5, 2',
  ]);
  expect(await alaska.published()).toEqual([]);

  alaska.at('2027-01-04T17:00:00Z');
  await alaska.beat();
  await alaska.beat();
  expect(kinds(await alaska.published())).toEqual([
    '2026-Q4 both program: null, null',
    '2026-Q4 mentee mentor: 6, 4.2',
    '2026-Q4 mentee program: 6, 4.2',
  ]);
  expect(await alaska.told('report-released')).toEqual([
    { name: 'Nora', occurrence: `2026-Q4 ${program}` },
    { name: 'Pat', occurrence: `2026-Q4 ${program}` },
  ]);
}, 60_000);

it('after a time without service each missed quarter comes out by itself, and the next one in its time', async () => {
  const world = await evaluatingIn(store, clock);
  await world.rated('Joan', [4, 4, 4, 4, 4]);
  world.at('2027-02-01T19:00:00Z');
  await world.rated('Joan', [2, 2, 2, 2, 2]);
  world.at('2027-04-20T19:00:00Z');
  await world.rated('Joan', [3, 3, 3, 3, 3]);
  await world.beat();
  expect(kinds(await world.published()).filter((each) => each.includes('mentee program'))).toEqual([
    '2026-Q4 mentee program: 5, 4',
    '2027-Q1 mentee program: 5, 2',
  ]);
  const due = await store.sql(`select due_at from due where kind = 'evaluations-released' and due_at > now()`);
  expect(due.map((row) => row.due_at)).toContainEqual(new Date('2027-07-01T16:00:00Z'));
}, 60_000);

it('what was published never changes, whatever becomes of the evaluations', async () => {
  const world = await evaluatingIn(store, clock);
  await world.rated('Joan', [4, 4, 4, 4, 4]);
  world.at('2027-01-04T19:00:00Z');
  await world.beat();
  const before = await world.published();
  await world.rows('delete from evaluation');
  await world.rated('Joan', [1, 1, 1, 1, 1]);
  await world.rows(`update evaluation set quarter = '2026-Q4'`);
  await store.sql(`update due set due_at = '2027-01-04T19:00:00Z' where kind = 'evaluations-released'`);
  await world.beat();
  expect(await world.published()).toEqual(before);
  await expect(world.rows('update snapshot set average = 1.2')).rejects.toThrow(/permission denied/u);
  await expect(world.rows('delete from snapshot')).rejects.toThrow(/permission denied/u);
}, 60_000);

it('a mentor sees her own figures from five people on, once they are published; nobody else sees them', async () => {
  const world = await evaluatingIn(store, clock);
  await world.rated('Joan', [5, 5, 4, 4, 4]);
  await world.rated('Victor', [1, 2, 1, 2]);
  const figures = (name: string) => world.as(name, (tx, { person }) => ownFiguresOf(tx, person.personId));
  expect(await figures('Joan')).toEqual([]);
  world.at('2027-01-04T19:00:00Z');
  await world.beat();
  // The topic is published as a whole: hers would tell what four people said of Victor.
  expect(await figures('Joan')).toEqual([]);
  await world.rated('Joan', [5, 5, 4, 4, 4]);
  await world.rated('Victor', [1, 2, 1, 2, 2]);
  world.at('2027-04-05T19:00:00Z');
  await world.beat();
  expect(await figures('Joan')).toEqual([{ quarter: '2027-Q1', evaluations: 5, average: 4.4 }]);
  expect(await figures('Victor')).toEqual([{ quarter: '2027-Q1', evaluations: 5, average: 1.6 }]);
  const report = await world.as('Nora', (tx, caller) => reportsFor(tx, world.house, caller, {}));
  const { person } = await world.callerOf('Joan');
  const open = await world.inside((tx) => snapshotOf(tx, program, '2027-Q1'));
  expect(open?.figures.map(({ subject }) => subject.kind)).toEqual(['program']);
  expect(JSON.stringify(report)).not.toContain(person.personId);
}, 60_000);

describe('the report', () => {
  let world: Awaited<ReturnType<typeof evaluatingIn>>;
  beforeAll(async () => {
    inNovember();
    world = await evaluatingIn(store, clock);
    const themes = { themes: ['practical', 'technology'] as const, releasesThemes: true };
    await world.rated('Joan', [5, 4, 4, 4, 3, 4], themes);
    await world.rated('Joan', [3, 3, 3, 3, 3], {}, 'case_notes');
    await world.rated('Victor', [1, 5], {}, 'organization');
    world.at('2027-01-04T19:00:00Z');
    await world.beat();
  }, 60_000);

  it('has the topics that five people have rated, the others together, and the themes that five have released', async () => {
    const found = await world.as('Nora', (tx, caller) => reportsFor(tx, world.house, caller, {}));
    expect(found.ok && found.events[0]?.released).toEqual({
      mentees: {
        total: { evaluations: 13, average: 3.5 },
        topics: [
          { label: 'Interviewing Techniques', evaluations: 6, average: 4 },
          { label: 'All other topics', evaluations: 7, average: 3 },
        ],
      },
      mentors: { total: undefined, topics: [] },
      themes: ['practical', 'technology'],
    });
  });

  it('reads well', async () => {
    const found = await world.as('Nora', (tx, caller) => reportsFor(tx, world.house, caller, {}));
    const [view] = found.ok ? found.events : [];
    expect(view && cardText(report(view))).toBe(`# Evaluations, October to December 2026
Bethel/Nome Internal Mentoring Initiative
How useful sessions were, as mentees say: Interviewing Techniques 4, All other topics 3
Mentees: 13 evaluations, 3.5 of 5 points
Interviewing Techniques: 6 evaluations, 4.0 of 5 points
All other topics: 7 evaluations, 3.0 of 5 points
Mentors: fewer than 5 people, so no figures
Themes that at least 5 people released:
- It was practical
- Distance or technology gets in the way
A figure stands for at least 5 different people, and each exchange counts once. Topics with fewer people are counted together, so that nobody’s answer can be worked out. Published figures never change.
Source: Bethel/Nome LQC: Internal Mentoring Initiative, Alaska Division of Public Assistance, Bethel/Nome Local Quality Council.
[Offers and wishes]`);
  });

  it('tells nobody of a quarter with too few answers, and shows it like one with none', async () => {
    inNovember();
    const quiet = await evaluatingIn(store, clock);
    await quiet.rated('Joan', [1, 1, 1, 1]);
    quiet.at('2027-01-04T19:00:00Z');
    await quiet.beat();
    expect(await quiet.told('report-released')).toEqual([]);
    const read = (quarter: string) =>
      quiet.as('Nora', async (tx, caller) => {
        const found = await reportsFor(tx, quiet.house, caller, { quarter });
        const [view] = found.ok ? found.events : [];
        return view && cardText(report(view)).replace(/^.*\n/u, '');
      });
    expect(await read('2026-Q4')).toContain('Fewer than 5 people');
    expect(await read('2026-Q4')).toBe(await read('2026-Q3'));
  });

  it('is for coordinators and program managers; others are refused, which is noted', async () => {
    const read = (name: string, asked = {}) =>
      world.as(name, (tx, caller) => reportsFor(tx, world.house, caller, asked));
    expect(await read('Pat')).toMatchObject({ ok: true });
    for (const name of ['Joan', 'Mentee 0', 'Eve'])
      expect(await read(name)).toEqual({ ok: false, because: { code: 'report-not-yours' } });
    expect(await world.rows(`select 1 from audit where object_kind = 'report' and outcome = 'denied'`)).toHaveLength(3);
    expect(await read('Nora', { program: 'another-program' })).toMatchObject({ ok: false });
    expect(await read('Nora', { quarter: 'Q4' })).toEqual({ ok: false, because: { code: 'no-such-quarter' } });
  });

  it('is for a coordinator only of her own programs', () => {
    const role = { role: 'coordinator', unitPath: '', programId: 'another-program' } as const;
    expect(mayReadReport([role], program)).toBe(false);
    expect(mayReadReport([{ ...role, programId: '' }], program)).toBe(true);
    expect(mayReadReport([{ ...role, programId: program, role: 'supervisor' }], program)).toBe(false);
  });

  it('can be had as a file, whose formulas a spreadsheet does not carry out', async () => {
    const found = await world.as('Nora', (tx, caller) => reportsFor(tx, world.house, caller, {}));
    const [view] = found.ok ? found.events : [];
    if (!view) throw new Error('There is no report.');
    const offer = (publicUrl: string | undefined) =>
      world.as('Nora', (tx, caller) =>
        offerReport(tx, { ...world.house, publicUrl }, caller, { ...view, program: '=1+1' }),
      );
    expect(await offer(undefined)).toBeUndefined();
    expect(await offer('https://mentor.example.gov')).toMatch(/^https:\/\/mentor\.example\.gov\/files\/[\w-]{43}$/u);
  });
});
