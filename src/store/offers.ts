import type { Candidate } from '../mentoring';
import { kept } from './kept';
import type { Tx } from './store';

/** How many of a topic's best offers are looked at more closely for one mentee. */
const rerankSize = 50;

/** What a program's rules may ask about a mentor. */
export type RuleFacts = {
  readonly grade: string | null;
  readonly hiredOn: string | null;
  readonly appointment: string | null;
};

/** What a card says of a mentor; `office` is the name of her unit. */
export type MentorFacts = {
  readonly name: string;
  readonly office: string | null;
  readonly guest: boolean;
  readonly grade: string | null;
  readonly topics: readonly string[];
  readonly ways: readonly string[];
  readonly times: readonly string[];
};

/** The best open offers in a topic, by score; read through the index on (organization, topic, score), never sorted. */
export const bestOffersSql = (most: number): string => `select o.mentor_id, o.score from offer o
  where o.organization_id = $1 and o.topic_id = $2 and o.open
  order by o.score desc, o.mentor_id limit ${most}`;

/**
 * The same, but among the offers that share the best score the reading starts at a mentor id ($3) and goes round: of
 * thousands of equals, not always the same fifty are looked at. Three ranges of the same index, read only as far as needed.
 */
const offersFromSql = (most: number): string => {
  const offers = 'select mentor_id, score from offer where organization_id = $1 and topic_id = $2 and open';
  const best = '(select score from best)';
  return `with best as materialized (${offers.replace('mentor_id, ', '')} order by score desc limit 1)
    (${offers} and score = ${best} and mentor_id >= $3 order by mentor_id limit ${most})
    union all (${offers} and score = ${best} and mentor_id < $3 order by mentor_id limit ${most})
    union all (${offers} and score < ${best} order by score desc, mentor_id limit ${most})
    limit ${most}`;
};

/** What the re-rank needs of some offers; what only cards and some rules need is not in it, as fifty are read and five are shown. */
const candidatesOf = (offersSql: string): string => `select b.mentor_id as "mentorId", b.score, p.zone,
    p.unit_id as "unitId", m.capacity - m.load as "freePlaces", m.ways
  from (${offersSql}) b
  join mentor_profile m on m.organization_id = $1 and m.person_id = b.mentor_id
  join person p on p.organization_id = $1 and p.person_id = b.mentor_id`;

export const candidatesSql = kept('candidates', candidatesOf(offersFromSql(rerankSize)));

/** The topic's best open offers with what the re-rank needs, in no order; among equals from the id `start` on, and round. */
export async function candidatesFor(tx: Tx, topicId: string, start: string): Promise<readonly Candidate[]> {
  return tx.manager.query(candidatesSql, [tx.organizationId, topicId, start]);
}

const inUnits = `select o.mentor_id, o.score from person p
  join offer o on o.organization_id = $1 and o.mentor_id = p.person_id and o.topic_id = $2 and o.open
  where p.organization_id = $1 and p.unit_id = any($3)
  order by o.score desc, o.mentor_id limit ${rerankSize}`;

/** The same for the mentors of these units alone. */
export async function candidatesIn(tx: Tx, topicId: string, unitIds: readonly string[]): Promise<readonly Candidate[]> {
  return tx.manager.query(candidatesOf(inUnits), [tx.organizationId, topicId, [...unitIds]]);
}

/** What rules may ask about these mentors, by mentor; only programs with such rules read it. */
export async function ruleFacts(tx: Tx, mentorIds: readonly string[]): Promise<ReadonlyMap<string, RuleFacts>> {
  const rows: (RuleFacts & { mentorId: string })[] = await tx.manager.query(
    `select person_id as "mentorId", grade, hired_on::text as "hiredOn", appointment from person
     where organization_id = $1 and person_id = any($2)`,
    [tx.organizationId, [...mentorIds]],
  );
  return new Map(rows.map((row) => [row.mentorId, row]));
}

/** What cards say of these mentors, by mentor. */
export async function mentorFacts(tx: Tx, mentorIds: readonly string[]): Promise<ReadonlyMap<string, MentorFacts>> {
  if (mentorIds.length === 0) return new Map();
  const rows: (MentorFacts & { mentorId: string })[] = await tx.manager.query(
    `select p.person_id as "mentorId", p.name, u.name as office, p.guest, p.grade,
       array(select o.topic_id from offer o where o.organization_id = $1 and o.mentor_id = p.person_id order by o.topic_id) as topics,
       coalesce(m.ways, '{}') as ways, coalesce(m.times, '{}') as times
     from person p left join mentor_profile m on m.organization_id = $1 and m.person_id = p.person_id
     left join unit u on u.organization_id = $1 and u.unit_id = p.unit_id
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

/**
 * A mentor can be found while she has a free place, does not pause, and can be written to: who has accounts, and none
 * where a card would reach her, would let a mentee wait for nothing.
 */
const refreshOffers = (mentors: '$2' | 'any($2)'): string => `update offer o set open = m.load < m.capacity
      and m.paused_until is null and coalesce((
        select bool_or(i.reachable) from identity i where i.organization_id = $1 and i.person_id = m.person_id), true),
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

/** How far a mentor can be asked now. `pausedUntil` is an ISO day. */
export type Openness = { readonly left: number; readonly pausedUntil: string | null };

/** How far a mentor can be asked, held still until the transaction ends; undefined for somebody who is no mentor. */
export async function opennessOf(tx: Tx, mentorId: string): Promise<Openness | undefined> {
  const rows: Openness[] = await tx.manager.query(
    `select capacity - load as left, paused_until::text as "pausedUntil" from mentor_profile
     where organization_id = $1 and person_id = $2 for share`,
    [tx.organizationId, mentorId],
  );
  return rows[0];
}

/** Gives one of the mentor's places back; her offers open anew by `refreshOffersOf`. */
export async function releasePlace(tx: Tx, mentorId: string): Promise<void> {
  await tx.manager.query(
    'update mentor_profile set load = greatest(0, load - 1) where organization_id = $1 and person_id = $2',
    [tx.organizationId, mentorId],
  );
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

/** Gives a mentor exactly these topics; the ones that she did not offer before. */
export async function setOfferedTopics(
  tx: Tx,
  mentorId: string,
  topicIds: readonly string[],
): Promise<readonly string[]> {
  await tx.manager.query(
    'delete from offer where organization_id = $1 and mentor_id = $2 and not (topic_id = any($3))',
    [tx.organizationId, mentorId, [...topicIds]],
  );
  const rows: { topicId: string }[] = await tx.manager.query(
    `insert into offer (organization_id, topic_id, mentor_id, open, score)
     select $1, t, $2, false, 0 from unnest($3::text[]) t on conflict do nothing returning topic_id as "topicId"`,
    [tx.organizationId, mentorId, [...topicIds]],
  );
  await tx.manager.query(refreshOffers('$2'), [tx.organizationId, mentorId]);
  return rows.map((row) => row.topicId);
}

/** Opens or closes a mentor's offers as her free places and her pause say. */
export async function refreshOffersOf(tx: Tx, mentorId: string): Promise<void> {
  await tx.manager.query(refreshOffers('$2'), [tx.organizationId, mentorId]);
}

/** The topics in which this mentor can be found now. */
export async function openTopicsOf(tx: Tx, mentorId: string): Promise<readonly string[]> {
  const rows: { topicId: string }[] = await tx.manager.query(
    `select topic_id as "topicId" from offer where organization_id = $1 and mentor_id = $2 and open order by topic_id`,
    [tx.organizationId, mentorId],
  );
  return rows.map((row) => row.topicId);
}

/** Takes all offers of a mentor off the list; how many there were. */
export async function withdrawOffers(tx: Tx, mentorId: string): Promise<number> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    'delete from offer where organization_id = $1 and mentor_id = $2',
    [tx.organizationId, mentorId],
  );
  return count;
}

/** Nobody finds this mentor until her offers are looked at again by `refreshOffersOf`. */
export async function closeOffers(tx: Tx, mentorId: string): Promise<void> {
  await tx.manager.query('update offer set open = false where organization_id = $1 and mentor_id = $2', [
    tx.organizationId,
    mentorId,
  ]);
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

/** A mentor who can be found in this topic now, the best by score; undefined where there is none. */
export async function bestOpenMentor(tx: Tx, topicId: string): Promise<string | undefined> {
  const rows: { mentor_id: string }[] = await tx.manager.query(bestOffersSql(1), [tx.organizationId, topicId]);
  return rows[0]?.mentor_id;
}
