import { DateTime } from 'luxon';
import { buttonsSeen } from '../chat';
import { type Talking, talking } from '../intents/talking';

const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone: 'America/Anchorage' });

describe('a planned meeting', () => {
  let talk: Talking;
  /** Ana (New York, Teams) and Joan (Anchorage, Slack) meet at that time of Joan's. */
  const plan = async (day: string, time: string): Promise<void> => {
    const ask = (intent: string) => talk.house.act('slack', 'joan', { kind: 'action', token: { intent, args: {} } });
    await ask('meet');
    await talk.house.submit('slack', 'joan', { first_day: day, first_time: time, minutes: '30', way: 'phone' });
    await talk.house.settle();
    const pick = buttonsSeen(talk.house.clientOf('teams', 'ana')).find(({ button }) => button.label.startsWith('Pick'));
    await talk.presses('ana', pick?.button.label ?? '');
  };
  const told = () =>
    talk.rows(
      `select p.name || ' ' || n.kind || ' ' || n.state || coalesce(' ' || n.reason, '') ||
         coalesce(' ' || to_char(m.sent_at at time zone 'America/Anchorage', 'Dy HH24:MI'), '') as was
       from notice n join person p using (person_id) left join message m using (message_id)
       where n.kind in ('meeting-day', 'meeting-hour', 'meeting-met') order by n.created_at, p.name`,
    );
  const words = async () => (await told()).map(({ was }) => was);
  const due = async () =>
    (await talk.store.sql(`select kind from due where kind in ('meeting-reminder', 'meeting-met') order by 1`)).map(
      ({ kind }) => kind,
    );
  beforeEach(async () => {
    talk = await talking();
    await talk.pairs('joan', 'slack');
    const slots = { timezone: 'America/New_York' };
    await talk.hears('ana', 'in New York', { intent: 'preferences', slots });
  }, 60_000);
  afterEach(() => talk.close());

  it('is called to mind the working day before and the hour before, to each in her hours; then both are asked', async () => {
    await plan('2026-11-24', '14:00');
    await talk.house.moveTo(at('2026-11-25T12:00'));
    expect(await words()).toEqual([
      'Ana Reyes meeting-day told Mon 04:00',
      'Joan Ek meeting-day told Mon 08:00',
      'Ana Reyes meeting-hour told Tue 12:00',
      'Joan Ek meeting-hour told Tue 13:00',
      'Joan Ek meeting-met told Tue 14:30',
      'Ana Reyes meeting-met told Wed 04:00',
    ]);
    expect(await due()).toEqual([]);
  }, 60_000);

  it('that is moved or called off takes its reminders with it', async () => {
    await plan('2026-11-24', '14:00');
    expect(await due()).toEqual(['meeting-reminder']);
    await talk.presses('joan', 'Move');
    const moved = { first_day: '2026-12-02', first_time: '14:00', minutes: '30', way: 'phone' };
    await talk.house.submit('slack', 'joan', moved);
    await talk.house.settle();
    expect(await due()).toEqual([]);
    await talk.presses('ana', 'Pick Wed, Dec 2, 6:00 PM');
    await talk.house.moveTo(at('2026-11-25T12:00'));
    expect(await words()).toEqual([]);
    await talk.house.moveTo(at('2026-12-01T12:00'));
    expect(await words()).toEqual(['Ana Reyes meeting-day told Tue 04:00', 'Joan Ek meeting-day told Tue 08:00']);
    await talk.presses('joan', 'Call off');
    await talk.house.moveTo(at('2026-12-03T12:00'));
    expect(await words()).toHaveLength(2);
    expect(await due()).toEqual([]);
  }, 60_000);

  it('that has begun by the time the service is back is not called to mind, and the ledger says why', async () => {
    await plan('2026-11-24', '14:00');
    talk.clock.set(at('2026-11-24T14:10'));
    await talk.house.engine.heartbeat.beat();
    await talk.house.settle();
    expect((await words()).toSorted()).toEqual([
      'Ana Reyes meeting-day suppressed begun',
      'Ana Reyes meeting-hour suppressed begun',
      'Joan Ek meeting-day suppressed begun',
      'Joan Ek meeting-hour suppressed begun',
    ]);
  }, 60_000);

  it('of which two reminders are late is called to mind once', async () => {
    await plan('2026-11-24', '14:00');
    talk.clock.set(at('2026-11-24T12:50'));
    await talk.house.engine.heartbeat.beat();
    await talk.house.settle();
    expect((await words()).map((each) => String(each).replace(/ \w+ \d\d:\d\d$/u, '')).toSorted()).toEqual([
      'Ana Reyes meeting-day suppressed overtaken',
      'Ana Reyes meeting-hour told',
      'Joan Ek meeting-day told',
    ]);
  }, 60_000);

  it('is not called to mind at night, however late it is', async () => {
    await plan('2026-11-25', '10:00');
    talk.clock.set(at('2026-11-24T20:00'));
    await talk.house.engine.heartbeat.beat();
    await talk.house.settle();
    expect(await words()).toEqual([]);
    await talk.house.moveTo(at('2026-11-25T09:30'));
    for (const [who, hour] of [
      ['Ana', /0[4-9]:/],
      ['Joan', /0[89]:/],
    ] as const)
      for (const was of (await words()).map(String).filter((each) => each.startsWith(who) && each.includes('told')))
        expect(was).toMatch(hour);
  }, 60_000);

  it('obeys reminders that are off', async () => {
    await plan('2026-11-24', '14:00');
    await talk.hears('ana', 'off', { intent: 'preferences', slots: { reminders: 'off' } });
    await talk.house.moveTo(at('2026-11-25T12:00'));
    expect(await words()).toEqual([
      'Joan Ek meeting-day told Mon 08:00',
      'Joan Ek meeting-hour told Tue 13:00',
      'Joan Ek meeting-met told Tue 14:30',
    ]);
  }, 60_000);

  it('moves its reminders with the hours of whoever sets other ones, to earlier ones too', async () => {
    const set = (slots: object) => talk.hears('joan', JSON.stringify(slots), { intent: 'preferences', slots });
    await talk.hears('ana', 'off', { intent: 'preferences', slots: { reminders: 'off' } });
    await set({ quiet_from: '20:00', quiet_to: '12:00' });
    await plan('2026-11-24', '14:00');
    await set({ quiet_to: '08:30' });
    await talk.house.moveTo(at('2026-11-23T11:00'));
    expect(await words()).toEqual(['Joan Ek meeting-day told Mon 08:30']);
  }, 60_000);

  it('is logged by one tap, and the other one’s card says so; her tap then changes nothing', async () => {
    await plan('2026-11-24', '14:00');
    await talk.house.moveTo(at('2026-11-25T09:00'));
    expect(await talk.presses('joan', 'We met')).toContain('Your session with Ana Reyes');
    expect(await talk.rows('select held_on::text as day, minutes, way, state from session')).toEqual([
      { day: '2026-11-24', minutes: 30, way: 'phone', state: 'logged' },
    ]);
    const [card] = [...talk.house.clientOf('teams', 'ana').cards.values()].filter(({ name }) => name === 'meeting-met');
    expect(JSON.stringify(card)).toContain('Joan says yes, and logged your session.');
    for (const old of ['We met', 'Not this time']) {
      const [reply] = await talk.house.pressOld('teams', 'ana', old);
      expect(JSON.stringify(reply)).toContain('That was answered before');
    }
    expect(await talk.rows('select state from session')).toEqual([{ state: 'logged' }]);
    expect(await talk.rows('select state from meeting')).toEqual([{ state: 'past' }]);
  }, 60_000);

  it('that did not take place is settled for both, and another can be planned', async () => {
    await plan('2026-11-24', '14:00');
    await talk.house.moveTo(at('2026-11-25T09:00'));
    expect(await talk.presses('ana', 'Not this time')).toContain('You say: not this time.');
    const [reply] = await talk.house.pressOld('slack', 'joan', 'We met');
    expect(JSON.stringify(reply)).toContain('That was answered before');
    expect(await talk.rows('select 1 from session')).toEqual([]);
    expect(await talk.presses('joan', 'Plan another')).toContain('form Plan a meeting');
    expect(await talk.rows(`select count(*)::int as n from event where kind = 'meeting.missed'`)).toEqual([{ n: 1 }]);
  }, 60_000);

  it('is nobody else’s to answer for', async () => {
    await plan('2026-11-24', '14:00');
    await talk.house.moveTo(at('2026-11-25T09:00'));
    const [{ id } = { id: '' }] = await talk.rows('select meeting_id as id from meeting');
    for (const intent of ['we-met', 'not-met']) {
      const token = { intent, args: { meeting: String(id) } };
      const [reply] = await talk.house.act('slack', 'dora', { kind: 'action', token });
      expect(reply).toMatchObject({ card: { name: 'refused-not-your-pairing' } });
    }
    expect(await talk.rows('select 1 from session')).toEqual([]);
  }, 60_000);

  it('is not asked about where its session is logged already', async () => {
    await plan('2026-11-24', '14:00');
    await talk.house.moveTo(at('2026-11-24T14:20'));
    const token = { intent: 'log', args: { minutes: 30, on: '2026-11-24', way: 'phone' } };
    await talk.house.act('slack', 'joan', { kind: 'action', token });
    await talk.house.moveTo(at('2026-11-26T12:00'));
    expect((await words()).filter((was) => String(was).includes('meeting-met'))).toEqual([]);
  }, 60_000);
});
