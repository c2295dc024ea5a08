import { randomUUID } from 'node:crypto';
import type { Concern } from '../../src/mentoring';
import { accept, type Caller, handleConcern } from '../../src/services';
import { handOn } from '../../src/services/hand-on';
import { insertConcern } from '../../src/store';
import { onServer } from '../databases';
import { counted, patience } from './counted';
import { tidy } from './tidy';
import { openWorld, pairKey, type World } from './world';

/** Lets these people be coordinators who can be written to. */
async function appoint(world: World, people: readonly Caller[]): Promise<void> {
  const ids = people.map(({ person }) => person.personId);
  await world.rows(
    `insert into person_role (organization_id, person_id, role, unit_path, program_id)
     select current_setting('mentor.organization')::uuid, id, 'coordinator', '', '' from unnest($1::uuid[]) id`,
    [ids],
  );
  await world.rows(
    `insert into identity (organization_id, channel, tenant, user_id, person_id, address)
     select current_setting('mentor.organization')::uuid, 'slack', 'T1', id::text, id, id::text from unnest($1::uuid[]) id`,
    [ids],
  );
}

onServer('at the same moment, on PostgreSQL', () => {
  const finallyClose = tidy();

  it(
    'two handlers never both have a concern, and its writer hears of each step once',
    async () => {
      const trials = counted(400);
      const world = await openWorld({ mentors: 2, mentees: 1, places: 1 });
      finallyClose(world.drop);
      const [nora, olga] = world.mentors;
      const [ana] = world.mentees;
      if (!nora || !olga || !ana) throw new Error('Somebody is missing.');
      await appoint(world, world.mentors);
      for (let trial = 0; trial < trials; trial += 1) {
        const concernId = randomUUID();
        const { at } = await world.as(ana, async (tx) => {
          const concern: Concern = {
            concernId,
            writerId: ana.person.personId,
            pairingId: null,
            kind: 'other',
            state: 'open',
            version: 1,
            handlerId: nora.person.personId,
            passedOver: [],
            openedAt: tx.at,
            takenAt: null,
            closedAt: null,
          };
          await insertConcern(tx, concern, 'a word');
          return tx;
        });
        expect(at.isValid).toBe(true);
        await Promise.all([
          world.as(nora, (tx) => handleConcern(tx, world.house, nora, concernId, 'take')),
          world.as(nora, (tx) => handleConcern(tx, world.house, nora, concernId, 'take')),
          world.as(ana, (tx) => handOn(tx, world.house, concernId)),
          world.as(olga, (tx) => handleConcern(tx, world.house, olga, concernId, 'take')),
        ]);
      }
      // Handed on exactly once, to Olga; what Nora took before is not hers any more, and Olga took it only after that.
      const wrong = await world.rows(
        `select concern_id from concern c where c.handler_id <> $1 or c.passed_over <> array[$2::uuid]
           or (c.state = 'taken') <> (c.taken_at is not null)
           or c.version - 1 <> (select count(*) from notice n where n.about_id = c.concern_id and n.kind = 'concern-news')
           or 1 <> (select count(*) from notice n where n.about_id = c.concern_id and n.kind = 'concern-received')`,
        [olga.person.personId, nora.person.personId],
      );
      expect(wrong).toEqual([]);
      const [count] = await world.rows(
        `select sum(version - 1)::int as steps, (select count(*)::int from event where kind like 'concern.%') as events from concern`,
      );
      expect(count?.events).toBe(count?.steps);
    },
    patience,
  );

  it(
    'several first acceptances tell her how an exchange works once',
    async () => {
      const trials = counted(200);
      const world = await openWorld({ mentors: 4, mentees: trials, places: trials });
      finallyClose(world.drop);
      const requests = await world.waiting(world.mentors, world.mentees);
      for (const mentee of world.mentees)
        await Promise.all(
          world.mentors.map((mentor) =>
            world.as(mentor, (tx) => accept(tx, world.house, mentor, requests.get(pairKey(mentor, mentee)) ?? '')),
          ),
        );
      const [told] = await world.rows(
        `select count(*)::int as notices, count(distinct person_id)::int as people from notice where kind = 'orientation'`,
      );
      expect(told).toEqual({ notices: trials + 4, people: trials + 4 });
    },
    patience,
  );
});
