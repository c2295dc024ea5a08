import { randomUUID } from 'node:crypto';
import { token } from '../../src/cards';
import type { Act, Inbound } from '../../src/chat';
import { pack } from '../../src/intents/stored';
import { recordInbound } from '../../src/store';
import { type House, openHouse } from '../chat';
import { onServer, serverStore, testClock } from '../databases';
import { atRest, crowd, idsByName, inside, ledgerIsTrue, menteeName, mentorName } from './crowd';
import { nameOf } from './seen';
import { tidy } from './tidy';

const ana = menteeName(0);
const joan = mentorName(0);

onServer('an act that was kept when the process died', () => {
  const finallyClose = tidy();

  const open = async (): Promise<House> => {
    const clock = testClock();
    const store = await serverStore({ clock, poolSize: 12 });
    finallyClose(store.drop);
    const house = await openHouse(store, crowd({ mentees: 2, mentors: 2, places: 3 }), clock);
    finallyClose(house.close);
    return house;
  };
  /** The first of a turn's two transactions, some minutes ago; the second never came. */
  const die = async (house: House, user: string, act: Act, extra: Partial<Inbound> = {}): Promise<Inbound> => {
    const own = house.inbound('slack', user, act, extra);
    const { store } = house.foundation;
    const [{ id } = { id: '' }] = await store.sql('select organization_id as id from organization_index');
    await store.inOrganization(String(id), undefined, (tx) => recordInbound(tx, own.id, pack(own)));
    await inside(house, `update inbound set received_at = now() - interval '2 minutes' where state = 'received'`);
    return own;
  };
  const wakeUp = async (house: House): Promise<void> => {
    await house.engine.heartbeat.beat();
    await atRest(house);
  };
  const inbounds = (house: House) => inside(house, 'select state, payload, tries from inbound order by received_at');
  const asks = async (house: House, on?: string): Promise<{ request: string; act: Act; extra: Partial<Inbound> }> => {
    const request = randomUUID();
    const mentor = (await idsByName(house)).get(joan) ?? '';
    return {
      request,
      act: {
        kind: 'form',
        token: token('ask', { mentor, topic: 'interviewing', draft: request }),
        values: { topic: 'interviewing', need: 'A word' },
      },
      extra: on === undefined ? {} : { on: { address: { channel: 'slack', ref: ana }, message: on } },
    };
  };
  const counts = (house: House) =>
    inside(
      house,
      `select (select count(*)::int from request) as requests, (select count(*)::int from pairing) as pairings,
         (select count(*)::int from event where kind = 'request.accepted') as accepted`,
    );

  it('is carried on once, and the answer comes to her own chat', async () => {
    const house = await open();
    await die(house, ana, { kind: 'message', text: 'help' });
    await wakeUp(house);
    await wakeUp(house);
    expect(house.clientOf('slack', ana).cards.size).toBe(1);
    expect(house.sends.map((send) => [send.user, send.card.name])).toEqual([[ana, 'help']]);
    expect(await inbounds(house)).toEqual([{ state: 'done', payload: null, tries: 1 }]);
  }, 60_000);

  it('that sent a request sends it once, though the platform delivers it again at the same time', async () => {
    const house = await open();
    const { act, extra } = await asks(house, 'list');
    const own = await die(house, ana, act, extra);
    await Promise.all([house.engine.heartbeat.beat(), house.receive(own).replies, house.receive(own).replies]);
    await wakeUp(house);
    expect(await counts(house)).toEqual([{ requests: 1, pairings: 0, accepted: 0 }]);
    expect(house.sends.filter((send) => send.card.name === 'request-for-mentor')).toHaveLength(1);
    await ledgerIsTrue(house);
  }, 60_000);

  it('that accepted a request tells both, and redraws the card that was acted on', async () => {
    const house = await open();
    const { request, act, extra } = await asks(house, 'list');
    await house.receive(house.inbound('slack', ana, act, extra)).replies;
    await atRest(house);
    const [message = ''] = [...house.clientOf('slack', joan).cards.keys()];
    const accept: Act = { kind: 'action', token: token('accept', { request, version: 1 }) };
    await die(house, joan, accept, { on: { address: { channel: 'slack', ref: joan }, message } });
    await wakeUp(house);
    await wakeUp(house);
    expect(await counts(house)).toEqual([{ requests: 1, pairings: 1, accepted: 1 }]);
    expect(JSON.stringify(house.clientOf('slack', joan).cards.get(message))).toContain('You accepted on');
    const news = [...house.clientOf('slack', joan).cards].filter(([id]) => id !== message);
    expect(news.map(([, card]) => card.name).toSorted()).toEqual(['orientation', 'request-for-mentor']);
    expect(
      house.sends
        .filter((send) => send.user === ana)
        .map((send) => send.card.name)
        .toSorted(),
    ).toEqual(['orientation', 'request-accepted']);
  }, 60_000);

  it('that asked for a form cannot open it any more, and says so', async () => {
    const house = await open();
    const mentor = (await idsByName(house)).get(joan) ?? '';
    await die(house, ana, { kind: 'action', token: token('ask', { mentor, topic: 'interviewing' }) });
    await wakeUp(house);
    expect(house.sends.map((send) => [send.user, send.card.name])).toEqual([[ana, 'interrupted']]);
    expect(await counts(house)).toEqual([{ requests: 0, pairings: 0, accepted: 0 }]);
  }, 60_000);

  it('is carried on by the platform, where that delivers it again first', async () => {
    const house = await open();
    const own = await die(house, ana, { kind: 'message', text: 'help' });
    expect((await house.receive(own).replies).map(nameOf)).toEqual(['help']);
    await wakeUp(house);
    expect(house.sends).toEqual([]);
  }, 60_000);

  it('and cannot be read with the keys of today ends as failed, and holds up no other', async () => {
    const house = await open();
    await die(house, ana, { kind: 'message', text: 'help' });
    await inside(house, `update inbound set payload = 's1.org.' || repeat('A', 80)`);
    await die(house, ana, { kind: 'message', text: 'help' });
    await wakeUp(house);
    expect((await inbounds(house)).map((row) => row.state).sort()).toEqual(['done', 'failed']);
    expect(house.sends.map((send) => send.card.name)).toEqual(['help']);
  }, 60_000);

  it('and fails every time is given up after three tries', async () => {
    const house = await open();
    const { store } = house.foundation;
    const [{ id } = { id: '' }] = await store.sql('select organization_id as id from organization_index');
    await store.inOrganization(String(id), undefined, (tx) => recordInbound(tx, 'of another version', '{"id":1}'));
    for (let beats = 0; beats < 4; beats += 1) {
      await inside(house, `update inbound set received_at = now() - interval '2 minutes'`);
      await wakeUp(house);
    }
    expect(await inbounds(house)).toEqual([{ state: 'failed', payload: null, tries: 3 }]);
  }, 60_000);
});

onServer('what is due', () => {
  const finallyClose = tidy();

  it('is held up by no other that fails, and comes later where the zone that counts has moved', async () => {
    const clock = testClock();
    const store = await serverStore({ clock, poolSize: 12 });
    finallyClose(store.drop);
    const house = await openHouse(store, crowd({ mentees: 2, mentors: 3, places: 3 }), clock);
    finallyClose(house.close);
    const ids = await idsByName(house);
    for (const index of [0, 1, 2]) {
      const mentor = ids.get(mentorName(index)) ?? '';
      const own = token('ask', { mentor, topic: 'interviewing', draft: randomUUID() });
      const values = { topic: 'interviewing', need: 'A word' };
      await house.act('slack', ana, { kind: 'form', token: own, values }, `list${index}`);
    }
    await inside(house, `update request set program_id = 'gone' where mentor_id = $1`, [ids.get(mentorName(0))]);
    await inside(house, `update person set zone = 'Pacific/Honolulu' where person_id = $1`, [ids.get(mentorName(1))]);
    await house.moveTo(clock.now().plus({ days: 5 }).set({ hour: 17, minute: 30 }));
    const reminded = await inside(house, 'select mentor_id as id from request where reminded_at is not null');
    expect(reminded.map((row) => row.id)).toEqual([ids.get(mentorName(2))]);
    await house.moveTo(clock.now().plus({ hours: 2 }));
    const later = await inside(house, 'select count(*)::int as n from request where reminded_at is not null');
    expect(later).toEqual([{ n: 2 }]);
    await house.moveTo(clock.now().plus({ days: 14 }));
    expect(await inside(house, `select state, count(*)::int as n from request group by state order by state`)).toEqual([
      { state: 'expired', n: 2 },
      { state: 'waiting', n: 1 },
    ]);
  }, 60_000);
});
