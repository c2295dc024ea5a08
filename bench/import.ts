import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createLedger } from '../src/delivery';
import type { Catalog, Program } from '../src/programs';
import { houseOf, importPeople } from '../src/services';
import { addressOfAccount } from '../src/start/addresses';
import type { Store } from '../src/store';
import type { BenchDatabase } from './database';
import { seeded } from './random';
import { report } from './report';

const people = 50_000;
const badRows = 500;
const columns =
  'name,email,unit,grade,hired_on,appointment,supervisor_email,time_zone,left_on,slack_team,slack_user,teams_tenant,teams_user,roles,mentor_topics,mentor_capacity';
const zones = ['America/Anchorage', 'America/Juneau', 'America/Adak', 'America/New_York', 'America/Chicago'];
const today = '2026-11-18';

/** A list as an HR system writes it: 500 offices, a chain of command, everybody in Slack, half in Teams, a tenth mentors. */
function listOf(count: number, bad: number, topicIds: readonly string[]): string {
  const random = seeded(11);
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const every = bad === 0 ? Number.POSITIVE_INFINITY : Math.floor(count / bad);
  const rows = Array.from({ length: count }, (_, at) => {
    const office = Math.floor(random() * 500);
    const boss = at === 0 ? '' : `person.${Math.floor(at / 12)}@agency.example.gov`;
    const teams = at % 2 === 0 ? `7e4d1c58-0000-4000-8000-00000000aaaa,${randomUUID()}` : ',';
    const mentor = at % 10 === 3 ? `mentor,${pick(topicIds)};${pick(topicIds)},${1 + (at % 4)}` : ',,';
    const zone = at % every === every - 1 ? 'Nowhere' : pick(zones);
    return `Person Number ${at},person.${at}@agency.example.gov,Agency > Division ${office % 25} > Office ${office},GS-${5 + (at % 10)},2015-04-06,permanent,${boss},${zone},,T0BENCH,U${at},${teams},${mentor}`;
  });
  return `${columns}\n${rows.join('\n')}\n`;
}

/** The same rows by COPY into a bare table with one key: what the server itself needs for them. Seconds. */
async function copySeconds(url: string, text: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const fields = columns.split(',').map((name) => `${name} text${name === 'email' ? ' primary key' : ''}`);
    await client.query(`create table bare_copy (${fields.join(', ')})`);
    const began = process.hrtime.bigint();
    await pipeline(Readable.from([text]), client.query(copyFrom('copy bare_copy from stdin (format csv, header)')));
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    await client.query('drop table bare_copy');
    return seconds;
  } finally {
    await client.end();
  }
}

type Parts = { readonly programs: readonly Program[]; readonly catalog: Catalog };

async function importSeconds(store: Store, { programs, catalog }: Parts, text: string) {
  const house = houseOf(programs, catalog, createLedger({ enqueue: async () => undefined }));
  const firstProgram = house.programs.get('bethel-nome-exchange');
  if (!firstProgram) throw new Error('The first program is missing.');
  const began = process.hrtime.bigint();
  const parts = { store, newId: randomUUID, house, firstProgram, addressOf: addressOfAccount };
  const result = await importPeople(parts, text, { full: false, today });
  return { seconds: Number(process.hrtime.bigint() - began) / 1e9, result };
}

/** 50,000 people into an empty database on a server, once more unchanged, and with 500 bad rows among them. */
export async function benchImport(fresh: () => Promise<BenchDatabase>, parts: Parts): Promise<void> {
  const topicIds = parts.catalog.topics.map(({ id }) => id);
  for (const bad of [0, badRows]) {
    const database = await fresh();
    try {
      const store = await database.open();
      try {
        const text = listOf(people, bad, topicIds);
        const floor = await copySeconds(database.url, text);
        const first = await importSeconds(store, parts, text);
        const again = await importSeconds(store, parts, text);
        report({
          bench: 'import',
          name: `${people} people, ${bad} bad rows, on PostgreSQL`,
          unit: 's',
          ours: first.seconds,
          target: 60,
          rowsPerSecond: people / first.seconds,
          copy: floor,
          timesCopy: first.seconds / floor,
          added: first.result.added,
          refused: first.result.faults.length,
          againUnchanged: again.seconds,
          peakMegabytes: process.resourceUsage().maxRSS / 1024,
        });
      } finally {
        await store.close();
      }
    } finally {
      await database.drop();
    }
  }
}
