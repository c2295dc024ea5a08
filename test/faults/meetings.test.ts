import { randomUUID } from 'node:crypto';
import type { Decision, Meeting } from '../../src/mentoring';
import { type Caller, callOff, endExchange, pickTime, proposeMeeting } from '../../src/services';
import { insertPairing, takePlace } from '../../src/store';
import { onServer } from '../databases';
import { pairing as between } from '../mentoring/pair';
import { counted, patience } from './counted';
import { tidy } from './tidy';
import { inLanes, openWorld, topic, type World } from './world';

const told = (decision: Decision<unknown>): string => (decision.ok ? 'done' : decision.because.code);
const tally = (all: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const each of all) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
};

type Pair = { readonly mentor: Caller; readonly mentee: Caller; readonly pairingId: string };

/** So many mentors, each paired with the same mentee. */
async function pairs(world: World): Promise<readonly Pair[]> {
  const [mentee] = world.mentees;
  if (!mentee) throw new Error('There is no mentee.');
  const all: Pair[] = [];
  for (const mentor of world.mentors) {
    const pairingId = randomUUID();
    await world.as(mentor, async (tx) => {
      await takePlace(tx, mentor.person.personId);
      await insertPairing(tx, {
        ...between,
        pairingId,
        topicId: topic,
        menteeId: mentee.person.personId,
        mentorId: mentor.person.personId,
        requestId: null,
      });
    });
    all.push({ mentor, mentee, pairingId });
  }
  return all;
}

const propose = (world: World, by: Caller, pairingId: string, days: number): Promise<Decision<Meeting>> =>
  world.as(by, (tx) =>
    proposeMeeting(tx, world.house, by, pairingId, {
      on: undefined,
      plan: { options: [tx.at.plus({ days }), tx.at.plus({ days: days + 1 })], minutes: 30, way: 'phone' },
      place: 'Room 2',
    }),
  );

async function seenOf(world: World, { mentee, pairingId }: Pair): Promise<{ meeting: string; version: number }> {
  const decision = await propose(world, mentee, pairingId, 1);
  const [meeting] = decision.ok ? decision.events : [];
  if (!meeting) throw new Error('Nothing was proposed.');
  return { meeting: meeting.meetingId, version: meeting.version };
}

/** What must hold of all meetings, whatever raced: one open at the most, none in what has ended, and everybody told. */
async function conserved(world: World): Promise<void> {
  const wrong = await world.rows(
    `select m.meeting_id from meeting m join pairing p on p.pairing_id = m.pairing_id
     where (p.state = 'ended' and m.state in ('proposed', 'planned'))
       or (m.state in ('proposed', 'planned')) <> exists (select 1 from due d where d.subject_id = m.meeting_id and d.kind = 'meeting-over')`,
  );
  expect(wrong).toEqual([]);
  const untold = await world.rows(
    `select m.meeting_id from meeting m join pairing p on p.pairing_id = m.pairing_id
     where (m.state = 'planned' and 1 <> (select count(*) from notice n where n.about_id = m.meeting_id
         and n.kind = 'meeting-planned' and n.person_id = m.proposed_by))
       or (m.called_off_by is not null and 1 <> (select count(*) from notice n where n.about_id = m.meeting_id
         and n.kind = 'meeting-called-off' and n.person_id <> m.called_off_by))
       or 1 <> (select count(*) from notice n where n.about_id = m.meeting_id and n.kind = 'meeting-proposed'
         and n.person_id <> m.proposed_by)`,
  );
  expect(untold).toEqual([]);
}

const events = (world: World) =>
  world.rows(`select kind, count(*)::int as n from event where kind like 'meeting.%' group by kind order by kind`);

onServer('two partners and their meeting at the same moment, on PostgreSQL', () => {
  const finallyClose = tidy();
  const trials = counted(300);
  let world: World;
  let all: readonly Pair[];
  beforeEach(async () => {
    world = await openWorld({ mentors: trials, mentees: 1, places: 1 });
    finallyClose(world.drop);
    all = await pairs(world);
  }, 60_000);

  it(
    'a pick and a calling off never both succeed, and both are told how it stands',
    async () => {
      const outcomes: string[] = [];
      await inLanes(all, 8, async (pair) => {
        const on = await seenOf(world, pair);
        const both = await Promise.all([
          world.as(pair.mentor, (tx) => pickTime(tx, world.house, pair.mentor, on, 1)),
          world.as(pair.mentee, (tx) => callOff(tx, world.house, pair.mentee, on)),
        ]);
        outcomes.push(both.map(told).sort().join());
      });
      expect(tally(outcomes)).toEqual({ 'done,meeting-changed': trials });
      await conserved(world);
      const settled = (await events(world)).filter(({ kind }) => kind !== 'meeting.proposed');
      expect(settled.reduce((sum, { n }) => sum + Number(n), 0)).toBe(trials);
    },
    patience,
  );

  it(
    'of two proposals one stands, and the other one is asked',
    async () => {
      const outcomes: string[] = [];
      await inLanes(all, 8, async ({ mentor, mentee, pairingId }) => {
        const both = await Promise.all([propose(world, mentor, pairingId, 1), propose(world, mentee, pairingId, 2)]);
        outcomes.push(both.map(told).sort().join());
      });
      expect(tally(outcomes)).toEqual({ 'done,meeting-changed': trials });
      await conserved(world);
      expect(await events(world)).toEqual([{ kind: 'meeting.proposed', n: trials }]);
    },
    patience,
  );

  it(
    'two picks, of one time or of two, plan it once',
    async () => {
      const outcomes: string[] = [];
      await inLanes([...all.entries()], 8, async ([index, pair]) => {
        const on = await seenOf(world, pair);
        const both = await Promise.all(
          [0, index % 2].map((option) =>
            world.as(pair.mentor, (tx) => pickTime(tx, world.house, pair.mentor, on, option)),
          ),
        );
        outcomes.push(both.map(told).sort().join());
      });
      expect(tally(outcomes)).toEqual({ 'done,meeting-changed': trials });
      await conserved(world);
    },
    patience,
  );

  it(
    'the end of the exchange leaves no meeting behind, whoever picks or proposes just then',
    async () => {
      await inLanes([...all.entries()], 8, async ([index, pair]) => {
        const { mentor, mentee, pairingId } = pair;
        const on = index % 2 === 0 ? await seenOf(world, pair) : undefined;
        await Promise.all([
          world.as(mentee, (tx) => endExchange(tx, world.house, mentee, pairingId, 'other')),
          on
            ? world.as(mentor, (tx) => pickTime(tx, world.house, mentor, on, 0))
            : propose(world, mentor, pairingId, 1),
        ]);
      });
      expect(await world.rows(`select 1 from meeting where state in ('proposed', 'planned')`)).toEqual([]);
      expect(await world.rows(`select 1 from due where kind = 'meeting-over'`)).toEqual([]);
      expect(await world.rows(`select count(*)::int as n from pairing where state = 'ended'`)).toEqual([{ n: trials }]);
    },
    patience,
  );
});
