import { wantsDigest } from '../../src/services';
import { cardText } from '../chat';
import { type Talking, talking } from '../intents/talking';

describe('one’s own settings', () => {
  let talk: Talking;
  beforeEach(async () => {
    talk = await talking();
  }, 60_000);
  afterEach(() => talk.close());

  const kept = () =>
    talk.rows(
      `select p.name, s.zone, quiet_from, quiet_to, days, reminders, digest, version from setting s join person p using (person_id) order by 1`,
    );

  it('are set at once by clear words, and taken back by one tap', async () => {
    const slots = { quiet_from: '18:30', reminders: 'off', digest: 'off', timezone: 'America/Juneau' } as const;
    const said = await talk.hears('ana', 'set them', { intent: 'preferences', slots });
    expect(said).toContain('Saved.');
    expect(said).toContain('Quiet hours: 6:30 PM to 8:00 AM');
    expect(said).toContain('Reminders: off');
    expect(await kept()).toEqual([
      {
        name: 'Ana Reyes',
        zone: 'America/Juneau',
        quiet_from: '18:30',
        quiet_to: '08:00',
        days: [1, 2, 3, 4, 5],
        reminders: false,
        digest: false,
        version: 1,
      },
    ]);
    expect(await talk.presses('ana', 'Undo')).toContain('It is as it was before.');
    expect(await kept()).toMatchObject([
      { zone: null, quiet_from: '17:00', reminders: true, digest: true, version: 2 },
    ]);
  }, 60_000);

  it('are not taken back over a later change', async () => {
    await talk.hears('ana', 'one', { intent: 'preferences', slots: { quiet_from: '18:00' } });
    await talk.hears('ana', 'two', { intent: 'preferences', slots: { reminders: 'off' } });
    expect(await talk.presses('ana', 'Undo', 1)).toContain('You have changed your settings since');
    expect(await kept()).toMatchObject([{ quiet_from: '18:00', reminders: false, version: 2 }]);
  }, 60_000);

  it('are asked first where the words were not clear', async () => {
    const slots = { quiet_from: '18:00' };
    const said = await talk.hears('ana', 'hm', { intent: 'preferences', slots, confidence: 0.6 });
    expect(said).toContain('from=18:00; to=08:00');
    expect(await kept()).toEqual([]);
  }, 60_000);

  it('come back in the form, at the field, where nobody can mean them', async () => {
    const field = async (slots: object) => {
      await talk.hears('ana', JSON.stringify(slots), { intent: 'preferences', slots });
      return talk.house.clientOf('teams', 'ana').errors;
    };
    expect(await field({ timezone: 'Mars/Phobos' })).toMatchObject({ zone: expect.stringContaining('time zone') });
    expect(await field({ quiet_from: '08:00', quiet_to: '08:00' })).toMatchObject({
      to: expect.stringContaining('same time'),
    });
    expect(await kept()).toEqual([]);
  }, 60_000);

  it('show the digest to those who coordinate alone, and the zone of the account until another is set', async () => {
    await talk.hears('ana', 'settings');
    const form = await talk.presses('ana', 'Change');
    expect(form).toContain('zone=America/Anchorage; from=17:00; to=08:00; days=1,2,3,4,5; reminders=on');
    expect(form).not.toContain('digest=');
    expect(await talk.hears('nora', 'settings')).toContain('Weekly digest: on');
    await talk.house.submit('teams', 'ana', {
      zone: 'America/Anchorage',
      from: '19:00',
      to: '08:00',
      days: ['1'],
      reminders: 'on',
    });
    expect(await kept()).toMatchObject([{ zone: null, quiet_from: '19:00', days: [1] }]);
  }, 60_000);

  it('decide when a request is called to mind, and whether', async () => {
    await talk.hears('joan', 'late', { intent: 'preferences', slots: { quiet_from: '23:00', quiet_to: '15:00' } });
    await talk.asks('ana', 'joan');
    await talk.house.moveTo(talk.clock.now().plus({ days: 6 }));
    const sent = await talk.rows(
      `select n.kind, n.state, n.reason, to_char(m.sent_at at time zone 'America/Anchorage', 'HH24:MI') as at from notice n
       join message m using (message_id) where n.kind = 'request-reminder'`,
    );
    expect(sent).toEqual([{ kind: 'request-reminder', state: 'told', reason: null, at: '15:00' }]);
    const cards = [...talk.house.clientOf('slack', 'joan').cards.values()].map(cardText).join('\n');
    expect(cards).toContain('Fewer of these, or at other hours? Say “settings”.');
  }, 60_000);

  it('say to whom the weekly digest goes, and in which hours she reads it', async () => {
    const [{ id } = { id: '' }] = await talk.rows(`select person_id as id from person where name like 'Nora%'`);
    const [{ org } = { org: '' }] = await talk.store.sql('select organization_id as org from organization_index');
    const wanted = () => talk.store.inOrganization(String(org), undefined, (tx) => wantsDigest(tx, String(id)));
    expect(await wanted()).toMatchObject({ digest: true, hours: { quietFrom: '17:00', days: [1, 2, 3, 4, 5] } });
    await talk.hears('nora', 'no digest', { intent: 'preferences', slots: { digest: 'off' } });
    expect(await wanted()).toBeUndefined();
  }, 60_000);

  it('off: no reminder of a request, and the ledger says why', async () => {
    await talk.asks('ana', 'joan');
    await talk.hears('joan', 'off', { intent: 'preferences', slots: { reminders: 'off' } });
    await talk.house.moveTo(talk.clock.now().plus({ days: 6 }));
    const rows = await talk.rows(`select state, reason from notice where kind = 'request-reminder'`);
    expect(rows).toEqual([{ state: 'suppressed', reason: 'reminders-off' }]);
  }, 60_000);
});
