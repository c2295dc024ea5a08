import { parse } from 'csv-parse/sync';
import { reportsAsText } from '../../src/cli/report';
import { reportText } from '../../src/cli/report-text';
import { reportCsv } from '../../src/services';
import { insertSnapshot } from '../../src/store';
import { anyStore, type TestStore, testClock } from '../databases';
import { evaluatingIn, program } from '../services/evaluating';

const clock = testClock('2027-01-04T19:00:00Z');

describe('mentor report', () => {
  let store: TestStore;
  let world: Awaited<ReturnType<typeof evaluatingIn>>;
  beforeAll(async () => {
    store = await anyStore({ clock });
    world = await evaluatingIn(store, clock);
    await world.inside((tx) =>
      insertSnapshot(tx, {
        programId: program,
        quarter: '2026-Q4',
        themes: ['practical', 'too-little-time'],
        figures: [
          { side: 'mentee', subject: { kind: 'program' }, evaluations: 41, average: 4.2 },
          { side: 'mentee', subject: { kind: 'topic', id: 'interviewing' }, evaluations: 19, average: 4.8 },
          { side: 'mentee', subject: { kind: 'topic', id: 'case_notes' }, evaluations: 15, average: 3.7 },
          { side: 'mentee', subject: { kind: 'rest' }, evaluations: 7, average: 3.4 },
          { side: 'mentee', subject: { kind: 'mentor', id: 'joan' }, evaluations: 9, average: 4.1 },
        ],
      }),
    );
  }, 60_000);
  afterAll(() => store.drop());

  const text = (asked: { quarter?: string; csv?: boolean; organization?: string } = {}) =>
    reportsAsText(store, world.house, { csv: false, ...asked });

  it('prints the last quarter that was published, and no single mentor', async () => {
    expect(await text()).toBe(`Evaluations, October to December 2026
Bethel/Nome Internal Mentoring Initiative

From mentees                                          Evaluations   Average of 5
  All topics                                                   41   4.2
  Interviewing Techniques                                      19   4.8 or more
  Case note documentation                                      15   3.7
  All other topics                                              7   3.4

From mentors
  fewer than 5 people, so no figures

Themes that at least 5 people released
  It was practical
  We have too little time at work

A figure stands for at least 5 different people, and each exchange counts once.
Topics with fewer people are counted together, so that nobody’s answer can be
worked out. Published figures never change.
Source: Bethel/Nome LQC: Internal Mentoring Initiative, Alaska Division of
Public Assistance, Bethel/Nome Local Quality Council.
`);
  });

  it('says when the figures of a quarter come out, or that there are none', async () => {
    expect(await text({ quarter: '2027-Q1' })).toContain('The figures of this quarter come out on April 1, 2027.');
    expect(await text({ quarter: '2025-Q1' })).toMatch(/Fewer than 5 people sent an evaluation in this quarter/u);
  });

  it.each(['2026-4', 'Q4', ''])('refuses the quarter "%s" with the right form', async (quarter) => {
    await expect(text({ quarter })).rejects.toThrow(/is no quarter. Write it like this: --quarter 2026-Q4/u);
  });

  it('prints a table that a spreadsheet reads', async () => {
    const rows: string[][] = parse(await text({ csv: true }), { bom: true });
    expect(rows.map((row) => row.slice(2))).toEqual([
      ['from', 'about', 'evaluations', 'average'],
      ['mentees', 'All topics', '41', '4.2'],
      ['mentees', 'Interviewing Techniques', '19', '4.8 or more'],
      ['mentees', 'Case note documentation', '15', '3.7'],
      ['mentees', 'All other topics', '7', '3.4'],
      ['mentors', 'All topics', 'fewer than 5 people, so no figures', ''],
      ['both', 'Theme: It was practical', '', ''],
      ['both', 'Theme: We have too little time at work', '', ''],
      [
        '',
        'Source: Bethel/Nome LQC: Internal Mentoring Initiative, Alaska Division of Public Assistance, Bethel/Nome Local Quality Council',
        '',
        '',
      ],
    ]);
  });

  it('lets no cell be a formula', () => {
    const figure = { evaluations: 7, average: 3 };
    const view = {
      programId: program,
      program: '=HYPERLINK("http://x.example")',
      source: '@SUM(1)',
      quarter: '2026-Q4',
      released: {
        mentees: { total: figure, topics: [{ ...figure, label: '+1' }] },
        mentors: { total: undefined, topics: [] },
        themes: [],
      },
      comesOut: clock.now(),
      earlier: undefined,
      later: undefined,
      asFile: true,
      zone: 'utc',
      now: clock.now(),
    } as const;
    const rows: string[][] = parse(reportCsv([view]), { bom: true });
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
    expect(
      reportText(view)
        .split('\n')
        .every((line) => line.length <= 80),
    ).toBe(true);
  });
});
