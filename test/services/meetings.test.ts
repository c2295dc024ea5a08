import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evolveMeeting } from '../../src/mentoring';
import { meetingById, saveMeeting } from '../../src/store';
import { buttonsSeen, cardText, type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';

const people = readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8');
const canary = 'CANARY-7f3a';

describe('what two partners plan and prepare', () => {
  let store: TestStore;
  let house: House;

  const rows = async (sql: string): Promise<Record<string, unknown>[]> => {
    const [{ id } = { id: '' }] = await store.sql('select organization_id as id from organization_index');
    return store.inOrganization(String(id), undefined, (tx) => tx.manager.query(sql));
  };
  const ask = (channel: 'slack' | 'teams', user: string, intent: string, args: Record<string, string | number> = {}) =>
    house.act(channel, user, { kind: 'action', token: { intent, args } });
  const agendaNews = (name: string) =>
    rows(
      `select 1 from notice n join person p on p.person_id = n.person_id where n.kind = 'agenda-changed' and p.name = '${name}'`,
    );
  const proposal = { first_day: '2026-11-24', first_time: '14:00', minutes: '30', way: 'phone', place: canary };

  beforeEach(async () => {
    const clock = testClock();
    store = await anyStore({ clock });
    house = await openHouse(store, people, clock);
    await house.say('teams', 'ana', 'find case notes');
    await house.press('teams', 'ana', 'Ask', 2);
    await house.submit('teams', 'ana', { topic: 'case_notes', need: 'Short notes' });
    await house.settle();
    await house.press('slack', 'joan', 'Accept');
    await house.settle();
  }, 60_000);
  afterEach(async () => {
    await house.close();
    await store.drop();
  });
  const propose = async (): Promise<void> => {
    await ask('teams', 'ana', 'meet');
    await house.submit('teams', 'ana', proposal);
    await house.settle();
  };

  it('is for nobody else to see or change, and whoever tries is noted', async () => {
    await propose();
    const [row] = await rows('select meeting_id as meeting, pairing_id as pairing, version from meeting');
    const [meeting, pairing] = [String(row?.meeting), String(row?.pairing)];
    const before = await rows('select * from meeting');
    const tries: readonly [string, Record<string, string | number>][] = [
      ['meeting', { meeting }],
      ['pick-time', { meeting, version: 1, option: 0 }],
      ['call-off', { meeting, version: 1 }],
      ['calendar-file', { meeting }],
      ['meet', { pairing }],
      ['meet', { pairing, meeting, version: 1 }],
      ['agenda', { pairing }],
      ['agenda', { pairing, meeting }],
    ];
    for (const [intent, args] of tries) {
      const [reply] = await ask('slack', 'dora', intent, args);
      expect(reply).toMatchObject({ card: { name: 'refused-not-your-pairing' } });
      expect(JSON.stringify(reply)).not.toContain(canary);
    }
    for (const intent of ['meet', 'agenda']) {
      const token = { intent, args: { pairing } };
      const values = { ...proposal, words: 'mine now' };
      const [reply] = await house.act('slack', 'dora', { kind: 'form', token, values });
      expect(reply).toMatchObject({ card: { name: 'refused-not-your-pairing' } });
    }
    expect(await rows('select * from meeting')).toEqual(before);
    const denied = await rows(
      `select count(*)::int as n from audit a join person p on p.person_id = a.actor_id
       where p.name = 'Dora Alexie' and a.outcome = 'denied'`,
    );
    expect(denied).toEqual([{ n: tries.length + 2 }]);
  }, 60_000);

  it('is sealed: the place, the agenda and the resources stand nowhere as they were typed', async () => {
    await propose();
    await ask('teams', 'ana', 'agenda');
    await house.submit('teams', 'ana', { words: `${canary} agenda` });
    await ask('slack', 'joan', 'agenda');
    await house.submit('slack', 'joan', { words: `${canary} resources` });
    await house.settle();
    await ask('slack', 'joan', 'pairing');
    await house.settle();
    const seen = [...house.clientOf('slack', 'joan').cards.values()].map(cardText).join('\n');
    for (const words of [canary, `${canary} agenda`, `${canary} resources`]) expect(seen).toContain(words);
    for (const table of ['meeting', 'pairing', 'notice', 'message', 'event', 'audit', 'inbound', 'due'])
      expect(
        JSON.stringify(table === 'due' ? await store.sql('select * from due') : await rows(`select * from ${table}`)),
      ).not.toContain(canary);
  }, 60_000);

  it('is news once until the other one has looked', async () => {
    const write = async (words: string): Promise<void> => {
      await ask('teams', 'ana', 'agenda');
      await house.submit('teams', 'ana', { words });
      await house.settle();
    };
    await write('One');
    await write('One, and two');
    await write('One, and two');
    expect(await agendaNews('Joan Ek')).toHaveLength(1);
    await house.press('slack', 'joan', 'Read it');
    await write('Three');
    expect(await agendaNews('Joan Ek')).toHaveLength(2);
    await write('');
    expect(await agendaNews('Joan Ek')).toHaveLength(2);
    expect(await agendaNews('Ana Reyes')).toHaveLength(0);
    expect(await rows('select agenda from pairing')).toEqual([{ agenda: null }]);
  }, 60_000);

  it('keeps what was typed where it is too long', async () => {
    await ask('teams', 'ana', 'agenda');
    const values = { words: 'x'.repeat(1001) };
    expect(await house.submit('teams', 'ana', values)).toMatchObject([
      { kind: 'form', values, errors: { words: 'That is too long. Please say it in up to 1000 characters.' } },
    ]);
    await ask('teams', 'ana', 'meet');
    const far = { ...proposal, place: 'x'.repeat(201) };
    expect(await house.submit('teams', 'ana', far)).toMatchObject([
      { kind: 'form', values: far, errors: { place: expect.stringContaining('201') } },
    ]);
    expect(await rows('select 1 from meeting')).toEqual([]);
  }, 60_000);

  it('is one meeting where a form is sent twice', async () => {
    await ask('teams', 'ana', 'meet');
    const form = house.clientOf('teams', 'ana').form;
    if (!form) throw new Error('There is no form.');
    for (const _ of [1, 2]) await house.act('teams', 'ana', { kind: 'form', token: form.form.token, values: proposal });
    await house.settle();
    expect(await rows('select state, version from meeting')).toEqual([{ state: 'proposed', version: 1 }]);
    expect(await rows(`select 1 from notice where kind = 'meeting-proposed'`)).toHaveLength(1);
  }, 60_000);

  it('cannot be picked once it has begun, and says so', async () => {
    await ask('teams', 'ana', 'meet');
    await house.submit('teams', 'ana', { ...proposal, second_day: '2026-11-25', second_time: '09:00' });
    await house.settle();
    const [late] = buttonsSeen(house.clientOf('slack', 'joan')).filter(({ button }) => button.label.startsWith('Pick'));
    if (!late || !('token' in late.button)) throw new Error('There is nothing to pick.');
    await house.moveTo(house.clock.now().plus({ days: 6, hours: 5 }));
    const replies = await house.act('slack', 'joan', { kind: 'action', token: late.button.token }, late.message);
    const [reply] = replies;
    if (reply?.kind !== 'card') throw new Error('It was answered without a card.');
    expect(cardText(reply.card)).toContain('That time is over already.');
    expect(cardText(reply.card)).not.toContain('Pick Tue');
    expect(cardText(reply.card)).toContain('Pick Wed, Nov 25, 9:00 AM');
    expect(await rows('select state from meeting')).toEqual([{ state: 'proposed' }]);
  }, 60_000);

  it('gives a calendar file to each of the two by a link of their own', async () => {
    await propose();
    await house.press('slack', 'joan', 'Pick Tue, Nov 24, 2:00 PM');
    await house.settle();
    const [reply] = await house.press('slack', 'joan', 'Calendar file');
    expect(JSON.stringify(reply)).toMatch(/https:\/\/mentor\.dpa\.example\.gov\/files\/[\w-]{43}/);
    expect(await rows(`select p.name, f.kind from file f join person p on p.person_id = f.person_id`)).toEqual([
      { name: 'Joan Ek', kind: 'calendar' },
    ]);
  }, 60_000);

  it('is not written on a version that is not the newest any more', async () => {
    await propose();
    const [{ id } = { id: '' }] = await store.sql('select organization_id as id from organization_index');
    const written = await store.inOrganization(String(id), undefined, async (tx) => {
      const [{ meeting }] = await tx.manager.query('select meeting_id as meeting from meeting');
      const before = await meetingById(tx, meeting);
      if (!before) throw new Error('The meeting is gone.');
      const off = evolveMeeting(before, { kind: 'meeting.called-off', by: null }, tx.at);
      return [await saveMeeting(tx, before, off), await saveMeeting(tx, before, off)];
    });
    expect(written).toEqual([true, false]);
  }, 60_000);
});
