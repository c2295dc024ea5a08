import { keepDue } from './due';
import type { Tx } from './store';

/** Somebody became a coordinator, and her weekly digest is to be noted as due; its subject is the organization. */
export const digestReadersKind = 'digest-readers';
/** A coordinator's weekly digest; its subject is the coordinator. */
export const digestKind = 'digest';

/** Roles changed: at the next heartbeat everybody who coordinates now has a digest that is due. */
export const noteNewReaders = (tx: Tx): Promise<void> =>
  keepDue(tx, digestReadersKind, tx.organizationId, tx.at.toJSDate());

/** Coordinators who work here and of whom no digest is due. */
export async function coordinatorsWithoutDigest(tx: Tx): Promise<readonly string[]> {
  const rows: { id: string }[] = await tx.manager.query(
    `select distinct p.person_id as id from person_role r
     join person p on p.organization_id = r.organization_id and p.person_id = r.person_id
     where r.organization_id = $1 and r.role = 'coordinator' and (p.left_on is null or p.left_on > $2::date)
       and not exists (select 1 from due d where d.organization_id = $1 and d.kind = '${digestKind}' and d.subject_id = p.person_id)
     order by p.person_id`,
    [tx.organizationId, tx.at.toISODate()],
  );
  return rows.map((row) => row.id);
}
