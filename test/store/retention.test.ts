import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openQueue } from '../../src/delivery';
import { addPerson, countExpired, createOrganization, expire, type Tx } from '../../src/store';
import { tableRules } from '../../src/store/retention';
import { anyStore, embeddedStore, onServer, serverStore, type TestStore, testClock } from '../databases';
import { type Filled, fillFor, standing } from './rows';

const inPublic = `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

describe('every table of the database', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await anyStore();
    const queue = await openQueue(store, { warn: () => undefined });
    await queue.stop();
  }, 60_000);
  afterAll(() => store.drop());
  const names = async (sql: string): Promise<string[]> => (await store.sql(sql)).map((row) => String(row.name)).sort();

  it('has its class, how long it is kept, and what erasing a person does; no rule has lost its table', async () => {
    const ruled = tableRules.map(({ table }) => table).filter((table) => table !== 'pgboss.*');
    expect(ruled.toSorted()).toEqual(await names(inPublic));
    const elsewhere = await names(
      `select distinct schemaname as name from pg_tables where schemaname not in ('public', 'pg_catalog', 'information_schema')`,
    );
    expect(elsewhere).toEqual(['pgboss']);
    for (const { kept, erased } of tableRules) expect([kept, erased].every((words) => words.length > 3)).toBe(true);
  });

  it('that holds a person’s own rows says what erasing her does to them', async () => {
    const about = await names(
      `select distinct c.relname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
       where k.confrelid = 'person'::regclass and k.contype = 'f'`,
    );
    const withoutErasure = tableRules.filter((rule) => about.includes(rule.table) && rule.erases.length === 0);
    // What waits there is canceled when she is made to leave, before her rows are erased.
    expect(withoutErasure.map(({ table }) => table)).toEqual(['notice']);
  });

  it('may be deleted from by the business role only where it is not append-only', async () => {
    const appendOnly = tableRules.filter((rule) => rule.appendOnly).map(({ table }) => table);
    const rows = await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and has_table_privilege('mentor_app', oid, 'insert') and not has_table_privilege('mentor_app', oid, 'delete')`,
    );
    expect(rows).toEqual([...appendOnly, 'file_link', 'snapshot'].sort());
  });

  it('stands in docs/privacy.md with the same words', () => {
    const page = readFileSync(join(__dirname, '..', '..', 'docs', 'privacy.md'), 'utf8');
    const missing = tableRules.filter(
      (rule) => !page.includes(`| \`${rule.table}\` | ${rule.class} | ${rule.kept} | ${rule.erased} |`),
    );
    expect(
      missing.map(({ table, class: kind, kept, erased }) => `| \`${table}\` | ${kind} | ${kept} | ${erased} |`),
    ).toEqual([]);
  });
});

const year = 365.25;
const day = ['conversation', 'nudge_wish', 'pairing_fine', 'pending shown'];
const week = [...day, 'file', 'inbound'];
const month = [...week, 'draft', 'link_code', 'link_try', 'pending'];
const quarter = [...month, 'meeting words', 'note', 'pair_letter', 'pairing words', 'resource_person words'];
const oneYear = [...quarter, 'account_claim', 'message', 'notice', 'request words', 'wish'];
const threeYears = [
  ...oneYear,
  ...[
    'request',
    'pairing',
    'session',
    'meeting',
    'evaluation',
    'concern',
    'event',
    'audit',
    'orientation',
    'resource_person',
  ],
];
/** What is gone of something that was closed so many days ago. */
const goneAfter: readonly (readonly [days: number, gone: readonly string[]])[] = [
  [1, day],
  [6, [...day, 'file']],
  [8, week],
  [29, week],
  [31, month],
  [89, month],
  [91, quarter],
  [364, quarter],
  [368, oneYear],
  [3 * year - 10, oneYear],
  [3 * year + 100, threeYears],
];

const suites: [string, (clock: ReturnType<typeof testClock>) => Promise<TestStore>, typeof describe][] = [
  ['on PGlite', (clock) => embeddedStore({ clock }), describe],
  ['on PostgreSQL', (clock) => serverStore({ clock }), onServer],
];
for (const [where, open, suite] of suites) {
  suite(`what was kept long enough, ${where}`, () => {
    const clock = testClock();
    let store: TestStore;
    let here: string;
    let there: string;
    const inside = <T>(work: (tx: Tx) => Promise<T>, id = here): Promise<T> =>
      store.inOrganization(id, undefined, work);
    beforeAll(async () => {
      store = await open(clock);
      here = await createOrganization(store, randomUUID(), 'Here', 'America/Anchorage');
      there = await createOrganization(store, randomUUID(), 'There', 'America/Anchorage');
    }, 60_000);
    afterAll(() => store.drop());

    it('is deleted on its day and not before, in this organization alone', async () => {
      const filled: Filled[] = [];
      const fill = (id: string, name: string, days: number) =>
        inside(async (tx) => {
          const mentor = await addPerson(tx, `Joan${name}`, `joan${name}@rows.example.gov`, 'UTC');
          return fillFor(tx, name, mentor, tx.at.minus({ days }));
        }, id);
      for (const [days] of goneAfter) filled.push(await fill(here, `Ana${Math.round(days)}`, days));
      const foreign = await fill(there, 'Ben', 9999);
      const foreignBefore = await inside((tx) => standing(tx, foreign), there);
      const all = await inside((tx) => standing(tx, { marks: filled[0]?.marks ?? {} }));
      const counted = await inside(countExpired);
      for (const each of filled) expect(await inside((tx) => standing(tx, each))).toEqual(all);
      const done = await expire(store, here);
      expect(done).toEqual(counted);
      for (const [index, [days, gone]] of goneAfter.entries()) {
        const left = await inside((tx) => standing(tx, filled[index] ?? { marks: {} }));
        expect([days, all.filter((mark) => !left.includes(mark))]).toEqual([days, gone.toSorted()]);
      }
      expect(await inside((tx) => standing(tx, foreign), there)).toEqual(foreignBefore);
      expect((await expire(store, here)).every(({ rows }) => rows === 0)).toBe(true);
    }, 60_000);

    it('stays while what it is about is open', async () => {
      const filled = await inside(async (tx) => {
        const mentor = await addPerson(tx, 'Maya', 'maya@rows.example.gov', 'UTC');
        const own = await fillFor(tx, 'Dora', mentor, tx.at.minus({ years: 9 }));
        await tx.manager.query(`update pairing set state = 'active', ended_at = null where mentee_id = $1`, [
          own.personId,
        ]);
        await tx.manager.query(`update request set state = 'waiting', ended_at = null where mentee_id = $1`, [
          own.personId,
        ]);
        await tx.manager.query(`update concern set state = 'open', closed_at = null where writer_id = $1`, [
          own.personId,
        ]);
        return own;
      });
      await expire(store, here);
      expect(await inside((tx) => standing(tx, filled))).toEqual(
        expect.arrayContaining([
          'request',
          'request words',
          'pairing',
          'pairing words',
          'note',
          'session',
          'concern',
          'notice',
        ]),
      );
    }, 60_000);
  });
}
