import { apology, notInstalled } from '../../src/cards';
import { type Card, say } from '../../src/chat';
import { createMetrics } from '../../src/http';
import { countedReceive } from '../../src/start/counting';
import { figuresOf } from '../../src/start/figures';
import { type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';
import { crowd, inside } from '../faults/crowd';

const nothing = async (): Promise<never> => {
  throw new Error('The database is away.');
};

describe('the figures of a process', () => {
  let store: TestStore;
  let house: House;
  beforeEach(async () => {
    const clock = testClock();
    store = await anyStore({ clock });
    house = await openHouse(store, crowd({ mentees: 4, mentors: 2, places: 3 }), clock);
    house.metrics.show(figuresOf(store, house.foundation.queue, clock));
  }, 60_000);
  afterEach(async () => {
    await house.close();
    await store.drop();
  });
  const lines = async (): Promise<string> =>
    (await house.metrics.registry.metrics())
      .split('\n')
      .filter((line) => line.startsWith('mentor_'))
      .join('\n');
  const figure = async (name: string): Promise<number> => {
    const line = (await lines()).split('\n').find((each) => each.startsWith(`mentor_${name} `));
    return line === undefined ? 0 : Number(line.split(' ').at(-1));
  };
  const ask = async (): Promise<void> => {
    await house.say('slack', 'mentee002', 'find a mentor for interviewing');
    await house.press('slack', 'mentee002', 'Ask');
    await house.submit('slack', 'mentee002', { topic: 'interviewing', need: 'A word' });
    await house.settle();
  };

  it('count what comes in, once more and for the first time, and how long its answer took', async () => {
    const own = house.inbound('slack', 'mentee000', { kind: 'message', text: 'help' });
    await house.receive(own).replies;
    await house.receive(own).replies;
    expect(await figure('inbound_total{channel="slack",kind="message",result="answered"}')).toBe(2);
    expect(await figure('inbound_duplicates_total')).toBe(1);
    expect(await figure('inbound_ack_seconds_count{channel="slack"}')).toBe(2);
    const answering = (card: Card) =>
      countedReceive(
        () => ({ recorded: Promise.resolve(), replies: Promise.resolve([say(card)]) }),
        house.metrics.counts,
      )(own).replies;
    await answering(notInstalled());
    await answering(apology('A1'));
    expect(await figure('inbound_total{channel="slack",kind="message",result="not-installed"}')).toBe(1);
    expect(await figure('inbound_total{channel="slack",kind="message",result="failed"}')).toBe(1);
  }, 60_000);

  it('count what became of what was sent, what nobody knows the end of, and what nobody wanted any more', async () => {
    house.outcomes.push(
      { ok: false, because: 'busy', code: 'ratelimited', retryAfterSeconds: 0, tooFast: true },
      { ok: false, because: 'unknown', code: 'a word that nobody knows' },
    );
    await ask();
    const text = await lines();
    expect(text).toMatch(/mentor_sends_total\{channel="\w+",result="busy"\} 1/);
    expect(text).toMatch(/mentor_sends_total\{channel="\w+",result="unknown"\} 1/);
    expect(text).toMatch(/mentor_rate_limited_total\{channel="\w+"\} 1/);
    expect(text).toContain('mentor_outbox_attempts_total{code="ratelimited"} 1');
    expect(text).toContain('mentor_outbox_attempts_total{code="other"} 1');
    expect(text).toMatch(/mentor_budget_rate\{channel="\w+"\} 25/);
    expect(await figure('outbox_uncertain_total')).toBe(1);
    await house.press('slack', 'mentee002', 'Withdraw');
    const [row] = await inside(
      house,
      `select organization_id as o, message_id as m from message where state = 'uncertain'`,
    );
    await inside(house, `update message set state = 'queued' where state = 'uncertain'`);
    const job = { organizationId: String(row?.o), messageId: String(row?.m), task: 'send' } as const;
    await store.inOrganization(job.organizationId, undefined, (tx) => house.foundation.queue.enqueue(tx, job));
    await house.settle();
    expect(await figure('suppressed_total{reason="settled"}')).toBeGreaterThan(0);
  }, 60_000);

  it('read what waits, how long, in which lane; what is late; and what was denied', async () => {
    expect(await figure('outbox_oldest_due_seconds')).toBe(0);
    await store.sql(
      `insert into pgboss.job (name, data, start_after) values ('delivery', '{"lane":"schedule"}', now() + interval '1 hour')`,
    );
    expect(await figure('outbox_depth{state="put-off",lane="schedule"}')).toBe(1);
    expect(await figure('schedule_lag_seconds')).toBe(0);
    house.clock.set(house.clock.now().plus({ days: 7 }));
    expect(await figure('schedule_lag_seconds')).toBeGreaterThan(0);
    await inside(
      house,
      `insert into audit (organization_id, audit_id, at, action, object_kind, outcome) values ($1, gen_random_uuid(), now(), 'read', 'concern', 'denied')`,
      [(await store.sql('select organization_id as id from organization_index'))[0]?.id],
    );
    expect(await figure('authz_denied_total{rule="concern"}')).toBe(1);
  }, 60_000);

  it('count what was due and failed; what the schedule says waits in its own lane', async () => {
    await ask();
    await house.moveTo(house.clock.now().plus({ days: 6 }));
    const lanes = await store.sql(
      `select distinct data->>'lane' as lane from pgboss.job where name = 'delivery' order by 1`,
    );
    expect(lanes).toEqual([{ lane: 'act' }, { lane: 'schedule' }]);
    expect(await figure('schedule_missed_total')).toBe(0);
    await inside(house, `update request set program_id = 'gone'`);
    await house.moveTo(house.clock.now().plus({ days: 14 }));
    expect(await figure('schedule_missed_total')).toBeGreaterThan(0);
  }, 60_000);
});

describe('figures that cannot be read', () => {
  it('are left out, and the others are there; nothing that nobody feeds is shown', async () => {
    const { registry, show, counts } = createMetrics();
    show({
      outbox: nothing,
      uncertain: nothing,
      denied: nothing,
      rates: nothing,
      reconcile: nothing,
      lag: async () => 3,
    });
    counts.repeated();
    const text = await registry.metrics();
    expect(text).toContain('mentor_schedule_lag_seconds 3');
    expect(text).toContain('mentor_inbound_duplicates_total 1');
    expect(text).not.toMatch(/^mentor_outbox_(uncertain|depth|oldest)\S* \d/m);
    expect(text).not.toMatch(/^mentor_reconcile_nonzero \d/m);
  });

  it('and the reconciliation is one of them', async () => {
    const { registry, show } = createMetrics();
    const none = async () => [];
    show({
      outbox: none,
      uncertain: async () => 0,
      denied: none,
      rates: none,
      lag: async () => 0,
      reconcile: async () => 2,
    });
    expect(await registry.metrics()).toContain('mentor_reconcile_nonzero 2');
  });
});
