import type { Role } from '../mentoring';
import { unitHolds } from './directory';
import type { Tx } from './store';

/** That somebody waits for a mentor's answer, or is paired with her: that it exists and since when, never what it is about. */
export type Standing = {
  readonly topicId: string;
  readonly state: 'waiting' | 'paired';
  readonly mentee: string;
  readonly mentor: string;
  readonly since: Date;
  /** How many of the kind the topic has, of which the oldest few are read. */
  readonly of: number;
};

const mostOfAKind = 3;

/**
 * Who waits and who is paired in these topics, the oldest few of each, as far as these roles reach: by program, and by
 * the unit of mentee or mentor.
 */
export async function standingIn(
  tx: Tx,
  topicIds: readonly string[],
  roles: readonly Pick<Role, 'unitPath' | 'programId'>[],
): Promise<readonly Standing[]> {
  return tx.manager.query(
    `with both_kinds as (
       select 'waiting' as state, program_id, topic_id, mentee_id, mentor_id, asked_at as since from request
       where organization_id = $1 and state = 'waiting' and topic_id = any($2)
       union all
       select 'paired', program_id, topic_id, mentee_id, mentor_id, started_at from pairing
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
       where exists (select 1 from json_to_recordset($3) r ("unitPath" text, "programId" text)
         where r."programId" in ('', b.program_id) and (r."unitPath" = ''
           or ${unitHolds('r."unitPath"', 'eu.path')} > 0 or ${unitHolds('r."unitPath"', 'ou.path')} > 0)))
     select topic_id as "topicId", state, mentee, mentor, since, of from seen
     where place <= ${mostOfAKind} order by topic_id, state desc, since, place`,
    [tx.organizationId, [...topicIds], JSON.stringify(roles)],
  );
}
