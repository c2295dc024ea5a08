import { DateTime } from 'luxon';
import { type Talking, talking } from '../intents/talking';

const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone: 'America/Anchorage' });

describe('two partners who have not met', () => {
  let talk: Talking;
  /** Every nudge: to whom, of which kind, what became of it, and when it went out (Anchorage). */
  const told = async (): Promise<unknown[]> =>
    (
      await talk.rows(
        `select split_part(p.name, ' ', 1) || ' ' || n.kind || ' ' || n.state || coalesce(' ' || n.reason, '') ||
           coalesce(' ' || to_char(m.sent_at at time zone 'America/Anchorage', 'Dy Mon DD HH24:MI'), '') as was
         from notice n join person p using (person_id) left join message m using (message_id)
         where n.kind in ('nudge-first', 'nudge-met', 'evaluation-outstanding', 'commitment-ending') order by n.created_at, p.name`,
      )
    ).map(({ was }) => was);
  const cards = (who: string, channel: 'slack' | 'teams', name = 'nudge') =>
    talk.house.sends.filter(
      ({ user, card, channel: on }) => user === who && on === channel && card.name.includes(name),
    );
  const pairing = async (): Promise<string> =>
    String((await talk.rows('select pairing_id as id from pairing order by started_at'))[0]?.id);
  const act = (channel: 'slack' | 'teams', user: string, intent: string, args: Record<string, string>) =>
    talk.house.act(channel, user, { kind: 'action', token: { intent, args } });
  const log = async (channel: 'slack' | 'teams', who: string, day: string): Promise<void> => {
    await act(channel, who, 'log', { pairing: await pairing() });
    await talk.house.submit(channel, who, { on: day, minutes: '30', way: 'phone', topic: 'case_notes' });
    await talk.house.settle();
  };

  beforeEach(async () => {
    talk = await talking();
    // Ana (New York, Teams) and Joan (Anchorage, Slack).
    await talk.pairs('joan', 'slack');
    await talk.hears('ana', 'in New York', { intent: 'preferences', slots: { timezone: 'America/New_York' } });
  }, 60_000);
  afterEach(() => talk.close());

  it('are both asked, each at nine on her own clock, and the notices are written together', async () => {
    await talk.house.moveTo(at('2026-12-02T08:00'));
    expect(await told()).toEqual([]);
    await talk.house.moveTo(at('2026-12-04T12:00'));
    expect(await told()).toEqual(['Ana nudge-first told Thu Dec 03 05:00', 'Joan nudge-first told Thu Dec 03 09:00']);
    const written = await talk.rows(
      `select count(distinct created_at)::int as times from notice where kind = 'nudge-first'`,
    );
    expect(written).toEqual([{ times: 1 }]);
  }, 60_000);

  it('hear it three times at the program’s pace, then it says that it stops, and stops', async () => {
    await talk.house.moveTo(at('2027-03-10T12:00'));
    const mine = (await told()).filter((was) => String(was).startsWith('Joan'));
    expect(mine).toEqual([
      'Joan nudge-first told Thu Dec 03 09:00',
      'Joan nudge-first told Thu Dec 17 09:00',
      'Joan nudge-first told Thu Dec 31 09:00',
    ]);
    const last = cards('joan', 'slack').map(({ card }) => JSON.stringify(card));
    expect(last.map((card) => card.includes('This is the third time that I ask about you and Ana'))).toEqual([
      false,
      false,
      true,
    ]);
    expect(await talk.store.sql(`select 1 from due where kind = 'nudge'`)).toEqual([]);
  }, 90_000);

  it('are asked on, where she who was asked three times wants it', async () => {
    await talk.house.moveTo(at('2027-01-20T12:00'));
    await talk.presses('joan', 'Keep asking me');
    await talk.house.moveTo(at('2027-01-22T12:00'));
    expect((await told()).filter((was) => String(was).startsWith('Joan')).at(-1)).toBe(
      'Joan nudge-first told Thu Jan 21 09:00',
    );
    expect((await told()).filter((was) => String(was).startsWith('Ana'))).toHaveLength(3);
  }, 90_000);

  it('are asked on a month after they met, though they had heard it often enough before', async () => {
    await talk.house.moveTo(at('2027-01-20T12:00'));
    await log('slack', 'joan', '2027-01-20');
    await talk.house.moveTo(at('2027-02-24T12:00'));
    expect((await told()).slice(6)).toEqual([
      'Ana nudge-met told Fri Feb 19 05:00',
      'Joan nudge-met told Fri Feb 19 09:00',
    ]);
  }, 90_000);

  it('are asked on after a meeting that one of them proposed and nobody picked: she who did something about it', async () => {
    await talk.house.moveTo(at('2027-01-20T12:00'));
    await act('slack', 'joan', 'meet', { pairing: await pairing() });
    const proposed = { first_day: '2027-01-25', first_time: '14:00', minutes: '30', way: 'phone' };
    await talk.house.submit('slack', 'joan', proposed);
    await talk.house.settle();
    await talk.house.moveTo(at('2027-02-04T12:00'));
    expect((await told()).slice(6)).toEqual(['Joan nudge-first told Tue Feb 02 09:00']);
  }, 90_000);

  it('are left alone once they plan a meeting or log a session, and asked again a month after it', async () => {
    await log('slack', 'joan', '2026-11-18');
    await talk.house.moveTo(at('2026-12-17T23:00'));
    expect((await told()).filter((was) => String(was).includes('told'))).toEqual([]);
    await talk.house.moveTo(at('2026-12-22T12:00'));
    expect((await told()).filter((was) => String(was).includes('nudge'))).toEqual([
      'Ana nudge-met told Fri Dec 18 05:00',
      'Joan nudge-met told Fri Dec 18 09:00',
    ]);
  }, 60_000);

  it('are not asked any more where the answer came before the morning did', async () => {
    await talk.house.moveTo(at('2026-12-03T06:00'));
    await log('teams', 'ana', '2026-12-01');
    await talk.house.moveTo(at('2026-12-04T12:00'));
    expect(await told()).toEqual(['Ana nudge-first told Thu Dec 03 05:00', 'Joan nudge-first suppressed settled']);
    expect(JSON.stringify([...talk.house.clientOf('teams', 'ana').cards.values()])).toContain(
      'All is well between you and Joan, so there is nothing to answer.',
    );
  }, 60_000);

  it('put it off until a day, which is hers alone', async () => {
    await talk.house.moveTo(at('2026-12-03T10:00'));
    expect(await talk.presses('joan', 'Ask me later')).toBe('form Ask me later: until=2026-12-17');
    const [again] = await talk.house.submit('slack', 'joan', { until: '2026-12-01' });
    expect(JSON.stringify(again)).toContain('That day is not ahead of us. Please pick a later one.');
    await talk.house.submit('slack', 'joan', { until: '2027-01-11' });
    await talk.house.moveTo(at('2027-01-15T12:00'));
    expect((await told()).filter((was) => String(was).startsWith('Joan'))).toEqual([
      'Joan nudge-first told Thu Dec 03 09:00',
      'Joan nudge-first told Mon Jan 11 09:00',
    ]);
    expect((await told()).filter((was) => String(was).startsWith('Ana'))).toHaveLength(3);
  }, 90_000);

  it('are asked half as often where one says that all is well, and only she', async () => {
    await talk.house.moveTo(at('2026-12-03T10:00'));
    await talk.presses('joan', 'We are fine, less often');
    await talk.house.moveTo(at('2027-01-05T12:00'));
    expect((await told()).filter((was) => String(was).startsWith('Joan'))).toEqual([
      'Joan nudge-first told Thu Dec 03 09:00',
      'Joan nudge-first told Thu Dec 31 09:00',
    ]);
  }, 90_000);

  it('can say that it does not work: to end it, or to tell a coordinator', async () => {
    await talk.house.moveTo(at('2026-12-03T10:00'));
    const text = await talk.presses('ana', 'This is not working');
    expect(text).toContain('It does not work with Joan Ek?');
    expect(text).toContain('[End] [Tell a coordinator] [Browse topics] [Back]');
  }, 60_000);

  it('obey reminders that are off', async () => {
    await talk.hears('joan', 'off', { intent: 'preferences', slots: { reminders: 'off' } });
    await talk.house.moveTo(at('2026-12-10T10:00'));
    expect(await told()).toEqual(['Ana nudge-first told Thu Dec 03 05:00']);
  }, 60_000);

  it('hear nothing that is late by more than a day, and the ledger says why', async () => {
    talk.clock.set(at('2026-12-04T10:00'));
    await talk.house.engine.heartbeat.beat();
    await talk.house.settle();
    expect(await told()).toEqual(['Ana nudge-first suppressed stale', 'Joan nudge-first suppressed stale']);
    await talk.house.moveTo(at('2026-12-21T10:00'));
    expect((await told()).slice(2)).toEqual([
      'Ana nudge-first told Mon Dec 21 05:00',
      'Joan nudge-first told Mon Dec 21 09:00',
    ]);
  }, 60_000);

  it('learn where the other one cannot be reached', async () => {
    await talk.house.moveTo(at('2026-12-03T06:00'));
    talk.house.outcomes.push({ ok: false, because: 'unreachable', code: 'account_inactive' });
    await talk.house.moveTo(at('2026-12-04T12:00'));
    expect(JSON.stringify([...talk.house.clientOf('teams', 'ana').cards.values()])).toContain(
      'My messages do not reach Joan right now, so you may be the only one who reads this.',
    );
  }, 60_000);

  it('are not asked once their exchange is over', async () => {
    await talk.house.moveTo(at('2026-12-02T20:00'));
    await act('slack', 'joan', 'end', { pairing: await pairing() });
    await talk.house.submit('slack', 'joan', { why: 'no-time' });
    await talk.house.moveTo(at('2026-12-20T12:00'));
    expect((await told()).filter((was) => String(was).includes('told'))).toEqual([]);
  }, 60_000);

  it('whose exchange ended before they would be asked have nothing written down for them', async () => {
    await talk.house.moveTo(at('2026-11-25T12:00'));
    await act('slack', 'joan', 'end', { pairing: await pairing() });
    await talk.house.submit('slack', 'joan', { why: 'no-time' });
    await talk.house.moveTo(at('2026-12-20T12:00'));
    expect(await told()).toEqual([]);
  }, 60_000);
});
