import { randomUUID } from 'node:crypto';
import { draftWords, token } from '../../src/cards';
import type { ChannelName, Reply } from '../../src/chat';
import { intents } from '../../src/intents/registry';
import { pack } from '../../src/intents/stored';
import { openDrafts } from '../../src/services';
import { recordInbound } from '../../src/store';
import { type House, openHouse } from '../chat';
import { anyStore, testClock } from '../databases';
import { crowd, idsByName, inside, mentorName } from '../faults/crowd';

const tooLong = 'My notes come back '.repeat(60);
const people: readonly (readonly [ChannelName, string])[] = [
  ['slack', 'mentee000'],
  ['teams', 'mentee001'],
];
const words = 'Here is what you had typed before.';

const formIn = (replies: readonly Reply[]) => {
  const [form] = replies.flatMap((reply) => (reply.kind === 'form' ? [reply] : []));
  if (!form) throw new Error('No form was shown.');
  return form;
};
const says = (replies: readonly Reply[]): boolean => JSON.stringify(replies).includes(words);
const cardNames = (replies: readonly Reply[]) =>
  replies.map((reply) => (reply.kind === 'card' ? reply.card.name : reply.kind));

describe('a form that was begun', () => {
  let house: House;
  let drop: () => Promise<void>;
  let mentors: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const clock = testClock();
    const store = await anyStore({ clock });
    house = await openHouse(store, crowd({ mentees: 4, mentors: 4, places: 3 }), clock);
    mentors = await idsByName(house);
    drop = async () => {
      await house.close();
      await store.drop();
    };
  }, 60_000);
  afterAll(() => drop());
  beforeEach(() => inside(house, 'delete from draft'));

  const rows = () => inside(house, 'select intent, subject, words from draft order by intent, subject');
  const asks = async (channel: ChannelName, user: string, mentor = mentorName(0)): Promise<readonly Reply[]> => {
    const id = mentors.get(mentor) ?? '';
    const replies = await house.act(channel, user, {
      kind: 'action',
      token: token('ask', { mentor: id, topic: 'interviewing' }),
    });
    return replies;
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let rounds = 0; rounds < 2000 && !(await holds()); rounds += 1)
      await new Promise((resolve) => setImmediate(resolve));
  };
  /** The tables as they were left by somebody who broke them. */
  const broken = async <T>(work: () => Promise<T>): Promise<T> => {
    const { store } = house.foundation;
    await store.sql('alter table request rename column suits to suits_away');
    try {
      return await work();
    } finally {
      await store.sql('alter table request rename column suits_away to suits');
    }
  };

  it.each(people)('and came back with errors is shown as it was, in %s, until it is sent', async (channel, user) => {
    const first = formIn(await asks(channel, user));
    expect(says([first])).toBe(false);
    const wrong = formIn(
      await house.submit(channel, user, { topic: 'interviewing', need: tooLong, suits: 'Tuesdays' }),
    );
    expect(wrong.errors).toMatchObject({ need: expect.stringContaining('characters long') });
    const again = formIn(await asks(channel, user));
    expect(again.values).toEqual({ topic: 'interviewing', need: tooLong, suits: 'Tuesdays' });
    expect(says([again])).toBe(true);
    expect(JSON.stringify(again.form.intro)).toContain('Start empty');
    await house.submit(channel, user, { topic: 'interviewing', need: 'My notes come back' });
    expect(await rows()).toEqual([]);
  });

  it('is another one for each person and for each whom it is about', async () => {
    await asks('slack', 'mentee002');
    await house.submit('slack', 'mentee002', { topic: 'interviewing', need: tooLong });
    expect(says(await asks('slack', 'mentee002', mentorName(1)))).toBe(false);
    expect(says(await asks('teams', 'mentee003'))).toBe(false);
    expect(says(await asks('slack', 'mentee002'))).toBe(true);
  });

  it('stands sealed in the database, with the key of its writer', async () => {
    await asks('slack', 'mentee002');
    await house.submit('slack', 'mentee002', { topic: 'interviewing', need: tooLong });
    const [row] = await rows();
    expect(row).toMatchObject({ intent: 'ask', subject: `mentor:${mentors.get(mentorName(0))}` });
    expect(JSON.stringify(row)).not.toContain('notes');
    expect(String(row?.words)).toMatch(/^s1\.person\./u);
  });

  it('keeps nothing where nothing was typed', async () => {
    await asks('slack', 'mentee002');
    await house.submit('slack', 'mentee002', {});
    expect(await rows()).toEqual([]);
  });

  it('and failed on a fault is kept, though all else of the turn was undone', async () => {
    await asks('slack', 'mentee002');
    const failed = await broken(() => house.submit('slack', 'mentee002', { topic: 'interviewing', need: 'My notes' }));
    expect(failed.map(({ kind }) => kind)).toEqual(['stay']);
    await until(async () => (await rows()).length === 1);
    expect(formIn(await asks('slack', 'mentee002')).values).toMatchObject({ need: 'My notes' });
  });

  it('and was given up after a crash is kept too', async () => {
    const { store } = house.foundation;
    const [{ id } = { id: '' }] = await store.sql('select organization_id as id from organization_index');
    const mentor = mentors.get(mentorName(2)) ?? '';
    const form = token('ask', { mentor, topic: 'interviewing', draft: randomUUID() });
    const own = house.inbound('slack', 'mentee002', {
      kind: 'form',
      token: form,
      values: { topic: 'interviewing', need: 'Lost in a crash' },
    });
    await store.inOrganization(String(id), undefined, (tx) => recordInbound(tx, own.id, pack(own)));
    await inside(
      house,
      `update inbound set received_at = now() - interval '2 minutes', tries = 2 where state = 'received'`,
    );
    await broken(() => house.engine.heartbeat.beat());
    expect(await inside(house, `select state, payload from inbound where inbound_id = $1`, [own.id])).toEqual([
      { state: 'failed', payload: null },
    ]);
    expect(formIn(await asks('slack', 'mentee002', mentorName(2))).values).toMatchObject({ need: 'Lost in a crash' });
  });

  it.each(people)('can be begun anew, in %s: the old button answers calmly then', async (channel, user) => {
    await asks(channel, user, mentorName(3));
    await house.submit(channel, user, { topic: 'interviewing', need: tooLong });
    const [{ subject } = { subject: '' }] = await rows();
    const which = { form: 'ask', subject: String(subject) };
    const anew = formIn(await house.act(channel, user, { kind: 'action', token: token('draft-anew', which) }));
    expect(anew.values).toEqual({ topic: 'interviewing' });
    expect(says([anew])).toBe(false);
    expect(await rows()).toEqual([]);
    for (const name of ['draft-anew', 'draft-open', 'draft-drop'] as const)
      expect(cardNames(await house.act(channel, user, { kind: 'action', token: token(name, which) }))).toEqual([
        'draft-gone',
      ]);
  });

  it('is gone on with, or thrown away, from a list; nobody else can', async () => {
    await asks('slack', 'mentee002', mentorName(3));
    await house.submit('slack', 'mentee002', { topic: 'interviewing', need: tooLong });
    const [{ subject } = { subject: '' }] = await rows();
    const which = { form: 'ask', subject: String(subject) };
    const press = (user: string, name: 'draft-open' | 'draft-drop') =>
      house.act('slack', user, { kind: 'action', token: token(name, which) });
    expect(cardNames(await press('mentee000', 'draft-open'))).toEqual(['draft-gone']);
    expect(cardNames(await press('mentee000', 'draft-drop'))).toEqual(['draft-gone']);
    expect(formIn(await press('mentee002', 'draft-open')).values).toMatchObject({ need: tooLong });
    expect(cardNames(await press('mentee002', 'draft-drop'))).toEqual(['draft-dropped']);
    expect(await rows()).toEqual([]);
  });

  it('is listed with whom it is about and when it was begun', async () => {
    await asks('slack', 'mentee002', mentorName(3));
    await house.submit('slack', 'mentee002', { topic: 'interviewing', need: tooLong });
    const { store } = house.foundation;
    const [{ id } = { id: '' }] = await store.sql('select organization_id as id from organization_index');
    const person = { personId: mentors.get('mentee002') ?? '' };
    const seen = await store.inOrganization(String(id), undefined, (tx) =>
      openDrafts(tx, { person: { ...person, ...nobody }, zone: 'America/Anchorage' }),
    );
    expect(seen).toMatchObject([{ form: 'ask', who: mentorName(3), zone: 'America/Anchorage' }]);
  });
});

const nobody = {
  name: '',
  email: '',
  unitId: null,
  grade: null,
  hiredOn: null,
  appointment: null,
  supervisorEmail: null,
  zone: null,
  leftOn: null,
  office: null,
  guest: false,
};

it('every form of the product has a name of its own in the list of those that were begun', () => {
  const nameless = [...intents.values()].filter(
    (each) => each.takesForm && draftWords(each.name, undefined) === 'a form',
  );
  expect(nameless.map(({ name }) => name)).toEqual([]);
});
