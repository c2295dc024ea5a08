import { releaseWhenDue } from '../../src/services';
import { onServer, serverStore, testClock } from '../databases';
import { evaluatingIn } from '../services/evaluating';
import { counted, patience } from './counted';
import { tidy } from './tidy';

onServer('evaluations at the same moment, on PostgreSQL', () => {
  const finallyClose = tidy();

  it(
    'a form that is sent twice is one evaluation, and its words go to the partner once',
    async () => {
      const clock = testClock();
      const store = await serverStore({ clock, poolSize: 8 });
      finallyClose(store.drop);
      const world = await evaluatingIn(store, clock);
      const trials = counted(200);
      for (let n = 0; n < trials; n += 1) {
        const id = await world.met('Mentee 0', 'Joan');
        const answers = { helped: 'a word', showsPartner: true, contactMe: true };
        const sent = [1, 2, 3].map((points) => world.give('Mentee 0', id, { ...answers, points }));
        const both = [...sent, world.give('Joan', id)];
        for (const decision of await Promise.all(both)) expect(decision.ok).toBe(true);
      }
      expect(
        await world.rows(
          `select writer_side as side, count(*)::int as n, count(distinct session_id)::int as sessions from evaluation group by 1 order by 1`,
        ),
      ).toEqual([
        { side: 'mentee', n: trials, sessions: trials },
        { side: 'mentor', n: trials, sessions: trials },
      ]);
      expect(await world.told('evaluation-words')).toHaveLength(trials);
      expect(await world.told('evaluation-contact')).toHaveLength(trials);
    },
    patience,
  );

  it(
    'figures that several replicas publish come out once, and an evaluation that comes just then gets its own day',
    async () => {
      const clock = testClock();
      const store = await serverStore({ clock, poolSize: 8 });
      finallyClose(store.drop);
      for (let n = 0; n < counted(50); n += 1) {
        const world = await evaluatingIn(store, clock);
        world.at('2026-11-18T19:00:00Z');
        await world.rated('Joan', [4, 4, 4, 4, 4]);
        world.at('2027-01-04T19:00:00Z');
        const late = await world.met('Mentee 8', 'Joan');
        const release = () => world.inside((tx) => releaseWhenDue(tx, world.house));
        await Promise.all([release(), world.give('Mentee 8', late), release(), release()]);
        expect(await world.published()).toHaveLength(3);
        expect(await world.told('report-released')).toHaveLength(2);
        const due = await world.inside(({ organizationId }) =>
          store.sql(`select due_at from due where kind = 'evaluations-released' and organization_id = $1`, [
            organizationId,
          ]),
        );
        expect(due.map((row) => row.due_at)).toEqual([new Date('2027-04-01T16:00:00Z')]);
      }
    },
    patience,
  );
});
