import { DateTime } from 'luxon';
import { cardText } from '../chat';
import { type Talking, talking } from '../intents/talking';

const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone: 'America/Anchorage' });

describe('what waits for one person', () => {
  let talk: Talking;
  const sent = (who: string, name: string): string[] =>
    talk.house.sends
      .filter(({ user, card }) => user === who && card.name.includes(name))
      .map(({ card }) => cardText(card));
  const pairWith = async (who: string): Promise<void> => {
    await talk.asks(who, 'victor');
    await talk.house.press('slack', 'victor', 'Accept');
    await talk.house.settle();
  };
  const states = async (): Promise<unknown[]> =>
    (
      await talk.rows(
        `select split_part(p.name, ' ', 1) || ' ' || n.kind || ' ' || n.state || coalesce(' ' || n.reason, '') ||
           coalesce(' ' || to_char(m.sent_at at time zone 'America/Anchorage', 'Dy Mon DD HH24:MI'), '') as was
         from notice n join person p using (person_id) left join message m using (message_id)
         where n.kind like 'nudge-%' or n.kind in ('digest', 'evaluation-outstanding', 'commitment-ending') order by n.created_at, p.name, n.kind`,
      )
    ).map(({ was }) => was);
  const joanMentors = async (): Promise<void> => {
    await talk.house.act('slack', 'joan', { kind: 'action', token: { intent: 'mentor-form', args: {} } });
    await talk.house.submit('slack', 'joan', { topics: ['case_notes'], places: '2', agreed: 'yes' });
  };
  const joanOffersNothing = (): Promise<unknown> =>
    talk.rows(`delete from offer where mentor_id = (select person_id from person where name = 'Joan Ek')`);
  /** What else is due before her six months are over waits until then. */
  const noMondaysBetween = (): Promise<unknown> =>
    talk.store.sql(`update due set due_at = '2027-05-04T18:00:00Z' where kind not in ('commitment', 'retention')`);
  beforeEach(async () => {
    talk = await talking();
  }, 60_000);
  afterEach(() => talk.close());

  it('comes as one message: two nudges of one morning, each with its way to the answers', async () => {
    await pairWith('ana');
    await pairWith('ben');
    await talk.house.moveTo(at('2026-12-04T12:00'));
    const [joined, ...more] = sent('victor', 'nudge');
    expect(more).toEqual([]);
    expect(joined).toContain('* Ana Reyes, Case note documentation [Answer]');
    expect(joined).toContain('* Ben Carter, Case note documentation [Answer]');
    expect(joined?.split('[Answer]')).toHaveLength(3);
    expect(joined?.split('Fewer of these').length).toBe(2);
    expect(sent('ana', 'nudge')).toHaveLength(1);
  }, 60_000);

  it('stays where it is while one of its parts is answered', async () => {
    await pairWith('ana');
    await pairWith('ben');
    await talk.house.moveTo(at('2026-12-04T12:00'));
    const both = () =>
      [...talk.house.clientOf('slack', 'victor').cards.values()]
        .filter(({ name }) => name === 'nudge+nudge')
        .map(cardText);
    await talk.presses('victor', 'Answer');
    const own = sent('victor', 'nudge').at(-1) ?? '';
    expect(own).toContain('[We met] [Plan a meeting] [Ask me later] [We are fine, less often] [This is not working]');
    expect(both()[0]?.split('[Answer]')).toHaveLength(3);
    const about = own.includes('Ana') ? 'Ana Reyes' : 'Ben Carter';
    await talk.presses('victor', 'Ask me later');
    await talk.house.submit('slack', 'victor', { until: '2026-12-20' });
    await talk.house.settle();
    expect(both()[0]).toContain(`You and ${about}: I ask again on December 20.`);
    expect(both()[0]?.split('[Answer]')).toHaveLength(2);
  }, 60_000);

  it('joins the digest of Monday, where a coordinator is a mentor too', async () => {
    await talk.house.bring('name,email,roles\nVictor Hale,victor@dpa.example.gov,coordinator@/bethel-nome-exchange');
    await talk.house.moveTo(at('2026-11-20T12:00'));
    await pairWith('ana');
    await talk.house.moveTo(at('2026-12-07T12:00'));
    const mine = talk.house.sends.filter(({ user, card }) => user === 'victor' && /digest|nudge/.test(card.name));
    expect(mine.map(({ card }) => card.name)).toEqual(['digest', 'digest', 'nudge+digest']);
  }, 60_000);

  it('comes not before its morning, though something else goes out the evening before', async () => {
    await pairWith('ana');
    await talk.house.moveTo(at('2026-12-02T20:00'));
    expect(await states()).toContain('Victor nudge-first waiting');
    await talk.asks('ben', 'victor');
    await talk.presses('ben', 'Withdraw');
    await talk.house.settle();
    expect(sent('victor', 'nudge')).toEqual([]);
    await talk.house.moveTo(at('2026-12-03T10:00'));
    expect(sent('victor', 'nudge')).toHaveLength(1);
  }, 60_000);

  it('is not said where reminders were turned off the evening before', async () => {
    await pairWith('ana');
    await talk.house.moveTo(at('2026-12-02T20:00'));
    await talk.hears('victor', 'off', { intent: 'preferences', slots: { reminders: 'off' } });
    await talk.house.moveTo(at('2026-12-03T12:00'));
    expect(await states()).toContain('Victor nudge-first suppressed reminders-off');
  }, 60_000);

  it('is one nudge a day, though a second one was put in by hand', async () => {
    await pairWith('ana');
    await talk.house.moveTo(at('2026-12-03T12:00'));
    const [pair] = await talk.rows(`select pairing_id as id, mentor_id as mentor from pairing`);
    await talk.store.inOrganization(
      String((await talk.rows('select organization_id as id from organization_index'))[0]?.id),
      undefined,
      (tx) =>
        talk.house.foundation.ledger.tell(tx, {
          to: String(pair?.mentor),
          kind: 'nudge-first',
          about: { kind: 'pairing', id: String(pair?.id) },
          occurrence: 'by hand',
        }),
    );
    talk.house.foundation.queue.wake();
    await talk.house.settle();
    expect(await states()).toContain('Victor nudge-first suppressed one-a-day');
  }, 60_000);

  it('holds one nudge a day: what becomes due later that day waits for the next morning', async () => {
    await pairWith('ana');
    await talk.house.moveTo(at('2026-12-03T10:00'));
    expect(sent('victor', 'nudge')).toHaveLength(1);
    await pairWith('ben');
    await talk.store.sql(`update due set due_at = '2026-12-03T18:30:00Z' where kind = 'nudge'`);
    await talk.rows(
      `update pairing set started_at = '2026-11-01' where mentee_id = (select person_id from person where name = 'Ben Carter')`,
    );
    await talk.rows(`update person set zone = 'Pacific/Honolulu' where name = 'Victor Hale'`);
    await talk.house.moveTo(at('2026-12-03T23:00'));
    expect(sent('victor', 'nudge')).toHaveLength(1);
    await talk.house.moveTo(at('2026-12-04T23:00'));
    expect(sent('victor', 'nudge')).toHaveLength(2);
  }, 60_000);

  it('is a request that waits too: its reminder comes on the morning after a nudge', async () => {
    await talk.house.moveTo(at('2026-11-19T10:00'));
    await pairWith('ana');
    await talk.house.moveTo(at('2026-12-01T09:30'));
    await talk.asks('ben', 'victor');
    await talk.house.moveTo(at('2026-12-04T12:00'));
    expect(sent('victor', 'nudge')).toHaveLength(1);
    const reminded = () => sent('victor', 'request').filter((text) => text.includes('A friendly reminder')).length;
    await talk.house.moveTo(at('2026-12-04T18:00'));
    expect(reminded()).toBe(0);
    await talk.house.moveTo(at('2026-12-07T12:00'));
    expect(reminded()).toBe(1);
  }, 60_000);

  it('is two requests in one message, each with the way to its answers, and the other stays where one is answered', async () => {
    await talk.asks('ana', 'victor');
    await talk.asks('ben', 'victor');
    await talk.house.moveTo(at('2026-11-23T20:00'));
    const reminders = () => sent('victor', 'request-reminder');
    expect(reminders()).toHaveLength(1);
    expect(reminders()[0]).toContain('* Ana Reyes, Case note documentation [Answer]');
    expect(reminders()[0]).toContain(
      'Would like you as a mentor: Ben asked you on November 18. A quick yes or no helps.',
    );
    expect(reminders()[0]?.split('Fewer of these')).toHaveLength(2);
    // Written down for a moment, so that none goes out while the next one is still being written.
    expect(await talk.rows(`select 1 from notice where kind = 'request-reminder' and not_before is null`)).toEqual([]);
    await talk.presses('victor', 'Answer');
    expect(await talk.presses('victor', 'Accept')).toContain('You accepted on November 23.');
    await talk.house.settle();
    const [standing] = [...talk.house.clientOf('slack', 'victor').cards.values()]
      .filter(({ name }) => name.includes('request-reminder'))
      .map(cardText);
    expect(standing).toMatch(/(Ana Reyes|Ben Carter) would like you as a mentor. You accepted on November 23./);
    expect(standing?.split('[Answer]')).toHaveLength(2);
  }, 60_000);

  it('is one request a day: the reminder of one that was asked some hours later comes the next morning', async () => {
    await talk.house.moveTo(at('2026-11-30T10:00'));
    await talk.asks('ana', 'victor');
    await talk.house.moveTo(at('2026-11-30T14:00'));
    await talk.asks('ben', 'victor');
    const reminded = () => sent('victor', 'request').filter((text) => text.includes('A friendly reminder')).length;
    await talk.house.moveTo(at('2026-12-03T20:00'));
    expect(reminded()).toBe(1);
    await talk.house.moveTo(at('2026-12-04T09:30'));
    expect(reminded()).toBe(2);
  }, 60_000);

  it('is a nudge about an evaluation too, three times at the most', async () => {
    await pairWith('ana');
    await talk.house.act('slack', 'victor', { kind: 'action', token: { intent: 'log', args: {} } });
    await talk.house.submit('slack', 'victor', { on: '2026-11-18', minutes: '30', way: 'phone', topic: 'case_notes' });
    await talk.house.settle();
    await talk.presses('ana', 'Confirm');
    await talk.presses('victor', 'Evaluate');
    await talk.house.submit('slack', 'victor', { points: '5', able: 'yes', go_on: 'yes' });
    await talk.house.settle();
    await talk.house.moveTo(at('2027-01-31T12:00'));
    expect((await states()).filter((was) => String(was).includes('evaluation'))).toEqual([
      'Ana evaluation-outstanding told Fri Nov 27 09:00',
      'Ana evaluation-outstanding told Thu Dec 10 09:00',
      'Ana evaluation-outstanding told Thu Dec 24 09:00',
    ]);
  }, 90_000);

  it('is nothing about an evaluation to somebody who has left', async () => {
    await pairWith('ana');
    await talk.house.act('slack', 'victor', { kind: 'action', token: { intent: 'log', args: {} } });
    await talk.house.submit('slack', 'victor', { on: '2026-11-18', minutes: '30', way: 'phone', topic: 'case_notes' });
    await talk.house.settle();
    await talk.presses('ana', 'Confirm');
    await talk.house.bring('name,email,left_on\nAna Reyes,ana@dpa.example.gov,2026-11-18');
    await talk.house.moveTo(at('2026-12-01T12:00'));
    expect(await states()).toContainEqual('Ana evaluation-outstanding suppressed left');
    expect(await states()).toContainEqual('Victor evaluation-outstanding told Fri Nov 27 09:00');
  }, 60_000);

  it('is a nudge about the evaluation of the last session alone', async () => {
    await pairWith('ana');
    for (const on of ['2026-11-17', '2026-11-18']) {
      await talk.house.act('slack', 'victor', { kind: 'action', token: { intent: 'log', args: {} } });
      await talk.house.submit('slack', 'victor', { on, minutes: '30', way: 'phone', topic: 'case_notes' });
      await talk.house.settle();
      await talk.presses('ana', 'Confirm');
    }
    await talk.house.moveTo(at('2026-12-01T12:00'));
    const about = await talk.rows(
      `select distinct s.held_on::text as on from notice n join session s on s.session_id = n.about_id where n.kind = 'evaluation-outstanding'`,
    );
    expect(about).toEqual([{ on: '2026-11-18' }]);
  }, 60_000);

  it('is, two weeks before her six months are over, the question whether a mentor goes on', async () => {
    await joanMentors();
    await talk.house.settle();
    // As everybody's is when mentors begin to be asked.
    await talk.store.sql(`update due set due_at = '2026-12-01T18:00:00Z' where kind = 'commitment'`);
    await talk.house.moveTo(at('2027-05-03T12:00'));
    expect(await states()).not.toContainEqual(expect.stringContaining('commitment-ending'));
    await talk.house.moveTo(at('2027-05-05T12:00'));
    const [asked] = sent('joan', 'commitment');
    expect(asked).toContain('On May 18 the 6 months are over for which you said yes to mentoring.');
    expect(await talk.presses('joan', 'I go on')).toContain('How good that you go on!');
    await talk.house.moveTo(at('2027-11-05T12:00'));
    expect(sent('joan', 'commitment')).toHaveLength(2);
  }, 120_000);

  it('is not that question to whoever offers nothing any more', async () => {
    await joanMentors();
    await noMondaysBetween();
    await talk.house.moveTo(at('2027-05-04T09:00'));
    await joanOffersNothing();
    await talk.house.moveTo(at('2027-05-05T12:00'));
    expect(await states()).not.toContainEqual(expect.stringContaining('commitment-ending'));
  }, 60_000);

  it('is not that question where she stopped offering between the evening and the morning', async () => {
    await joanMentors();
    await noMondaysBetween();
    await talk.house.moveTo(at('2027-05-04T22:00'));
    expect(await states()).toContainEqual('Joan commitment-ending waiting');
    await joanOffersNothing();
    await talk.house.moveTo(at('2027-05-05T12:00'));
    expect(await states()).toContainEqual('Joan commitment-ending suppressed settled');
  }, 60_000);
});
