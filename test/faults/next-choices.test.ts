import { randomUUID } from 'node:crypto';
import type { Decision, Request } from '../../src/mentoring';
import { accept, ask, type Caller, decline, passTime, withdraw } from '../../src/services';
import { onServer } from '../databases';
import { counted, patience } from './counted';
import { tidy } from './tidy';
import { inLanes, openWorld, topic, type World } from './world';

const why = { kind: 'no-time', words: undefined } as const;
const told = (decision: Decision<Request>): string => (decision.ok ? 'done' : decision.because.code);

const at = (all: readonly Caller[], index: number): Caller => {
  const one = all[index];
  if (!one) throw new Error('There are too few people.');
  return one;
};

/** The mentee asks the first of these mentors and names the others as her next choices; the id of the request. */
async function asks(world: World, mentee: Caller, ...mentors: readonly Caller[]): Promise<string> {
  const [mentorId = '', ...nextChoices] = mentors.map(({ person }) => person.personId);
  const wish = { mentorId, topicId: topic, draft: randomUUID(), need: 'a word', ways: [], suits: null, nextChoices };
  const asked = await world.as(mentee, (tx) => ask(tx, world.house, mentee, wish));
  if (!asked.ok) throw new Error(`The mentee could not ask: ${asked.because.code}.`);
  return wish.draft;
}

/** Ten days and more pass for this request. */
const expires = (world: World, by: Caller, request: string): Promise<void> =>
  world.as(by, (tx) => passTime({ ...tx, at: tx.at.plus({ days: 14 }) }, world.house, request, 'expire'));

/** So that neither what waits, nor whom she has found, nor a day's limit stands in the way of the next trial. */
async function takesAllBack(world: World, mentee: Caller): Promise<void> {
  const waiting = await world.rows(`select request_id as id from request where mentee_id = $1 and state = 'waiting'`, [
    mentee.person.personId,
  ]);
  for (const { id } of waiting) await world.as(mentee, (tx) => withdraw(tx, world.house, mentee, String(id)));
  for (const [table, since] of [
    ['request', 'asked_at'],
    ['pairing', 'started_at'],
  ])
    await world.rows(`update ${table} set ${since} = ${since} - interval '2 days' where mentee_id = $1`, [
      mentee.person.personId,
    ]);
}

/** How every request of the mentee stands, the first first. */
const rowOf = (world: World, mentee: Caller): Promise<Record<string, unknown>[]> =>
  world.rows('select mentor_id as mentor, state, rank from request where mentee_id = $1 order by rank, asked_at', [
    mentee.person.personId,
  ]);

/** What must hold whatever raced: each request has at most one follower, and both people have been told of it once. */
async function conserved(world: World): Promise<void> {
  const wrong = await world.rows(
    `select r.request_id from request r where r.follows is not null and (
       (select count(*) from notice n where n.about_id = r.request_id and n.kind = 'request-next' and n.person_id = r.mentee_id) <> 1
       or (select count(*) from notice n where n.about_id = r.request_id and n.kind = 'request-asked' and n.person_id = r.mentor_id) <> 1
       or (select count(*) from request o where o.follows = r.follows) <> 1
       or not exists (select 1 from request o where o.request_id = r.follows and o.state in ('declined', 'expired', 'mentor-left', 'mentor-full')))`,
  );
  expect(wrong).toEqual([]);
  const toldTwice = await world.rows(
    `select n.about_id from notice n join request r on r.follows::text = n.about_id::text
     where n.kind in ('request-answered', 'request-expired', 'mentor-full', 'request-mentor-left')`,
  );
  expect(toldTwice).toEqual([]);
  const overbooked = await world.rows(
    `select person_id from mentor_profile m where load > capacity
       or load <> (select count(*) from pairing p where p.mentor_id = m.person_id and p.state <> 'ended')`,
  );
  expect(overbooked).toEqual([]);
}

onServer('next choices, on PostgreSQL, where at the same moment', () => {
  const finallyClose = tidy();
  const open = async (counts: Parameters<typeof openWorld>[0]): Promise<World> => {
    const world = await openWorld(counts);
    finallyClose(world.drop);
    return world;
  };

  it(
    'the mentor says no twice, time ends the request, and the mentee takes it back: one thing happens, once',
    async () => {
      const trials = counted(200);
      const world = await open({ mentors: 2 * trials, mentees: trials, places: 1 });
      await inLanes([...world.mentees.entries()], 4, async ([index, mentee]) => {
        const [first, second] = [at(world.mentors, 2 * index), at(world.mentors, 2 * index + 1)];
        const request = await asks(world, mentee, first, second);
        const outcomes = await Promise.all([
          world.as(first, (tx) => decline(tx, world.house, first, request, why)).then(told),
          world.as(first, (tx) => decline(tx, world.house, first, request, why)).then(told),
          expires(world, first, request),
          world.as(mentee, (tx) => withdraw(tx, world.house, mentee, request)).then(told),
        ]);
        const [before, after] = await rowOf(world, mentee);
        expect(outcomes.filter((outcome) => outcome === 'done').length).toBe(before?.state === 'expired' ? 0 : 1);
        if (before?.state === 'withdrawn') expect(after).toBeUndefined();
        else expect(after).toEqual({ mentor: second.person.personId, state: 'waiting', rank: 2 });
      });
      await conserved(world);
    },
    patience,
  );

  it(
    'the last place of the mentor and that of the next choice are taken: the third is asked, and nobody waits in vain',
    async () => {
      const trials = counted(100);
      const world = await open({ mentors: 3 * trials, mentees: 3 * trials, places: 1 });
      await inLanes([...Array(trials).keys()], 3, async (index) => {
        const [a, b, c] = [0, 1, 2].map((n) => at(world.mentors, 3 * index + n));
        const [ana, ben, cy] = [0, 1, 2].map((n) => at(world.mentees, 3 * index + n));
        if (!a || !b || !c || !ana || !ben || !cy) throw new Error('There are too few people.');
        await asks(world, ana, a, b, c);
        const [taken, alsoTaken] = [await asks(world, ben, a), await asks(world, cy, b)];
        const both = await Promise.all([
          world.as(a, (tx) => accept(tx, world.house, a, taken)),
          world.as(b, (tx) => accept(tx, world.house, b, alsoTaken)),
        ]);
        expect(both.map(told)).toEqual(['done', 'done']);
        const waiting = (await rowOf(world, ana)).filter(({ state }) => state === 'waiting');
        expect(waiting).toEqual([{ mentor: c.person.personId, state: 'waiting', rank: 3 }]);
      });
      await conserved(world);
    },
    patience,
  );

  it(
    'eight yeses race for one place: one gets it, and for all others the next choice is asked',
    async () => {
      const trials = counted(100);
      const mentees = 8;
      const world = await open({ mentors: 1 + trials, mentees, places: 1 });
      const next = at(world.mentors, trials);
      await world.rows('update mentor_profile set capacity = 20 where person_id = $1', [next.person.personId]);
      for (const mentor of world.mentors.slice(0, trials)) {
        const requests: string[] = [];
        for (const mentee of world.mentees) requests.push(await asks(world, mentee, mentor, next));
        const all = await Promise.all(
          requests.map((request) => world.as(mentor, (tx) => accept(tx, world.house, mentor, request)).then(told)),
        );
        expect(all.toSorted()).toEqual(['done', ...Array(mentees - 1).fill('over-already')]);
        const moved = await world.rows(
          `select count(*)::int as n from request where mentor_id = $1 and state = 'waiting' and rank = 2`,
          [next.person.personId],
        );
        expect(moved).toEqual([{ n: mentees - 1 }]);
        for (const mentee of world.mentees) await takesAllBack(world, mentee);
      }
      await conserved(world);
    },
    patience,
  );

  it(
    'two mentors fill who are each other’s next choice: each mentee still waits, once, and is told that she does',
    async () => {
      const trials = counted(100);
      const world = await open({ mentors: 2 * trials, mentees: 4 * trials, places: 1 });
      await inLanes([...Array(trials).keys()], 3, async (index) => {
        const [a, b] = [at(world.mentors, 2 * index), at(world.mentors, 2 * index + 1)];
        const [ana, ben, cy, dee] = [0, 1, 2, 3].map((n) => at(world.mentees, 4 * index + n));
        if (!ana || !ben || !cy || !dee) throw new Error('There are too few people.');
        await asks(world, ana, a, b);
        await asks(world, ben, b, a);
        const [taken, alsoTaken] = [await asks(world, cy, a), await asks(world, dee, b)];
        const both = await Promise.all([
          world.as(a, (tx) => accept(tx, world.house, a, taken)),
          world.as(b, (tx) => accept(tx, world.house, b, alsoTaken)),
        ]);
        expect(both.map(told)).toEqual(['done', 'done']);
        for (const mentee of [ana, ben])
          expect((await rowOf(world, mentee)).filter(({ state }) => state === 'waiting').length).toBe(1);
      });
      await conserved(world);
      const untold = await world.rows(
        `select r.request_id from request r join mentor_profile m on m.person_id = r.mentor_id
         where r.state = 'waiting' and m.load >= m.capacity and not exists (
           select 1 from notice n where n.person_id = r.mentee_id and n.kind = 'mentor-full' and n.about_id = r.request_id)`,
      );
      expect(untold).toEqual([]);
    },
    patience,
  );

  it(
    'two requests of one mentee fall to the same next choice: she is asked once, and the other goes on to the next',
    async () => {
      const trials = counted(100);
      const world = await open({ mentors: 4 * trials, mentees: trials, places: 1 });
      await inLanes([...world.mentees.entries()], 3, async ([index, mentee]) => {
        const [a, b, c, d] = [0, 1, 2, 3].map((n) => at(world.mentors, 4 * index + n));
        if (!a || !b || !c || !d) throw new Error('There are too few people.');
        const [one, other] = [await asks(world, mentee, a, c, d), await asks(world, mentee, b, c, d)];
        await Promise.all([
          world.as(a, (tx) => decline(tx, world.house, a, one, why)),
          world.as(b, (tx) => decline(tx, world.house, b, other, why)),
        ]);
        const waiting = (await rowOf(world, mentee)).filter(({ state }) => state === 'waiting');
        expect(waiting).toEqual([
          { mentor: c.person.personId, state: 'waiting', rank: 2 },
          { mentor: d.person.personId, state: 'waiting', rank: 3 },
        ]);
      });
      await conserved(world);
    },
    patience,
  );

  it(
    'the mentor says no and is asked by another one’s falling through: no two of them wait for each other for good',
    async () => {
      const trials = counted(100);
      const world = await open({ mentors: 2 * trials, mentees: 2 * trials, places: 2 });
      await inLanes([...Array(trials).keys()], 3, async (index) => {
        const [a, b] = [at(world.mentors, 2 * index), at(world.mentors, 2 * index + 1)];
        const [ana, ben] = [at(world.mentees, 2 * index), at(world.mentees, 2 * index + 1)];
        const [one, other] = [await asks(world, ana, a, b), await asks(world, ben, b, a)];
        const both = await Promise.all([
          world.as(a, (tx) => decline(tx, world.house, a, one, { ...why, pauseUntil: '2026-12-15' })),
          world.as(b, (tx) => decline(tx, world.house, b, other, { ...why, pauseUntil: '2026-12-15' })),
        ]);
        expect(both.map(told)).toEqual(['done', 'done']);
        const waiting = [...(await rowOf(world, ana)), ...(await rowOf(world, ben))].filter(
          ({ state }) => state === 'waiting',
        );
        // Whoever paused second was asked before; the first was not any more.
        expect(waiting.length).toBeLessThanOrEqual(1);
      });
      await conserved(world);
    },
    patience,
  );
});
