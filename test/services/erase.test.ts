import { eraseByEmail } from '../../src/cli/erase';
import { retentionLines } from '../../src/cli/retention';
import { createHeartbeat } from '../../src/schedule';
import { erasePerson, keepTimes } from '../../src/services';
import { ownerKeys, personByEmail, SealError } from '../../src/store';
import { tableRules } from '../../src/store/retention';
import { cardText, type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';
import { channelOf, crowd, inside } from '../faults/crowd';
import { type Filled, fillFor, standing } from '../store/rows';

const secret = 'Only my mentor may know this';
const topic = 'interviewing';

describe('a person who is erased', () => {
  const clock = testClock();
  let store: TestStore;
  let house: House;
  let organizationId: string;
  const rows = (sql: string, values: readonly unknown[] = []) => inside(house, sql, values);
  const within = <T>(work: Parameters<typeof store.inOrganization<T>>[2]): Promise<T> =>
    store.inOrganization(organizationId, undefined, work);
  const idOf = async (name: string): Promise<string> =>
    (await within((tx) => personByEmail(tx, `${name}@crowd.example.gov`))) ?? '';

  beforeAll(async () => {
    store = await anyStore({ clock });
    house = await openHouse(store, crowd({ mentees: 4, mentors: 3, places: 3 }), clock);
    const [{ id } = { id: '' }] = await store.sql('select organization_id as id from organization_index');
    organizationId = String(id);
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await store.drop();
  });

  /** All rows of this organization as text, table by table, but for those of these tables. */
  const everything = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
    const dump = new Map<string, readonly string[]>();
    for (const { table } of tableRules) {
      if (['pgboss.*', 'migrations', 'cron_fire', 'file_link'].includes(table)) continue;
      const found = await within((tx) => tx.manager.query(`select t::text as row from ${table} t`));
      dump.set(
        table,
        found.map(({ row }: { row: string }) => row),
      );
    }
    return dump;
  };
  const ask = async (user: string, need: string): Promise<void> => {
    await house.say('slack', user, `find ${topic}`);
    await house.press('slack', user, 'Ask');
    await house.submit('slack', user, { topic, need, suits: 'Tuesdays' });
    await house.settle();
  };

  it('leaves no word, name, address or account behind; others’ rows stay as they were, and the counts', async () => {
    const joan = await idOf('mentor000');
    const fill = (name: string): Promise<Filled> => within((tx) => fillFor(tx, name, joan, tx.at.minus({ days: 2 })));
    const theirs = await within(async (tx) => tx.vault.sealFor(await ownerKeys(tx, joan), 'x', 'mine'));
    const [ana, ben] = [await fill('Anaerased'), await fill('Benstays')];
    await within((tx) =>
      tx.manager.query(`update person set supervisor_email = 'anaerased@rows.example.gov' where person_id = $1`, [
        ben.personId,
      ]),
    );
    await rows(
      `insert into snapshot (organization_id, program_id, quarter, side, subject_kind, subject_id, evaluations, average, released_at)
       values (current_setting('mentor.organization')::uuid, 'p', '2026-Q3', 'mentee', 'mentor', $1, 5, 4.2, now()) returning 1`,
      [ana.personId],
    );
    const before = await everything();
    expect(await within((tx) => erasePerson(tx, house.foundation.house, ana.personId))).toBe(true);
    const after = await everything();

    const all = [...after.values()].flat().join('\n');
    for (const trace of ['Anaerased', 'anaerased', ana.words]) expect(all.includes(trace)).toBe(false);
    const owned = await within((tx) =>
      tx.manager.query('select need, agenda from request join pairing using (mentee_id) where mentee_id = $1', [
        ben.personId,
      ]),
    );
    expect(owned).toEqual([{ need: expect.stringMatching(/^s1/u), agenda: expect.stringMatching(/^s1/u) }]);
    const hers = [...before].flatMap(([table, list]) =>
      list.filter((row) => row.includes(ana.personId) && row.includes('s1.person.')).map(() => table),
    );
    expect(hers.toSorted()).toEqual([
      'concern',
      'conversation',
      'draft',
      'evaluation',
      'file',
      'note',
      'pair_letter',
      'pairing',
      'request',
      'session',
    ]);
    const left = await rows(
      `select need, suits, answer, agenda, summary, reason is not null as reason, resources is not null as resources
      from request join pairing using (mentee_id) join session using (pairing_id) where mentee_id = $1`,
      [ana.personId],
    );
    expect(left).toEqual([
      { need: null, suits: null, answer: null, agenda: null, summary: null, reason: true, resources: true },
    ]);

    expect(await within((tx) => standing(tx, ana))).toEqual(
      [
        'audit',
        'evaluation',
        'event',
        'meeting',
        'message',
        'notice',
        'pairing',
        'person',
        'request',
        'resource_person',
        'session',
      ].sort(),
    );
    expect(await within((tx) => standing(tx, ben))).toEqual(Object.keys(ben.marks).sort());
    // Whom she asked to sit in, and that a pair is fine, stand in rows that name her by the exchange alone.
    const byExchange: readonly string[] = ['resource_person', 'pairing_fine'];
    const changed = [...before].flatMap(([table, list]) =>
      byExchange.includes(table) ? [] : list.filter((row) => !after.get(table)?.includes(row)),
    );
    expect(
      await rows('select words from resource_person join pairing using (pairing_id) where mentee_id = $1', [
        ana.personId,
      ]),
    ).toEqual([{ words: null }]);
    const foreign = changed.filter((row) => !row.includes(ana.personId) && !row.includes(ana.account));
    expect(foreign.map((row) => row.includes(ben.personId))).toEqual([true]);
    expect(await rows('select supervisor_email from person where person_id = $1', [ben.personId])).toEqual([
      { supervisor_email: null },
    ]);
    expect(await rows('select points, helped, improve from evaluation where writer_id = $1', [ana.personId])).toEqual([
      { points: 5, helped: null, improve: null },
    ]);
    expect(after.get('snapshot')).toEqual(before.get('snapshot'));
    expect(
      await rows(`select object_id, outcome from audit where action = 'erase' and object_id = $1`, [ana.personId]),
    ).toEqual([{ object_id: ana.personId, outcome: 'done' }]);
    expect(await within((tx) => erasePerson(tx, house.foundation.house, ana.personId))).toBe(false);
    expect(await within((tx) => erasePerson(tx, house.foundation.house, joan))).toBe(true);
    expect(
      await rows(
        'select reason, question, resources from request join pairing using (mentee_id) where mentee_id = any($1)',
        [[ana.personId, ben.personId]],
      ),
    ).toEqual([1, 2].map(() => ({ reason: null, question: null, resources: null })));
    await expect(within(async (tx) => tx.vault.openFor(await ownerKeys(tx, joan), 'x', theirs))).rejects.toThrow(
      SealError,
    );
  }, 60_000);

  it('ends what is open: partners are told, and the cards they have say it without the name', async () => {
    await ask('mentee000', secret);
    const [{ id: mentor } = { id: '' }] = await rows(
      'select p.name as id from request r join person p on p.person_id = r.mentor_id where r.state = $1',
      ['waiting'],
    );
    const client = house.clientOf(channelOf(Number(String(mentor).slice(-3))), String(mentor));
    const shown = () => [...client.cards.values()].map(cardText).join('\n');
    expect(shown()).toContain(secret);
    const said = await eraseByEmail(house.foundation, 'mentee000@crowd.example.gov', undefined, true);
    expect(said).toMatch(/^Erased/u);
    await house.settle();
    expect(shown()).not.toContain(secret);
    expect(shown()).not.toContain('mentee000');
    expect(shown()).toContain('Somebody no longer works here');
    expect(
      await rows(
        `select state, need from request where state = 'mentee-left' and mentor_id = (select person_id from person where name = $1)`,
        [mentor],
      ),
    ).toEqual([{ state: 'mentee-left', need: null }]);
    const [replies] = await house.say('slack', 'mentee000', 'help');
    expect(replies?.kind === 'card' ? replies.card.name : '').not.toBe('help');
    await expect(eraseByEmail(house.foundation, 'mentee000@crowd.example.gov', undefined, true)).rejects.toThrow(
      'There is nobody with the address mentee000@crowd.example.gov here. Nothing was changed.',
    );
  }, 60_000);

  it('is asked about first, where nobody has said yes beforehand', async () => {
    await expect(eraseByEmail(house.foundation, 'mentee002@crowd.example.gov', undefined, false)).rejects.toThrow(
      'Nobody can be asked here. If you are sure, say --yes.',
    );
    expect(await idOf('mentee002')).not.toBe('');
  });

  it('is everybody who left three years ago, by the night’s deletion, which notes the next night', async () => {
    const gone = await idOf('mentee003');
    await rows(`update person set left_on = '2023-11-17' where person_id = $1`, [gone]);
    const lines = await retentionLines(house.foundation, true);
    expect(lines).toContain('  people who left 3 years ago: 1 to erase');
    expect(await idOf('mentee003')).toBe(gone);
    await rows(`insert into draft (organization_id, person_id, intent, subject, words, kept_at)
      values (current_setting('mentor.organization')::uuid, '${await idOf('mentee001')}', 'ask', '', 'x', '2026-10-01')`);
    await rows(`update due set due_at = '2026-11-18T12:00Z' where kind = 'retention'`);
    await house.engine.heartbeat.beat();
    expect(await rows(`select 1 from draft where words = 'x'`)).toEqual([]);
    expect(await idOf('mentee003')).toBe('');
    expect(
      await rows(`select due_at from due where kind = 'retention' and organization_id = $1`, [organizationId]),
    ).toEqual([{ due_at: new Date('2026-11-19T12:00:00Z') }]);
    expect(await retentionLines(house.foundation, true)).toEqual(
      ['the only one:', '  nothing is over'].map((line, at) => (at === 0 ? expect.stringMatching(/:$/u) : line)),
    );
    expect(await keepTimes(store, house.foundation.house, organizationId)).toMatchObject({ erased: 0 });
  }, 60_000);
});

it('keeps a heartbeat that cannot delete from stopping: it is put off', async () => {
  const clock = testClock();
  const store = await anyStore({ clock });
  const house = await openHouse(store, crowd({ mentees: 1, mentors: 1, places: 1 }), clock);
  const warned: object[] = [];
  await store.sql(`update due set due_at = '2026-11-18T12:00Z' where kind = 'retention'`);
  await store.sql('alter table draft rename to draft_away');
  const heartbeat = createHeartbeat({
    store,
    queue: house.foundation.queue,
    house: house.foundation.house,
    clock,
    carryOn: async () => undefined,
    chores: [],
    realNow: () => new Date(),
    log: { warn: (fields) => void warned.push(fields) },
  });
  await heartbeat.beat();
  expect(warned).toMatchObject([{ event: 'retention.failed', fault: 'QueryFailedError' }]);
  expect(await store.sql(`select due_at from due where kind = 'retention'`)).toEqual([
    { due_at: new Date('2026-11-18T20:00:00Z') },
  ]);
  await store.sql('alter table draft_away rename to draft');
  await house.close();
  await store.drop();
}, 60_000);
