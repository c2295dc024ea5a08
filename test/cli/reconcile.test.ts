import { rmSync } from 'node:fs';
import { booksText, reconcileCommand } from '../../src/cli/reconcile';
import { readConfig } from '../../src/config';
import { queues } from '../../src/delivery';
import { type Books, organizationIds, reconcile } from '../../src/store';
import { LockedError, lockDirectory } from '../../src/store/lock';
import { faultsIn } from '../books';
import { type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';
import { crowd, inside, menteeName, mentorName } from '../faults/crowd';
import { migratedFolder } from '../templates';

const ana = menteeName(0);
const joan = mentorName(0);
const nowhere = '00000000-0000-4000-8000-00000000dead';

describe('mentor reconcile', () => {
  let store: TestStore;
  let house: House;
  const clock = testClock();

  /** One request, accepted, with a meeting to come and a session logged and confirmed. */
  beforeAll(async () => {
    store = await anyStore({ clock });
    house = await openHouse(store, crowd({ mentees: 2, mentors: 1, places: 3 }), clock);
    await house.say('slack', ana, 'find interviewing');
    await house.press('slack', ana, 'Ask');
    await house.submit('slack', ana, { topic: 'interviewing', need: 'A word' });
    await house.settle();
    await house.press('slack', joan, 'Accept');
    await house.settle();
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await store.drop();
  }, 60_000);

  const run = (sql: string) => inside(house, sql);
  /** How the books stand after that, which is taken back again. */
  const broken = async (sql: string): Promise<Books> => {
    const [id = ''] = await organizationIds(store);
    let books: Books | undefined;
    const takenBack = new Error('Taken back.');
    const breaking = store.inOrganization(id, undefined, async (tx) => {
      await tx.manager.query(sql);
      books = await reconcile({ ...store, inOrganization: (_, __, work) => work(tx) }, queues);
      throw takenBack;
    });
    await expect(breaking).rejects.toBe(takenBack);
    if (!books) throw new Error('Nothing was counted.');
    return books;
  };

  it('finds nothing wrong where nothing is', async () => {
    expect(
      await run(`select kind from event where kind in ('request.asked', 'pairing.started') order by kind`),
    ).toEqual([{ kind: 'pairing.started' }, { kind: 'request.asked' }]);
    const books = await reconcile(store, queues);
    expect(books).toMatchObject({ organizations: 1, uncertain: 0, sought: 0 });
    expect(await faultsIn(store)).toEqual({});
    expect(booksText(books)).toContain('All 9 numbers are 0.');
  }, 60_000);

  const message = (
    state: string,
  ) => `insert into message (organization_id, message_id, person_id, state, key, created_at, sending_since)
    select organization_id, gen_random_uuid(), person_id, '${state}', 'k', now(), now() - interval '4 minutes' from person limit 1`;
  const job = (organization: string, queue = 'delivery') => `insert into pgboss.job (name, data) select '${queue}',
    json_build_object('organizationId', ${organization}, 'messageId', '${nowhere}', 'task', 'send') from organization`;

  it.each<[string, string, Record<string, number>]>([
    [
      'an event of which nobody was told',
      `update notice set occurrence = occurrence || 'x', kind = 'other' where kind = 'request-asked'`,
      { 'events-without-notice': 1 },
    ],
    [
      'an event about something else than was told',
      `update notice set about_id = '${nowhere}' where kind = 'request-answered'`,
      { 'events-without-notice': 1 },
    ],
    [
      'a notice that waits at a message that is sent',
      `update notice set state = 'waiting' where kind = 'request-answered'`,
      { 'notices-without-message': 1 },
    ],
    [
      'a notice that waits at no message',
      `update notice set state = 'waiting', message_id = null where kind = 'request-answered'`,
      { 'notices-without-message': 1, 'messages-without-notice': 1 },
    ],
    [
      'a message that says nothing',
      `update notice set state = 'suppressed', message_id = null where notice_id = (
         select notice_id from notice where kind = 'orientation' order by notice_id limit 1)`,
      { 'messages-without-notice': 1 },
    ],
    [
      'a notice that was told by a message that was not sent',
      `update message set state = 'dead' where message_id = (select message_id from notice where kind = 'request-answered')`,
      { 'told-and-not-sent': 1 },
    ],
    [
      'a message that waits and has no job',
      `with m as (${message('queued')} returning organization_id, person_id, message_id)
       insert into notice (organization_id, notice_id, person_id, kind, about_kind, about_id, occurrence, message_id, state, created_at)
       select organization_id, gen_random_uuid(), person_id, 'x', 'topic', gen_random_uuid(), '1', message_id, 'waiting', now() from m`,
      { 'messages-without-job': 1 },
    ],
    [
      'a message in doubt that nobody looks for',
      `with m as (${message('uncertain')} returning organization_id, person_id, message_id)
       insert into notice (organization_id, notice_id, person_id, kind, about_kind, about_id, occurrence, message_id, state, created_at)
       select organization_id, gen_random_uuid(), person_id, 'x', 'topic', gen_random_uuid(), '1', message_id, 'waiting', now() from m`,
      { 'messages-without-job': 1 },
    ],
    [
      'a send that never ended',
      `with m as (${message('sending')} returning organization_id, person_id, message_id)
       insert into notice (organization_id, notice_id, person_id, kind, about_kind, about_id, occurrence, message_id, state, created_at)
       select organization_id, gen_random_uuid(), person_id, 'x', 'topic', gen_random_uuid(), '1', message_id, 'waiting', now() from m`,
      { 'sending-too-long': 1 },
    ],
    ['a job for no message', job('organization_id'), { 'jobs-without-message': 1 }],
    [
      'a place that is taken by nobody',
      `update mentor_profile set load = load + 1 where load = 1`,
      { 'places-counted-wrongly': 1 },
    ],
    [
      'a place that is free and should not be',
      'update mentor_profile set load = 0 where load = 1',
      { 'places-counted-wrongly': 1 },
    ],
    [
      'something due about nobody',
      `insert into due select organization_id, 'digest', '${nowhere}', now() from organization`,
      { 'due-without-subject': 1 },
    ],
    [
      'something due of a kind that nobody knows',
      `insert into due select organization_id, 'surprise', person_id, now() from person limit 1`,
      { 'due-without-subject': 1 },
    ],
  ])('counts %s, and nothing else', async (_, sql, wrong) => {
    const books = await broken(sql);
    expect(Object.fromEntries(Object.entries(books.faults).filter(([, number]) => number !== 0))).toEqual(wrong);
    expect(booksText(books)).toContain(`${Object.keys(wrong).length} of 9 numbers are not 0.`);
  });

  it('tells of uncertain messages, and does not count them as a fault', async () => {
    const books = await broken(`with n as (
        update notice set state = 'waiting' where kind = 'request-answered' returning message_id)
      update message set state = 'uncertain', sending_since = null where message_id in (select message_id from n)`);
    expect(booksText(books)).toContain('All 9 numbers are 0.');
    expect(booksText(books)).toContain('whether they arrived: 1.');
  });

  it('mends by its heartbeat what has no job', async () => {
    const before = house.sends.length;
    await run(`with n as (update notice set state = 'waiting' where kind = 'request-answered' returning message_id)
      update message set state = 'queued', platform_id = null where message_id in (select message_id from n)`);
    expect(await faultsIn(store)).toEqual({ 'messages-without-job': 1 });
    await house.engine.heartbeat.beat();
    await house.settle();
    expect(house.sends.slice(before).map((send) => [send.user, send.card.name])).toEqual([[ana, 'request-accepted']]);
    expect(await faultsIn(store)).toEqual({});
  }, 60_000);

  it('counts jobs of an organization that is not here, until the worker takes them away', async () => {
    await run(job('organization_id', 'delivery-dead'));
    await store.sql(
      `update pgboss.job set data = jsonb_set(data, '{organizationId}', '"${nowhere}"') where name = 'delivery-dead'`,
    );
    expect(await faultsIn(store)).toEqual({ 'jobs-without-message': 1 });
    await house.settle();
    expect(await faultsIn(store)).toEqual({});
  }, 60_000);
});

describe('mentor reconcile, as a command', () => {
  it('reads the embedded database, prints, and exits by what it found', async () => {
    const folder = await migratedFolder();
    const read = readConfig({ MENTOR_DATA_DIR: folder });
    if (!read.ok) throw new Error('The configuration has faults.');
    const said: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
    try {
      expect(await reconcileCommand.run(['--json'], read.config)).toBe(0);
      expect(JSON.parse(said.join(''))).toMatchObject({ well: true, organizations: 0, uncertain: 0 });
      const giveBack = lockDirectory(folder);
      await expect(reconcileCommand.run([], read.config)).rejects.toThrow(LockedError);
      giveBack();
    } finally {
      write.mockRestore();
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
