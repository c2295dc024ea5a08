import { tokens } from '../../src/cards';
import type { Reply } from '../../src/chat';
import { intents } from '../../src/intents/registry';
import { openWorld, type Pair, type World } from './world';

/** Those who are no part of the pair, whatever else they are here. */
const outsiders = ['ben', 'leo', 'sue', 'nora', 'pam', 'rita', 'cora'] as const;

type Args = Readonly<Record<string, string | number>>;

/** What can stand in a token, by the name of the argument: whatever of the pair has such an id. */
async function argumentsOf(pair: Pair, world: World): Promise<readonly Args[]> {
  const others: Args[] = [];
  for (const name of ['meeting', 'evaluation', 'concern'])
    for (const { id } of await world.rows(`select ${name}_id as id from ${name}`)) others.push({ [name]: String(id) });
  const single: readonly Args[] = [
    ...[pair.request, pair.waiting, pair.declined].map((request) => ({ request })),
    { pairing: pair.pairing },
    { who: pair.names.mentee },
    ...Object.values(pair.sessions).map((session) => ({ session })),
    ...others,
    {},
  ];
  return single.flatMap((args) => [args, { ...args, version: 1 }]);
}

const takes = (intent: string, args: Args): boolean =>
  Object.entries(tokens).some(([name, schema]) => name === intent && schema.safeParse(args).success);

/** What only coordinators do, each by right: tried cell by cell elsewhere. */
const byRole = new Set([
  'claim',
  'accounts',
  'link-account',
  'refuse-account',
  'undo-claim',
  'open-topic',
  'close-topic',
]);

/** What the coordinators of the pair do about it by right. */
const coordinates = new Set(['re-pair', 'write-both']);
const coordinators = new Set(['nora', 'cora']);

const values = {
  reason: 'other',
  why: 'other',
  words: 'by a stranger',
  on: '2026-11-10',
  minutes: '20',
  way: 'phone',
  topic: 'organization',
  summary: 'by a stranger',
  note: 'by a stranger',
};
const private_ = /CANARY-(?:need|suits|reason|summary|note|agenda|helped)-A/;
const untouched: readonly string[] = [
  'select * from request where request_id = any($1) order by request_id',
  'select * from pairing where pairing_id = any($1)',
  'select * from meeting where pairing_id = any($1)',
  'select * from session where pairing_id = any($1) order by session_id',
  'select * from note where session_id = any($1) order by session_id, person_id',
];

/** Who may be told which private words of the first pair: those to whom they were written. */
const readers: Readonly<Record<string, readonly string[]>> = {
  need: ['ana', 'joan', 'wendy', 'victor'],
  suits: ['ana', 'joan', 'wendy', 'victor'],
  reason: ['ana', 'victor'],
  summary: ['ana', 'joan'],
  note: [],
  concern: ['nora'],
};

describe('whoever is no part of a pair', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    // A meeting that was to be over by now: whether it took place is for its two to say.
    await world.rows(
      `insert into meeting (organization_id, meeting_id, pairing_id, state, version, proposed_by, options, minutes, way, starts_at,
         proposed_at, settled_at)
       select organization_id, gen_random_uuid(), pairing_id, 'past', 1, mentee_id, '{}', 30, 'phone', started_at, started_at, started_at
       from pairing where pairing_id = $1 returning 1`,
      [world.a.pairing],
    );
  }, 300_000);
  afterAll(() => world.close(), 60_000);

  it.each(outsiders)(
    '%s reads and changes nothing of it, by any button or form of the product',
    async (user) => {
      const { request, waiting, declined, pairing, sessions } = world.a;
      const ids = [request, waiting, declined, pairing, ...Object.values(sessions)];
      const rowsOf = async () => {
        const found: unknown[] = [];
        for (const sql of untouched) found.push(await world.rows(sql, [ids]));
        return found;
      };
      const before = await rowsOf();
      const leaks: string[] = [];
      const all = await argumentsOf(world.a, world);
      let tried = 0;
      for (const intent of intents.keys()) {
        if (byRole.has(intent) || (coordinates.has(intent) && coordinators.has(user))) continue;
        for (const args of all.filter((each) => takes(intent, each))) {
          const replies: readonly Reply[] = [
            ...(await world.press(user, intent, args)),
            ...(await world.send(user, intent, args, values)),
          ];
          tried += 2;
          if (private_.test(JSON.stringify(replies))) leaks.push(`${intent} ${JSON.stringify(args)}`);
        }
      }
      expect(leaks).toEqual([]);
      expect(await rowsOf()).toEqual(before);
      expect(tried).toBeGreaterThan(80);
    },
    300_000,
  );

  it('is told none of its words: each card that was ever sent or redrawn has gone to those it was written to', () => {
    const told = [...world.house.sends, ...world.house.updates].flatMap(({ user, card }) =>
      Object.entries(readers).flatMap(([what, users]) =>
        JSON.stringify(card).includes(`CANARY-${what}-A`) ? [{ what, user, allowed: users.includes(user) }] : [],
      ),
    );
    expect(told.filter(({ allowed }) => !allowed)).toEqual([]);
    expect(new Set(told.map(({ what }) => what))).toEqual(new Set(['need', 'suits', 'reason', 'summary', 'concern']));
  });
});
