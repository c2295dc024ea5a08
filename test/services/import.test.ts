import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createLedger } from '../../src/delivery';
import { loadPrograms } from '../../src/programs';
import { type AddressOf, houseOf, importPeople } from '../../src/services';
import { organizationIds, organizationOf } from '../../src/store';
import { anyStore, type TestStore } from '../databases';

const header = 'name,email,unit,time_zone,slack_team,slack_user,roles,mentor_topics,mentor_capacity,hired_on';
const addressOf: AddressOf = ({ channel, user }) => ({ channel, ref: user });

describe('an import of people', () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await anyStore();
  });
  afterEach(() => store.drop());

  const bring = async (rows: readonly string[], options = { full: false, today: '2026-11-18' }) => {
    const loaded = await loadPrograms(join(__dirname, '..', '..', 'programs'));
    if (!loaded.ok) throw new Error('The program definitions have faults.');
    const house = houseOf(loaded.programs, loaded.catalog, createLedger({ enqueue: async () => undefined }));
    const firstProgram = house.programs.get('bethel-nome-exchange');
    if (!firstProgram) throw new Error('The first program is missing.');
    const parts = { store, newId: randomUUID, house, firstProgram, addressOf };
    return importPeople(parts, [header, ...rows].join('\n'), options);
  };
  const inside = async <T>(sql: string): Promise<T[]> => {
    const [id = ''] = await organizationIds(store);
    return store.inOrganization(id, undefined, (tx) => tx.manager.query(sql));
  };

  it('into an empty database founds the organization with its units, program, topics and workspace', async () => {
    const result = await bring([
      'Joan Ek,Joan.Ek@dpa.example.gov,DPA > West > Nome,America/Anchorage,T1,U1,mentor,interviewing;case_notes,2,2011-03-14',
      'Nora Bright,nora@dpa.example.gov,DPA > Central,America/Anchorage,T1,U2,coordinator@Nome/bethel-nome-exchange;supervisor,,,',
    ]);
    expect(result).toEqual({
      added: 2,
      changed: 0,
      left: 0,
      returned: 0,
      faults: [],
      warnings: [],
      unknownColumns: [],
      founded: true,
    });
    expect(await inside('select name, zone from organization')).toEqual([{ name: 'DPA', zone: 'America/Anchorage' }]);
    expect(await inside('select path from unit order by path')).toEqual([
      { path: 'DPA' },
      { path: 'DPA > Central' },
      { path: 'DPA > West' },
      { path: 'DPA > West > Nome' },
    ]);
    expect(await inside('select topic_id as topic from topic_open order by topic_id')).toEqual([
      { topic: 'case_notes' },
      { topic: 'interviewing' },
      { topic: 'organization' },
    ]);
    expect(await inside('select topic_id as topic, open from offer order by topic_id')).toEqual([
      { topic: 'case_notes', open: true },
      { topic: 'interviewing', open: true },
    ]);
    expect(
      await inside('select role, unit_path as unit, program_id as program from person_role order by role'),
    ).toEqual([
      { role: 'coordinator', unit: 'Nome', program: 'bethel-nome-exchange' },
      { role: 'mentor', unit: '', program: '' },
      { role: 'supervisor', unit: '', program: '' },
    ]);
    expect(await organizationOf(store, 'slack', 'T1')).toBe((await organizationIds(store))[0]);
    expect(await inside(`select email from person where name = 'Joan Ek'`)).toEqual([
      { email: 'joan.ek@dpa.example.gov' },
    ]);
  });

  it('can be run again: nothing changes, or just what changed', async () => {
    const joan = 'Joan Ek,joan@dpa.example.gov,Nome,America/Anchorage,T1,U1,mentor,interviewing,2,';
    await bring([joan]);
    expect(await bring([joan])).toMatchObject({ added: 0, changed: 0, faults: [] });
    expect(await bring([joan.replace('Nome', 'Bethel')])).toMatchObject({ added: 0, changed: 1 });
    expect(await inside('select count(*)::int as people from person')).toEqual([{ people: 1 }]);
  });

  it('names every fault of a bad row by row and column, and lets the good ones in', async () => {
    const { added, faults, unknownColumns } = await bring([
      'Joan Ek,joan@dpa.example.gov,,,,,,,,',
      ',no-name@dpa.example.gov,,,,,,,,',
      'No Mail,,,,,,,,,',
      'Bad Mail,somewhere,,,,,,,,',
      'Bad Zone,zone@dpa.example.gov,,Alaska,,,,,,',
      'Half,half@dpa.example.gov,,,T1,,,,,',
      'Role,role@dpa.example.gov,,,,,boss,,,',
      'Topic,topic@dpa.example.gov,,,,,,case_notez,,',
      'Many,many@dpa.example.gov,,,,,,,120,2026-02-30',
      'Joan Again,JOAN@dpa.example.gov,,,,,,,,',
    ]);
    expect(added).toBe(1);
    expect(faults.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '3 name',
      '4 email',
      '5 email',
      '6 time_zone',
      '7 slack_user',
      '8 roles',
      '9 mentor_topics',
      '10 hired_on',
      '10 mentor_capacity',
      '11 email',
    ]);
    for (const { reason } of faults) expect(reason).toMatch(/\w.*[.;]/);
    expect(unknownColumns).toEqual([]);
  });

  it('takes names as they are, but for what deceives the eye', async () => {
    await bring(['"Eve \u202e<!channel> ""Quote"", ${x}",eve@dpa.example.gov,,,,,,,,']);
    expect(await inside('select name from person')).toEqual([{ name: 'Eve <!channel> "Quote", ${x}' }]);
  });

  it('with --full takes those who are not listed as left, their offers with them', async () => {
    await bring(['Joan Ek,joan@dpa.example.gov,,,,,,interviewing,2,', 'Ana Reyes,ana@dpa.example.gov,,,,,,,,']);
    expect(await bring(['Ana Reyes,ana@dpa.example.gov,,,,,,,,'], { full: true, today: '2026-11-18' })).toMatchObject({
      left: 1,
    });
    expect(await inside(`select to_char(left_on, 'YYYY-MM-DD') as "left" from person where name = 'Joan Ek'`)).toEqual([
      { left: '2026-11-18' },
    ]);
    expect(await inside('select count(*)::int as offers from offer')).toEqual([{ offers: 0 }]);
  });

  it('does not let --full leave the organization without a coordinator', async () => {
    const nora = 'Nora Bright,nora@dpa.example.gov,,,,,coordinator,,,';
    await bring([nora]);
    const without = await bring(['Ana Reyes,ana@dpa.example.gov,,,,,,,,'], { full: true, today: '2026-11-18' });
    expect(without).toMatchObject({ left: 0, faults: [{ line: 1, column: 'roles' }] });
    expect(await inside('select count(*)::int as "left" from person where left_on is not null')).toEqual([{ left: 0 }]);
  });

  it('lets one account belong to one person only', async () => {
    const { added, faults } = await bring([
      'Ana Reyes,ana@dpa.example.gov,,,T1,U1,,,,',
      'Ben Carter,ben@dpa.example.gov,,,T1,U1,,,,',
    ]);
    expect(added).toBe(1);
    expect(faults).toMatchObject([{ line: 3, column: 'slack_user' }]);
  });

  it('refuses a list without the two columns that must be there', async () => {
    const loaded = await bring([]);
    expect(loaded).toMatchObject({ added: 0, founded: false });
    expect(await organizationIds(store)).toEqual([]);
  });
});
