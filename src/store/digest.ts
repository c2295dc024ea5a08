import type { EndedBy, Glance, Role } from '../mentoring';
import { unitHolds } from './directory';
import type { Tx } from './store';

/** A role with how much of single people it tells: by name, or only how many there are. */
export type ReadingRole = Pick<Role, 'unitPath' | 'programId'> & { readonly names: boolean };

/** The roles $2 that reach a row by its program (where it has one) and by the unit of either person; whether one of them names it. */
const reached = (program: string, ...paths: readonly string[]): string => `cross join lateral (
    select bool_or(r.names) as named from json_to_recordset($2) r (names boolean, "unitPath" text, "programId" text)
    where ${program} and (r."unitPath" = '' ${paths.map((path) => `or ${unitHolds('r."unitPath"', path)} > 0`).join(' ')})
  ) reach`;

/** The two people of the row `b`, and the paths of their units. */
const bothPeople = `join person e on e.organization_id = $1 and e.person_id = b.mentee_id
  join person o on o.organization_id = $1 and o.person_id = b.mentor_id
  left join unit eu on eu.organization_id = $1 and eu.unit_id = e.unit_id
  left join unit ou on ou.organization_id = $1 and ou.unit_id = o.unit_id
  ${reached(`r."programId" in ('', b.program_id)`, 'eu.path', 'ou.path')}`;

/** Two people by name, and whether this reader may know who they are. */
type Two = {
  readonly programId: string;
  readonly topicId: string;
  readonly mentee: string;
  readonly mentor: string;
  readonly since: Date;
  readonly named: boolean;
  readonly menteeId: string;
  /** The paths of their units. */
  readonly menteeUnit: string | null;
  readonly mentorUnit: string | null;
};

/** A pair: whether its two met or plan to, and how it ended, where it did. */
export type PairFacts = Two &
  Glance & {
    readonly pairingId: string;
    readonly mentorId: string;
    readonly endedAt: Date | null;
    readonly endedBy: EndedBy | null;
    /** The calendar day (ISO) of the last session. */
    readonly lastOn: string | null;
    readonly fineUntil: Date | null;
  };

const pairFacts = (
  which: string,
): string => `select b.pairing_id as "pairingId", b.program_id as "programId", b.topic_id as "topicId",
    b.mentee_id as "menteeId", e.name as mentee, b.mentor_id as "mentorId", o.name as mentor, b.state, b.version, b.started_at as since,
    b.ended_at as "endedAt", b.ended_by as "endedBy", eu.path as "menteeUnit", ou.path as "mentorUnit", reach.named, s.sessions, s.last_on as "lastOn", f.until as "fineUntil",
    exists (select 1 from meeting m where m.organization_id = $1 and m.pairing_id = b.pairing_id and m.state = 'planned'
      and m.starts_at > $4) as "isPlanned"
  from pairing b ${bothPeople}
  cross join lateral (select count(*)::int as sessions, max(held_on)::text as last_on from session
    where organization_id = $1 and pairing_id = b.pairing_id) s
  left join pairing_fine f on f.organization_id = $1 and f.pairing_id = b.pairing_id and f.until > $4
  where b.organization_id = $1 and ${which} and $3 not in (b.mentee_id, b.mentor_id) and reach.named is not null
  order by b.started_at, b.pairing_id`;

export const pairFactsSql = pairFacts(`b.state <> 'ended'`);

/** The pairs that run and that these roles reach; none that is the reader's own. The longest there is comes first. */
export const pairsReached = (tx: Tx, roles: readonly ReadingRole[], readerId: string): Promise<readonly PairFacts[]> =>
  tx.manager.query(pairFactsSql, [tx.organizationId, JSON.stringify(roles), readerId, tx.at.toJSDate()]);

const onePairSql = pairFacts('b.pairing_id = $5');

/** One pair, whether it runs or has ended, where these roles reach it and it is not the reader's own. */
export async function pairReached(
  tx: Tx,
  roles: readonly ReadingRole[],
  readerId: string,
  pairingId: string,
): Promise<PairFacts | undefined> {
  const rows: PairFacts[] = await tx.manager.query(onePairSql, [
    tx.organizationId,
    JSON.stringify(roles),
    readerId,
    tx.at.toJSDate(),
    pairingId,
  ]);
  return rows[0];
}

export type WaitingFacts = Two & { readonly requestId: string };

export const waitingFactsSql = `select b.request_id as "requestId", b.program_id as "programId", b.topic_id as "topicId",
    b.mentee_id as "menteeId", e.name as mentee, o.name as mentor, b.asked_at as since, reach.named,
    eu.path as "menteeUnit", ou.path as "mentorUnit"
  from request b ${bothPeople}
  where b.organization_id = $1 and b.state = 'waiting' and b.more is distinct from 'asked' and $3 not in (b.mentee_id, b.mentor_id) and reach.named is not null
  order by b.asked_at, b.request_id`;

/** The requests that wait for their mentors and that these roles reach; none that is the reader's own. Who has waited longest comes first. */
export const waitingReached = (
  tx: Tx,
  roles: readonly ReadingRole[],
  readerId: string,
): Promise<readonly WaitingFacts[]> =>
  tx.manager.query(waitingFactsSql, [tx.organizationId, JSON.stringify(roles), readerId]);

const ofPerson = (column: string): string => `join person p on p.organization_id = $1 and p.person_id = ${column}
  left join unit u on u.organization_id = $1 and u.unit_id = p.unit_id
  ${reached('true', 'u.path')}`;

export type FullMentor = {
  readonly personId: string;
  readonly name: string;
  readonly places: number;
  readonly unit: string | null;
};

export const fullMentorsSql = `select p.person_id as "personId", p.name, b.capacity as places, u.path as unit from mentor_profile b ${ofPerson('b.person_id')}
  where b.organization_id = $1 and b.load >= b.capacity and b.capacity > 0 and reach.named is not null
  order by p.name, p.person_id`;

/** Mentors in the units of these roles whose places are all taken. */
export const fullMentors = (tx: Tx, roles: readonly ReadingRole[]): Promise<readonly FullMentor[]> =>
  tx.manager.query(fullMentorsSql, [tx.organizationId, JSON.stringify(roles)]);

export const untoldSql = `select p.name, p.person_id, bool_or(b.state = 'dead') as lost from message b ${ofPerson('b.person_id')}
  where b.organization_id = $1 and b.state in ('dead', 'uncertain') and b.created_at > $3 and reach.named
    and not exists (select 1 from notice n where n.organization_id = $1 and n.message_id = b.message_id
      and n.kind like 'concern-%')
  group by p.name, p.person_id order by p.name, p.person_id`;

/** Somebody whom a message has not reached, for sure (`lost`) or perhaps. */
export type Untold = { readonly name: string; readonly lost: boolean };

/** Whom a message of these days has not reached, by name; what was said in confidence does not count. */
export const untoldSince = (tx: Tx, roles: readonly ReadingRole[], since: Date): Promise<readonly Untold[]> =>
  tx.manager.query(untoldSql, [tx.organizationId, JSON.stringify(roles), since]);

/** Somebody who has a wish, and the path of her unit. */
export type Wisher = { readonly personId: string; readonly unit: string | null };

export const wishersSql = `select b.person_id as "personId", u.path as unit from wish b ${ofPerson('b.person_id')}
  where b.organization_id = $1 and b.state = 'kept' and b.person_id <> $3 and reach.named is not null`;

/** The wishes that are kept in the units of these roles, each with whose it is, to be counted; none of the reader's own. */
export const wishersIn = (tx: Tx, roles: readonly ReadingRole[], readerId: string): Promise<readonly Wisher[]> =>
  tx.manager.query(wishersSql, [tx.organizationId, JSON.stringify(roles), readerId]);

/** The paths of all units. */
export async function unitPaths(tx: Tx): Promise<readonly string[]> {
  const rows: { path: string }[] = await tx.manager.query('select path from unit where organization_id = $1', [
    tx.organizationId,
  ]);
  return rows.map(({ path }) => path);
}
