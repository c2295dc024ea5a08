import type { Candidate } from '../mentoring';
import { kept } from './kept';
import type { Tx } from './store';

/** How many of a topic's best offers are looked at more closely for one mentee. */
const rerankSize = 50;

/** What the re-rank and the rules ask about a mentor. */
export type FoundMentor = Candidate & {
  readonly grade: string | null;
  readonly hiredOn: string | null;
  readonly appointment: string | null;
};

/** What a card says of a mentor; `office` is the name of her unit. */
export type MentorFacts = {
  readonly name: string;
  readonly office: string | null;
  readonly topics: readonly string[];
};

/** The best open offers in a topic, by score; read through the index on (organization, topic, score), never sorted. */
export const bestOffersSql = (most: number): string => `select o.mentor_id, o.score from offer o
  where o.organization_id = $1 and o.topic_id = $2 and o.open
  order by o.score desc, o.mentor_id limit ${most}`;

/** Fifty are read and five are shown: what only cards need is not in it. */
export const candidatesSql = kept(
  'candidates',
  `select b.mentor_id as "mentorId", b.score, p.zone, p.grade, p.unit_id as "unitId",
    p.hired_on::text as "hiredOn", p.appointment, m.capacity - m.load as "freePlaces", m.ways
  from (${bestOffersSql(rerankSize)}) b
  join mentor_profile m on m.organization_id = $1 and m.person_id = b.mentor_id
  join person p on p.organization_id = $1 and p.person_id = b.mentor_id`,
);

/** The topic's best open offers with what the re-rank needs, in no order. */
export async function candidatesFor(tx: Tx, topicId: string): Promise<readonly FoundMentor[]> {
  return tx.manager.query(candidatesSql, [tx.organizationId, topicId]);
}

/** What cards say of these mentors, by mentor. */
export async function mentorFacts(tx: Tx, mentorIds: readonly string[]): Promise<ReadonlyMap<string, MentorFacts>> {
  if (mentorIds.length === 0) return new Map();
  const rows: (MentorFacts & { mentorId: string })[] = await tx.manager.query(
    `select p.person_id as "mentorId", p.name, u.name as office,
       array(select o.topic_id from offer o where o.organization_id = $1 and o.mentor_id = p.person_id order by o.topic_id) as topics
     from person p left join unit u on u.organization_id = $1 and u.unit_id = p.unit_id
     where p.organization_id = $1 and p.person_id = any($2)`,
    [tx.organizationId, [...mentorIds]],
  );
  return new Map(rows.map((row) => [row.mentorId, row]));
}

/** The topics that each of these mentors offers, by mentor. */
export async function topicsOf(tx: Tx, mentorIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (mentorIds.length === 0) return new Map();
  const rows: { mentorId: string; topics: string[] }[] = await tx.manager.query(
    `select mentor_id as "mentorId", array_agg(topic_id order by topic_id) as topics from offer
     where organization_id = $1 and mentor_id = any($2) group by mentor_id`,
    [tx.organizationId, [...mentorIds]],
  );
  return new Map(rows.map((row) => [row.mentorId, row.topics]));
}

/** How many open offers each topic has. */
export async function offersByTopic(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows: { topicId: string; mentors: number }[] = await tx.manager.query(
    `select topic_id as "topicId", count(*)::int as mentors from offer where organization_id = $1 and open group by topic_id`,
    [tx.organizationId],
  );
  return new Map(rows.map((row) => [row.topicId, row.mentors]));
}

/** Whether this mentor offers this topic, open or full. */
export async function offers(tx: Tx, mentorId: string, topicId: string): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    'select 1 from offer where organization_id = $1 and mentor_id = $2 and topic_id = $3',
    [tx.organizationId, mentorId, topicId],
  );
  return rows.length > 0;
}

const refreshOffers = (mentors: '$2' | 'any($2)'): string => `update offer o set open = m.load < m.capacity,
    score = case when m.capacity <= 0 then 0 else round(1000.0 * greatest(0, m.capacity - m.load) / m.capacity)::int end
  from mentor_profile m
  where m.organization_id = $1 and m.person_id = ${mentors} and o.organization_id = $1 and o.mentor_id = m.person_id`;

/** Takes one of the mentor's free places; how many are left then, or undefined where none was free. */
export async function takePlace(tx: Tx, mentorId: string): Promise<number | undefined> {
  const [rows]: [{ left: number }[], number] = await tx.manager.query(
    `update mentor_profile set load = load + 1
     where organization_id = $1 and person_id = $2 and load < capacity returning capacity - load as left`,
    [tx.organizationId, mentorId],
  );
  const left = rows[0]?.left;
  if (left !== undefined) await tx.manager.query(refreshOffers('$2'), [tx.organizationId, mentorId]);
  return left;
}

/** Gives one of the mentor's places back. */
export async function releasePlace(tx: Tx, mentorId: string): Promise<void> {
  await tx.manager.query(
    'update mentor_profile set load = greatest(0, load - 1) where organization_id = $1 and person_id = $2',
    [tx.organizationId, mentorId],
  );
  await tx.manager.query(refreshOffers('$2'), [tx.organizationId, mentorId]);
}

/** Free places of a mentor, held still until the transaction ends; undefined for somebody who is no mentor. */
export async function freePlaces(tx: Tx, mentorId: string): Promise<number | undefined> {
  const rows: { left: number }[] = await tx.manager.query(
    'select capacity - load as left from mentor_profile where organization_id = $1 and person_id = $2 for share',
    [tx.organizationId, mentorId],
  );
  return rows[0]?.left;
}

export type MentorPlaces = {
  readonly personId: string;
  /** Null keeps what she has, or is the program's usual number at first. */
  readonly capacity: number | null;
  /** Topics to offer beside those that she offers already. */
  readonly topics: readonly string[];
};

/** Makes people mentors, or changes their places and adds to their offers. `usual`: places of one of whom none are told. */
export async function saveMentors(tx: Tx, mentors: readonly MentorPlaces[], usual: number): Promise<void> {
  if (mentors.length === 0) return;
  const rows = [tx.organizationId, JSON.stringify(mentors)];
  await tx.manager.query(
    `insert into mentor_profile (organization_id, person_id, capacity, carried_over)
     select $1, r."personId", coalesce(r.capacity, $3), json_array_length(r.topics) > 0
     from json_to_recordset($2) r ("personId" uuid, capacity int, topics json)
     on conflict do nothing`,
    [...rows, usual],
  );
  await tx.manager.query(
    `update mentor_profile m set capacity = coalesce(r.capacity, m.capacity),
       carried_over = m.carried_over or json_array_length(r.topics) > 0
     from json_to_recordset($2) r ("personId" uuid, capacity int, topics json)
     where m.organization_id = $1 and m.person_id = r."personId"`,
    rows,
  );
  await tx.manager.query(
    `insert into offer (organization_id, topic_id, mentor_id, open, score)
     select $1, t, r."personId", false, 0 from json_to_recordset($2) r ("personId" uuid, topics json), json_array_elements_text(r.topics) t
     on conflict do nothing`,
    rows,
  );
  await tx.manager.query(refreshOffers('any($2)'), [tx.organizationId, mentors.map(({ personId }) => personId)]);
}

/** Takes all offers of a mentor off the list; how many there were. */
export async function withdrawOffers(tx: Tx, mentorId: string): Promise<number> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    'delete from offer where organization_id = $1 and mentor_id = $2',
    [tx.organizationId, mentorId],
  );
  return count;
}

/** Whether anybody offers this topic, with or without a free place. */
export async function anyOffer(tx: Tx, topicId: string): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    'select 1 from offer where organization_id = $1 and topic_id = $2 limit 1',
    [tx.organizationId, topicId],
  );
  return rows.length > 0;
}

/** Free places of a mentor as of now, without holding them; undefined for somebody who is no mentor. */
export async function freePlacesNow(tx: Tx, mentorId: string): Promise<number | undefined> {
  const rows: { left: number }[] = await tx.manager.query(
    'select capacity - load as left from mentor_profile where organization_id = $1 and person_id = $2',
    [tx.organizationId, mentorId],
  );
  return rows[0]?.left;
}

/** Whether this mentor's offers were carried over by an import and she has not answered since: she can leave by one tap. */
export async function unseenCarryOver(tx: Tx, mentorId: string): Promise<boolean> {
  const rows: { at: unknown }[] = await tx.manager.query(
    'select told_at as at from mentor_profile where organization_id = $1 and person_id = $2 and carried_over and told_at is null',
    [tx.organizationId, mentorId],
  );
  return rows.length > 0;
}

/** She has been told of the offers that were carried over for her. */
export async function noteCarryOverTold(tx: Tx, mentorId: string): Promise<void> {
  await tx.manager.query(
    'update mentor_profile set told_at = $3 where organization_id = $1 and person_id = $2 and carried_over and told_at is null',
    [tx.organizationId, mentorId, tx.at.toJSDate()],
  );
}
