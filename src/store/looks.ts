import type { RoleName } from '../mentoring';
import type { Tx } from './store';

/** That somebody looked at things of one kind on one day (ISO), so many times; `roles` are those that she holds now. */
export type Look = {
  readonly day: string;
  /** Null for the people who run the system. */
  readonly actorId: string | null;
  readonly roles: readonly RoleName[];
  readonly objectKind: string;
  readonly times: number;
};

/** What belongs to this person ($2), by its id as the audit names it. */
const hers = `select $2::text as id
  union select request_id::text from request where organization_id = $1 and $2::uuid in (mentee_id, mentor_id)
  union select pairing_id::text from pairing where organization_id = $1 and $2::uuid in (mentee_id, mentor_id)
  union select s.session_id::text from session s join pairing p on p.organization_id = $1 and p.pairing_id = s.pairing_id
    where s.organization_id = $1 and $2::uuid in (p.mentee_id, p.mentor_id)
  union select evaluation_id::text from evaluation where organization_id = $1 and writer_id = $2::uuid
  union select concern_id::text from concern where organization_id = $1 and writer_id = $2::uuid
  union select claim_id::text from account_claim where organization_id = $1 and person_id = $2::uuid`;

/** Who has looked at what is this person's since then, by day where she lives, the newest first; her own looks are left out. */
export async function looksAt(tx: Tx, personId: string, since: Date, zone: string): Promise<readonly Look[]> {
  return tx.manager.query(
    `with hers as (${hers})
     select (a.at at time zone $4)::date::text as day, a.actor_id as "actorId", a.object_kind as "objectKind", count(*)::int as times,
       array(select r.role from person_role r where r.organization_id = $1 and r.person_id = a.actor_id) as roles
     from audit a join hers h on h.id = a.object_id
     where a.organization_id = $1 and a.outcome = 'done' and a.at > $3 and a.actor_id is distinct from $2::uuid
       and (a.action in ('read', 'list', 'export') or a.action like '%.read' or a.action like '%.export')
     group by 1, 2, 3 order by 1 desc, 3, 2`,
    [tx.organizationId, personId, since, zone],
  );
}
