import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Card, Inbound, Reply } from '../../src/chat';
import { cardText, type House, openHouse } from '../chat';
import { embeddedStore, onServer, serverStore, type TestStore, testClock } from '../databases';
import { atRest } from '../faults/crowd';

const csv = readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8');
const withoutCoordinator = csv.replace('coordinator@/bethel-nome-exchange', 'mentee');

const suites: [string, (options: Parameters<typeof embeddedStore>[0]) => Promise<TestStore>, typeof describe][] = [
  ['on PGlite', embeddedStore, describe],
  ['on PostgreSQL', serverStore, onServer],
];

const names = (replies: readonly Reply[]): string[] =>
  replies.map((reply) => (reply.kind === 'card' ? reply.card.name : reply.kind));
const only = (replies: readonly Reply[]): string => {
  const [first] = replies;
  return first?.kind === 'card' ? cardText(first.card) : (first?.kind ?? '');
};

for (const [where, open, suite] of suites) {
  suite(`an account that nobody has linked, ${where}`, () => {
    let store: TestStore;
    let house: House;

    const openWith = async (people: string): Promise<void> => {
      const clock = testClock();
      store = await open({ clock });
      house = await openHouse(store, people, clock);
    };
    afterEach(async () => {
      await house.close();
      await store.drop();
    }, 60_000);

    const rows = async (sql: string): Promise<Record<string, unknown>[]> => {
      const [organization] = await store.sql('select organization_id as id from organization_index');
      return store.inOrganization(String(organization?.id), undefined, (tx) => tx.manager.query(sql));
    };
    const is = (account: string, name: string, email?: string, guest = false): void => {
      house.profiles.set(account, { name, ...(email === undefined ? {} : { email }), guest });
    };
    const sentTo = (user: string): Card[] => house.sends.filter((sent) => sent.user === user).map((sent) => sent.card);

    it('is kept sealed while it waits, and nothing of it once it is settled', async () => {
      await openWith(csv);
      is('slack:kim', 'Kim Canary', 'kim.canary@elsewhere.example.org');
      await house.say('slack', 'kim', 'hello');
      await atRest(house);
      const [waiting] = await rows('select * from account_claim');
      expect(waiting).toMatchObject({ state: 'waiting', wanted: null, profile: expect.stringMatching(/^s1\.org\./) });
      expect(JSON.stringify(waiting)).not.toMatch(/canary/i);
      await house.press('slack', 'nora', 'Not one of us');
      expect(await rows('select state, profile, wanted from account_claim')).toEqual([
        { state: 'refused', profile: null, wanted: null },
      ]);
      expect(JSON.stringify(await rows('select * from event'))).not.toMatch(/canary/i);
      expect(await rows(`select action, outcome from audit where action like 'account.%'`)).toEqual([
        { action: 'account.refused', outcome: 'done' },
      ]);
    }, 60_000);

    it('is asked about outside any transaction, once, and again when its address is still not known', async () => {
      await openWith(csv);
      let asked = 0;
      house.platform.profile = async () => {
        asked += 1;
        // The embedded database has one connection: inside a transaction this would wait for ever.
        await rows('select 1');
        return { name: 'Kim', guest: false };
      };
      for (const text of ['hello', 'find interviewing', 'are you there?']) await house.say('slack', 'kim', text);
      await house.act('slack', 'kim', { kind: 'message', text: 'hello all' }, undefined, { place: 'shared' });
      expect(asked).toBe(1);
      house.clock.set(house.clock.now().plus({ minutes: 11 }));
      await house.say('slack', 'kim', 'hello');
      expect(asked).toBe(2);
    }, 60_000);

    it('is one of twenty that coordinators hear of one by one in an hour; the others wait in their list', async () => {
      await openWith(csv);
      for (let n = 0; n < 23; n += 1) await house.say('slack', `stranger${n}`, 'hello');
      await house.say('slack', 'stranger0', 'hello again');
      await atRest(house);
      const told = sentTo('nora').map((card) => card.name);
      expect(told.filter((name) => name === 'account-waiting')).toHaveLength(20);
      expect(told.filter((name) => name === 'many-waiting')).toHaveLength(1);
      expect(only(await house.say('slack', 'nora', 'accounts'))).toContain('23 accounts wait for a coordinator.');
      const second = await house.press('slack', 'nora', 'More accounts');
      expect(only(second)).toContain('[More accounts] [Back to the first]');
      await house.press('slack', 'nora', 'Not one of us');
      expect(only(await house.say('slack', 'nora', 'accounts'))).toContain('22 accounts wait');
      house.clock.set(house.clock.now().plus({ minutes: 61 }));
      await house.say('slack', 'late', 'hello');
      await atRest(house);
      expect(sentTo('nora').filter((card) => card.name === 'account-waiting')).toHaveLength(21);
    }, 120_000);

    it('is found a person by name or address, at most fifteen, wildcards being letters like others', async () => {
      const many = Array.from({ length: 20 }, (_, n) => `Zed Twin ${n},zed${n}@dpa.example.gov,,,,,,,,,,`).join('\n');
      await openWith(`${csv}${many}\n`);
      await house.say('slack', 'kim', 'hello');
      await atRest(house);
      await house.press('slack', 'nora', 'Link');
      const found = async (text: string): Promise<string[]> => {
        const [reply] = await house.search('slack', 'nora', text);
        return reply?.kind === 'choices' ? reply.options.map((option) => option.label) : [];
      };
      expect(await found('joan@')).toEqual(['Joan Ek']);
      expect(await found('EK')).toEqual(['Joan Ek']);
      expect(await found('zed')).toHaveLength(15);
      expect(await found('%%')).toEqual([]);
      expect(await found('__')).toEqual([]);
      expect(await found('j')).toEqual([]);
      expect(await found(`o' or true`)).toEqual([]);
    }, 60_000);

    it('is linked by a code of which only a mark is kept, and never where its organization turned it away', async () => {
      await openWith(csv);
      const shown = only(await house.say('slack', 'ben', 'link'));
      const code = /link (\S{4}-\S{4})\./.exec(shown)?.[1] ?? '';
      const [kept] = await rows('select * from link_code');
      expect(JSON.stringify(kept)).not.toContain(code.replace('-', ''));
      is('teams:kim', 'Kim');
      await house.say('teams', 'kim', 'hello');
      await atRest(house);
      await house.press('slack', 'nora', 'Not one of us');
      expect(names(await house.say('teams', 'kim', `link ${code}`))).toEqual(['account-refused']);
      is('teams:gil', 'Gil', undefined, true);
      expect(names(await house.say('teams', 'gil', `link ${code}`))).toEqual(['guest-refused']);
      expect(names(await house.say('teams', 'ben2', `link ${code.toLowerCase()}`))[0]).toBe('now-linked');
      expect(await rows(`select used_at is not null as used from link_code`)).toEqual([{ used: true }]);
      expect(await rows(`select facts from event where kind = 'account.linked'`)).toEqual([
        { facts: { how: 'code', channel: 'teams' } },
      ]);
    }, 60_000);

    // The embedded database takes seconds to start, and the rest is the same in both.
    if (where !== 'on PostgreSQL') return;

    it('with the address of somebody who has left is nobody’s, whatever it was asked before', async () => {
      await openWith(csv);
      is('slack:kim', 'A. Reyes', 'ana@dpa.example.gov');
      expect(names(await house.say('slack', 'kim', 'hello'))).toEqual(['are-you']);
      await rows(`update person set left_on = '2026-11-17' where email = 'ana@dpa.example.gov'`);
      expect(names(await house.press('slack', 'kim', 'Yes, that is me'))).toEqual(['coordinator-asked']);
      expect(await rows(`select 1 from identity where user_id = 'kim'`)).toEqual([]);
      await atRest(house);
      expect(sentTo('nora').map((card) => card.name)).toEqual(['account-waiting']);
      expect(names(await house.say('teams', 'ana', 'hello'))).toEqual(['no-longer-here']);
    }, 60_000);

    it('keeps nothing of what it wished for once it has said that it is somebody else', async () => {
      await openWith(csv);
      is('slack:kim', 'Kim', 'ana@dpa.example.gov');
      await house.say('slack', 'kim', 'find interviewing');
      expect(await rows('select wanted is not null as kept from account_claim')).toEqual([{ kept: true }]);
      await house.press('slack', 'kim', 'No');
      expect(await rows('select wanted is not null as kept from account_claim')).toEqual([{ kept: false }]);
    }, 60_000);

    it('of a coordinator whom nobody could reach before brings her all that waits for her', async () => {
      await openWith(csv.replace('T1,nora,,,coordinator', ',,,,coordinator'));
      await house.say('slack', 'kim', 'hello');
      await atRest(house);
      expect(house.sends).toEqual([]);
      is('slack:nb', 'N. Bright', 'nora@dpa.example.gov');
      await house.say('slack', 'nb', 'hello');
      await house.press('slack', 'nb', 'Yes, that is me');
      await atRest(house);
      expect(sentTo('nb').map((card) => card.name)).toEqual(['account-waiting']);
    }, 60_000);

    it('that never answers whose it is, is forgotten after a month', async () => {
      await openWith(csv);
      is('slack:kim', 'Kim', 'ana@dpa.example.gov');
      is('slack:lee', 'Lee', 'ben@dpa.example.gov');
      await house.say('slack', 'kim', 'hello');
      house.clock.set(house.clock.now().plus({ days: 29 }));
      await house.say('slack', 'lee', 'hello');
      expect(await rows('select user_id from account_claim order by user_id')).toHaveLength(2);
      house.clock.set(house.clock.now().plus({ days: 2 }));
      await house.say('slack', 'lee', 'hello');
      expect(await rows('select user_id from account_claim')).toEqual([{ user_id: 'lee' }]);
      expect(names(await house.press('slack', 'kim', 'Yes, that is me'))).toEqual(['are-you']);
    }, 60_000);

    it('cannot say yes or no for another account, and the try is noted', async () => {
      await openWith(csv);
      is('slack:kim', 'A. Reyes', 'ana@dpa.example.gov');
      await house.say('slack', 'kim', 'hello');
      const [button] = [...house.clientOf('slack', 'kim').cards.values()].flatMap((card) =>
        card.blocks.flatMap((block) => (block.block === 'buttons' ? block.buttons : [])),
      );
      if (!button || !('token' in button)) throw new Error('There is no button.');
      const replies = await house.act('slack', 'eve', { kind: 'action', token: button.token });
      expect(names(replies)).toEqual(['coordinator-asked']);
      expect(await rows(`select user_id from identity where user_id in ('kim', 'eve')`)).toEqual([]);
      expect(await rows(`select action, outcome from audit where outcome = 'denied'`)).toEqual([
        { action: 'account.confirm', outcome: 'denied' },
      ]);
    }, 60_000);

    it('without any coordinator hears whom to tell, and reaches the first one there is', async () => {
      await openWith(withoutCoordinator);
      expect(only(await house.say('slack', 'kim', 'hello'))).toContain('tell your administrator');
      await rows(`insert into person_role (organization_id, person_id, role, program_id)
        select organization_id, person_id, 'coordinator', 'bethel-nome-exchange' from person where name = 'Nora Bright'`);
      expect(names(await house.say('slack', 'kim', 'hello'))).toEqual(['still-waiting']);
      await atRest(house);
      expect(sentTo('nora').map((card) => card.name)).toEqual(['account-waiting']);
    }, 60_000);

    it('is told to coordinators of the whole organization first, to those of a program where there is none', async () => {
      await openWith(
        `${csv}Cora Whole,cora@dpa.example.gov,,,,T1,cora,,,coordinator,,\nOtis Gone,otis@dpa.example.gov,,,,T1,otis,,,coordinator,,\n`,
      );
      await rows(`update person set left_on = '2026-11-01' where name = 'Otis Gone'`);
      await house.say('slack', 'kim', 'hello');
      await atRest(house);
      expect(house.sends.map((sent) => sent.user)).toEqual(['cora']);
    }, 60_000);

    it('is nobody else’s business: who does not coordinate sees and finds nothing', async () => {
      await openWith(csv);
      is('slack:kim', 'Kim Canary');
      await house.say('slack', 'kim', 'hello');
      await atRest(house);
      const [{ id } = { id: '' }] = await rows('select claim_id as id from account_claim');
      const claim = String(id);
      for (const intent of ['claim', 'link-account', 'refuse-account', 'undo-claim']) {
        const replies = await house.act('slack', 'ben', { kind: 'action', token: { intent, args: { claim } } });
        expect(names(replies)).toEqual(['refused-coordinators-only']);
      }
      const token = { intent: 'link-account', args: { claim } };
      const values = { name: 'Ben Twin', email: 'twin@dpa.example.gov' };
      expect(names(await house.act('slack', 'ben', { kind: 'form', token, values }))).toEqual([
        'refused-coordinators-only',
      ]);
      const search: Inbound['kind'] = 'search';
      const find = { kind: search, token: { intent: 'find-person', args: {} }, text: 'joan' } as const;
      expect(await house.act('slack', 'ben', find)).toEqual([{ kind: 'choices', options: [] }]);
      expect(await house.act('slack', 'kim', find)).toEqual([]);
      expect(await rows(`select state from account_claim`)).toEqual([{ state: 'waiting' }]);
      expect(await rows(`select count(*)::int as n from audit where outcome = 'denied'`)).toEqual([{ n: 6 }]);
    }, 60_000);

    it('that is linked anew hears what was waiting for its person, and a guest is marked as one', async () => {
      await openWith(csv);
      is('teams:gil', 'Gil Guest', 'gil@partner.example.org', true);
      await house.say('teams', 'gil', 'hello');
      await house.press('teams', 'gil', 'Ask to be let in');
      await atRest(house);
      await house.press('slack', 'nora', 'Link');
      await house.submit('slack', 'nora', { name: 'Gil Guest', email: 'GIL@partner.example.org' });
      await atRest(house);
      expect(sentTo('gil').map((card) => card.name)).toEqual(['welcome-linked']);
      expect(await rows(`select email, guest from person where name = 'Gil Guest'`)).toEqual([
        { email: 'gil@partner.example.org', guest: true },
      ]);
      expect(
        await rows(`select kind from event where kind like 'account.%' or kind = 'person.added' order by kind`),
      ).toEqual([{ kind: 'account.claimed' }, { kind: 'account.linked' }, { kind: 'person.added' }]);
    }, 60_000);

    it('that was linked to the wrong person is taken back: nothing of hers is seen or redrawn there any more', async () => {
      await openWith(csv);
      is('teams:kim', 'Kim Doe');
      await house.say('teams', 'kim', 'hello');
      await atRest(house);
      await house.press('slack', 'nora', 'Link');
      await house.search('slack', 'nora', 'ben');
      const [ben] = house.clientOf('slack', 'nora').offered;
      await house.submit('slack', 'nora', { person: ben?.value ?? '' });
      await atRest(house);
      expect(sentTo('kim').map((card) => card.name)).toEqual(['welcome-linked']);
      expect(only(await house.press('slack', 'nora', 'Undo'))).toContain('Whose account is this?');
      expect(await rows(`select 1 from identity where user_id = 'kim'`)).toEqual([]);
      expect(await rows(`select 1 from message where channel = 'teams' and platform_id is not null`)).toEqual([]);
      expect(names(await house.say('teams', 'kim', 'mine'))).toEqual(['still-waiting']);
      await house.press('slack', 'nora', 'Link');
      await house.submit('slack', 'nora', { person: ben?.value ?? '' });
      await atRest(house);
      expect(sentTo('kim')).toHaveLength(2);
      expect(await rows(`select count(*)::int as n from audit where action = 'account.undone'`)).toEqual([{ n: 1 }]);
    }, 60_000);

    it('that its own person has linked is not taken back by a coordinator', async () => {
      await openWith(csv);
      is('teams:kim', 'Kim', 'ben@dpa.example.gov');
      await house.say('teams', 'kim', 'hello');
      await house.press('teams', 'kim', 'Yes, that is me');
      const [{ id } = { id: '' }] = await rows('select claim_id as id from account_claim');
      const token = { intent: 'undo-claim', args: { claim: String(id) } };
      const replies = await house.act('slack', 'nora', { kind: 'action', token });
      expect(only(replies)).toContain('That is already settled');
      expect(only(replies)).not.toContain('[Undo]');
      expect(await rows(`select 1 as linked from identity where user_id = 'kim'`)).toEqual([{ linked: 1 }]);
    }, 60_000);

    it('that a list of people has linked since waits no more', async () => {
      await openWith(csv);
      await house.say('slack', 'kim', 'hello');
      await atRest(house);
      await rows(`insert into identity (organization_id, channel, tenant, user_id, person_id)
        select organization_id, 'slack', 'T1', 'kim', person_id from person where name = 'Dora Alexie'`);
      expect(only(await house.say('slack', 'nora', 'accounts'))).toContain('No account is waiting');
      expect(only(await house.press('slack', 'nora', 'Not one of us'))).toContain('linked to Dora Alexie');
    }, 60_000);

    it('is not lost where the process dies while the platform is asked', async () => {
      await openWith(csv);
      const own = house.inbound('slack', 'kim', { kind: 'message', text: 'find interviewing' });
      await new Promise<void>((asked) => {
        house.platform.profile = () => {
          asked();
          return new Promise(() => undefined);
        };
        house.receive(own);
      });
      expect(await rows('select state, payload is not null as kept from inbound')).toEqual([
        { state: 'received', kept: true },
      ]);
      house.platform.profile = async () => ({ name: 'A. Reyes', email: 'ana@dpa.example.gov', guest: false });
      await rows(`update inbound set received_at = now() - interval '2 minutes'`);
      await house.engine.heartbeat.beat();
      expect(sentTo('kim').map((card) => card.name)).toEqual(['are-you']);
      expect(await rows('select state from inbound')).toEqual([{ state: 'done' }]);
    }, 60_000);
  });
}
