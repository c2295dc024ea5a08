import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requestForMentor } from '../../src/cards';
import type { FormValues, Reply } from '../../src/chat';
import { saveMentorEntry, viewOf } from '../../src/services';
import { peopleById, requestById, requestsSince, type Tx } from '../../src/store';
import { cardText, type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';

const people = readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8');

describe('the next choices of a mentee', () => {
  let house: House;
  let store: TestStore;

  beforeEach(async () => {
    const clock = testClock();
    store = await anyStore({ clock });
    house = await openHouse(store, people, clock);
  }, 60_000);
  afterEach(async () => {
    await house.close();
    await store.drop();
  });

  const inside = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const id = String((await store.sql('select organization_id as id from organization_index'))[0]?.id);
    return store.inOrganization(id, undefined, work);
  };
  const rows = (sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> =>
    inside((tx) => tx.manager.query(sql, [...values]));
  const idOf = async (name: string): Promise<string> =>
    String((await rows('select person_id as id from person where name = $1', [name]))[0]?.id);
  const row = async (): Promise<string[]> =>
    (
      await rows(
        `select p.name || ' ' || r.rank || ' ' || r.state as how from request r join person p on p.person_id = r.mentor_id
         order by r.rank, p.name`,
      )
    ).map(({ how }) => String(how));
  const toldBen = (): string =>
    house.sends
      .filter(({ user }) => user === 'ben')
      .map(({ card }) => cardText(card))
      .join('\n\n');

  /** Ben opens the form for Joan, whom he sees first. */
  async function open(): Promise<void> {
    await house.say('slack', 'ben', 'interviewing');
    await house.press('slack', 'ben', 'Ask');
  }
  const send = async (values: FormValues): Promise<readonly Reply[]> => {
    const replies = await house.submit('slack', 'ben', { topic: 'interviewing', need: 'My questions', ...values });
    await house.settle();
    return replies;
  };
  async function ask(second: string, third?: string): Promise<void> {
    await open();
    await send({ second: await idOf(second), ...(third === undefined ? {} : { third: await idOf(third) }) });
  }
  async function decline(user = 'joan'): Promise<void> {
    await house.press('slack', user, 'Decline');
    await house.submit('slack', user, { reason: 'no-time' });
    await house.settle();
  }
  const errorsOf = (replies: readonly Reply[]): object =>
    Object.assign({}, ...replies.map((reply) => (reply.kind === 'form' ? reply.errors : {})));

  it('are asked with the same words, sealed anew, and the mentor’s card does not tell which choice she is', async () => {
    await ask('Wendy Tran');
    await decline();
    expect(await row()).toEqual(['Joan Ek 1 declined', 'Wendy Tran 2 waiting']);
    const sealed = await rows('select need from request order by rank');
    expect(new Set(sealed.map(({ need }) => need)).size).toBe(2);
    expect(JSON.stringify(sealed)).not.toContain('My questions');
    const [second] = house.sends.filter(({ user }) => user === 'wendy').map(({ card }) => card);
    if (!second) throw new Error('Wendy was not asked.');
    expect(cardText(second)).toContain('To discuss: My questions');
    expect(JSON.stringify(second)).not.toMatch(/choice|second|Joan/iu);
    const drawn = await inside(async (tx) => {
      const [{ id } = { id: '' }] = await rows(`select request_id as id from request where rank = 2`);
      const request = await requestById(tx, String(id));
      if (!request) throw new Error('The request is gone.');
      const as = (own: typeof request) => viewOf(tx, house.foundation.house, own, 'mentor');
      const first = { ...request, rank: 1, follows: null, nextChoices: [await idOf('Maya Okpik')] };
      return [requestForMentor(await as(request)), requestForMentor(await as(first))];
    });
    expect(drawn[0]).toEqual(drawn[1]);
  });

  it('are not counted among the requests of a day', async () => {
    await ask('Wendy Tran');
    await decline();
    const ben = await idOf('Ben Carter');
    const since = house.clock.now().minus({ hours: 1 }).toJSDate();
    expect(await inside((tx) => requestsSince(tx, ben, since))).toBe(1);
  });

  it.each([
    ['pauses', `update mentor_profile set paused_until = '2026-12-15' where person_id = $1`],
    ['has no place', 'update mentor_profile set capacity = 0 where person_id = $1'],
    ['does not offer it any more', 'delete from offer where mentor_id = $1'],
    ['cannot be written to', 'update offer set open = false where mentor_id = $1'],
    ['has left', `update person set left_on = '2026-11-01' where person_id = $1`],
  ])('leave out whoever %s by then', async (_, sql) => {
    await ask('Wendy Tran', 'Maya Okpik');
    await rows(sql, [await idOf('Wendy Tran')]);
    await decline();
    expect(await row()).toEqual(['Joan Ek 1 declined', 'Maya Okpik 3 waiting']);
    expect(toldBen()).toContain('I have asked Maya Okpik, your third choice, with the same words.');
  });

  it('are asked, too, where the mentor gives fewer places than she has mentees', async () => {
    await ask('Wendy Tran');
    await inside(async (tx) => {
      const joan = await idOf('Joan Ek');
      const person = (await peopleById(tx, [joan])).get(joan);
      if (!person) throw new Error('Joan is gone.');
      const entry = { capacity: 0, ways: [], times: [], topics: ['interviewing'] };
      await saveMentorEntry(tx, house.foundation.house, { person }, entry);
    });
    await house.settle();
    expect(await row()).toEqual(['Joan Ek 1 mentor-full', 'Wendy Tran 2 waiting']);
    expect(toldBen()).toContain('Joan has no free place any more. I have asked Wendy Tran, your second choice');
    expect(toldBen()).not.toContain('stays with Joan');
  });

  it('leave out whoever has said no to her of late', async () => {
    await ask('Wendy Tran', 'Maya Okpik');
    // Joan waits, so Wendy stands first now.
    await open();
    await send({ need: 'Once more' });
    await decline('wendy');
    await decline();
    expect(await row()).toEqual(['Joan Ek 1 declined', 'Wendy Tran 1 declined', 'Maya Okpik 3 waiting']);
  });

  it.each([
    [
      'she has found somebody meanwhile',
      `insert into pairing (organization_id, pairing_id, program_id, topic_id, mentee_id, mentor_id, kind, state, version, started_at)
       select organization_id, gen_random_uuid(), program_id, topic_id, mentee_id, $1, 'exchange', 'active', 1, asked_at from request`,
    ],
    ['the topic is closed', `delete from topic_open where topic_id = 'interviewing' and $1::uuid is not null`],
  ])('end where %s: she is told, as ever', async (_, sql) => {
    await ask('Wendy Tran');
    await rows(sql, [await idOf('Victor Hale')]);
    await decline();
    expect(await row()).toEqual(['Joan Ek 1 declined']);
    expect(toldBen()).toContain('Joan declined on November 18.');
    expect(toldBen()).toMatch(/The next best for you:|Nobody else has a free place/u);
  });

  it('are those of the topic that is picked: others are refused at their field, and stay to be seen', async () => {
    await open();
    const wendy = await idOf('Wendy Tran');
    const replies = await send({ topic: 'case_notes', second: wendy });
    expect(errorsOf(replies)).toEqual({ second: expect.stringContaining('cannot be asked about that topic') });
    const [form] = replies.flatMap((reply) => (reply.kind === 'form' ? [reply] : []));
    expect(form?.values).toMatchObject({ topic: 'case_notes', need: 'My questions', second: wendy });
    const field = form?.form.fields.find(({ id }) => id === 'second');
    expect(field?.field === 'choice' && field.options.map(({ label }) => label)).toContain('Wendy Tran');
    expect(await row()).toEqual([]);
  });

  it('are somebody else, each only once, and nothing that a form could not hold', async () => {
    await open();
    const [joan, wendy, dora] = [await idOf('Joan Ek'), await idOf('Wendy Tran'), await idOf('Dora Alexie')];
    expect(errorsOf(await send({ second: joan }))).toEqual({ second: expect.stringContaining('first already') });
    expect(errorsOf(await send({ second: wendy, third: wendy }))).toEqual({
      third: expect.stringContaining('second choice already'),
    });
    const made = await send({ second: dora, third: `'; drop table request` });
    expect(Object.keys(errorsOf(made))).toEqual(['second', 'third']);
    expect(JSON.stringify(made)).not.toContain('Dora Alexie');
    expect(await row()).toEqual([]);
    await send({ second: 'nobody', third: wendy });
    expect(await rows('select next_choices as next from request')).toEqual([{ next: [wendy] }]);
  });

  it('named by a form that comes a second time, when they have been asked, are no fault of it', async () => {
    await open();
    const { form } = house.clientOf('slack', 'ben');
    if (!form) throw new Error('There is no form.');
    const values = { topic: 'interviewing', need: 'My questions', second: await idOf('Wendy Tran') };
    const again = () => house.act('slack', 'ben', { kind: 'form', token: form.form.token, values }, form.on);
    await again();
    await house.settle();
    await decline();
    const replies = await again();
    expect(replies.map((reply) => reply.kind)).toEqual(['card']);
    expect(await row()).toEqual(['Joan Ek 1 declined', 'Wendy Tran 2 waiting']);
  });
});
