import { dropWish, keepWish, pauseMentor, resumeMentor, saveMentorEntry } from '../../src/services';
import { onServer } from '../databases';
import { counted, patience } from './counted';
import { tidy } from './tidy';
import { inLanes, openWorld } from './world';

const wanted = 'case_notes';
const entry = { topics: [wanted], capacity: 1, ways: [], times: [] };

onServer('wishes, at the same moment, on PostgreSQL', () => {
  const finallyClose = tidy();

  it(
    'a wish kept while somebody begins to offer its topic is told once, or was needless',
    async () => {
      const trials = counted(500);
      const world = await openWorld({ mentors: trials, mentees: 1, places: 1 });
      finallyClose(world.drop);
      const [mentee] = world.mentees;
      if (!mentee) throw new Error('There is no mentee.');
      let needless = 0;
      for (const mentor of world.mentors) {
        const [kept] = await Promise.all([
          world.as(mentee, (tx) => keepWish(tx, world.house, mentee, wanted)),
          world.as(mentor, (tx) => saveMentorEntry(tx, world.house, mentor, entry)),
        ]);
        const [keeping] = kept.ok ? kept.events : [];
        if (keeping?.kept === 'new')
          await world.as(mentee, (tx) => dropWish(tx, world.house, { ...mentee, on: undefined }, keeping.wish));
        if (keeping?.kept === 'needless') needless += 1;
        await world.as(mentor, (tx) => saveMentorEntry(tx, world.house, mentor, { ...entry, capacity: 0 }));
      }
      expect(await world.rows(`select 1 from wish where state = 'kept'`)).toEqual([]);
      const kept = await world.rows('select wish_id from wish');
      const told = await world.rows(`select about_id from notice where kind = 'wish-met'`);
      expect(told).toHaveLength(kept.length);
      expect(kept.length + needless).toBe(trials);
    },
    patience,
  );

  it(
    'one wish pressed three times at once is one wish',
    async () => {
      const world = await openWorld({ mentors: 1, mentees: counted(200), places: 1 });
      finallyClose(world.drop);
      await inLanes(world.mentees, 8, async (mentee) => {
        await Promise.all([1, 2, 3].map(() => world.as(mentee, (tx) => keepWish(tx, world.house, mentee, 'word'))));
      });
      expect(await world.rows(`select 1 from wish where state = 'kept'`)).toHaveLength(world.mentees.length);
    },
    patience,
  );

  it(
    'a mentor who pauses and resumes at once is open or paused, never both',
    async () => {
      const world = await openWorld({ mentors: counted(200), mentees: 1, places: 1 });
      finallyClose(world.drop);
      await inLanes(world.mentors, 8, async (mentor) => {
        const { personId } = mentor.person;
        await Promise.all([
          world.as(mentor, (tx) => pauseMentor(tx, world.house, mentor, '2026-12-24')),
          world.as(mentor, (tx) => resumeMentor(tx, world.house, personId, 'asked')),
        ]);
      });
      expect(
        await world.rows(
          `select m.person_id from mentor_profile m join offer o on o.mentor_id = m.person_id
           where o.open <> (m.paused_until is null and m.load < m.capacity)`,
        ),
      ).toEqual([]);
      expect(
        await world.rows(
          `select m.person_id from mentor_profile m where (m.paused_until is not null) <> exists (
             select 1 from due d where d.subject_id = m.person_id and d.kind = 'mentor-resume')`,
        ),
      ).toEqual([]);
    },
    patience,
  );
});
