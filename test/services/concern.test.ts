import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Token } from '../../src/chat';
import { concernsOf } from '../../src/services';
import { organizationIds, peopleById, personByEmail } from '../../src/store';
import { cardText, type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';

const header = 'name,email,unit,slack_team,slack_user,roles';
const people = `${readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8').trimEnd()}
Olga Pete,olga@dpa.example.gov,DPA > Bethel,Specialist,America/Anchorage,T1,olga,,,coordinator@Bethel/bethel-nome-exchange;mentor,organization,2
Mara Lind,mara@dpa.example.gov,DPA,Manager,America/Anchorage,T1,mara,,,program_manager@/bethel-nome-exchange,,
`;
const secret = 'CANARY-7F3 they laugh at me';

describe('a concern', () => {
  let store: TestStore;
  let house: House;
  let logged: string[];

  beforeEach(async () => {
    const clock = testClock();
    store = await anyStore({ clock });
    logged = [];
    const log = (...all: unknown[]): void => void logged.push(JSON.stringify(all));
    house = await openHouse(store, people, clock, randomUUID, { info: log, warn: log, error: log });
  }, 60_000);
  afterEach(async () => {
    await house.close();
    await store.drop();
  });

  const rows = async (sql: string): Promise<Record<string, unknown>[]> => {
    const [id = ''] = await organizationIds(store);
    return store.inOrganization(id, undefined, (tx) => tx.manager.query(sql));
  };
  const idOf = async (user: string): Promise<string> =>
    String((await rows(`select person_id as id from person where email = '${user}@dpa.example.gov'`))[0]?.id);
  const handler = async (): Promise<unknown> =>
    (await rows('select p.name, c.state from concern c left join person p on p.person_id = c.handler_id'))[0];
  /** What the handler of today holds in her chat of a concern. */
  const held = (user: string): string[] =>
    [...house.clientOf('slack', user).cards.values()].filter(({ name }) => name.startsWith('concern')).map(cardText);

  /** Ana, in Bethel, is paired with this mentor in this topic. */
  async function pair(channel: 'slack' | 'teams', mentor: string, topic: string): Promise<string> {
    const before = await rows('select pairing_id as id from pairing');
    const [target] = await rows(`select person_id as id from person where email = '${mentor}@dpa.example.gov'`);
    await house.act('teams', 'ana', {
      kind: 'action',
      token: { intent: 'ask', args: { mentor: String(target?.id), topic } },
    });
    await house.submit('teams', 'ana', { topic, need: 'a word' });
    await house.settle();
    await house.press(channel, mentor, 'Accept');
    await house.settle();
    const known = new Set(before.map(({ id }) => id));
    return String((await rows('select pairing_id as id from pairing')).find(({ id }) => !known.has(id))?.id);
  }
  const open = (args: Token['args'] = {}) =>
    house.act('teams', 'ana', { kind: 'action', token: { intent: 'concern', args } });
  async function write(values: Record<string, string> = {}): Promise<string> {
    await house.submit('teams', 'ana', { kind: 'behavior', words: secret, ...values });
    await house.settle();
    return String((await rows('select concern_id as id from concern'))[0]?.id);
  }
  const readersNamed = (): readonly string[] => {
    const field = house.clientOf('teams', 'ana').form?.form.fields.find(({ id }) => id === 'reader');
    return field?.field === 'choice' ? field.options.map(({ label, detail }) => `${label}, ${detail}`) : [];
  };
  const introOf = (): string => {
    const intro = house.clientOf('teams', 'ana').form?.form.intro ?? [];
    return cardText({ name: '', summary: '', blocks: intro });
  };
  const press = (user: string, intent: string, concern: string) =>
    house.act('slack', user, { kind: 'action', token: { intent, args: { concern } } }, undefined);
  const said = async (user: string, intent: string, concern: string): Promise<string> =>
    (await press(user, intent, concern)).map((reply) => (reply.kind === 'card' ? reply.card.name : reply.kind)).join();

  it('goes to the coordinator nearest to its writer, and names who could read it before it is sent', async () => {
    const pairing = await pair('slack', 'joan', 'case_notes');
    await open({ pairing });
    expect(readersNamed()).toEqual([
      'Olga Pete, coordinator, Bethel',
      'Nora Bright, coordinator, Anchorage',
      'Mara Lind, program manager, DPA',
    ]);
    expect(introOf()).toContain('I do not tell Joan.');
    await write({ reader: await idOf('olga') });
    expect(await handler()).toEqual({ name: 'Olga Pete', state: 'open' });
    expect(held('olga').join()).toContain(secret);
    for (const other of ['nora', 'mara', 'joan']) expect(held(other)).toEqual([]);
  });

  it('never goes to a party: neither to the mentor it may be about, nor to another one of its writer', async () => {
    const pairing = await pair('slack', 'olga', 'organization');
    await open({ pairing });
    expect(readersNamed()).toEqual(['Nora Bright, coordinator, Anchorage', 'Mara Lind, program manager, DPA']);
    expect((await write({ reader: await idOf('olga') })) === 'undefined').toBe(true);
    expect(house.clientOf('teams', 'ana').errors).toEqual({
      reader: 'They cannot read this one. Please pick somebody of this list.',
    });
  });

  it('goes to a program manager where no coordinator may read it, and says who that is', async () => {
    await house.bring('name,email,left_on\nNora Bright,nora@dpa.example.gov,2026-11-18');
    const pairing = await pair('slack', 'olga', 'organization');
    await open({ pairing });
    expect(introOf()).toContain('Mara Lind (program manager, DPA) reads this, and nobody else. I do not tell Olga.');
    await write();
    expect(await handler()).toEqual({ name: 'Mara Lind', state: 'open' });
  });

  it('says honestly that nobody could read it, and how else to get help', async () => {
    await house.bring(
      'name,email,left_on\nNora Bright,nora@dpa.example.gov,2026-11-18\nMara Lind,mara@dpa.example.gov,2026-11-18\nOlga Pete,olga@dpa.example.gov,2026-11-18',
    );
    expect(await open()).toMatchObject([{ kind: 'card', card: { name: 'nobody-for-concern' } }]);
  });

  it('is asked again with all that was typed where its reader is gone by the time it is sent', async () => {
    await open();
    await house.bring('name,email,left_on\nOlga Pete,olga@dpa.example.gov,2026-11-18');
    const replies = await house.submit('teams', 'ana', { kind: 'time', words: secret, reader: await idOf('olga') });
    expect(replies).toMatchObject([
      { kind: 'form', values: { kind: 'time', words: secret, reader: await idOf('nora') }, errors: { reader: /pick/ } },
    ]);
    expect(await rows('select 1 from concern')).toEqual([]);
  });

  it('leaves its words in no row, job or log but under the key of its writer', async () => {
    const pairing = await pair('slack', 'joan', 'case_notes');
    await open({ pairing });
    const id = await write({ reader: await idOf('olga') });
    await press('olga', 'take-concern', id);
    await press('olga', 'close-concern', id);
    await house.settle();
    const tables = await store.sql(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity`,
    );
    const all = [JSON.stringify(await store.sql('select * from pgboss.job'))];
    for (const { name } of tables) all.push(JSON.stringify(await rows(`select * from ${String(name)}`)));
    expect([...all, ...logged].join()).not.toContain('CANARY');
    expect(await rows('select words from concern')).toEqual([{ words: expect.stringMatching(/^s1\.person\./u) }]);
  });

  it('counts as an event of nobody, about nothing', async () => {
    const pairing = await pair('slack', 'joan', 'case_notes');
    await open({ pairing });
    await press('olga', 'take-concern', await write({ reader: await idOf('olga') }));
    const events = await rows(
      `select kind, actor_id, pairing_id, person_id, facts from event where kind like 'concern.%' order by at, kind`,
    );
    const nobody = { actor_id: null, pairing_id: null, person_id: null, facts: {} };
    expect(events).toEqual([
      { kind: 'concern.opened', ...nobody },
      { kind: 'concern.taken', ...nobody },
    ]);
  });

  it('notes who read it, and who tried what is not theirs', async () => {
    const pairing = await pair('slack', 'joan', 'case_notes');
    await open({ pairing });
    const id = await write({ reader: await idOf('olga') });
    for (const user of ['joan', 'nora', 'mara', 'ben'])
      for (const intent of ['show-concern', 'take-concern', 'close-concern'])
        expect(await said(user, intent, id)).toBe('refused-not-your-concern');
    expect(await said('olga', 'take-concern', id)).toBe('');
    const audit = await rows(
      `select p.email, a.action, a.outcome, count(*)::int as n from audit a join person p on p.person_id = a.actor_id
       where a.object_kind = 'concern' and a.object_id = '${id}' group by 1, 2, 3 order by 1, 2, 3`,
    );
    const denied = ['ben', 'joan', 'mara', 'nora'].flatMap((user) =>
      ['close', 'read', 'take'].map((action) => ({
        email: `${user}@dpa.example.gov`,
        action,
        outcome: 'denied',
        n: 1,
      })),
    );
    expect(audit.filter(({ outcome }) => outcome === 'denied')).toEqual(denied);
    const done = audit.filter(({ outcome }) => outcome === 'done');
    expect(done).toMatchObject([{ email: 'olga@dpa.example.gov', action: 'read' }]);
  });

  it('is one, however often its form is sent', async () => {
    await open();
    const form = house.clientOf('teams', 'ana').form;
    const reader = await idOf('olga');
    const values = { kind: 'other', words: secret, reader, exchange: 'none' };
    for (let times = 0; times < 3; times += 1)
      await house.act('teams', 'ana', { kind: 'form', token: form?.form.token ?? { intent: '', args: {} }, values });
    await house.settle();
    expect(await rows('select 1 from concern')).toHaveLength(1);
    expect(held('olga')).toHaveLength(1);
    expect(await rows(`select 1 from notice where kind = 'concern-shown'`)).toHaveLength(1);
  });

  it('is not told where it is about an exchange of two other people', async () => {
    const pairing = await pair('slack', 'joan', 'case_notes');
    const replies = await house.act('slack', 'ben', {
      kind: 'action',
      token: { intent: 'concern', args: { pairing } },
    });
    expect(replies).toMatchObject([{ card: { name: 'refused-not-your-pairing' } }]);
    expect(await rows(`select 1 from audit where outcome = 'denied' and object_kind = 'pairing'`)).toHaveLength(1);
  });

  describe('is handed on', () => {
    let id: string;
    beforeEach(async () => {
      await open({ pairing: await pair('slack', 'joan', 'case_notes') });
      id = await write({ reader: await idOf('olga') });
      await house.press('slack', 'olga', 'I take care of it');
    });

    /** Nora has it now, untaken; Olga has none of its words any more; Ana knows. */
    async function isWithNora(): Promise<void> {
      await house.settle();
      expect(await handler()).toEqual({ name: 'Nora Bright', state: 'open' });
      expect(held('nora').join()).toContain(secret);
      expect(held('olga').join()).not.toContain('CANARY');
      const own = [...house.clientOf('teams', 'ana').cards.values()].map(cardText).join();
      expect(own).toContain('Nora Bright has got it');
      expect(own).not.toContain('CANARY');
      expect(await said('olga', 'close-concern', id)).toBe('refused-not-your-concern');
    }

    it('when its handler leaves', async () => {
      await house.bring('name,email,left_on\nOlga Pete,olga@dpa.example.gov,2026-11-18');
      await house.settle();
      expect(await handler()).toEqual({ name: 'Nora Bright', state: 'open' });
      expect(held('nora').join()).toContain(secret);
    });

    it('when the day comes on which its handler leaves', async () => {
      await house.bring('name,email,left_on\nOlga Pete,olga@dpa.example.gov,2026-11-20');
      expect(await handler()).toEqual({ name: 'Olga Pete', state: 'taken' });
      await house.moveTo(house.clock.now().plus({ days: 2 }));
      expect(await handler()).toEqual({ name: 'Nora Bright', state: 'open' });
    });

    it('when its handler does not coordinate any more', async () => {
      await house.bring(`${header}\nOlga Pete,olga@dpa.example.gov,DPA > Bethel,T1,olga,mentee`);
      await isWithNora();
    });

    it('at the latest when its handler acts without the role', async () => {
      await rows(`delete from person_role where person_id = '${await idOf('olga')}'`);
      expect(await said('olga', 'show-concern', id)).toBe('refused-not-your-concern');
      expect(await said('olga', 'close-concern', id)).toBe('refused-not-your-concern');
      await isWithNora();
    });

    it('when its handler becomes the mentor of its writer', async () => {
      await pair('slack', 'olga', 'organization');
      await isWithNora();
    });

    it('never to the one before whom its reader was chosen, as it may be about that one', async () => {
      await rows('delete from concern');
      await open();
      await house.submit('teams', 'ana', {
        kind: 'other',
        words: secret,
        reader: await idOf('nora'),
        exchange: 'none',
      });
      await house.bring('name,email,left_on\nNora Bright,nora@dpa.example.gov,2026-11-18');
      expect(await handler()).toEqual({ name: 'Mara Lind', state: 'open' });
    });

    it('and is kept for the next one where nobody is left', async () => {
      const leavers = ['Nora Bright,nora', 'Mara Lind,mara', 'Olga Pete,olga'];
      await house.bring(
        ['name,email,left_on', ...leavers.map((who) => `${who}@dpa.example.gov,2026-11-18`)].join('\n'),
      );
      expect(await handler()).toEqual({ name: null, state: 'open' });
      await house.bring(`${header}\nPia Ost,pia@dpa.example.gov,DPA,T1,pia,coordinator`);
      await house.settle();
      expect(await handler()).toEqual({ name: 'Pia Ost', state: 'open' });
      expect(held('pia').join()).toContain(secret);
    });
  });

  it('goes on to the next one where no message reaches its handler', async () => {
    await open();
    // The first two that are sent are Ana's own card and Olga's, in either order.
    const never = { ok: false, because: 'refused', code: 'account_inactive' } as const;
    house.outcomes.push(never, never);
    await write({ reader: await idOf('olga'), exchange: 'none' });
    expect(await handler()).toEqual({ name: 'Nora Bright', state: 'open' });
    expect(held('nora').join()).toContain(secret);
    expect(held('olga')).toEqual([]);
  });

  it('is listed for its writer without its words', async () => {
    await open();
    await write({ reader: await idOf('olga') });
    const [organization = ''] = await organizationIds(store);
    const [listed, others] = await store.inOrganization(organization, undefined, async (tx) => {
      const of = async (email: string) => {
        const id = (await personByEmail(tx, email)) ?? '';
        const person = (await peopleById(tx, [id])).get(id);
        return person ? concernsOf(tx, house.foundation.house, { person }) : [];
      };
      return [await of('ana@dpa.example.gov'), await of('olga@dpa.example.gov')];
    });
    expect(listed).toMatchObject([{ handler: 'Olga Pete', partner: null, concern: { state: 'open' } }]);
    expect(JSON.stringify(listed)).not.toContain('CANARY');
    expect(others).toEqual([]);
  });

  it('stands first in what is open for its handler, without its words', async () => {
    await open();
    await write({ reader: await idOf('olga') });
    const mine = async () => {
      const [reply] = await house.say('slack', 'olga', 'mine');
      return JSON.stringify(reply);
    };
    expect(await mine()).toContain('Written to you in confidence');
    expect(await mine()).not.toContain('CANARY');
    const [reply] = await house.say('slack', 'nora', 'mine');
    expect(JSON.stringify(reply)).not.toContain('in confidence');
  });
});
