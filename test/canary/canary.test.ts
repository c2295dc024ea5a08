import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import express from 'express';
import { token } from '../../src/cards';
import { healthRoutes } from '../../src/http';
import { intents } from '../../src/intents/registry';
import { pack } from '../../src/intents/stored';
import { figuresOf } from '../../src/start/figures';
import { recordInbound } from '../../src/store';
import { type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';
import { crowd, idsByName, inside } from '../faults/crowd';
import { crawler, type Persona } from './crawl';
import { dumpOf } from './dump';

const mark = `kanarie${randomBytes(6).toString('hex')}`;
let planted = 0;
const plant = (where: string): string => {
  planted += 1;
  return `${mark} ${planted} ${where}`;
};

const mentee: Persona = { channel: 'slack', user: 'mentee000' };
const mentor: Persona = { channel: 'slack', user: 'mentor000' };
const others: readonly Persona[] = [
  { channel: 'teams', user: 'mentee001' },
  { channel: 'teams', user: 'mentor001', prefers: 'decline' },
  { channel: 'slack', user: 'mentor002', prefers: 'decline' },
];
const coordinator: Persona = { channel: 'slack', user: 'nora', prefers: 'claim' };
const leaver: Persona = { channel: 'slack', user: 'mentee002' };
const stranger: Persona = { channel: 'slack', user: 'kim' };

describe('what people write in confidence', () => {
  const clock = testClock();
  const logged: string[] = [];
  const hear = (fields: object, message: string): void => void logged.push(JSON.stringify([fields, message]));
  const log = { info: hear, warn: hear, error: hear };
  let store: TestStore;
  let house: House;
  let played: ReturnType<typeof crawler>['played'];
  let midway: ReadonlyMap<string, readonly string[]>;

  const organizationId = async (): Promise<string> =>
    String((await store.sql('select organization_id as id from organization_index'))[0]?.id);
  const hits = (dump: ReadonlyMap<string, readonly string[]>): string[] =>
    [...dump].flatMap(([table, rows]) => rows.filter((row) => row.toLowerCase().includes(mark)).map(() => table));
  /** Everything that a service records is away for a moment: whatever it did before is undone, and it fails. */
  const broken = async <T>(work: () => Promise<T>): Promise<T> => {
    for (const table of ['event', 'notice', 'message']) await store.sql(`alter table ${table} rename to ${table}_away`);
    try {
      return await work();
    } finally {
      for (const table of ['event', 'notice', 'message'])
        await store.sql(`alter table ${table}_away rename to ${table}`);
    }
  };
  const say = async ({ channel, user }: Persona, text: string): Promise<void> => {
    await house.say(channel, user, text);
    await house.settle();
  };

  /** The same two once more, in another topic. */
  const another = async (pairing: string): Promise<string> => {
    const [row] = await inside(
      house,
      `insert into pairing (organization_id, pairing_id, program_id, topic_id, mentee_id, mentor_id, kind, state, version, started_at)
       select organization_id, gen_random_uuid(), program_id, 'excel', mentee_id, mentor_id, kind, 'active', 1, started_at
       from pairing where pairing_id = $1 returning pairing_id as id`,
      [pairing],
    );
    return String(row?.id);
  };

  beforeAll(async () => {
    store = await anyStore({ clock });
    // Words that are kept while they wait: what was named in an unclear text, and a second wish.
    const listen: Parameters<typeof openHouse>[5] = (usual) => (text, heard) =>
      text.includes('unclear')
        ? { intent: 'agenda', slots: { text }, confidence: 0.3, alternatives: ['goals'], why: [text], after: text }
        : usual(text, heard);
    house = await openHouse(store, crowd({ mentees: 3, mentors: 3, places: 3 }), clock, randomUUID, log, listen);
    const crawl = crawler(house, plant, broken);
    played = crawl.played;
    house.outcomes.push(
      { ok: false, because: 'busy', code: 'ratelimited', retryAfterSeconds: 0 },
      { ok: false, because: 'unknown', code: 'timeout' },
    );
    // A stranger whom nobody knows, with a wish and a profile of her own.
    house.profiles.set('slack:kim', { name: plant('profile'), email: 'kim@elsewhere.example.org', guest: true });
    await say(stranger, `I would like ${plant('wish of a stranger')}`);
    await crawl.press(stranger, 3);
    // A form that is left as it came back.
    await say(leaver, 'find interviewing');
    await house.press(leaver.channel, leaver.user, 'Ask');
    await house.submit(leaver.channel, leaver.user, { need: `${plant('left')} ${'x'.repeat(2000)}` });
    for (const text of [`find ${plant('topic')}`, plant('words')]) await say(mentee, text);
    const ids = await idsByName(house);
    for (const name of ['mentor000', 'mentor001', 'mentor002'])
      await crawl.open(mentee, token('ask', { mentor: ids.get(name) ?? '', topic: 'interviewing' }));
    const asked = async (name: string) => {
      const [row] = await inside(
        house,
        'select request_id as request, version from request where mentor_id = $1 and mentee_id = $2',
        [ids.get(name), ids.get('mentee000')],
      );
      return { request: String(row?.request), version: Number(row?.version) };
    };
    await crawl.open(others[2] ?? mentor, token('ask-more', await asked('mentor002')));
    await crawl.open(mentee, token('tell-more', await asked('mentor002')));
    await crawl.open(others[1] ?? mentor, token('decline', await asked('mentor001')));
    await crawl.open(mentor, token('accept', await asked('mentor000')));
    const [pair] = await inside(house, 'select pairing_id as id from pairing');
    const pairing = String(pair?.id);
    for (const form of ['sit-in', 'agenda', 'meet', 'log', 'concern', 'nudge-later'] as const)
      await crawl.open(mentee, token(form, { pairing }));
    const [held] = await inside(house, 'select session_id as id, version from session');
    await crawl.open(mentor, token('correct-session', { session: String(held?.id), version: Number(held?.version) }));
    await crawl.open(mentor, token('note', { session: String(held?.id) }));
    await crawl.open(mentor, token('evaluate', { pairing }));
    for (const text of ['overview', 'accounts']) await say(coordinator, text);
    for (const persona of [coordinator, mentor, mentee]) await crawl.press(persona, 12);
    for (const persona of [mentee, leaver]) await say(persona, plant('unclear'));
    midway = await dumpOf(store);
    await crawl.open(mentor, token('mentor-form', {}));
    await crawl.open(mentor, token('pause', {}));
    await crawl.open(mentor, token('settings-form', {}));
    await crawl.open(coordinator, token('days-off-change', {}));
    await crawl.open(coordinator, token('day-off-add', {}));
    await crawl.open(coordinator, token('days-off-change', {}));
    const [claim] = await inside(house, 'select claim_id as id from account_claim');
    await crawl.open(coordinator, token('link-account', { claim: String(claim?.id) }));
    await crawl.open(coordinator, token('write-both', { pairing }));
    await crawl.open(coordinator, token('re-pair', { pairing: await another(pairing) }));
    await crawl.open(mentee, token('end', { pairing }));
    for (const persona of others) await crawl.press(persona, 6);
    house.outcomes.push({ ok: false, because: 'unreachable', code: 'user_not_found' });
    const unfinished = house.inbound('slack', 'mentee000', { kind: 'message', text: plant('unfinished') });
    const id = await organizationId();
    await store.inOrganization(id, undefined, (tx) => recordInbound(tx, unfinished.id, pack(unfinished)));
  }, 600_000);
  afterAll(async () => {
    await house.close();
    await store.drop();
  });

  it('went through every form that the product has: wrongly, while something was broken, and rightly', () => {
    const all = [...intents.values()].filter(({ takesForm }) => takesForm).map(({ name }) => name);
    const missed = (how: 'wrong' | 'failed' | 'sent'): string[] =>
      all.filter((name) => !(played.get(name)?.[how] ?? 0));
    // A form that is missing here needs a way to it, above.
    expect({ wrong: missed('wrong'), failed: missed('failed'), sent: missed('sent') }).toEqual({
      wrong: [],
      failed: [],
      sent: [],
    });
    expect(planted).toBeGreaterThan(20);
  });

  it('reached those for whom it was meant', () => {
    const seen = (user: string): boolean =>
      [...house.clients].some(
        ([key, client]) => key.endsWith(`:${user}`) && JSON.stringify([...client.cards.values()]).includes(mark),
      );
    expect(['mentor000', 'mentor001', 'mentor002'].some(seen)).toBe(true);
  });

  it('is in no row of any table, be it of the queue, in the middle and at the end', async () => {
    expect(hits(midway)).toEqual([]);
    const dump = await dumpOf(store);
    expect(hits(dump)).toEqual([]);
    expect([...dump.keys()]).toEqual(
      expect.arrayContaining(['public.draft', 'public.pair_letter', 'public.request', 'pgboss.job']),
    );
    expect((midway.get('public.conversation') ?? []).length).toBeGreaterThan(1);
    for (const table of ['request', 'draft', 'inbound', 'account_claim', 'notice', 'audit', 'event'])
      expect([table, (dump.get(`public.${table}`) ?? []).length > 0]).toEqual([table, true]);
  });

  it('is in no log and no metric', async () => {
    expect(logged.some((line) => line.includes('turn.failed'))).toBe(true);
    expect(logged.filter((line) => line.toLowerCase().includes(mark))).toEqual([]);
    house.metrics.show(figuresOf(store, house.foundation.queue, house.clock));
    const app = express().use(
      healthRoutes(
        {
          database: async () => true,
          lastLook: () => undefined,
          freeBytes: undefined,
          lastBeat: house.engine.heartbeat.lastBeat,
          draining: () => false,
          slack: undefined,
          realNow: () => new Date(),
        },
        house.metrics.registry,
      ),
    );
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    server.closeAllConnections();
    server.close();
    expect(metrics).toContain('mentor_outbox_depth');
    expect(metrics).toMatch(/mentor_inbound_total\{channel="slack",kind="form",result="failed"\} [1-9]/);
    expect(metrics.toLowerCase()).not.toContain(mark);
  });

  it('would be found, were it in plain words in a column of any table', async () => {
    const [{ id } = { id: '' }] = await inside(house, 'select person_id as id from draft limit 1');
    await store.sql('alter table draft add column title text');
    await inside(house, `update draft set title = $2 where person_id = $1 returning 1`, [id, plant('plain')]);
    expect(new Set(hits(await dumpOf(store)))).toEqual(new Set(['public.draft']));
    await store.sql('alter table draft drop column title');
    expect(hits(await dumpOf(store))).toEqual([]);
  });

  it('is not in the dump that pg_dump makes, where that is at hand', async () => {
    const { options } = store.dataSource;
    const own = 'url' in options && typeof options.url === 'string' ? new URL(options.url) : undefined;
    const admin = process.env.TEST_DATABASE_URL;
    const [{ major } = { major: 0 }] = await store.sql(
      `select current_setting('server_version_num')::int / 10000 as major`,
    );
    if (!own || !admin || versionOf('pg_dump') < Number(major)) return;
    const url = new URL(admin);
    url.pathname = own.pathname;
    const dump = execFileSync('pg_dump', ['--inserts', url.toString()], { encoding: 'utf8', maxBuffer: 1e9 });
    expect(dump).toContain('INSERT INTO public.request');
    expect(dump.toLowerCase()).not.toContain(mark);
  });
});

/** The major version of a program of PostgreSQL; 0 where it is not there. A dump is made by one as new as the server. */
const versionOf = (program: string): number => {
  try {
    return Number(/ (\d+)\./u.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[1] ?? 0);
  } catch {
    return 0;
  }
};
