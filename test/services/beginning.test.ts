import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Token } from '../../src/chat';
import { plainText } from '../../src/chat';
import { noticeKinds } from '../../src/services';
import { organizationIds } from '../../src/store';
import { cardText, type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';

const people = `${readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8').trimEnd()}
Ruth Moses,ruth@dpa.example.gov,DPA > Bethel,Supervisor,America/Juneau,T1,ruth,,,supervisor;mentor,organization,2
`;
const secret = 'CANARY-51C I am shy';

describe('who takes part for the first time', () => {
  let store: TestStore;
  let house: House;

  beforeEach(async () => {
    const clock = testClock();
    store = await anyStore({ clock });
    house = await openHouse(store, people, clock);
    await supervisedBy('ruth');
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
  const supervisedBy = (user: string) =>
    house.bring(`name,email,supervisor_email\nAna Reyes,ana@dpa.example.gov,${user}@dpa.example.gov`);
  const cardsOf = (channel: 'slack' | 'teams', user: string, name: string): string[] =>
    [...house.clientOf(channel, user).cards.values()].filter((card) => card.name === name).map(cardText);
  const press = (channel: 'slack' | 'teams', user: string, intent: string, args: Token['args']) =>
    house.act(channel, user, { kind: 'action', token: { intent, args } });
  const introOf = (): string => {
    const intro = house.clientOf('teams', 'ana').form?.form.intro ?? [];
    return intro.map((block) => (block.block === 'prose' ? plainText(block.text) : '')).join(' ');
  };
  const openAsk = async (mentor: string, topic: string): Promise<string> => {
    await press('teams', 'ana', 'ask', { mentor: await idOf(mentor), topic });
    return introOf();
  };
  async function pair(channel: 'slack' | 'teams', mentor: string, topic: string): Promise<string> {
    await openAsk(mentor, topic);
    await house.submit('teams', 'ana', { topic, need: 'a word' });
    await house.settle();
    await house.press(channel, mentor, 'Accept');
    await house.settle();
    const mentorId = await idOf(mentor);
    const [own] = await rows(
      `select pairing_id as id from pairing where mentor_id = '${mentorId}' and topic_id = '${topic}'`,
    );
    return String(own?.id);
  }

  describe('is told how an exchange works', () => {
    it('on each side, once, however many exchanges follow', async () => {
      await pair('slack', 'joan', 'case_notes');
      await pair('teams', 'maya', 'organization');
      expect(cardsOf('teams', 'ana', 'orientation')).toHaveLength(1);
      expect(cardsOf('slack', 'joan', 'orientation')).toHaveLength(1);
      expect(cardsOf('teams', 'maya', 'orientation')).toHaveLength(1);
      expect(await rows('select side from orientation order by side')).toMatchObject([
        { side: 'mentee' },
        { side: 'mentor' },
        { side: 'mentor' },
      ]);
    });

    it('and again on the other side: a mentee who mentors begins anew', async () => {
      await pair('slack', 'joan', 'case_notes');
      await press('slack', 'ben', 'ask', { mentor: await idOf('victor'), topic: 'case_notes' });
      await house.submit('slack', 'ben', { topic: 'case_notes', need: 'a word' });
      await house.settle();
      expect(cardsOf('slack', 'victor', 'orientation')).toEqual([]);
      await house.press('slack', 'victor', 'Accept');
      await house.settle();
      expect(cardsOf('slack', 'victor', 'orientation').join()).toContain('Before you mentor Ben Carter');
    });

    it('and may say so, which is noted once; nobody else can', async () => {
      const pairing = await pair('slack', 'joan', 'case_notes');
      await house.press('teams', 'ana', 'Got it');
      await press('teams', 'ana', 'oriented', { pairing });
      expect(await press('slack', 'ben', 'oriented', { pairing })).toMatchObject([
        { card: { name: 'refused-not-your-pairing' } },
      ]);
      expect(await rows(`select facts from event where kind = 'orientation.seen'`)).toEqual([
        { facts: { side: 'mentee' } },
      ]);
      expect(await rows(`select side from orientation where seen_at is not null`)).toEqual([{ side: 'mentee' }]);
      expect(cardsOf('teams', 'ana', 'orientation').join()).not.toContain('[Got it]');
    });
  });

  describe('lets a supervisor know that she takes part', () => {
    const told = (user = 'ruth') => cardsOf('slack', user, 'supervisor-told');

    it('once, at the first exchange, with neither mentor nor topic', async () => {
      await pair('slack', 'joan', 'case_notes');
      await pair('teams', 'maya', 'organization');
      expect(told()).toHaveLength(1);
      const [text = ''] = told();
      expect(text).toContain(
        'Ana Reyes takes part in the Bethel/Nome Internal Mentoring Initiative, since November 18.',
      );
      expect(text).toContain('by allowing appropriate time');
      expect(text).not.toMatch(/Joan|Ek\b|Maya|note|a word/u);
    });

    it('not where the supervisor is the mentor', async () => {
      await pair('slack', 'ruth', 'organization');
      expect(told()).toEqual([]);
    });

    it('not where the supervisor does not work here any more, or is not known', async () => {
      await house.bring('name,email,left_on\nRuth Moses,ruth@dpa.example.gov,2026-11-18');
      await pair('slack', 'joan', 'case_notes');
      expect(await rows(`select 1 from notice where kind = 'supervisor-told'`)).toEqual([]);
    });

    it('not somebody who is none of her supervisors by the time it is sent', async () => {
      const pairing = await pair('slack', 'joan', 'case_notes');
      const about = { kind: 'pairing' as const, id: pairing };
      const notice = {
        notBefore: null,
        writtenAt: new Date(0),
        noticeId: pairing,
        personId: await idOf('ruth'),
        kind: 'supervisor-told',
        about,
        occurrence: '1',
      };
      const [organization = ''] = await organizationIds(store);
      const unwanted = () =>
        store.inOrganization(organization, undefined, async (tx) =>
          noticeKinds(house.foundation.house)['supervisor-told']?.unwanted(tx, notice),
        );
      expect(await unwanted()).toBeUndefined();
      await supervisedBy('maya');
      expect(await unwanted()).toBe('settled');
    });

    it('and says so before she asks for the first time, only then', async () => {
      expect(await openAsk('joan', 'case_notes')).toContain('I tell your supervisor, Ruth Moses, that you take part');
      expect(await openAsk('ruth', 'organization')).not.toContain('supervisor');
      await pair('slack', 'joan', 'case_notes');
      expect(await openAsk('maya', 'organization')).not.toContain('supervisor');
    });

    it('not where the program does not say so', async () => {
      const { programs } = house.foundation.house;
      const policy = programs.get('bethel-nome-exchange');
      if (!policy) throw new Error('The program is missing.');
      const silent = {
        ...policy,
        beginning: { ...policy.beginning, tellsSupervisor: false, hasResourcePerson: false },
      };
      Reflect.apply(Map.prototype.set, programs, [policy.id, silent]);
      expect(await openAsk('joan', 'case_notes')).not.toContain('supervisor');
      await pair('slack', 'joan', 'case_notes');
      expect(told()).toEqual([]);
      expect(cardsOf('teams', 'ana', 'orientation').join()).not.toContain('Ask somebody to sit in');
    });
  });

  describe('may ask somebody to sit in', () => {
    let pairing: string;
    const asks = () =>
      rows(
        'select p.name, r.state from resource_person r join person p on p.person_id = r.person_id order by r.asked_at, p.name',
      );
    const choices = (): readonly string[] => {
      const field = house.clientOf('teams', 'ana').form?.form.fields.find(({ id }) => id === 'who');
      return field?.field === 'choice' ? field.options.map(({ label, detail }) => `${label}, ${detail}`) : [];
    };
    const send = async (who: string, words = ''): Promise<void> => {
      await house.submit('teams', 'ana', { who: await idOf(who), words });
      await house.settle();
    };
    const form = () => press('teams', 'ana', 'sit-in', { pairing });

    beforeEach(async () => {
      pairing = await pair('slack', 'joan', 'case_notes');
    });

    it('her supervisor or a coordinator, who sees what she wants and nothing else; the words are sealed', async () => {
      await form();
      expect(choices()).toEqual(['Ruth Moses, Your supervisor, Bethel', 'Nora Bright, Coordinator, Anchorage']);
      await send('nora', secret);
      const [card = ''] = cardsOf('slack', 'nora', 'sit-in');
      expect(card).toContain(secret);
      expect(card).toContain('Joan Ek');
      expect(card).not.toContain('a word');
      for (const table of ['resource_person', 'notice', 'event', 'audit', 'message'])
        expect(JSON.stringify(await rows(`select * from ${table}`))).not.toContain('CANARY');
    });

    it('one at a time, and nobody twice', async () => {
      await form();
      const open = house.clientOf('teams', 'ana').form;
      await send('nora');
      const again = async (who: string) =>
        house.act('teams', 'ana', {
          kind: 'form',
          token: open?.form.token ?? { intent: '', args: {} },
          values: { who: await idOf(who) },
        });
      await again('nora');
      await again('ruth');
      await house.settle();
      expect(await asks()).toEqual([{ name: 'Nora Bright', state: 'asked' }]);
      expect(cardsOf('slack', 'ruth', 'sit-in')).toEqual([]);
      await house.press('slack', 'nora', 'I cannot');
      await house.settle();
      await form();
      expect(choices()).toEqual(['Ruth Moses, Your supervisor, Bethel']);
    });

    it('of those whom she may ask: nobody else is told, and what was typed stays', async () => {
      await form();
      for (const who of ['joan', 'ben', 'ana']) {
        expect(await house.submit('teams', 'ana', { who: await idOf(who), words: secret })).toMatchObject([
          { kind: 'form', values: { words: secret }, errors: { who: /somebody else/ } },
        ]);
      }
      expect(await house.submit('teams', 'ana', { who: await idOf('nora'), words: 'x'.repeat(301) })).toMatchObject([
        { kind: 'form', errors: { words: /301/ } },
      ]);
      expect(await asks()).toEqual([]);
    });

    it('and mentee and mentor hear the answer; who was not asked cannot give it', async () => {
      await form();
      await send('nora');
      for (const [channel, user] of [
        ['slack', 'ruth'],
        ['slack', 'joan'],
        ['teams', 'ana'],
      ] as const)
        expect(await press(channel, user, 'sit-in-yes', { pairing })).toMatchObject([
          { card: { name: 'refused-not-asked-of-you' } },
        ]);
      expect(await rows(`select 1 from audit where outcome = 'denied' and action = 'sit-in-yes'`)).toHaveLength(3);
      await house.press('slack', 'nora', 'I will sit in');
      await house.press('slack', 'nora', 'I cannot after all');
      await house.settle();
      expect(await asks()).toEqual([{ name: 'Nora Bright', state: 'no' }]);
      for (const [channel, user] of [
        ['teams', 'ana'],
        ['slack', 'joan'],
      ] as const)
        expect(cardsOf(channel, user, 'sit-in-answered').at(-1)).toContain('Nora cannot this time.');
    });

    it('at the first exchange only, and not the mentor', async () => {
      const second = await pair('teams', 'maya', 'organization');
      pairing = second;
      await form();
      await press('slack', 'joan', 'sit-in', { pairing });
      expect(choices()).toEqual([]);
      expect(house.clientOf('slack', 'joan').form).toBeUndefined();
    });

    it('and can ask another one when that one leaves', async () => {
      await form();
      await send('nora');
      await house.press('slack', 'nora', 'I will sit in');
      await house.bring('name,email,left_on\nNora Bright,nora@dpa.example.gov,2026-11-18');
      await house.settle();
      expect(await asks()).toEqual([{ name: 'Nora Bright', state: 'gone' }]);
      expect(cardsOf('teams', 'ana', 'orientation').join()).toContain('[Ask somebody else]');
      expect(cardsOf('teams', 'ana', 'sit-in-answered').at(-1)).toContain('I cannot reach Nora any more.');
    });

    it('and can ask another one where no message reaches that one', async () => {
      await form();
      house.outcomes.push({ ok: false, because: 'refused', code: 'account_inactive' });
      await send('nora');
      expect(await asks()).toEqual([{ name: 'Nora Bright', state: 'gone' }]);
    });

    it('until the exchange has ended: then nothing is asked or answered any more', async () => {
      await form();
      await send('nora');
      await house.bring('name,email,left_on\nJoan Ek,joan@dpa.example.gov,2026-11-18');
      await house.settle();
      expect(cardsOf('slack', 'nora', 'sit-in').join()).toContain('This exchange has ended.');
      await press('slack', 'nora', 'sit-in-yes', { pairing });
      await press('teams', 'ana', 'sit-in', { pairing });
      expect(await asks()).toEqual([{ name: 'Nora Bright', state: 'asked' }]);
    });
  });
});
