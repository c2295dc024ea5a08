import { randomUUID } from 'node:crypto';
import { token } from '../../src/cards';
import { type House, openHouse } from '../chat';
import { onServer, serverStore, testClock } from '../databases';
import { counted, patience } from './counted';
import { atRest, channelOf, crowd, idsByName, inside, ledgerIsTrue, menteeName, mentorName } from './crowd';
import { actOf, nameOf, type Seen, watch } from './seen';
import { tidy } from './tidy';
import { type Story, shownAsToday } from './today';
import { inLanes } from './world';

const secretNeed = 'CANARY-NEED';
const secretReason = 'CANARY-REASON';
const secretQuestion = 'CANARY-QUESTION';
const secretAnswer = 'CANARY-ANSWER';

const honest =
  /^(request-for-mentor|request-for-mentee|mentors-found|nobody-free|topics|overview|waitlist|inactive-pairs|help|mine|wish-kept|mentor-terms|mentor-entry|orientation|meeting|form mentor|form meet|form agenda|form resources|form end|form log|form sit-in|form concern|form pause|pairing|form ask|form ask-more|form tell-more|form decline|refused-.*)$/u;
/** These do something at their first press, whatever state a request is in. */
const actsOnItsOwn: ReadonlySet<string> = new Set([
  'leave-list',
  'keep-wish',
  'go-on',
  'oriented',
  'open-topic',
  'close-topic',
]);
/** These change a request that waits. */
const endings: ReadonlySet<string> = new Set([
  'accept',
  'accept-session',
  'decline!',
  'withdraw',
  'ask-more!',
  'tell-more!',
]);
const noPlaceNeeded: ReadonlySet<string> = new Set(['decline!', 'withdraw', 'ask-more!', 'tell-more!']);
// `npm test` presses each one twice at once.
const presses = counted(10) === 10 ? [2, 3] : [2];

/** What has happened so far, by kind: a second effect shows here. */
const effects = (house: House): Promise<Record<string, unknown>[]> =>
  inside(
    house,
    `select kind, count(*)::int as n from event group by kind union all select 'pairings', count(*)::int from pairing
     union all select 'requests', count(*)::int from request union all select 'load', sum(load)::int from mentor_profile order by 1`,
  );

const isOf = (one: Seen, stories: readonly Story[], acts: ReadonlySet<string>): boolean =>
  acts.has(actOf(one)) && stories.some((story) => story.request === one.token.args.request);

/** A crowd in two clients, and what everybody has seen of their requests. */
async function openStories(house: House) {
  const watched = watch(house);
  const ids = await idsByName(house);
  const find = (story: Story, act: string): Seen => {
    const found = watched.all().find((one) => actOf(one) === act && one.token.args.request === story.request);
    if (!found) throw new Error(`Nobody has seen ${act} of this request.`);
    return found;
  };
  return {
    ...watched,
    find,
    /** A mentee asks; her form is sent three times at once. */
    async begin(mentee: number, mentor: number, second?: number): Promise<Story> {
      const [channel, user, request] = [channelOf(mentee), menteeName(mentee), randomUUID()];
      await house.say(channel, user, 'find interviewing');
      const on = [...house.clientOf(channel, user).cards.keys()].at(-1) ?? '';
      const own = token('ask', { mentor: ids.get(mentorName(mentor)) ?? '', topic: 'interviewing', draft: request });
      const form: Seen = {
        channel,
        user,
        on,
        token: own,
        values: {
          topic: 'interviewing',
          need: secretNeed,
          ...(second === undefined ? {} : { second: ids.get(mentorName(second)) ?? '' }),
        },
      };
      watched.look();
      watched.keep({ channel, user, on, token: own });
      watched.keep(form);
      expect((await watched.press(form, 3)).map(nameOf)).toEqual(Array(3).fill('request-for-mentee'));
      await atRest(house);
      watched.look();
      const story = { mentee, mentor, request };
      watched.keep({ ...find(story, 'decline'), values: { reason: 'no-time', words: secretReason } });
      watched.keep({ ...find(story, 'ask-more'), values: { question: secretQuestion } });
      return story;
    },
    /** The mentor asks, the mentee gets the question; the form of her answer is open, too. */
    async question(story: Story): Promise<void> {
      await watched.press(find(story, 'ask-more!'), 3);
      await atRest(house);
      watched.look();
      watched.keep({ ...find(story, 'tell-more'), values: { answer: secretAnswer } });
    },
    /** Presses everything but what `leaves` names: honest answers only, and nothing happens by it. */
    async pressAll(leaves: (one: Seen) => boolean): Promise<void> {
      watched.look();
      const before = await effects(house);
      const answers = new Set<string>();
      const pressed = watched.all().filter((one) => !actsOnItsOwn.has(one.token.intent) && !leaves(one));
      const users = [...new Set(pressed.map((one) => one.user))];
      const pressOne = async (one: Seen): Promise<void> => {
        for (const times of presses) for (const reply of await watched.press(one, times)) answers.add(nameOf(reply));
      };
      await inLanes(users, 4, async (user) => {
        for (const one of pressed.filter((each) => each.user === user)) await pressOne(one);
      });
      expect([...answers].filter((name) => !honest.test(name))).toEqual([]);
      await atRest(house);
      expect(await effects(house)).toEqual(before);
    },
  };
}

onServer('every button that anybody has ever seen', () => {
  const finallyClose = tidy();

  const open = async (): Promise<House> => {
    const clock = testClock();
    const store = await serverStore({ poolSize: 20, clock });
    finallyClose(store.drop);
    const house = await openHouse(store, crowd({ mentees: 10, mentors: 10, places: 1 }), clock);
    finallyClose(house.close);
    return house;
  };

  it(
    'gets an honest answer, has no second effect, and its card says how it stands, in every later state',
    async () => {
      const house = await open();
      const { begin, find, look, press, pressAll, question } = await openStories(house);
      const accepted = await begin(0, 0);
      const declined = await begin(1, 1);
      const withdrawn = await begin(2, 2);
      const expired = await begin(3, 3);
      const taken = await begin(4, 4);
      const full = await begin(5, 4);
      const trial = await begin(6, 5);
      const asked = await begin(7, 6);
      const answered = await begin(8, 7);
      const stories = [accepted, declined, withdrawn, expired, taken, full, trial, asked, answered];
      await question(asked);
      await question(answered);

      await pressAll((one) => isOf(one, stories, endings));
      expect(await shownAsToday(house, stories)).toBeGreaterThanOrEqual(stories.length);

      for (const [story, act] of [
        [accepted, 'accept'],
        [declined, 'decline!'],
        [withdrawn, 'withdraw'],
        [taken, 'accept'],
        [trial, 'accept-session'],
        [answered, 'tell-more!'],
      ] as const) {
        for (const reply of await press(find(story, act), 3)) expect(nameOf(reply)).toMatch(/^request-for-/u);
        await atRest(house);
        look();
      }
      const once = await inside(
        house,
        `select kind, count(*)::int as n from event where kind like 'request.%' and kind <> 'request.asked' group by kind order by kind`,
      );
      expect(once).toEqual([
        { kind: 'request.accepted', n: 3 },
        { kind: 'request.asked-for-more', n: 2 },
        { kind: 'request.declined', n: 1 },
        { kind: 'request.told-more', n: 1 },
        { kind: 'request.withdrawn', n: 1 },
      ]);

      // One still waits, and one waits for a mentor who is full: her Accept has no place to take.
      const stillOpen = (one: Seen): boolean =>
        isOf(one, [full], noPlaceNeeded) || isOf(one, [expired, asked, answered], endings);
      await pressAll(stillOpen);
      await shownAsToday(house, stories);

      await house.moveTo(house.clock.now().plus({ days: 6 }));
      await atRest(house);
      await pressAll(stillOpen);
      await shownAsToday(house, stories);

      await house.moveTo(house.clock.now().plus({ days: 8 }));
      await atRest(house);
      await pressAll(() => false);
      await shownAsToday(house, stories);
      await ledgerIsTrue(house);
    },
    patience,
  );

  it(
    'is refused to everybody else, shows nothing of what was written, and the try is noted',
    async () => {
      const house = await open();
      const { all, begin, find, look, press, question } = await openStories(house);
      const waiting = await begin(0, 0);
      await question(waiting);
      const declined = await begin(1, 1);
      await press(find(declined, 'decline!'), 1);
      await atRest(house);
      look();
      const before = await effects(house);
      const denied = async (): Promise<number> =>
        Number((await inside(house, `select count(*)::int as n from audit where outcome = 'denied'`))[0]?.n);
      const requests = [waiting.request, declined.request];
      const own = all().filter(({ token: { args } }) => requests.includes(String(args.request ?? args.draft)));
      expect(own.length).toBeGreaterThan(6);
      for (const one of own) {
        for (const user of [menteeName(8), 'nora']) {
          const so = await denied();
          const replies = await press({ ...one, channel: 'slack', user, on: randomUUID() }, 1);
          const shown = JSON.stringify(replies);
          for (const secret of [secretReason, secretQuestion, secretAnswer]) expect(shown).not.toContain(secret);
          if (one.token.intent === 'ask') {
            expect(replies.map(nameOf)).toEqual(['form ask']);
            continue;
          }
          expect(shown).not.toContain(secretNeed);
          expect(replies.map(nameOf)).toEqual(['refused-not-yours']);
          expect(await denied()).toBeGreaterThan(so);
        }
      }
      expect(await effects(house)).toEqual(before);
    },
    patience,
  );

  it(
    'is honest about next choices, in every state of the request and of the one that came of it',
    async () => {
      const house = await open();
      const { begin, find, look, press, pressAll } = await openStories(house);
      const declined = await begin(0, 0, 1);
      const taken = await begin(1, 2);
      const full = await begin(3, 2, 4);
      await press(find(declined, 'decline!'), 3);
      await press(find(taken, 'accept'), 3);
      await atRest(house);
      look();
      const rows = await inside(house, `select request_id as id, follows from request where follows is not null`);
      expect(rows.map(({ follows }) => follows).sort()).toEqual([declined.request, full.request].sort());
      const next = rows.map(({ id, follows }) =>
        follows === declined.request
          ? { mentee: 0, mentor: 1, request: String(id) }
          : { mentee: 3, mentor: 4, request: String(id) },
      );
      const stories = [declined, taken, full, ...next];
      await pressAll((one) => isOf(one, next, endings));
      expect(await shownAsToday(house, stories)).toBeGreaterThanOrEqual(stories.length);
      for (const story of next) await press(find(story, 'withdraw'), 3);
      await atRest(house);
      await pressAll(() => false);
      await shownAsToday(house, stories);
      await ledgerIsTrue(house);
    },
    patience,
  );

  it('stands on news that says how it is today: that a mentor is full is no news once the request is over', async () => {
    const house = await open();
    const { begin, find, press } = await openStories(house);
    const taken = await begin(0, 0);
    const full = await begin(2, 0);
    await press(find(taken, 'accept'), 1);
    await atRest(house);
    const chat = (): string => JSON.stringify([...house.clientOf('slack', menteeName(2)).cards.values()]);
    expect(chat()).toContain('Your request for Interviewing Techniques stays with');
    await press(find(full, 'withdraw'), 1);
    await atRest(house);
    expect(chat()).not.toContain('Your request for Interviewing Techniques stays with');
  }, 60_000);

  it('that takes a mentor off the list is honest a second time, and the cards of those who wait say no more of it', async () => {
    const house = await open();
    const { begin, find, all, press } = await openStories(house);
    const story = await begin(0, 0);
    const leave = all().find((one) => one.token.intent === 'leave-list');
    if (!leave) throw new Error('Nobody was told of the list.');
    expect((await press(leave, 3)).map(nameOf)).toEqual(['left-list', 'left-list', 'left-list']);
    await atRest(house);
    const card = house.clientOf(leave.channel, leave.user).cards.get(find(story, 'accept').on);
    expect(JSON.stringify(card)).not.toContain('You are on the list');
    const withdrawals = await inside(house, `select count(*)::int as n from event where kind = 'offers.withdrawn'`);
    expect(withdrawals).toEqual([{ n: 1 }]);
  }, 60_000);

  it('or that somebody has made up is told so, or that there is no such thing', async () => {
    const house = await open();
    const made = async (intent: string, args: Record<string, string | number>): Promise<string[]> => {
      const act = { kind: 'action', token: { intent, args } } as const;
      return (await house.act('slack', menteeName(0), act, 'made-up')).map(nameOf);
    };
    const request = randomUUID();
    for (const intent of ['accept', 'accept-session', 'ask-more', 'tell-more', 'decline', 'withdraw']) {
      expect(await made(intent, { request, version: 1 })).toEqual(['refused-no-such-request']);
      expect(await made(intent, { request: "1'; drop table request", version: 1 })).toEqual(['outdated']);
      expect(await made(intent, { request })).toEqual(['outdated']);
    }
    expect(await made('request', { request })).toEqual(['refused-no-such-request']);
    expect(await made('ask', { mentor: request, topic: 'interviewing' })).toEqual(['refused-no-such-person']);
    expect(await made('ask', { mentor: 'x', topic: 'interviewing' })).toEqual(['outdated']);
    expect(await made('find', { topic: 'no such topic' })).toEqual(['topic-not-open']);
    expect(await made('no-such-intent', {})).toEqual(['outdated']);
  }, 60_000);
});
