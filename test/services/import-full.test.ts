import { embeddedStore, onServer, serverStore, type TestStore } from '../databases';
import { type Importer, importerInto } from './roster';

const header = 'name,email,unit,time_zone,roles,left_on';
const row = (at: number, more = ',,,'): string => `P ${at},p${at}@dpa.example.gov,${more}`;
const crowd = (count: number): string[] => Array.from({ length: count }, (_, at) => row(at));

const suites: [string, () => Promise<TestStore>, typeof describe][] = [
  ['on PGlite', embeddedStore, describe],
  ['on PostgreSQL', serverStore, onServer],
];
for (const [where, open, suite] of suites) {
  suite(`a full list ${where}`, () => {
    let store: TestStore;
    let it_: Importer;
    beforeAll(async () => {
      store = await open();
    }, 60_000);
    beforeEach(async () => {
      it_ = await importerInto(store);
    });
    afterAll(() => store.drop());
    const bring = (lines: readonly string[], options = {}) => it_.bring([header, ...lines], options);
    const left = () => it_.rows('select name from person where left_on is not null order by name');

    it('does not take people of refused rows as left', async () => {
      await bring(crowd(3));
      const result = await bring([row(0), row(1, ',Nowhere,,')], { full: true });
      expect(result).toMatchObject({ left: 1, faults: [{ line: 3, column: 'time_zone' }] });
      expect(await left()).toEqual([{ name: 'P 2' }]);
    });

    it('does not take guests as left, whom no list of the organization names', async () => {
      await bring(crowd(4));
      await it_.rows(`update person set guest = true where name = 'P 3' returning 1`);
      expect((await bring(crowd(3), { full: true })).left).toBe(0);
      expect(await left()).toEqual([]);
    });

    it('takes nobody as left where a row does not tell who it is', async () => {
      await bring(crowd(3));
      const result = await bring([row(0), 'P 1,p1 at dpa,,,,'], { full: true });
      expect(result.left).toBe(0);
      expect(result.faults.map(({ reason }) => reason).join()).toContain('nobody was taken as left');
      expect(await left()).toEqual([]);
    });

    it('takes nobody as left where very many would be, unless told so', async () => {
      await bring(crowd(30));
      const short = crowd(15);
      const stopped = await bring(short, { full: true });
      expect(stopped).toMatchObject({ left: 0, faults: [{ line: 1, reason: expect.stringContaining('15 of 30') }] });
      expect(await left()).toEqual([]);
      expect(await bring(short, { full: true, manyLeft: true })).toMatchObject({ left: 15, faults: [] });
      expect(await left()).toHaveLength(15);
    });

    it('says in a dry run exactly what then happens, and changes nothing', async () => {
      await bring([...crowd(30), 'Nora,nora@dpa.example.gov,,,coordinator,']);
      await it_.rows(`update person set left_on = '2026-01-05' where email = 'p29@dpa.example.gov'`);
      const list = [
        ...crowd(25),
        row(29),
        row(26, 'Nome,,,'),
        row(27, ',,,2026-11-17'),
        row(28, ',,,2027-01-31'),
        row(40),
        row(41, ',Nowhere,,'),
        row(42, ',,,2026-11-01'),
        'Nora,nora@dpa.example.gov,,,coordinator,',
      ];
      const seen = () =>
        it_.rows(`select (select json_agg(p order by email) from person p)::text as people,
          (select count(*)::int from event) as events, (select count(*)::int from unit) as units`);
      const before = await seen();
      const dry = await bring(list, { full: true, dryRun: true });
      expect(await seen()).toEqual(before);
      const real = await bring(list, { full: true });
      expect(real).toEqual(dry);
      expect(real).toMatchObject({ added: 2, changed: 3, left: 2, returned: 1 });
      expect(await bring(list, { full: true })).toMatchObject({ added: 0, changed: 0, left: 0, returned: 0 });
    });

    it('lets the last coordinator go whose row says so, and warns of it', async () => {
      const nora = (left: string): string => `Nora,nora@dpa.example.gov,,,coordinator,${left}`;
      await bring([nora(''), row(1)]);
      expect(await bring([nora('2026-11-18'), row(1, ',,coordinator,')], { dryRun: true })).toMatchObject({
        left: 1,
        warnings: [],
      });
      expect(await bring([nora('2026-11-18'), row(1)])).toMatchObject({
        left: 1,
        faults: [],
        warnings: [{ line: 2, column: 'left_on', reason: expect.stringContaining('setup') }],
      });
    });

    it('notes a day of leaving that is still to come, moves it, and forgets it', async () => {
      await bring([row(1, ',America/Anchorage,,2026-12-24')]);
      const due = () =>
        it_.rows(
          `select due_at::text as at from due where kind = 'person-leaves' and organization_id = current_setting('mentor.organization')::uuid`,
        );
      expect(await due()).toEqual([{ at: '2026-12-24 09:00:00+00' }]);
      await bring([row(1, ',America/Anchorage,,2026-12-26')]);
      expect(await due()).toEqual([{ at: '2026-12-26 09:00:00+00' }]);
      await bring([row(1, ',America/Anchorage,,')]);
      expect(await due()).toEqual([]);
    });
  });
}
