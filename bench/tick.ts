import { join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '../src/config';
import { createLedger, openQueue } from '../src/delivery';
import { messagesDue, nudgesDue } from '../src/schedule/nudges';
import { houseOf } from '../src/services';
import { readPrograms } from '../src/start/house';
import type { Store } from '../src/store';
import { type BenchDatabase, freshDatabase } from './database';
import { report } from './report';
import { organizationId, programId, seed } from './seed';

const few = 10_000;
const many = 1_000_000;
const dueNow = 1000;
const atOnce = 100_000;
const quiet = { warn: () => undefined };

/** How many people there are to so many pairings: mentors and mentees from the same pool. */
const people = (pairings: number): number => pairings / 5;

const pairId = (n: string): string => `('10000000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const personId = (n: string): string => `('20000000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** So many pairs of which the first thousand have been quiet for forty days, and all others for ten. */
const fillSql = (pairings: number): readonly string[] => [
  `insert into pairing (organization_id, pairing_id, program_id, topic_id, mentee_id, mentor_id, kind, state, version,
     mentee_goes_on, mentor_goes_on, started_at)
   select $1, ${pairId('n')}, '${programId}', 'case_notes', ${personId(`n % ${people(pairings)}`)},
     ${personId(`(n + 1) % ${people(pairings)}`)}, 'exchange', 'active', 1, false, false, now() - interval '90 days'
   from generate_series($2::int, $3::int) n`,
  `insert into session (organization_id, session_id, pairing_id, state, version, held_on, minutes, way, topic_id, logged_by, logged_at)
   select $1, gen_random_uuid(), ${pairId('n')}, 'logged', 1, current_date - case when n < ${dueNow} then 40 else 10 end, 30, 'phone',
     'case_notes', ${personId(`n % ${people(pairings)}`)}, now() from generate_series($2::int, $3::int) n`,
  `insert into event (organization_id, event_id, at, kind, actor_id, pairing_id, facts)
   select $1, gen_random_uuid(), now() - interval '60 days', 'session.logged', ${personId(`n % ${people(pairings)}`)}, ${pairId('n')}, '{}'
   from generate_series($2::int, $3::int) n`,
  `insert into notice (organization_id, notice_id, person_id, kind, about_kind, about_id, occurrence, state, created_at)
   select $1, gen_random_uuid(), ${personId(`n % ${people(pairings)}`)}, 'nudge-met', 'pairing', ${pairId('n')}, 'before', 'told',
     now() - interval '50 days' from generate_series($2::int, $3::int) n`,
  `insert into due (organization_id, kind, subject_id, due_at)
   select $1, 'nudge', ${pairId('n')}, now() + case when n < ${dueNow} then interval '-1 minute' else interval '10 days' end
   from generate_series($2::int, $3::int) n`,
];

async function fill(store: Store, pairings: number): Promise<void> {
  await store.inOrganization(organizationId, undefined, (tx) =>
    tx.manager.query(
      `insert into person (organization_id, person_id, name, email, zone, wrapped_key)
       select $1, ${personId('n')}, 'Person ' || n, 'person.' || n || '@example.gov', 'America/Anchorage', 'none'
       from generate_series(0, $2::int) n`,
      [organizationId, people(pairings) - 1],
    ),
  );
  for (let from = 0; from < pairings; from += atOnce)
    await store.inOrganization(organizationId, undefined, async (tx) => {
      for (const sql of fillSql(pairings))
        await tx.manager.query(sql, [organizationId, from, Math.min(from + atOnce, pairings) - 1]);
    });
  for (const table of ['person', 'pairing', 'session', 'event', 'notice', 'due', 'meeting', 'message'])
    await store.sql(`vacuum analyze ${table}`);
}

/** Blocks that this database has read so far, from memory or not; what a connection did counts once it is closed. */
async function blocksRead(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ blocks: string }>(
    'select blks_hit + blks_read as blocks from pg_stat_database where datname = current_database()',
  );
  await client.end();
  return Number(rows[0]?.blocks);
}

/** What one tick reads with a thousand pairs due and, the next morning, their two thousand messages. */
async function tick(
  database: BenchDatabase,
  pairings: number,
): Promise<{ readonly blocks: number; readonly nudges: number }> {
  const filling = await database.open();
  await seed(filling, 10, ['case_notes']);
  await fill(filling, pairings);
  await filling.close();
  const before = await blocksRead(database.url);
  const store = await database.open();
  const queue = await openQueue(store, quiet);
  const { programs, catalog } = await readPrograms(join(projectRoot, 'programs'));
  const parts = { store, house: houseOf(programs, catalog, createLedger(queue), undefined), log: quiet };
  while ((await nudgesDue.ask(parts, new Date())) > 0);
  const tomorrow = new Date(Date.now() + 5 * 24 * 3_600_000);
  while ((await messagesDue.ask(parts, tomorrow)) > 0);
  const [written] = await store.inOrganization(organizationId, undefined, (tx) =>
    tx.manager.query(`select count(*)::int as nudges from notice where state = 'waiting' and kind = 'nudge-met'`),
  );
  await queue.stop();
  await store.close();
  return { blocks: (await blocksRead(database.url)) - before, nudges: Number(written?.nudges) };
}

/** Blocks read by a tick with 1,000 due, at 1,000,000 pairings and at 10,000; a certificate, not a time. */
export async function benchTick(server: string): Promise<void> {
  const read: number[] = [];
  for (const pairings of [few, many]) {
    const database = await freshDatabase(server);
    try {
      const { blocks, nudges } = await tick(database, pairings);
      if (nudges !== 2 * dueNow) throw new Error(`${nudges} nudges were written of ${2 * dueNow}.`);
      read.push(blocks);
    } finally {
      await database.drop();
    }
  }
  const [floor = 0, ours = 0] = read;
  report({
    bench: 'tick',
    name: `blocks read by a tick with ${dueNow} pairs due, at ${many} pairings, to the same at ${few}`,
    unit: 'blocks',
    floor,
    ours,
    ratio: ours / floor,
    target: 1.5,
  });
}
