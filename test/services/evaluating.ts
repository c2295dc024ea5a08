import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Evaluation, Pairing } from '../../src/mentoring';
import { releasesDue } from '../../src/schedule/releases';
import { type Caller, type GivenEvaluation, giveEvaluation } from '../../src/services';
import { insertPairing, peopleById, renameOrganization, rolesOf, type Tx } from '../../src/store';
import type { TestStore, testClock } from '../databases';
import { importerInto } from './roster';

const quiet = { warn: () => undefined };
export const program = 'bethel-nome-exchange';
const mentees = Array.from({ length: 9 }, (_, n) => `Mentee ${n}`);
const address = (name: string): string => `${name.toLowerCase().replace(/\W+/gu, '.')}@x.gov`;

/** What somebody answers who has nothing more to say. */
export const plainAnswers: GivenEvaluation = {
  points: 4,
  able: 'yes',
  goOn: 'yes',
  themes: [],
  releasesThemes: false,
  showsPartner: false,
  contactMe: false,
  helped: '',
  improve: '',
};

/** An organization of its own in this store, with people who evaluate sessions that have taken place. */
export async function evaluatingIn(store: TestStore, clock: ReturnType<typeof testClock>, zone = 'America/Anchorage') {
  const importer = await importerInto(store);
  const { house, inside } = importer;
  await inside((tx) => renameOrganization(tx, 'Evaluating', zone));
  const person = (name: string, roles = ''): string => `${name},${address(name)},Here,${roles}`;
  await importer.bring([
    'name,email,unit,roles',
    person('Nora', `coordinator@Here/${program}`),
    person('Pat', 'program_manager'),
    ...['Joan', 'Victor', 'Eve', ...mentees].map((name) => person(name)),
  ]);

  const callerOf = (name: string): Promise<Caller> =>
    inside(async (tx) => {
      const [{ id }]: [{ id: string }] = await tx.manager.query('select person_id as id from person where name = $1', [
        name,
      ]);
      const found = (await peopleById(tx, [id])).get(id);
      if (!found) throw new Error(`There is no ${name}.`);
      return {
        person: found,
        roles: await rolesOf(tx, id),
        channel: 'slack',
        zone,
        on: undefined,
        formTakesPlace: false,
        untold: false,
      };
    });

  const as = async <T>(name: string, work: (tx: Tx, caller: Caller) => Promise<T>): Promise<T> => {
    const caller = await callerOf(name);
    return inside((tx) => work({ ...tx, actorId: caller.person.personId }, caller));
  };

  let day = 0;
  /** A session of these two that both agree on, or that only one of them has logged; its id. */
  async function met(
    mentee: string,
    mentor: string,
    { topicId = 'interviewing', state = 'confirmed', pairing = 'active' as Pairing['state'] } = {},
  ): Promise<string> {
    const [menteeId, mentorId] = [(await callerOf(mentee)).person.personId, (await callerOf(mentor)).person.personId];
    const [pairingId, sessionId] = [randomUUID(), randomUUID()];
    day += 1;
    await inside(async (tx) => {
      await insertPairing(tx, {
        pairingId,
        programId: program,
        topicId,
        menteeId,
        mentorId,
        requestId: null,
        kind: 'exchange',
        state: pairing,
        version: 1,
        menteeGoesOn: false,
        mentorGoesOn: false,
        startedAt: tx.at,
        endedAt: null,
        endedBy: null,
        endKind: null,
      });
      await tx.manager.query(
        `insert into session (organization_id, session_id, pairing_id, state, version, held_on, minutes, way, topic_id, logged_by, logged_at)
         values ($1, $2, $3, $4, 1, $5::date + $6::int, 45, 'phone', $7, $8, $9)`,
        [tx.organizationId, sessionId, pairingId, state, '2026-10-01', day % 28, topicId, menteeId, tx.at.toJSDate()],
      );
    });
    return sessionId;
  }

  const give = (name: string, sessionId: string, answers: Partial<GivenEvaluation> = {}) =>
    as(name, (tx, caller) => giveEvaluation(tx, house, caller, sessionId, { ...plainAnswers, ...answers }));

  /** So many mentees meet this mentor and say what they think of it. */
  async function rated(
    mentor: string,
    points: readonly number[],
    answers: Partial<GivenEvaluation> = {},
    topicId = 'interviewing',
  ) {
    const given: Evaluation[] = [];
    for (const [n, each] of points.entries()) {
      const name = mentees[n] ?? '';
      const decision = await give(name, await met(name, mentor, { topicId }), { ...answers, points: each });
      if (decision.ok) given.push(...decision.events);
    }
    return given;
  }

  return {
    ...importer,
    callerOf,
    as,
    met,
    give,
    rated,
    at: (iso: string) => clock.set(DateTime.fromISO(iso, { zone: 'utc' })),
    /** Carries out what is due at the clock's now; returns how many organizations that were. */
    beat: () => releasesDue.ask({ store, house, log: quiet }, clock.now().toJSDate()),
    published: () =>
      importer.rows(
        'select quarter, side, subject_kind as kind, subject_id as id, evaluations, average::float as average, themes from snapshot order by 1, 2, 3, 4',
      ),
    /** Who is told something of this kind, be it about one session. */
    told: (kind: string, sessionId?: string) =>
      importer.rows(
        `select p.name, n.occurrence from notice n join person p on p.person_id = n.person_id
         where n.kind = '${kind}' ${sessionId === undefined ? '' : `and n.about_id = '${sessionId}'`} order by 1, 2`,
      ),
  };
}
