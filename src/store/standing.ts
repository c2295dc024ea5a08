import type { Role } from '../mentoring';
import { unitHolds } from './directory';
import type { Tx } from './store';

/** That somebody waits for a mentor's answer, or is paired with her: that it exists and since when, never what it is about. */
export type Standing = {
  /** Of the request, or of the pairing. */
  readonly id: string;
  readonly topicId: string;
  readonly state: 'waiting' | 'paired';
  readonly mentee: string;
  readonly mentor: string;
  readonly since: Date;
  /** How many of the kind the topic has, of which the oldest few are read. */
  readonly of: number;
};

const mostOfAKind = 3;

/** The roles that reach those who wait, and those that reach pairs. */
export type StandingReach = Readonly<Record<'waiting' | 'paired', readonly Pick<Role, 'unitPath' | 'programId'>[]>>;

/**
 * Who waits and who is paired in these topics, the oldest few of each, as far as these roles reach: by program, and by
 * the unit of mentee or mentor. What is the reader's own is left out.
 */
export async function standingIn(
  tx: Tx,
  topicIds: readonly string[],
  reach: StandingReach,
  readerId: string,
): Promise<readonly Standing[]> {
  const roles = (['waiting', 'paired'] as const).flatMap((state) =>
    reach[state].map(({ unitPath, programId }) => ({ state, unitPath, programId })),
  );
  return tx.manager.query(
    `with both_kinds as (
       select 'waiting' as state, request_id as id, program_id, topic_id, mentee_id, mentor_id, asked_at as since from request
       where organization_id = $1 and state = 'waiting' and topic_id = any($2)
       union all
       select 'paired', pairing_id, program_id, topic_id, mentee_id, mentor_id, started_at from pairing
       where organization_id = $1 and state <> 'ended' and topic_id = any($2)),
     seen as (
       select b.*, e.name as mentee, o.name as mentor,
         row_number() over (partition by b.topic_id, b.state order by b.since, b.mentee_id, b.mentor_id) as place,
         count(*) over (partition by b.topic_id, b.state)::int as of
       from both_kinds b
       join person e on e.organization_id = $1 and e.person_id = b.mentee_id
       join person o on o.organization_id = $1 and o.person_id = b.mentor_id
       left join unit eu on eu.organization_id = $1 and eu.unit_id = e.unit_id
       left join unit ou on ou.organization_id = $1 and ou.unit_id = o.unit_id
       where $4 not in (b.mentee_id, b.mentor_id)
         and exists (select 1 from json_to_recordset($3) r (state text, "unitPath" text, "programId" text)
         where r.state = b.state and r."programId" in ('', b.program_id) and (r."unitPath" = ''
           or ${unitHolds('r."unitPath"', 'eu.path')} > 0 or ${unitHolds('r."unitPath"', 'ou.path')} > 0)))
     select id, topic_id as "topicId", state, mentee, mentor, since, of from seen
     where place <= ${mostOfAKind} order by topic_id, state desc, since, place`,
    [tx.organizationId, [...topicIds], JSON.stringify(roles), readerId],
  );
}
