import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { tokens } from '../../src/cards';
import type { Act } from '../../src/chat';
import { labels } from '../../src/understanding';
import { type House, openHouse } from '../chat';
import { anyStore, type TestStore } from '../databases';
import { counted, patience } from './counted';

const people = readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8');
const names = Object.keys(tokens);

/** Tables of what lies between Ana and Joan: nothing that Ben sends may change a row of them. */
const theirs = [
  'request',
  'pairing',
  'session',
  'note',
  'meeting',
  'evaluation',
  'concern',
  'resource_person',
  'orientation',
];

const hostile = fc.constantFrom(
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  '‮txt',
  '<!channel>',
  "'; drop table request; --",
  `${'9'.repeat(400)}`,
  '2026-02-30',
  '-1',
  'NaN',
);
const word = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 30 }), hostile);
const field = fc.constantFrom(
  'topic',
  'need',
  'on',
  'minutes',
  'way',
  'summary',
  'note',
  'why',
  'reason',
  'words',
  'until',
  'person',
  'topics',
  'places',
  'answer',
  'points',
  'agenda',
  'kind',
  'who',
  'reader',
  'exchange',
  'first',
  'first_day',
  'first_time',
  'place',
  'date',
  'time',
  'question',
  'second',
  'third',
);
const values = fc.dictionary(field, fc.oneof(word, fc.array(word, { maxLength: 4 })), { maxKeys: 8 });
const argument = fc.constantFrom(
  'request',
  'pairing',
  'session',
  'meeting',
  'concern',
  'mentor',
  'topic',
  'draft',
  'version',
  'page',
  'who',
  'minutes',
  'on',
  'claim',
  'wish',
  'way',
  'quarter',
  'option',
  'intent',
  'of',
  'others',
  'points',
  'when',
);

describe('whatever anybody sends', () => {
  let store: TestStore;
  let house: House;
  let ids: readonly string[] = [];
  /** The same by the argument that takes them. */
  const byArgument = new Map<string, readonly string[]>();

  const rows = async (table: string): Promise<Record<string, unknown>[]> => {
    const [{ id } = { id: '' }] = await store.sql('select organization_id as id from organization_index');
    return store.inOrganization(String(id), undefined, (tx) =>
      tx.manager.query(`select * from ${table} order by 1, 2, 3`),
    );
  };
  const all = async (): Promise<unknown> => {
    const read: Record<string, unknown> = {};
    const [ben] = (await rows('person')).filter(({ name }) => name === 'Ben Carter');
    const isHis = (row: object): boolean => JSON.stringify(row).includes(String(ben?.person_id));
    // What he asks for himself is his own.
    for (const table of theirs) read[table] = (await rows(table)).filter((row) => !isHis(row));
    return read;
  };

  beforeAll(async () => {
    store = await anyStore({ poolSize: 10 });
    house = await openHouse(store, people);
    await house.say('teams', 'ana', 'find case notes');
    await house.press('teams', 'ana', 'Ask', 2);
    await house.submit('teams', 'ana', { topic: 'case_notes', need: 'Short notes' });
    await house.settle();
    await house.press('slack', 'joan', 'Accept');
    await house.settle();
    await house.say('teams', 'ana', 'log 45m with Joan yesterday by phone');
    await house.settle();
    await house.act('teams', 'ana', { kind: 'action', token: { intent: 'meet', args: {} } });
    await house.submit('teams', 'ana', { first_day: '2026-11-24', first_time: '14:00', minutes: '30', way: 'phone' });
    await house.settle();
    for (const [table, key] of [
      ['request', 'request'],
      ['pairing', 'pairing'],
      ['session', 'session'],
      ['meeting', 'meeting'],
      ['person', 'mentor'],
    ] as const)
      byArgument.set(
        key,
        (await rows(table)).map((row) => String(row[`${table}_id`])),
      );
    ids = [...byArgument.values()].flat();
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await store.drop();
  });

  it(
    'is answered with a sentence, and changes nothing between two other people',
    async () => {
      const before = await all();
      const outcomes = new Map<string, number>();
      const args = fc.dictionary(
        argument,
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...ids) },
          word,
          fc.integer({ min: -2, max: 2_000 }),
          fc.double(),
        ),
        { maxKeys: 4 },
      );
      const loose = fc.record({ intent: fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...names) }, word), args });
      // Arguments of the right form, with ids that are somebody else's.
      const known: Readonly<Record<string, fc.Arbitrary<string | number>>> = {
        version: fc.integer({ min: 1, max: 3 }),
        page: fc.integer({ min: 1, max: 3 }),
        option: fc.integer({ min: 1, max: 3 }),
        minutes: fc.integer({ min: 1, max: 60 }),
        points: fc.integer({ min: 1, max: 5 }),
        topic: fc.constantFrom('case_notes', 'interviewing'),
        intent: fc.constantFrom(...labels),
        others: fc.constantFrom('log_session,evaluate', 'x', 'help'),
        on: fc.constantFrom('2026-11-17', '2026-11-24'),
        when: fc.constantFrom('2026-11-24', '2026-12-24'),
        way: fc.constantFrom('phone', 'video'),
      };
      const fits = (key: string): fc.Arbitrary<string | number> =>
        known[key] ?? fc.constantFrom(...(byArgument.get(key) ?? ids));
      const fitting = fc.constantFrom(...Object.entries(tokens)).chain(([intent, { shape }]) => {
        const own = Object.fromEntries(Object.keys(shape).map((key) => [key, fits(key)]));
        return fc.record({ intent: fc.constant(intent), args: fc.record(own) });
      });
      const token = fc.oneof(fitting, loose);
      const act: fc.Arbitrary<Act> = fc.oneof(
        token.map((own): Act => ({ kind: 'action', token: own })),
        fc.tuple(token, values).map(([own, typed]): Act => ({ kind: 'form', token: own, values: typed })),
        fc.tuple(token, word).map(([own, text]): Act => ({ kind: 'search', token: own, text })),
        word.map((text): Act => ({ kind: 'message', text })),
      );
      await fc.assert(
        fc.asyncProperty(act, async (own) => {
          for (const reply of await house.act('slack', 'ben', own)) {
            const name = reply.kind === 'card' || reply.kind === 'stay' ? reply.card.name : reply.kind;
            outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
            if (name === 'apology') throw new Error(`This was a fault: ${JSON.stringify(own)}`);
          }
        }),
        { numRuns: counted(10_000) },
      );
      expect(await all()).toEqual(before);
      expect(outcomes.get('refused-not-yours') ?? 0).toBeGreaterThan(0);
    },
    patience,
  );
});
