import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { token } from '../../src/cards';
import type { FormValues, Token } from '../../src/chat';
import { digestOf, drawMessage } from '../../src/delivery/draw';
import { noticeKinds } from '../../src/services';
import { noticesOf } from '../../src/store';
import { type House, openHouse } from '../chat';
import { anyStore, type TestStore, testClock } from '../databases';
import { patience } from './counted';
import { atRest, inside } from './crowd';
import { nameOf, type Seen, watch } from './seen';

const people = readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8');

/** What is somebody's own matter, whatever state the exchange is in. */
const ownMatters: ReadonlySet<string> = new Set(['leave-list', 'keep-wish', 'oriented', 'draft-drop', 'calendar-file']);
const faults: ReadonlySet<string> = new Set(['apology', 'outdated']);

/** All that an act can do to an exchange: a second effect shows here. */
const effects = (house: House): Promise<Record<string, unknown>[]> =>
  inside(
    house,
    `select 'event ' || kind as what, count(*)::text as how from event group by kind
     union all select 'request', string_agg(state || version, ' ' order by request_id) from request
     union all select 'pairing', string_agg(state || version, ' ') from pairing
     union all select 'session', string_agg(state || version || minutes, ' ' order by held_on) from session
     union all select 'meeting', string_agg(state || version, ' ' order by proposed_at, meeting_id) from meeting
     union all select 'evaluation', count(*)::text from evaluation union all select 'concern', count(*)::text from concern
     union all select 'load', sum(load)::text from mentor_profile order by 1`,
  );

describe('every button and form of an exchange, in every state of it', () => {
  let store: TestStore;
  let house: House;
  beforeAll(async () => {
    const clock = testClock();
    store = await anyStore({ clock, poolSize: 10 });
    house = await openHouse(store, people, clock);
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await store.drop();
  });

  /** Every card that was sent and is kept up to date shows today's state; how many there are. */
  async function shownAsToday(): Promise<number> {
    const kinds = noticeKinds(house.foundation.house);
    const [{ id } = { id: '' }] = await store.sql('select organization_id as id from organization_index');
    return store.inOrganization(String(id), undefined, async (tx) => {
      const sent: { id: string; drawn: string }[] = await tx.manager.query(
        `select message_id as id, drawn from message where state = 'sent' and platform_id is not null and drawn <> ''`,
      );
      for (const message of sent) {
        const card = await drawMessage(tx, kinds, await noticesOf(tx, message.id));
        expect({ card: card?.name, drawn: card && digestOf(card) }).toEqual({ card: card?.name, drawn: message.drawn });
      }
      return sent.length;
    });
  }

  it(
    'gets an honest answer and has no effect but the one that this state allows; every card says how it stands',
    async () => {
      const { all, keep, look, press } = watch(house);
      const kept = (user: 'ana' | 'joan', own: Token, values: FormValues): void => {
        const channel = user === 'ana' ? 'teams' : 'slack';
        const on = [...house.clientOf(channel, user).cards.keys()].at(-1) ?? '';
        keep({ channel, user, on, token: own, values });
      };
      let pressed = 0;
      /** Presses all that anybody has seen so far, but what this state lets through. */
      const pressAll = async (...live: readonly string[]): Promise<void> => {
        await atRest(house);
        look();
        const before = await effects(house);
        const isCalm = ({ token: { intent }, values }: Seen): boolean =>
          !ownMatters.has(intent) && !live.includes(values ? `${intent}!` : intent);
        for (const one of all().filter(isCalm)) {
          pressed += 1;
          const answers = (await press(one, 1)).map(nameOf);
          expect({ intent: one.token.intent, fault: answers.filter((name) => faults.has(name)) }).toEqual({
            intent: one.token.intent,
            fault: [],
          });
        }
        await atRest(house);
        expect(await effects(house)).toEqual(before);
        expect(await shownAsToday()).toBeGreaterThan(0);
      };
      const id = async (table: 'pairing' | 'session' | 'meeting'): Promise<string> =>
        String((await inside(house, `select ${table}_id as id from ${table} limit 1`))[0]?.id);

      await house.say('teams', 'ana', 'find case notes');
      await house.press('teams', 'ana', 'Ask', 2);
      await house.submit('teams', 'ana', { topic: 'case_notes', need: 'Short notes' });
      await pressAll('accept', 'accept-session', 'withdraw');

      await house.press('slack', 'joan', 'Accept one session');
      await atRest(house);
      const pairing = await id('pairing');
      await pressAll('go-on');

      const times = { first_day: '2026-11-24', first_time: '14:00', minutes: '30', way: 'phone' };
      await house.act('teams', 'ana', { kind: 'action', token: token('meet', { pairing }) });
      await house.submit('teams', 'ana', times);
      await pressAll('go-on', 'pick-time', 'call-off');

      await house.press('slack', 'joan', 'Pick Tue, Nov 24, 2:00 PM');
      await pressAll('go-on', 'call-off');

      await house.say('slack', 'joan', 'log 45m with Ana yesterday by phone');
      await atRest(house);
      const session = await id('session');
      const facts = { on: '2026-11-17', minutes: '60', way: 'phone', topic: 'case_notes' };
      kept('joan', token('log', { pairing }), facts);
      kept('joan', token('correct-session', { session, version: 1 }), facts);
      await pressAll('go-on', 'call-off', 'confirm-session', 'log!', 'correct-session!');

      const does = (user: 'ana' | 'joan', own: Token) =>
        house.act(user === 'ana' ? 'teams' : 'slack', user, { kind: 'action', token: own });
      await does('ana', token('confirm-session', { session, version: 1 }));
      await pressAll('go-on', 'call-off');

      await does('ana', token('go-on', { pairing }));
      await pressAll('go-on', 'call-off');
      await does('joan', token('go-on', { pairing }));
      await pressAll('call-off');

      const words = { points: '5', able: 'yes', go_on: 'yes' };
      for (const user of ['ana', 'joan'] as const) {
        await house.act(user === 'ana' ? 'teams' : 'slack', user, {
          kind: 'action',
          token: token('evaluate', { session }),
        });
        await house.submit(user === 'ana' ? 'teams' : 'slack', user, words);
        kept(user, token('evaluate', { session }), words);
      }
      await pressAll('call-off');

      const request = String((await inside(house, 'select request_id as id from request'))[0]?.id);
      const meeting = await id('meeting');
      for (const user of ['ana', 'joan'] as const) {
        // A fresh card of each kind, which follows what comes.
        for (const own of [
          token('request', { request }),
          token('pairing', { pairing }),
          token('session', { session }),
          token('meeting', { meeting }),
        ])
          await does(user, own);
        kept(user, token('end', { pairing }), { why: 'no-time' });
        kept(user, token('meet', { pairing }), { ...times, first_day: '2026-11-25' });
        kept(user, token('agenda', { pairing }), { agenda: 'Late', resources: 'Late' });
      }
      await house.act('teams', 'ana', {
        kind: 'form',
        token: token('end', { pairing }),
        values: { why: 'goal-reached' },
      });
      await atRest(house);
      expect(await shownAsToday()).toBeGreaterThan(8);
      await pressAll();
      expect(pressed).toBeGreaterThan(200);
    },
    patience,
  );
});
