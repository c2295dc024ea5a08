import { anyStore, type TestStore } from '../databases';
import { type Importer, importerInto } from './roster';

const header = 'name,email,unit,supervisor_email,slack_team,slack_user,roles,mentor_topics,left_on';
const person = (name: string, more = ',,,,,,'): string => `${name},${name.toLowerCase()}@dpa.example.gov,${more}`;

describe('an import names what to look at', () => {
  let store: TestStore;
  let it_: Importer;
  beforeAll(async () => {
    store = await anyStore();
  }, 60_000);
  beforeEach(async () => {
    it_ = await importerInto(store);
  });
  afterAll(() => store.drop());
  const bring = (lines: readonly string[], options = {}) => it_.bring([header, ...lines], options);
  const boss = (name: string, above: string): string => person(name, `,${above}@dpa.example.gov,,,,,`);

  it('supervisors in a loop, each loop once by its rows; the people go in', async () => {
    const { added, faults, warnings } = await bring([
      boss('Ana', 'ben'),
      boss('Ben', 'dora'),
      boss('Dora', 'ben'),
      boss('Joan', 'joan'),
    ]);
    expect({ added, faults }).toEqual({ added: 4, faults: [] });
    expect(warnings).toEqual([
      { line: 3, column: 'supervisor_email', reason: expect.stringContaining('rows 3 and 4') },
      { line: 5, column: 'supervisor_email', reason: expect.stringContaining('own supervisor') },
    ]);
  });

  it('a loop that closes in the database', async () => {
    await bring([boss('Ana', 'ben'), person('Ben')]);
    const { warnings } = await bring([boss('Ben', 'ana')]);
    expect(warnings).toMatchObject([{ line: 2, reason: expect.stringContaining('1 in the database') }]);
  });

  it('a supervisor who is nobody; one whose own row was refused is named there', async () => {
    const { added, faults, warnings } = await bring([
      boss('Ana', 'nobody'),
      boss('Ben', 'half'),
      'Half,half@dpa.example.gov,,,T1,,,,',
    ]);
    expect(added).toBe(2);
    expect(faults).toMatchObject([{ line: 4, column: 'slack_user' }]);
    expect(warnings).toMatchObject([{ line: 2, column: 'supervisor_email' }]);
  });

  it('an account of somebody else here: the row is refused, the account stays', async () => {
    await bring([person('Ana', ',,T1,U1,,,')]);
    const { added, faults } = await bring([person('Ben', ',,T1,U1,,,'), person('Dora')]);
    expect(added).toBe(1);
    expect(faults).toEqual([
      { line: 2, column: 'slack_user', reason: expect.stringMatching(/another person.*left_on/u) },
    ]);
    expect(await it_.rows('select p.name from identity i join person p on p.person_id = i.person_id')).toEqual([
      { name: 'Ana' },
    ]);
  });

  it('the account of somebody who has left changes hands, as after a new address', async () => {
    await bring([person('Ana', ',,T1,U1,,,')]);
    const { added, left, faults } = await bring([person('Ana', ',,,,,,2026-11-18'), person('Anna', ',,T1,U1,,,')]);
    expect({ added, left, faults }).toEqual({ added: 1, left: 1, faults: [] });
    expect(
      await it_.rows('select p.name, i.active from identity i join person p on p.person_id = i.person_id'),
    ).toEqual([{ name: 'Anna', active: true }]);
  });

  it('a workspace of another organization, with what to do', async () => {
    await bring([person('Ana')]);
    await store.sql(
      `insert into installation (channel, tenant, organization_id) values ('slack', 'T9', gen_random_uuid())`,
    );
    const { added, faults } = await bring([person('Ben', ',,T9,U9,,,'), person('Dora')]);
    expect(added).toBe(1);
    expect(faults).toEqual([
      { line: 2, column: 'slack_team', reason: expect.stringContaining('another organization') },
    ]);
  });

  it('leaves alone what a column that is not there would say', async () => {
    await bring([person('Ana', 'Bethel,ben@dpa.example.gov,T1,U1,coordinator,,'), person('Ben')]);
    const again = await it_.bring(['name,email', 'Ana,ana@dpa.example.gov', 'Ben,ben@dpa.example.gov']);
    expect(again).toMatchObject({ added: 0, changed: 0 });
    expect(
      await it_.rows(`select u.path, p.supervisor_email as boss from person p join unit u on u.unit_id = p.unit_id`),
    ).toEqual([{ path: 'Bethel', boss: 'ben@dpa.example.gov' }]);
  });

  it('counts a role, an account or a place that is new as a change', async () => {
    await bring([person('Ana')]);
    expect(await bring([person('Ana', ',,,,supervisor,,')])).toMatchObject({ changed: 1 });
    expect(await bring([person('Ana', ',,T1,U1,supervisor,,')])).toMatchObject({ changed: 1 });
    expect(await bring([person('Ana', ',,T1,U1,supervisor,,')])).toMatchObject({ changed: 0 });
  });

  it('counts rows as a spreadsheet does, blank ones too', async () => {
    const { faults } = await bring([person('Ana'), ',,,,,,,,', '', 'Bad,nowhere,,,,,,,']);
    expect(faults).toMatchObject([{ line: 5, column: 'email' }]);
  });

  it('names the row where quotation marks do not match, and reads nothing', async () => {
    const { added, faults } = await bring([person('Ana'), '"Ben,ben@dpa.example.gov,,,,,,,', person('Dora')]);
    expect(added).toBe(0);
    expect(faults).toMatchObject([{ column: 'the whole row', reason: expect.stringContaining('quotation marks') }]);
  });

  it('says that a list of column names alone names nobody', async () => {
    const { added, faults } = await bring([]);
    expect(added).toBe(0);
    expect(faults).toMatchObject([{ line: 2, reason: expect.stringContaining('nobody') }]);
  });

  it.each([';', '\t'])('reads cells parted by %j', async (by) => {
    const lines = [header, person('Ana', ',,T1,U1,,,')].map((line) => line.replaceAll(',', by));
    expect(await it_.bring(lines)).toMatchObject({ added: 1, faults: [] });
  });

  it('a mentor who took herself off the list is not put back by the next import', async () => {
    const joan = person('Joan', ',,,,,interviewing,');
    await bring([joan]);
    await it_.rows('update mentor_profile set told_at = now()');
    await it_.rows('delete from offer');
    expect(await bring([joan])).toMatchObject({ changed: 0 });
    expect(await it_.rows('select * from offer')).toEqual([]);
  });
});
