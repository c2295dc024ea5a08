import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createLedger, type Queue } from '../../src/delivery';
import { loadPrograms } from '../../src/programs';
import { type Caller, type House, houseOf } from '../../src/services';
import {
  createOrganization,
  type PersonInput,
  type PersonView,
  peopleById,
  savePeople,
  switchOnProgram,
  type Tx,
} from '../../src/store';
import { serverStore, type TestStore } from '../databases';

export const topic = 'interviewing';
const program = 'bethel-nome-exchange';

/** Many mentors and a few mentees on a real server, without channels: what services do to each other. */
export type World = {
  readonly store: TestStore;
  readonly house: House;
  readonly mentors: readonly Caller[];
  readonly mentees: readonly Caller[];
  as<T>(caller: Caller, work: (tx: Tx) => Promise<T>): Promise<T>;
  rows(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Lets each of these mentees wait for each of these mentors; the request of a pair by `mentor|mentee`. */
  waiting(mentors: readonly Caller[], mentees: readonly Caller[]): Promise<ReadonlyMap<string, string>>;
  drop(): Promise<void>;
};

export const pairKey = (mentor: Caller, mentee: Caller): string =>
  `${mentor.person.personId}|${mentee.person.personId}`;

const noQueue: Pick<Queue, 'enqueue'> = { enqueue: async () => undefined };

export async function openWorld(counts: { mentors: number; mentees: number; places: number }): Promise<World> {
  const store = await serverStore({ poolSize: 20 });
  const loaded = await loadPrograms(join(__dirname, '..', '..', 'programs'));
  if (!loaded.ok) throw new Error('The program definitions have faults.');
  const house = houseOf(loaded.programs, loaded.catalog, createLedger(noQueue));
  const policy = house.programs.get(program);
  if (!policy) throw new Error('The Bethel/Nome program is missing.');
  const organizationId = await createOrganization(store, randomUUID(), 'Faults', 'America/Anchorage');
  const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.inOrganization(organizationId, undefined, work);

  const hire = async (prefix: string, count: number): Promise<readonly Caller[]> => {
    const ids = await inside(async (tx) => {
      const [{ wrapped_key: key }] = await tx.manager.query('select wrapped_key from organization');
      const people = Array.from({ length: count }, (_, index): PersonInput => {
        const personId = randomUUID();
        return {
          personId,
          name: `${prefix} ${index}`,
          email: `${prefix}${index}@faults.example.gov`,
          unitId: null,
          grade: null,
          hiredOn: null,
          appointment: null,
          supervisorEmail: null,
          zone: null,
          leftOn: null,
          wrappedKey: tx.vault.newPersonKey(organizationId, key, personId),
        };
      });
      await savePeople(tx, people);
      return people.map((person) => person.personId);
    });
    const views = await inside((tx) => peopleById(tx, ids));
    return ids.flatMap((id) => {
      const person = views.get(id);
      return person ? [callerOf(person)] : [];
    });
  };

  await inside((tx) => switchOnProgram(tx, policy.id, policy.opens));
  const mentors = await hire('mentor', counts.mentors);
  const mentees = await hire('mentee', counts.mentees);
  await inside(async (tx) => {
    const ids = mentors.map((mentor) => mentor.person.personId);
    await tx.manager.query(
      'insert into mentor_profile (organization_id, person_id, capacity) select $1, id, $3 from unnest($2::uuid[]) id',
      [organizationId, ids, counts.places],
    );
    await tx.manager.query(
      'insert into offer (organization_id, topic_id, mentor_id, open, score) select $1, $3, id, true, 1000 from unnest($2::uuid[]) id',
      [organizationId, ids, topic],
    );
  });

  return {
    store,
    house,
    mentors,
    mentees,
    as: (caller, work) => store.inOrganization(organizationId, caller.person.personId, work),
    rows: (sql, values = []) => inside((tx) => tx.manager.query(sql, [...values])),
    async waiting(ofMentors, ofMentees) {
      const ids = (all: readonly Caller[]): string[] => all.map((caller) => caller.person.personId);
      const rows: { id: string; mentor: string; mentee: string }[] = await inside((tx) =>
        tx.manager.query(
          `insert into request (organization_id, request_id, program_id, topic_id, mentee_id, mentor_id, state, version, need, asked_at)
           select $1, gen_random_uuid(), $4, $5, e, m, 'waiting', 1, 'x', $6 from unnest($2::uuid[]) m cross join unnest($3::uuid[]) e
           returning request_id as id, mentor_id as mentor, mentee_id as mentee`,
          [organizationId, ids(ofMentors), ids(ofMentees), program, topic, tx.at.toJSDate()],
        ),
      );
      return new Map(rows.map((row) => [`${row.mentor}|${row.mentee}`, row.id]));
    },
    drop: () => store.drop(),
  };
}

/** Somebody without a role, in Slack. */
export const callerOf = (person: PersonView): Caller => ({
  person,
  roles: [],
  channel: 'slack',
  zone: 'America/Anchorage',
  on: undefined,
  formTakesPlace: false,
  untold: false,
});

/** One after the other, so many at once. */
export async function inLanes<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
