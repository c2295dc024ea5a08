import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { rePairWords, token } from '../../src/cards';
import type { ChannelName, FormValues, Reply } from '../../src/chat';
import type { Tx } from '../../src/store';
import { cardText, type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';
import { idsByName } from '../faults/crowd';

const people = `${readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8').trimEnd()}
Olga Pete,olga@dpa.example.gov,DPA > Juneau,Specialist,America/New_York,,,t1,olga,coordinator@Juneau/bethel-nome-exchange,,
Paul Orr,paul@dpa.example.gov,DPA > Juneau,Specialist,America/Juneau,T1,paul,,,coordinator@/another-program,,
Pam Lund,pam@dpa.example.gov,DPA > Anchorage,Manager,America/Anchorage,T1,pam,,,program_manager@/bethel-nome-exchange,,
`;
const clock = testClock();
let store: TestStore;
let house: House;
let pairing: string;

const inside = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
  const [row] = await store.sql('select organization_id as id from organization_index');
  return store.inOrganization(String(row?.id), undefined, work);
};
const rows = (sql: string, ...values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> =>
  inside((tx) => tx.manager.query(sql, [...values]));

/** Two who are paired, and have not met. */
async function paired(mentee: string, mentor: string): Promise<string> {
  const ids = await idsByName(house);
  const [row] = await rows(
    `insert into pairing (organization_id, pairing_id, program_id, topic_id, mentee_id, mentor_id, kind, state, version, started_at)
     select organization_id, gen_random_uuid(), 'bethel-nome-exchange', 'interviewing', $1, $2, 'exchange', 'active', 1, '2026-10-01'
     from organization returning pairing_id as id`,
    ids.get(mentee),
    ids.get(mentor),
  );
  await rows('update mentor_profile set load = load + 1 where person_id = $1 returning 1', ids.get(mentor));
  await rows('update offer set open = false where mentor_id = $1 returning 1', ids.get(mentor));
  return String(row?.id);
}

beforeEach(async () => {
  // Saturday, two in the morning: nobody’s hours.
  clock.set(DateTime.fromISO('2026-11-21T11:00:00Z', { zone: 'utc' }));
  store = await anyStore({ clock });
  house = await openHouse(store, people, clock);
  await house.say('slack', 'ben', 'hello');
  await house.say('slack', 'joan', 'hello');
  pairing = await paired('Ben Carter', 'Joan Ek');
  await house.settle();
}, 60_000);
afterEach(async () => {
  await house.close();
  await store.drop();
});

type User = readonly [user: string, channel: ChannelName];
const nora: User = ['nora', 'slack'];
const press = ([user, channel]: User, intent: 're-pair' | 'write-both' | 'see-pair', more = {}) =>
  house.act(channel, user, { kind: 'action', token: { intent, args: { pairing, ...more } } }, 'some-card');
const send = ([user, channel]: User, intent: 're-pair' | 'write-both', values: FormValues, more = {}) =>
  house.act(channel, user, { kind: 'form', token: { intent, args: { pairing, ...more } }, values }, 'some-card');
const names = (replies: readonly Reply[]): string[] =>
  replies.map((reply) => (reply.kind === 'card' ? reply.card.name : reply.kind));
const textOf = (replies: readonly Reply[]): string =>
  replies.flatMap((reply) => (reply.kind === 'card' ? [cardText(reply.card)] : [])).join('\n');
const told = (user: string, name: string): string[] =>
  house.sends.filter((each) => each.user === user && each.card.name === name).map(({ card }) => cardText(card));
const others: readonly User[] = [
  ['olga', 'teams'],
  ['paul', 'slack'],
  ['pam', 'slack'],
  ['ben', 'slack'],
  ['joan', 'slack'],
  ['dora', 'slack'],
];

describe('a coordinator re-pairs', () => {
  it('and both hear it at once, at any hour, without why; the mentee is offered others and asks one herself', async () => {
    const [form] = await press(nora, 're-pair');
    expect(form?.kind === 'form' && form.form.token).toEqual(token('re-pair', { pairing, seen: '1-0-0' }));
    const done = await send(nora, 're-pair', { why: 'not-a-fit' }, { seen: '1-0-0' });
    expect(textOf(done)).toContain('Done. Ben and Joan are told, and Ben is offered other mentors.');
    await house.settle();
    const [ben] = told('ben', 're-paired-mentee');
    expect(ben).toContain('The program ended your exchange with Joan Ek about Interviewing Techniques.');
    expect(ben?.match(/\[Ask\]/gu)).toHaveLength(3);
    expect(ben).not.toContain('* Joan Ek');
    expect(told('joan', 're-paired-mentor')).toHaveLength(1);
    for (const { card } of house.sends)
      for (const words of Object.values(rePairWords)) expect(cardText(card)).not.toContain(words);
    expect(await rows('select state, ended_by, end_kind from pairing')).toEqual([
      { state: 'ended', ended_by: 'coordinator', end_kind: 'not-a-fit' },
    ]);
    expect(await rows(`select facts from event where kind = 'pairing.ended'`)).toEqual([
      { facts: { by: 'coordinator', why: 'not-a-fit', topic: 'interviewing' } },
    ]);
    expect(
      await rows(`select load, bool_and(o.open) as open from mentor_profile m join offer o on o.mentor_id = m.person_id
      join person p on p.person_id = m.person_id where p.name = 'Joan Ek' group by load`),
    ).toEqual([{ load: 0, open: true }]);
    expect(await rows('select 1 from request')).toEqual([]);
    await house.press('slack', 'ben', 'Ask');
    await house.submit('slack', 'ben', { topic: 'interviewing', need: 'x' });
    expect(await rows('select state from request')).toEqual([{ state: 'waiting' }]);
  }, 60_000);

  it('offers to keep a wish where there is nobody else', async () => {
    await rows('update offer set open = false where topic_id = $1 returning 1', 'interviewing');
    await send(nora, 're-pair', { why: 'other' });
    await house.settle();
    expect(told('ben', 're-paired-mentee')[0]).toContain('[Keep my wish] [Browse topics] [Help]');
  }, 60_000);

  it('once, however often it is sent, and hears what happened already', async () => {
    const all = await Promise.all([1, 2, 3].map(() => send(nora, 're-pair', { why: 'other' }, { seen: '1-0-0' })));
    await house.settle();
    const texts = all.map(textOf);
    expect(texts.filter((text) => text.includes('Done.'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('so that Ben finds somebody else. So I did nothing'))).toHaveLength(2);
    expect([told('ben', 're-paired-mentee').length, told('joan', 're-paired-mentor').length]).toEqual([1, 1]);
    expect(await rows(`select count(*)::int as n from event where kind = 'pairing.ended'`)).toEqual([{ n: 1 }]);
    const again = await press(nora, 're-pair', { from: 'digest' });
    expect(textOf(again)).toContain('A coordinator ended the exchange of Ben Carter and Joan Ek on November 21');
  }, 60_000);

  it('not where the two have met, planned a meeting or gone on since she looked; that is said on the pair as it stands', async () => {
    await house.say('slack', 'ben', 'log 30m with Joan yesterday by phone');
    await house.settle();
    const met = await send(nora, 're-pair', { why: 'other' }, { seen: '1-0-0' });
    expect(textOf(met)).toContain('(info) Ben and Joan have met meanwhile, so I did nothing just now.');
    expect(textOf(met)).toContain('They met: once, on November 20');
    const planned = await send(nora, 're-pair', { why: 'other' }, { seen: '1-1-1' });
    expect(textOf(planned)).toContain('Something has changed between Ben and Joan meanwhile');
    const older = await send(nora, 're-pair', { why: 'other' }, { seen: '7-1-0' });
    expect(textOf(older)).toContain('Something has changed between Ben and Joan meanwhile');
    expect(await rows('select state from pairing')).toEqual([{ state: 'active' }]);
    // What the form shows is what counts from there on.
    const [form] = await press(nora, 're-pair', { seen: '1-0-0' });
    expect(form?.kind === 'form' && form.form.token.args.seen).toBe('1-1-0');
  }, 60_000);

  it('only for a reason of the list', async () => {
    for (const why of ['', 'goal-reached', 'x'])
      expect((await send(nora, 're-pair', { why }))[0]).toMatchObject({ kind: 'form', errors: { why: /./ } });
    expect(await rows('select state from pairing')).toEqual([{ state: 'active' }]);
  }, 60_000);

  it('nobody else does, nor writes to both, nor a coordinator whose own pair it is, nor who coordinates no more', async () => {
    const refused = ['refused-pair-not-seen'];
    const tries = async (user: User): Promise<void> => {
      expect([user[0], names(await press(user, 're-pair'))]).toEqual([user[0], refused]);
      expect([user[0], names(await send(user, 're-pair', { why: 'other' }))]).toEqual([user[0], refused]);
      expect([user[0], names(await press(user, 'write-both'))]).toEqual([user[0], refused]);
      expect([user[0], names(await send(user, 'write-both', { words: 'x' }))]).toEqual([user[0], refused]);
    };
    for (const user of others) await tries(user);
    expect(await rows(`select 1 from audit where object_kind = 'pairing' and outcome = 'denied'`)).toHaveLength(24);
    const first = pairing;
    pairing = await paired('Nora Bright', 'Joan Ek');
    await tries(nora);
    pairing = await paired('Dora Alexie', 'Nora Bright');
    await tries(nora);
    pairing = first;
    await press(nora, 're-pair');
    await rows(`delete from person_role where role = 'coordinator' and unit_path = '' returning 1`);
    await tries(nora);
    await house.settle();
    expect(await rows(`select 1 from pairing where state = 'ended'`)).toEqual([]);
    expect(await rows('select 1 from pair_letter')).toEqual([]);
    expect(house.sends.filter(({ card }) => /^(re-paired|pair-letter)/u.test(card.name))).toEqual([]);
  }, 60_000);
});

describe('a coordinator writes to both', () => {
  const draft = '00000000-0000-4000-8000-000000000077';

  it('in her own name, once, sealed, until it is over', async () => {
    const [form] = await press(nora, 'write-both');
    const args = form?.kind === 'form' ? form.form.token.args : {};
    for (const words of ['', 'x'.repeat(1501)])
      expect((await send(nora, 'write-both', { words }, args))[0]).toMatchObject({
        kind: 'form',
        errors: { words: /./ },
      });
    const words = 'PRIVATE: how about next week? <!channel> *bold*';
    await Promise.all([1, 2].map(() => send(nora, 'write-both', { words }, args)));
    const sent = await send(nora, 'write-both', { words }, { ...args, from: 'digest' });
    expect(textOf(sent)).toContain('Ben and Joan get your words now, and can answer you directly.');
    expect(textOf(sent)).not.toContain('PRIVATE');
    await house.settle();
    for (const [user, other] of [
      ['ben', 'Joan Ek'],
      ['joan', 'Ben Carter'],
    ] as const)
      expect(told(user, 'pair-letter')).toEqual([
        `# Nora Bright writes to you and ${other}\n${words}\nNora coordinates the program, and sent you both the same words.\n[Write to Nora -> chat] [Help]`,
      ]);
    expect(JSON.stringify(await rows('select * from pair_letter'))).not.toContain('PRIVATE');
    await rows('delete from pair_letter returning 1');
    await inside((tx) => house.foundation.ledger.redraw(tx, { kind: 'pairing', id: pairing }, undefined));
    await house.settle();
    const redrawn = house.updates.map(({ card }) => card.name);
    expect(redrawn.filter((name) => name === 'letter-gone')).toHaveLength(2);
  }, 60_000);

  it('also where the pair has ended meanwhile: nothing that she typed is lost', async () => {
    await send(nora, 're-pair', { why: 'other' });
    const sent = await send(nora, 'write-both', { words: 'Thank you both' }, { draft });
    expect(textOf(sent)).toContain('get your words now');
  }, 60_000);
});
