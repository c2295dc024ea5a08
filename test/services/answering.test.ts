import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Delivered, Reply } from '../../src/chat';
import { ownerKeys, type Tx } from '../../src/store';
import { cardText, type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';

const people = readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8');
const gone: Delivered = { ok: false, because: 'unreachable', code: 'account_inactive' };

describe('a mentor who answers', () => {
  let house: House;
  let store: TestStore;

  beforeEach(async () => {
    const clock = testClock();
    store = await anyStore({ clock });
    house = await openHouse(store, people, clock);
    await house.say('slack', 'ben', 'interviewing');
    await house.press('slack', 'ben', 'Ask');
    await house.submit('slack', 'ben', { topic: 'interviewing', need: 'My questions' });
    await house.settle();
  }, 60_000);
  afterEach(async () => {
    await house.close();
    await store.drop();
  });

  const inside = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const id = String((await store.sql('select organization_id as id from organization_index'))[0]?.id);
    return store.inOrganization(id, undefined, work);
  };
  const rows = (sql: string): Promise<Record<string, unknown>[]> => inside((tx) => tx.manager.query(sql));
  const seen = (user: string): string => [...house.clientOf('slack', user).cards.values()].map(cardText).join('\n\n');
  const errorsOf = (replies: readonly Reply[]): object =>
    Object.assign({}, ...replies.map((reply) => (reply.kind === 'form' ? reply.errors : {})));
  async function question(...outcomes: Delivered[]): Promise<void> {
    await house.press('slack', 'joan', 'Tell me more');
    house.outcomes.push(...outcomes);
    await house.submit('slack', 'joan', { question: 'Which QUESTION-WORDS?' });
    await house.settle();
  }

  it('and asks first: question and answer are sealed, each with the key of whoever wrote it', async () => {
    await question();
    await house.press('slack', 'ben', 'Answer');
    await house.submit('slack', 'ben', { answer: 'These ANSWER-WORDS.' });
    await house.settle();
    expect(seen('joan')).toContain('Ben answers: These ANSWER-WORDS.');
    const [stored] = await rows('select request_id as id, question, answer, mentor_id, mentee_id from request');
    expect(JSON.stringify(stored)).not.toMatch(/QUESTION-WORDS|ANSWER-WORDS/u);
    const open = (owner: unknown, field: 'question' | 'answer') =>
      inside(async (tx) =>
        tx.vault.openFor(
          await ownerKeys(tx, String(owner)),
          `request|${String(stored?.id)}|${field}`,
          String(stored?.[field]),
        ),
      );
    expect(await open(stored?.mentor_id, 'question')).toBe('Which QUESTION-WORDS?');
    expect(await open(stored?.mentee_id, 'answer')).toBe('These ANSWER-WORDS.');
    await expect(open(stored?.mentee_id, 'question')).rejects.toThrow();
    const elsewhere = await rows(
      `select (select count(*)::int from event where facts::text like '%-WORDS%') as events,
         (select count(*)::int from audit where action like '%-WORDS%') as audit,
         (select count(*)::int from inbound where payload::text like '%-WORDS%') as inbound`,
    );
    expect(elsewhere).toEqual([{ events: 0, audit: 0, inbound: 0 }]);
  });

  it('is not reminded while the question waits for its answer, and again from the answer on', async () => {
    const reminders = (user: string): number =>
      house.sends.filter((send) => send.user === user && cardText(send.card).includes('A friendly reminder')).length;
    await house.moveTo(house.clock.now().plus({ days: 6 }));
    expect([reminders('joan'), reminders('ben')]).toEqual([1, 0]);
    await question();
    await house.moveTo(house.clock.now().plus({ days: 6 }));
    expect([reminders('joan'), reminders('ben')]).toEqual([1, 1]);
    await house.press('slack', 'ben', 'Answer');
    await house.submit('slack', 'ben', { answer: 'These.' });
    await house.moveTo(house.clock.now().plus({ days: 9 }));
    expect([reminders('joan'), reminders('ben')]).toEqual([2, 1]);
    expect(await rows('select state from request')).toEqual([{ state: 'waiting' }]);
    await house.moveTo(house.clock.now().plus({ days: 6 }));
    expect(await rows('select state from request')).toEqual([{ state: 'expired' }]);
  });

  it('hears that her question cannot be brought to the mentee, and can still decide', async () => {
    await question(gone);
    expect(seen('joan')).toContain('Ben has not seen your question yet. You can still accept or decline the request.');
    await house.press('slack', 'joan', 'Show it');
    await house.press('slack', 'joan', 'Accept');
    await house.settle();
    expect(await rows('select state from request')).toEqual([{ state: 'accepted' }]);
  });

  it('and says no with a day on which a pause cannot end, has done neither', async () => {
    await house.press('slack', 'joan', 'Decline');
    const send = (until: string) => house.submit('slack', 'joan', { reason: 'no-time', words: 'Later', until });
    for (const until of ['2026-11-18', '2026-11-01', '2027-12-31', '2026-02-30', 'soon'])
      expect(Object.keys(errorsOf(await send(until)))).toEqual(['until']);
    const standing = 'select r.state, m.paused_until from request r join mentor_profile m on m.person_id = r.mentor_id';
    expect(await rows(standing)).toEqual([{ state: 'waiting', paused_until: null }]);
    await send('2026-12-15');
    expect(await rows(`select state from request`)).toEqual([{ state: 'declined' }]);
    expect(
      await rows(`select kind from event where kind in ('mentor.paused', 'request.declined') order by kind`),
    ).toEqual([{ kind: 'mentor.paused' }, { kind: 'request.declined' }]);
    expect(seen('joan')).toContain('Declined, and you pause until December 15.');
  });

  it('says no to a request that is over already, and does not pause by that either', async () => {
    await house.press('slack', 'joan', 'Decline');
    await house.press('slack', 'ben', 'Withdraw');
    await house.settle();
    await house.submit('slack', 'joan', { reason: 'no-time', until: '2026-12-15' });
    expect(seen('joan')).toContain('That is already settled, so nothing changed just now.');
    expect(await rows('select count(*)::int as n from mentor_profile where paused_until is not null')).toEqual([
      { n: 0 },
    ]);
  });

  it('accepts one session: it holds the place, and the pairing is on trial', async () => {
    await house.press('slack', 'joan', 'Accept one session');
    await house.settle();
    expect(
      await rows('select p.state, m.load from pairing p join mentor_profile m on m.person_id = p.mentor_id'),
    ).toEqual([{ state: 'trial', load: 1 }]);
    expect(await rows(`select facts from event where kind = 'pairing.started'`)).toEqual([
      { facts: { topic: 'interviewing', address_shared: true, trial: true } },
    ]);
  });
});
