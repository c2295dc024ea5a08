import { randomUUID } from 'node:crypto';
import { token } from '../../src/cards';
import type { Act, ChannelName, Inbound, Reply } from '../../src/chat';
import { cardButtons, type House, openHouse, tokenOf } from '../chat';
import { onServer, serverStore, testClock } from '../databases';
import { counted, patience } from './counted';
import { atRest, channelOf, crowd, idsByName, inside, ledgerIsTrue, menteeName, mentorName } from './crowd';
import { tidy } from './tidy';
import { inLanes } from './world';

const perMentee = 17;

/** How often and in which way one act reaches us; the numbers go round through all of 1 to 11. */
type Delivery = { readonly times: number; readonly parallel: boolean; readonly sameId: boolean };
const deliveryOf = (index: number): Delivery => ({
  times: 1 + ((index * 7) % 11),
  parallel: index % 2 === 0,
  sameId: index % 3 !== 0,
});

type Sent = { readonly channel: ChannelName; readonly user: string; readonly act: Act; readonly on?: string };

async function deliver(
  house: House,
  { channel, user, act, on }: Sent,
  how: Delivery,
): Promise<readonly (readonly Reply[])[]> {
  const address = { channel, ref: user };
  const first: Inbound = house.inbound(channel, user, act, on === undefined ? {} : { on: { address, message: on } });
  const copies = Array.from({ length: how.times }, () => (how.sameId ? first : { ...first, id: randomUUID() }));
  if (how.parallel) return Promise.all(copies.map((copy) => house.receive(copy).replies));
  const answers: (readonly Reply[])[] = [];
  for (const copy of copies) answers.push(await house.receive(copy).replies);
  return answers;
}

const cardNames = (answers: readonly (readonly Reply[])[]): string[] =>
  answers.flat().map((reply) => (reply.kind === 'card' ? reply.card.name : reply.kind));

/** The message on which a mentor sees a request, by the request's id. */
function cardOf(house: House, channel: ChannelName, user: string, intent: string, request: string): string {
  for (const [message, card] of house.clientOf(channel, user).cards) {
    const own = cardButtons(card).map(tokenOf);
    if (own.some((each) => each?.intent === intent && each.args.request === request)) return message;
  }
  throw new Error(`${user} sees no card to ${intent} this request.`);
}

onServer('an act that arrives up to eleven times', () => {
  const finallyClose = tidy();

  it(
    'has one effect, and every repeat of a button or form gets an honest card',
    async () => {
      const wishes = Math.ceil(counted(2000) / 3);
      const mentees = Math.ceil(wishes / perMentee);
      const store = await serverStore({ poolSize: 20 });
      finallyClose(store.drop);
      const faults: string[] = [];
      const line = (fields: object): void => void faults.push(JSON.stringify(fields));
      const log = { info: line, warn: line, error: line };
      const house = await openHouse(
        store,
        crowd({ mentees, mentors: perMentee, places: 99 }),
        testClock(),
        randomUUID,
        log,
      );
      finallyClose(house.close);
      const ids = await idsByName(house);
      const all = Array.from({ length: wishes }, (_, index) => {
        const [mentee, mentor] = [Math.floor(index / perMentee), index % perMentee];
        return { index, mentee, mentor, draft: randomUUID() };
      });

      const messages: number[] = [];
      await inLanes(all, 3, async ({ index, mentee }) => {
        const act: Act = { kind: 'message', text: 'help' };
        const how = { ...deliveryOf(index), sameId: true };
        const answers = await deliver(house, { channel: channelOf(mentee), user: menteeName(mentee), act }, how);
        messages.push(answers.filter((replies) => replies.length > 0).length);
      });
      expect(messages.every((answered) => answered === 1)).toBe(true);

      const asked: string[] = [];
      await inLanes(all, 3, async ({ index, mentee, mentor, draft }) => {
        const own = token('ask', { mentor: ids.get(mentorName(mentor)) ?? '', topic: 'interviewing', draft });
        const act: Act = { kind: 'form', token: own, values: { topic: 'interviewing', need: 'A word about it' } };
        const sent = { channel: channelOf(mentee), user: menteeName(mentee), act, on: `list-${draft}` };
        asked.push(...cardNames(await deliver(house, sent, deliveryOf(index + 1))));
      });
      expect(faults).toEqual([]);
      expect([...new Set(asked)]).toEqual(['request-for-mentee']);
      await atRest(house);

      const answered: string[] = [];
      await inLanes(all, 3, async ({ index, mentee, mentor, draft }) => {
        const [channel, user] = [channelOf(mentor), mentorName(mentor)];
        const args = { request: draft, version: 1 };
        const sent: Sent[] = [
          {
            channel,
            user,
            act: { kind: 'action', token: token('accept', args) },
            on: cardOf(house, channel, user, 'accept', draft),
          },
          {
            channel,
            user,
            act: { kind: 'form', token: token('decline', args), values: { reason: 'no-time', words: 'Sorry' } },
            on: cardOf(house, channel, user, 'decline', draft),
          },
          {
            channel: channelOf(mentee),
            user: menteeName(mentee),
            act: { kind: 'action', token: token('withdraw', args) },
            on: `list-${draft}`,
          },
        ];
        const one = sent[index % 3];
        if (one) answered.push(...cardNames(await deliver(house, one, deliveryOf(index + 2))));
      });
      expect([...new Set(answered)].sort()).toEqual(['request-for-mentee', 'request-for-mentor']);
      await atRest(house);

      const of = (rest: number): number => all.filter(({ index }) => index % 3 === rest).length;
      const events = await inside(house, 'select kind, count(*)::int as n from event group by kind order by kind');
      expect(events).toEqual([
        { kind: 'pairing.started', n: of(0) },
        { kind: 'people.imported', n: 1 },
        { kind: 'request.accepted', n: of(0) },
        { kind: 'request.asked', n: wishes },
        { kind: 'request.declined', n: of(1) },
        { kind: 'request.withdrawn', n: of(2) },
      ]);
      const rows = await inside(
        house,
        `select (select count(*)::int from request) as requests, (select count(*)::int from pairing) as pairings,
           (select sum(load)::int from mentor_profile) as load, (select count(*)::int from inbound where state <> 'done') as unfinished`,
      );
      expect(rows).toEqual([{ requests: wishes, pairings: of(0), load: of(0), unfinished: 0 }]);
      const notices = await inside(
        house,
        `select kind, count(*)::int as n from notice where kind <> 'orientation' group by kind order by kind`,
      );
      expect(notices).toEqual([
        { kind: 'request-answered', n: of(0) + of(1) },
        { kind: 'request-asked', n: wishes },
        { kind: 'request-sent', n: wishes },
        { kind: 'request-withdrawn', n: of(2) },
      ]);
      const oriented = await inside(
        house,
        `select count(*)::int as n, count(distinct person_id)::int as people from notice where kind = 'orientation'`,
      );
      expect(oriented[0]?.n).toBe(oriented[0]?.people);
      const told = house.sends.filter(({ card }) => card.name === 'request-for-mentor');
      expect(told).toHaveLength(wishes);
      await ledgerIsTrue(house);
    },
    patience,
  );
});
