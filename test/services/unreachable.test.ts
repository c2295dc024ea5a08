import type { Delivered } from '../../src/chat';
import { noticeKinds } from '../../src/services';
import type { Tx } from '../../src/store';
import { cardText, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';

const people = `name,email,slack_team,slack_user,roles,mentor_topics
Joan Ek,joan@nome.example.gov,T1,joan,,interviewing
Ben Ross,ben@nome.example.gov,T1,ben,,interviewing
Ana Reyes,ana@bethel.example.gov,T1,ana,,
Cora Lee,cora@nome.example.gov,T1,cora,coordinator,
Ivy Fox,ivy@nome.example.gov,,,,case_notes
`;
const gone: Delivered = { ok: false, because: 'unreachable', code: 'account_inactive' };

let store: TestStore;
let house: Awaited<ReturnType<typeof openHouse>>;
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
const rows = (sql: string): Promise<readonly Record<string, unknown>[]> => inside((tx) => tx.manager.query(sql));
const said = (user: string): string[] => house.sends.filter((send) => send.user === user).map((send) => send.card.name);
const seen = (user: string): string => [...house.clientOf('slack', user).cards.values()].map(cardText).join('\n\n');

/** Ana asks the mentor whom the list names first; her name. */
async function askFirst(...outcomes: Delivered[]): Promise<string> {
  await house.say('slack', 'ana', 'find a mentor for interviewing');
  await house.press('slack', 'ana', 'Ask');
  house.outcomes.push(...outcomes);
  await house.submit('slack', 'ana', { need: 'How do I begin?', topic: 'interviewing' });
  await house.settle();
  const [row] = await rows('select user_id as who from request r join identity i on i.person_id = r.mentor_id');
  return String(row?.who);
}

describe('a request whose mentor cannot be reached', () => {
  it('stays open, and the mentee is told and offered the next best at once', async () => {
    const mentor = await askFirst(gone);
    const [name, other] = mentor === 'joan' ? ['Joan Ek', 'Ben Ross'] : ['Ben Ross', 'Joan Ek'];
    expect(await rows('select state from request')).toEqual([{ state: 'waiting' }]);
    expect(said('ana')).toEqual(['request-mentor-unreachable']);
    expect(seen('ana')).toContain(`(warning) I cannot reach ${name} in chat right now`);
    expect(seen('ana')).toContain(`* ${other}`);
    expect(seen('ana')).not.toContain('Waiting for');
  }, 60_000);

  it('is told to the coordinator without the mentee, once a day; and nobody finds that mentor', async () => {
    const mentor = await askFirst(gone);
    expect(said('cora')).toEqual(['mentor-unreachable']);
    expect(seen('cora')).toContain(mentor === 'joan' ? 'Joan Ek' : 'Ben Ross');
    expect(seen('cora')).not.toMatch(/Ana|nterview|How do I begin/);
    await house.say('slack', 'cora', 'find a mentor for interviewing');
    const list = [...house.clientOf('slack', 'cora').cards.values()].map(cardText).at(-1);
    expect(list).toContain(mentor === 'joan' ? '* Ben Ross' : '* Joan Ek');
    expect(list).not.toContain(mentor === 'joan' ? '* Joan Ek' : '* Ben Ross');
  }, 60_000);

  it('goes out when she is back, and every card says so', async () => {
    const mentor = await askFirst(gone);
    await house.say('slack', mentor, 'hello');
    await house.settle();
    expect(said(mentor)).toContain('request-for-mentor');
    expect(seen('ana')).toMatch(/Waiting for (Joan|Ben)/);
    expect(seen('ana')).not.toContain('I cannot reach');
    await house.press('slack', mentor, 'Accept');
    await house.settle();
    expect(seen('ana')).toContain('accepted');
  }, 60_000);

  it('is the same where the platform refuses the card, but she is found on, as she can be written to', async () => {
    await askFirst({ ok: false, because: 'refused', code: 'invalid_blocks' });
    expect(said('ana')).toEqual(['request-mentor-unreachable']);
    expect(said('cora')).toEqual([]);
  }, 60_000);

  it('is brought as one card, where its reminder found no way either', async () => {
    const mentor = await askFirst(gone);
    await house.moveTo(house.clock.now().plus({ days: 6 }));
    await house.say('slack', mentor, 'hello');
    await house.settle();
    expect(seen(mentor).match(/How do I begin\?/g)).toHaveLength(1);
    expect(await rows(`select reason from notice where state = 'suppressed'`)).toContainEqual({ reason: 'settled' });
  }, 60_000);

  it('as she has no account yet, is found by nobody else either', async () => {
    const find = () => house.say('slack', 'ana', 'find a mentor for case notes');
    await find();
    await house.press('slack', 'ana', 'Ask');
    await house.submit('slack', 'ana', { need: 'How long?', topic: 'case_notes' });
    await house.settle();
    expect(said('ana')).toEqual(['request-mentor-unreachable']);
    expect(seen('cora')).toContain('Ivy Fox');
    await house.say('slack', 'cora', 'find a mentor for case notes');
    expect(seen('cora')).not.toContain('* Ivy Fox');
  }, 60_000);
});

describe('a mentee who cannot be told that she was accepted', () => {
  it('can be written to by her mentor, who hears of it', async () => {
    const mentor = await askFirst();
    await house.act('slack', 'ana', { kind: 'uninstalled' });
    await house.press('slack', mentor, 'Accept');
    await house.settle();
    expect(said(mentor)).toContain('request-mentee-unreachable');
    expect(seen(mentor)).toContain('[Email Ana -> mailto:ana@bethel.example.gov]');
  }, 60_000);
});

describe('somebody whom no message reaches any more', () => {
  /** Ana removes the app, and then there is something to tell her. */
  const loseAna = async (): Promise<void> => {
    const mentor = await askFirst();
    await house.act('slack', 'ana', { kind: 'uninstalled' });
    await house.press('slack', mentor, 'Accept');
    await house.settle();
  };
  const toCora = (): string[] => said('cora').filter((name) => name === 'person-unreachable');

  it('is told to her coordinator once, however much waits for her, and how it can be mended', async () => {
    await loseAna();
    expect(toCora()).toHaveLength(1);
    expect(seen('cora')).toContain('My messages do not reach Ana Reyes any more.');
    expect(seen('cora')).toContain('[Email Ana -> mailto:ana@bethel.example.gov]');
    expect(seen('cora')).not.toMatch(/nterview|How do I begin/);
    await house.moveTo(house.clock.now().plus({ days: 3 }));
    const [ana] = await rows(`select person_id as id from person where email like 'ana%'`);
    const about = { kind: 'person' as const, id: String(ana?.id) };
    await inside((tx) =>
      house.foundation.ledger.tell(tx, { to: about.id, kind: 'answer-missed', about, occurrence: 'later' }),
    );
    await house.settle();
    expect(await rows(`select 1 from message where state = 'dead' and reason = 'no-address'`)).not.toEqual([]);
    expect(toCora()).toHaveLength(1);
  }, 60_000);

  it('is reached again: the card says so; and if she is lost once more, that is told anew', async () => {
    await loseAna();
    await house.say('slack', 'ana', 'hello');
    await house.settle();
    expect(seen('cora')).toContain('My messages reach Ana Reyes again.');
    expect(seen('cora')).not.toContain('do not reach Ana');
    house.clock.set(house.clock.now().plus({ hours: 1 }));
    await house.act('slack', 'ana', { kind: 'uninstalled' });
    const [ana] = await rows(`select person_id as id from person where email like 'ana%'`);
    const about = { kind: 'person' as const, id: String(ana?.id) };
    await inside((tx) => house.foundation.ledger.tell(tx, { to: about.id, kind: 'home', about, occurrence: 'later' }));
    await house.settle();
    expect(toCora()).toHaveLength(2);
  }, 60_000);

  it('is no news any more where she is reached again before it could be told', async () => {
    const mentor = await askFirst();
    await house.act('slack', 'ana', { kind: 'uninstalled' });
    const busy: Delivered = { ok: false, because: 'busy', code: 'http-503', retryAfterSeconds: 600 };
    house.outcomes.push(busy, busy, busy);
    await house.press('slack', mentor, 'Accept');
    await house.settle();
    await house.say('slack', 'ana', 'hello');
    house.outcomes.length = 0;
    await store.script('update pgboss.job set start_after = now() where start_after > now()');
    await house.settle();
    expect(await rows(`select state, reason from notice where kind = 'person-unreachable'`)).toEqual([
      { state: 'suppressed', reason: 'settled' },
    ]);
  }, 60_000);

  it('is no news where there never was an account, nor where the other client reaches her', async () => {
    const [ivy] = await rows(`select person_id as id from person where email like 'ivy%'`);
    const about = { kind: 'person' as const, id: String(ivy?.id) };
    await inside((tx) => house.foundation.ledger.tell(tx, { to: about.id, kind: 'home', about, occurrence: 'slack' }));
    house.outcomes.push({ ok: false, because: 'refused', code: 'invalid_blocks' });
    await askFirst();
    await house.settle();
    expect(toCora()).toEqual([]);
  }, 60_000);
});

describe('a message of which nobody knows whether it arrived', () => {
  it('stands as sent once she presses a button on it', async () => {
    const mentor = await askFirst({ ok: false, because: 'unknown', code: 'no_answer' });
    expect(await rows(`select state from message where state = 'uncertain'`)).toHaveLength(1);
    const [request] = await rows('select request_id as id from request');
    const token = { intent: 'accept', args: { request: String(request?.id), version: 1 } };
    await house.act('slack', mentor, { kind: 'action', token }, 'm-arrived');
    await house.settle();
    expect(await rows(`select platform_id as at from message where state = 'uncertain'`)).toEqual([]);
    expect(await rows(`select state from message where platform_id = 'm-arrived'`)).toEqual([{ state: 'sent' }]);
  }, 60_000);

  it('is followed by the news that the mentee has withdrawn, as it may have arrived', async () => {
    const mentor = await askFirst({ ok: false, because: 'unknown', code: 'no_answer' });
    await house.press('slack', 'ana', 'Withdraw');
    await house.settle();
    expect(said(mentor)).toEqual(['request-withdrawn']);
  }, 60_000);
});

describe('an answer that got lost on the way', () => {
  const lost = async (text: string) => {
    const turn = house.receive(house.inbound('slack', 'ana', { kind: 'message', text }));
    await turn.replies;
    await turn.missed?.();
  };

  it('is told as soon as she can be reached, once for all that got lost', async () => {
    house.outcomes.push({ ok: false, because: 'busy', code: 'down', retryAfterSeconds: 0 });
    await lost('topics');
    await house.settle();
    expect(said('ana')).toEqual(['answer-missed']);
    expect(seen('ana')).not.toContain('topics');
  }, 60_000);

  it('is not wanted any more once she has done something else', async () => {
    await lost('topics');
    await house.settle();
    const [told] = await rows(
      `select notice_id as "noticeId", person_id as "personId" from notice where kind = 'answer-missed'`,
    );
    const unwanted = () =>
      inside(
        (tx) =>
          noticeKinds(house.foundation.house)['answer-missed']?.unwanted(tx, {
            notBefore: null,
            writtenAt: new Date(0),
            noticeId: String(told?.noticeId),
            personId: String(told?.personId),
            kind: 'answer-missed',
            about: { kind: 'person', id: String(told?.personId) },
            occurrence: '1',
          }) ?? Promise.resolve('no such kind'),
      );
    expect(await unwanted()).toBeUndefined();
    house.clock.set(house.clock.now().plus({ seconds: 5 }));
    await house.say('slack', 'ana', 'help');
    expect(await unwanted()).toBe('settled');
  }, 60_000);
});
