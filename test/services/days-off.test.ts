import { DateTime } from 'luxon';
import { addDayOff } from '../../src/services';
import { organizationIds } from '../../src/store';
import { cardText } from '../chat';
import { type Talking, talking } from '../intents/talking';

describe('an organization’s own days off', () => {
  let talk: Talking;
  beforeEach(async () => {
    talk = await talking();
  }, 60_000);
  afterEach(() => talk.close());

  const organization = async () => (await organizationIds(talk.store))[0] ?? '';
  const list = () => talk.rows('select day, name from day_off order by day');
  /** What a schedule has sent, and when. */
  const sent = async (): Promise<readonly string[]> =>
    (
      await talk.rows(
        `select n.kind || coalesce(' ' || to_char(m.sent_at at time zone 'America/Anchorage', 'Dy MM-DD HH24:MI'), ' not sent') as was
         from notice n left join message m using (message_id) where n.kind in ('request-reminder', 'digest') order by m.sent_at, n.kind`,
      )
    ).map(({ was }) => String(was));
  const adds = async (day: string, name: string, every = 'once'): Promise<string> => {
    await talk.house.act('slack', 'nora', { kind: 'action', token: { intent: 'day-off-add', args: {} } });
    await talk.house.submit('slack', 'nora', { day, name, every });
    await talk.house.settle();
    return JSON.stringify(talk.house.clientOf('slack', 'nora'));
  };

  it('are kept by a coordinator, by words and a form, with the way back; anybody may read them', async () => {
    const first = await talk.hears('nora', 'holidays');
    expect(first).toContain('Thursday, November 26, 2026 Thanksgiving Day');
    expect(first).toContain('[Add a day]');
    expect(await talk.hears('nora', 'we are closed on December 24')).toContain('day=2026-12-24; every=once');
    await talk.house.submit('slack', 'nora', { day: '2026-12-24', name: 'Christmas Eve', every: 'year' });
    expect(await list()).toEqual([{ day: '12-24', name: 'Christmas Eve' }]);
    const read = await talk.hears('ana', 'days off');
    expect(read).toContain('Thursday, December 24, 2026 Christmas Eve (your own, every year)');
    expect(read).not.toContain('Add a day');
    expect(await talk.presses('nora', 'Undo')).toContain('It is off the list again.');
    expect(await list()).toEqual([]);
    expect(await talk.rows(`select kind, facts from event where kind like 'days-off%' order by at`)).toEqual([
      { kind: 'days-off.changed', facts: { put: 1, took: 0 } },
      { kind: 'days-off.changed', facts: { put: 0, took: 1 } },
    ]);
  }, 60_000);

  it('are refused at their field, with what was typed', async () => {
    expect(await adds('2026-02-30', 'Nothing')).toContain('no such day');
    expect(await adds('2026-11-02', 'Past')).toContain('not ahead of us');
    expect(await adds('2026-12-25', 'Again')).toContain('a day off already');
    expect(await adds('2026-12-24', '')).toContain('what the day is called');
    expect(await list()).toEqual([]);
    expect(await talk.hears('ana', 'we are closed on December 24')).toContain('Only a coordinator can do that');
  }, 60_000);

  it('give federal holidays back as working days, and the other way round', async () => {
    const change = async (federal: readonly string[]): Promise<void> => {
      await talk.house.act('slack', 'nora', { kind: 'action', token: { intent: 'days-off-change', args: {} } });
      await talk.house.submit('slack', 'nora', { federal, own: ['2026-12-24'] });
    };
    await adds('2026-12-24', 'Christmas Eve');
    await change(['thanksgiving', 'christmas', 'new-year', 'labor']);
    const kept = await talk.hears('ana', 'days off');
    expect(kept).toContain('Christmas Eve');
    expect(kept).not.toContain('Columbus Day');
    await change(['columbus']);
    expect(await talk.hears('ana', 'days off')).toContain('Columbus Day');
    expect(await talk.hears('ana', 'days off')).not.toContain('Thanksgiving');
  }, 60_000);

  it('are not changed by a form that shows an older list', async () => {
    await talk.house.act('slack', 'nora', { kind: 'action', token: { intent: 'days-off-change', args: {} } });
    await talk.store.inOrganization(await organization(), undefined, (tx) =>
      addDayOff(tx, { day: '2026-12-24', name: 'Christmas Eve', everyYear: false }),
    );
    const replies = await talk.house.submit('slack', 'nora', { federal: ['christmas'] });
    expect(JSON.stringify(replies)).toContain('The list has changed meanwhile');
    expect(await list()).toEqual([{ day: '2026-12-24', name: 'Christmas Eve' }]);
  }, 60_000);

  it('hold back what was planned for a day that has become one', async () => {
    await talk.asks('ana', 'joan');
    const [due] = await talk.store.sql(`select due_at from due where kind = 'request-reminder'`);
    const planned = DateTime.fromJSDate(due?.due_at instanceof Date ? due.due_at : new Date(0)).setZone(
      'America/Anchorage',
    );
    expect(planned > talk.clock.now()).toBe(true);
    await adds(planned.toISODate() ?? '', 'Closed');
    await talk.house.moveTo(planned.endOf('day'));
    expect((await sent()).filter((was) => was.startsWith('request-reminder'))).toEqual([]);
    await talk.house.moveTo(planned.plus({ days: 5 }));
    const [only, ...others] = (await sent()).filter((was) => was.startsWith('request-reminder'));
    expect(others).toEqual([]);
    expect(only).toMatch(/ 08:00$/);
    expect(only).not.toContain(planned.toFormat('MM-dd'));
  }, 60_000);

  it('bring what they held back on a day that is a working day again', async () => {
    await talk.asks('ana', 'joan');
    const [before] = await talk.store.sql(`select due_at from due where kind = 'request-reminder'`);
    const planned = DateTime.fromJSDate(before?.due_at instanceof Date ? before.due_at : new Date(0)).setZone(
      'America/Anchorage',
    );
    const day = planned.toISODate() ?? '';
    const dueAt = async () =>
      (await talk.store.sql(`select due_at from due where kind = 'request-reminder'`))[0]?.due_at;
    await adds(day, 'Closed');
    await talk.house.engine.heartbeat.beat();
    expect(await dueAt()).not.toEqual(before?.due_at);
    expect(await talk.presses('nora', 'Undo')).toContain('It is off the list again.');
    await talk.house.engine.heartbeat.beat();
    expect(await dueAt()).toEqual(before?.due_at);
    await talk.house.moveTo(planned.plus({ hours: 1 }));
    expect((await sent()).filter((was) => was.startsWith('request-reminder'))).toEqual([
      `request-reminder ${planned.toFormat('ccc MM-dd HH:mm')}`,
    ]);
  }, 60_000);

  it('keep the digest for the next working hour, once', async () => {
    const monday = talk.clock.now().setZone('America/Anchorage').plus({ weeks: 1 }).startOf('week');
    await adds(monday.toISODate() ?? '', 'Closed');
    await talk.house.moveTo(monday.endOf('day'));
    const digests = async () =>
      (await sent()).filter((was) => was.startsWith(`digest`) && was.includes(monday.toFormat('MM-dd')));
    expect(await digests()).toEqual([]);
    await talk.house.moveTo(monday.plus({ days: 2 }));
    const tuesday = monday.plus({ days: 1 }).toFormat('MM-dd');
    expect((await sent()).filter((was) => was.includes(tuesday))).toEqual([`digest Tue ${tuesday} 08:00`]);
    const [late] = talk.house.sends.filter(
      ({ card }) => card.name === 'digest' && cardText(card).includes('comes late'),
    );
    expect(late).toBeUndefined();
  }, 60_000);
});
