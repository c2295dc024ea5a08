import type { Decision } from '../../src/mentoring';
import { accept, type Caller, endExchange, logSession, rePair } from '../../src/services';
import type { Tx } from '../../src/store';
import { onServer } from '../databases';
import { counted, patience } from './counted';
import { tidy } from './tidy';
import { openWorld, pairKey, topic, type World } from './world';

const told = (decision: Decision<unknown>): string => {
  if (decision.ok) return 'done';
  return decision.because.code === 'pair-changed' ? `changed: ${decision.because.what}` : decision.because.code;
};
const coordinates = (caller: Caller): Caller => ({
  ...caller,
  roles: [{ role: 'coordinator', unitPath: '', programId: '' }],
});
const facts = { heldOn: '2026-11-17', minutes: 30, way: 'phone' as const, topicId: topic };
/** A few steps later than the others: who is first differs from trial to trial. */
const later = async (tx: Tx, trial: number): Promise<void> => {
  for (let steps = (trial % 6) * 8; steps > 0; steps -= 1) await tx.manager.query('select 1');
};

type Trial = { readonly pairing: string; readonly mentor: Caller; readonly mentee: Caller };

/** Each of these mentors with one mentee, and two coordinators who look at all of them. */
async function pairedWorld(trials: number): Promise<{ world: World; all: readonly Trial[]; hers: readonly Caller[] }> {
  const world = await openWorld({ mentors: trials, mentees: 3, places: 1 });
  const [mentee, ...others] = world.mentees;
  if (!mentee) throw new Error('There is no mentee.');
  const requests = await world.waiting(world.mentors, [mentee]);
  const all: Trial[] = [];
  for (const mentor of world.mentors) {
    const request = requests.get(pairKey(mentor, mentee)) ?? '';
    await world.as(mentor, (tx) => accept(tx, world.house, mentor, request));
    const [row] = await world.rows('select pairing_id as id from pairing where request_id = $1', [request]);
    all.push({ pairing: String(row?.id), mentor, mentee });
  }
  return { world, all, hers: others.map(coordinates) };
}

onServer('a coordinator re-pairs, on PostgreSQL', () => {
  const finallyClose = tidy();

  it(
    'while another one does, and one of the two ends it: one act counts, and both hear of that one alone',
    async () => {
      const trials = counted(300);
      const { world, all, hers } = await pairedWorld(trials);
      finallyClose(world.drop);
      const winners: Record<string, number> = {};
      for (const [trial, { pairing, mentee }] of all.entries()) {
        const at = { pairing, seen: '1-0-0' };
        const outcomes = await Promise.all([
          ...hers.map((one) => world.as(one, (tx) => rePair(tx, world.house, one, at, 'no-contact'))),
          world.as(mentee, async (tx) => {
            await later(tx, trial);
            return endExchange(tx, world.house, mentee, pairing, 'no-time');
          }),
        ]);
        const words = outcomes.map(told);
        expect(words.filter((each) => each === 'done')).toHaveLength(1);
        expect(words.filter((each) => each === 'changed: ended' || each === 'pairing-over')).toHaveLength(2);
        const by = words[2] === 'done' ? 'mentee' : 'coordinator';
        winners[by] = (winners[by] ?? 0) + 1;
        const [row] = await world.rows(
          `select p.ended_by as by, m.load, (select string_agg(kind, ' ' order by kind) from notice n where n.about_id = p.pairing_id
             and n.kind in ('re-paired-mentee', 're-paired-mentor', 'pairing-ended')) as told
           from pairing p join mentor_profile m on m.person_id = p.mentor_id where p.pairing_id = $1`,
          [pairing],
        );
        const heard = by === 'mentee' ? 'pairing-ended' : 're-paired-mentee re-paired-mentor';
        expect(row).toEqual({ by, load: 0, told: heard });
      }
      expect(await world.rows(`select count(*)::int as n from event where kind = 'pairing.ended'`)).toEqual([
        { n: trials },
      ]);
      expect(await world.rows('select count(*)::int as n from offer where not open')).toEqual([{ n: 0 }]);
      process.stdout.write(`re-pair races: ${JSON.stringify(winners)}\n`);
    },
    patience,
  );

  it(
    'while one of the two logs that they have met: the one or the other, never both',
    async () => {
      const { world, all, hers } = await pairedWorld(counted(300));
      finallyClose(world.drop);
      const [coordinator] = hers;
      if (!coordinator) throw new Error('There is no coordinator.');
      const seen: Record<string, number> = {};
      for (const [trial, { pairing, mentee }] of all.entries()) {
        const [ended, logged] = await Promise.all([
          world.as(coordinator, (tx) => rePair(tx, world.house, coordinator, { pairing, seen: '1-0-0' }, 'no-contact')),
          world.as(mentee, async (tx) => {
            await later(tx, trial);
            return logSession(tx, world.house, mentee, pairing, facts);
          }),
        ]);
        const outcome = `${told(ended)}, ${told(logged)}`;
        seen[outcome] = (seen[outcome] ?? 0) + 1;
        expect(['done, pairing-over', 'changed: met, done']).toContain(outcome);
      }
      process.stdout.write(`re-pair and log: ${JSON.stringify(seen)}\n`);
    },
    patience,
  );

  it(
    'after one of the two ended it, and before: what came first counts, and the other one hears it',
    async () => {
      const { world, all, hers } = await pairedWorld(3);
      finallyClose(world.drop);
      const [coordinator] = hers;
      const [one, two, three] = all;
      if (!coordinator || !one || !two || !three) throw new Error('The world is too small.');
      const ends = (pairing: string, seen?: string) =>
        world.as(coordinator, (tx) => rePair(tx, world.house, coordinator, { pairing, seen }, 'other'));
      const leaves = ({ pairing, mentor }: Trial) =>
        world.as(mentor, (tx) => endExchange(tx, world.house, mentor, pairing, 'goal-reached'));
      expect(told(await leaves(one))).toBe('done');
      expect(told(await ends(one.pairing, '1-0-0'))).toBe('changed: ended');
      expect(told(await ends(one.pairing))).toBe('changed: ended');
      expect(told(await ends(two.pairing, '1-0-0'))).toBe('done');
      expect(told(await leaves(two))).toBe('pairing-over');
      // She looked before the version of today.
      expect(told(await ends(three.pairing, '2-0-0'))).toBe('changed: other');
      expect(await world.rows(`select ended_by as by from pairing order by ended_at nulls last, ended_by`)).toEqual(
        expect.arrayContaining([{ by: 'mentor' }, { by: 'coordinator' }, { by: null }]),
      );
    },
    patience,
  );
});
