import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Tx } from '../../src/store';
import { fullMentorsSql, pairFactsSql, untoldSql, waitingFactsSql } from '../../src/store/digest';
import { cardText, type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';

const people = `${readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8').trimEnd()}
Olga Pete,olga@dpa.example.gov,DPA > Juneau,Specialist,America/New_York,,,t1,olga,coordinator@Juneau/bethel-nome-exchange;coordinator@Kotzebue/bethel-nome-exchange,,
Paul Orr,paul@dpa.example.gov,DPA > Juneau,Specialist,America/Juneau,T1,paul,,,coordinator@/another-program,,
Pam Lund,pam@dpa.example.gov,DPA > Anchorage,Manager,America/Anchorage,T1,pam,,,program_manager@/bethel-nome-exchange,,
`;
const clock = testClock();
let store: TestStore;
let house: House;

beforeEach(async () => {
  clock.set(DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' }));
  store = await anyStore({ clock });
  house = await openHouse(store, people, clock);
  await house.engine.heartbeat.beat();
}, 60_000);
afterEach(async () => {
  await house.close();
  await store.drop();
});

const inside = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
  const [row] = await store.sql('select organization_id as id from organization_index');
  return store.inOrganization(String(row?.id), undefined, work);
};
const rows = (sql: string): Promise<readonly Record<string, unknown>[]> => inside((tx) => tx.manager.query(sql));
const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone: 'utc' });
/** Every digest that this person got, as she reads it. */
const digests = (user: string): string[] =>
  house.sends.filter((send) => send.user === user && send.card.name === 'digest').map(({ card }) => cardText(card));
const hears = async (user: string, text: string, channel: 'slack' | 'teams' = 'slack'): Promise<string> =>
  (await house.say(channel, user, text))
    .flatMap((reply) => (reply.kind === 'card' ? [cardText(reply.card)] : []))
    .join('\n');
/** Ben asks Joan, and she says yes. */
async function pairUp(): Promise<string> {
  await house.say('slack', 'ben', 'find case notes');
  const joan = house.clientOf('slack', 'ben');
  const names = [...joan.cards.values()]
    .at(-1)
    ?.blocks.flatMap((block) => (block.block === 'person' ? [block.name] : []));
  await house.press('slack', 'ben', 'Ask', names?.indexOf('Joan Ek') ?? 0);
  await house.submit('slack', 'ben', { topic: 'case_notes', need: 'PRIVATE-NEED' });
  await house.settle();
  await house.press('slack', 'joan', 'Accept');
  await house.settle();
  return String((await rows('select pairing_id as id from pairing'))[0]?.id);
}

describe('the digest on Monday', () => {
  it('comes at 9:00 of each coordinator’s own time, in her own client, once; to nobody else', async () => {
    await house.moveTo(at('2026-11-23T13:59:00Z'));
    expect(digests('olga')).toHaveLength(0);
    await house.moveTo(at('2026-11-23T14:00:00Z'));
    expect([digests('olga').length, digests('nora').length]).toEqual([1, 0]);
    await house.moveTo(at('2026-11-23T18:00:00Z'));
    await house.moveTo(at('2026-11-29T18:00:00Z'));
    expect([digests('olga').length, digests('nora').length, digests('paul').length]).toEqual([1, 1, 1]);
    expect(house.sends.find(({ user }) => user === 'olga')?.channel).toBe('teams');
    expect(house.sends.filter(({ card }) => card.name === 'digest')).toHaveLength(3);
    await house.moveTo(at('2026-11-30T18:00:00Z'));
    expect([digests('olga').length, digests('nora').length]).toEqual([2, 2]);
    expect(await rows(`select distinct occurrence from notice where kind = 'digest' order by 1`)).toEqual([
      { occurrence: '2026-W48' },
      { occurrence: '2026-W49' },
    ]);
  }, 60_000);

  it('is one line in a quiet week, and says how to get fewer', async () => {
    expect(await hears('paul', 'digest')).toBe(
      '(good) A quiet week: no pair needs you, and nobody waits.\n' +
        'I write this on Mondays at 9 to whoever coordinates. To stop it, or to get it again, write: settings.',
    );
    expect(await hears('nora', 'settings')).toContain('Weekly digest');
  }, 60_000);

  it('comes once and says that it is late after a time without service', async () => {
    clock.set(at('2026-11-24T20:00:00Z'));
    await house.engine.heartbeat.beat();
    await house.engine.heartbeat.beat();
    await house.settle();
    expect(digests('nora')).toHaveLength(1);
    expect(digests('nora')[0]).toContain('This comes late: it was meant for Monday, November 23, 9:00 AM.');
    clock.set(at('2026-12-07T18:00:30Z'));
    await house.engine.heartbeat.beat();
    await house.settle();
    expect(digests('nora')).toHaveLength(2);
    expect(digests('nora')[1]).not.toContain('late');
  }, 60_000);

  it('is not told twice where the same Monday comes up again, be it by another process', async () => {
    await house.moveTo(at('2026-11-23T18:00:00Z'));
    await store.sql(`update due set due_at = '2026-11-23T18:00:00Z' where kind = 'digest'`);
    clock.set(at('2026-11-23T18:30:00Z'));
    await house.engine.heartbeat.beat();
    await house.settle();
    expect([digests('olga').length, digests('nora').length]).toEqual([1, 1]);
    const dues = await store.sql(
      `select distinct due_at from due where kind = 'digest' and due_at < '2026-11-30T18:00:00Z'`,
    );
    expect(dues.map((row) => row.due_at)).toEqual([new Date('2026-11-30T14:00:00Z')]);
  }, 60_000);

  it('ends with the role, and begins with it', async () => {
    await rows(`delete from person_role where role = 'coordinator' and unit_path = ''`);
    await house.moveTo(at('2026-11-24T00:00:00Z'));
    expect([digests('nora').length, digests('olga').length]).toEqual([0, 1]);
    expect(
      await rows(`select 1 from due d join person p on p.person_id = d.subject_id where p.name = 'Nora Bright'`),
    ).toEqual([]);
    await house.bring('name,email,roles\nVictor Hale,victor@dpa.example.gov,coordinator@/bethel-nome-exchange');
    await house.moveTo(at('2026-11-30T19:00:00Z'));
    expect(digests('victor')).toHaveLength(1);
  }, 60_000);

  it('of a week that is over says so, where it is drawn anew', async () => {
    await house.moveTo(at('2026-11-23T18:00:00Z'));
    clock.set(at('2026-11-30T17:00:00Z'));
    await inside(async (tx) =>
      house.foundation.ledger.redraw(tx, { kind: 'organization', id: tx.organizationId }, undefined),
    );
    await house.settle();
    const drawn = house.updates.filter(({ user }) => user === 'olga').map(({ card }) => card.name);
    expect(drawn).toEqual(['digest-over']);
  }, 60_000);
});

describe('what a digest holds', () => {
  it('a pair that has planned nothing for two weeks, and what can be done about it', async () => {
    const pairing = await pairUp();
    expect(await hears('nora', 'who has not met')).toContain('No pair of yours is quiet.');
    await house.moveTo(at('2026-12-03T20:00:00Z'));
    const text = await hears('nora', 'digest');
    expect(text).toContain('1 pair needs you:\n* Ben Carter and Joan Ek, Case note documentation\n');
    expect(text).toContain('Paired since November 18, and no meeting planned yet');
    expect(text).toContain('As expected 0, Nothing planned yet 1, Quiet 0');
    expect(text).toContain('All places taken: Joan Ek (1 of 1)');
    expect(text).not.toContain('PRIVATE');
    expect(text.split('\n').at(-1)).toContain('write: settings');
    await house.press('slack', 'nora', 'Ask both how it goes');
    await house.press('slack', 'nora', 'Ask both how it goes');
    await house.settle();
    for (const user of ['ben', 'joan'])
      expect(house.sends.filter((send) => send.user === user && send.card.name === 'how-it-goes')).toHaveLength(1);
    const [reply] = await house.press('slack', 'nora', 'Fine for 4 weeks');
    const redrawn = reply?.kind === 'card' ? cardText(reply.card) : '';
    expect(reply?.kind === 'card' && reply.as).toBe('replace');
    expect(redrawn).toContain('(good) Ben and Joan are marked as fine until December 31.\n(good) A quiet week');
    expect(await hears('nora', 'who has not met')).toContain('No pair of yours is quiet.');
    await house.moveTo(at('2027-01-02T20:00:00Z'));
    expect(await hears('nora', 'who has not met')).toContain('Ben Carter and Joan Ek');
    expect(await rows("select kind from event where kind like 'pairing.%' order by at, kind")).toEqual(
      expect.arrayContaining([{ kind: 'pairing.asked-after' }, { kind: 'pairing.fine' }]),
    );
    expect(pairing).toMatch(/^[0-9a-f-]{36}$/);
  }, 60_000);

  it('is of her own units and programs, and never names a pair to a program manager', async () => {
    await pairUp();
    await house.moveTo(at('2026-12-03T20:00:00Z'));
    for (const [user, channel] of [
      ['olga', 'teams'],
      ['paul', 'slack'],
      ['pam', 'slack'],
    ] as const)
      for (const words of ['digest', 'who has not met', 'show the waiting list'])
        expect(await hears(user, words, channel)).not.toContain('Ben Carter');
    for (const words of ['digest', 'who has not met', 'show the waiting list'])
      expect(await hears('ben', words)).toContain('Only a coordinator can do that.');
  }, 60_000);

  /** Two who have been paired for long, and have not met. */
  const quiet = (mentee: string, mentor: string) =>
    rows(`insert into pairing (organization_id, pairing_id, program_id, topic_id, mentee_id, mentor_id, kind, state, version, started_at)
      select e.organization_id, gen_random_uuid(), 'bethel-nome-exchange', 'excel', e.person_id, o.person_id, 'exchange', 'active', 1,
        '2026-10-01' from person e, person o where e.name = '${mentee}' and o.name = '${mentor}'`);

  it('holds nothing of a pair that is her own', async () => {
    await quiet('Nora Bright', 'Joan Ek');
    await quiet('Ben Carter', 'Joan Ek');
    const text = await hears('nora', 'digest');
    expect(text).toContain('1 pair needs you:');
    expect(text).not.toContain('Nora Bright');
  }, 60_000);

  it('sums up the units of a program manager, from five people on, and names nobody', async () => {
    for (const mentor of ['Joan Ek', 'Maya Okpik', 'Victor Hale', 'Rosa Diaz']) await quiet('Ben Carter', mentor);
    await quiet('Ana Reyes', 'Sam Ivanoff');
    expect(await hears('pam', 'digest')).toContain('Fewer than 5 people are paired here');
    await house.bring(
      `name,email,unit,roles\n${['North', 'South']
        .flatMap((unit) =>
          [1, 2, 3, 4, 5, 6].map((n) => `${unit} Person ${n},${unit}${n}@dpa.example.gov,DPA > ${unit},mentee`),
        )
        .join('\n')}`,
    );
    for (const n of [1, 2, 3, 4, 5, 6]) await quiet(`North Person ${n}`, 'Victor Hale');
    for (const n of [1, 2, 3, 4, 5]) await quiet(`South Person ${n}`, 'Victor Hale');
    const text = await hears('pam', 'digest');
    // Bethel and Nome are two people: the smaller of the two others goes with them.
    expect(text).toContain(
      '16 pairs in all\nNorth: 6 pairs, all not begun yet\nOther units together: 10 pairs, all not begun yet',
    );
    expect(text).toContain('Pairs by unit: North 6, Other units together 10');
    expect(text).toContain('Requests without an answer: fewer than 5 people');
    for (const words of ['digest', 'who has not met', 'show the waiting list'])
      expect(await hears('pam', words)).not.toMatch(/Ben|Ana|Joan|Victor|Person|South/);
    for (const n of [1, 2, 3, 4, 5, 6])
      await rows(
        `delete from pairing using person where mentee_id = person_id and name = 'North Person ${n}' returning 1`,
      );
    for (const n of [1, 2, 3, 4, 5])
      await rows(
        `delete from pairing using person where mentee_id = person_id and name = 'South Person ${n}' returning 1`,
      );
    expect(await hears('nora', 'digest')).toContain('5 pairs need you:');
    expect(await hears('nora', 'who has not met')).toContain('Ana Reyes and Sam Ivanoff');
    // Hers are those of Juneau and of Kotzebue.
    expect(await hears('olga', 'digest', 'teams')).toContain('2 pairs need you:');
  }, 60_000);

  it('tells nobody of another one’s pair, lets nobody mark or ask it, and notes who tried', async () => {
    const pairing = await pairUp();
    const act = (user: string, channel: 'slack' | 'teams', intent: string, more = {}) =>
      house.act(channel, user, { kind: 'action', token: { intent, args: { pairing, ...more } } }, 'some-card');
    for (const [user, channel] of [
      ['olga', 'teams'],
      ['paul', 'slack'],
      ['pam', 'slack'],
      ['ben', 'slack'],
      ['joan', 'slack'],
    ] as const) {
      for (const replies of [
        await act(user, channel, 'see-pair'),
        await act(user, channel, 'pair-fine', { weeks: 4 }),
        await act(user, channel, 'pair-not-fine'),
        await act(user, channel, 'ask-pair'),
      ])
        expect(replies.map((reply) => (reply.kind === 'card' ? reply.card.name : reply.kind))).toEqual([
          'refused-pair-not-seen',
        ]);
    }
    await house.settle();
    expect(await rows(`select 1 from pairing_fine`)).toEqual([]);
    expect(await rows(`select 1 from notice where kind = 'pair-asked'`)).toEqual([]);
    expect(await rows(`select 1 from audit where object_kind = 'pairing' and outcome = 'denied'`)).toHaveLength(20);
  }, 60_000);

  it('who was not reached, but for what was said in confidence', async () => {
    house.outcomes.push({ ok: false, because: 'unreachable', code: 'account_inactive' });
    await house.say('slack', 'ben', 'find interviewing');
    await house.press('slack', 'ben', 'Ask');
    await house.submit('slack', 'ben', { topic: 'interviewing', need: 'x' });
    await house.settle();
    const lost = await hears('nora', 'digest');
    expect(lost).toMatch(/- Did not reach: [\w ]+\. Please ask them to open Mentor Exchange/);
    expect(lost).not.toMatch(/May not have arrived|terviewing/);
    await rows(`update message set state = 'uncertain' where state = 'dead'`);
    const unclear = await hears('nora', 'digest');
    expect(unclear).toMatch(/- May not have arrived: [\w ]+\. Please ask whether they have heard from me\./);
    expect(unclear).not.toContain('Did not reach');
    await rows(
      `update notice set kind = 'concern-received' where message_id in (select message_id from message where state = 'uncertain')`,
    );
    expect(await hears('nora', 'digest')).not.toContain('arrived');
  }, 60_000);
});

it('is read by index, whatever else there is', async () => {
  const roles = JSON.stringify([{ names: true, unitPath: '', programId: '' }]);
  const plan = (sql: string, ...values: readonly unknown[]): Promise<string> =>
    inside(async (tx) => {
      await tx.manager.query('set local enable_seqscan = off');
      await tx.manager.query('set local enable_bitmapscan = off');
      const lines: Record<string, string>[] = await tx.manager.query(`explain ${sql}`, [
        tx.organizationId,
        roles,
        ...values,
      ]);
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });
  const me = '00000000-0000-4000-8000-000000000001';
  // What is over is much more than what runs.
  const two = `(select person_id from person where name = 'Ben Carter'), (select person_id from person where name = 'Joan Ek')`;
  const each = `(select organization_id from organization), gen_random_uuid()`;
  await rows(`insert into pairing (organization_id, pairing_id, program_id, topic_id, mentee_id, mentor_id, kind, state, version, started_at, ended_at, ended_by)
    select ${each}, 'p', 't', ${two}, 'exchange', 'ended', 1, now(), now(), 'mentor' from generate_series(1, 3000)`);
  await rows(`insert into request (organization_id, request_id, program_id, topic_id, mentee_id, mentor_id, state, version, asked_at, ended_at)
    select ${each}, 'p', 't', ${two}, 'declined', 1, now(), now() from generate_series(1, 3000)`);
  await rows(`insert into message (organization_id, message_id, person_id, state, key, created_at)
    select ${each}, (select person_id from person where name = 'Joan Ek'), 'sent', 'k', now() from generate_series(1, 3000)`);
  for (const table of ['pairing', 'request', 'message']) await store.sql(`analyze ${table}`);
  const plans = {
    pairs: await plan(pairFactsSql, me, new Date()),
    waiting: await plan(waitingFactsSql, me),
    full: await plan(fullMentorsSql),
    untold: await plan(untoldSql, new Date()),
  };
  for (const each of Object.values(plans)) expect(each).not.toMatch(/Seq Scan/);
  expect(plans.pairs).toMatch(/pairing_of_(mentor|mentee)/);
  expect(plans.pairs).toMatch(/meeting_(open|of_pairing)/);
  expect(plans.waiting).toMatch(/request_(of_mentor|waiting)/);
  expect(plans.full).toContain('mentor_full');
  expect(plans.untold).toContain('message_failed');
}, 60_000);
