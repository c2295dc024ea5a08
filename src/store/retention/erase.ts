import type { Tx } from '../store';
import { tableRules } from '.';

/** Whether this person is here and has not been erased, her row held until the transaction ends. */
export async function lockErasable(tx: Tx, personId: string): Promise<boolean> {
  const rows: { known: boolean }[] = await tx.manager.query(
    `select wrapped_key <> '' as known from person where organization_id = $1 and person_id = $2 for update`,
    [tx.organizationId, personId],
  );
  return rows[0]?.known === true;
}

/** Does to every table what erasing this person means for it, her key last: what she wrote can never be read again. */
export async function eraseRows(tx: Tx, personId: string): Promise<number> {
  let changed = 0;
  for (const { table, erases } of tableRules)
    for (const erasure of erases) {
      const whose = `where t.organization_id = $1 and $2::uuid is not null and (${erasure.where})`;
      const [, count]: [unknown[], number] = await tx.manager.query(
        erasure.does === 'deletes'
          ? `delete from ${table} t ${whose}`
          : `update ${table} t set ${erasure.set} ${whose}`,
        [tx.organizationId, personId],
      );
      changed += count;
    }
  return changed;
}

/** People who left before that moment and have not been erased, at most so many. */
export async function longGone(tx: Tx, before: Date, most: number): Promise<readonly string[]> {
  const rows: { id: string }[] = await tx.manager.query(
    `select person_id as id from person where organization_id = $1 and left_on < $2::timestamptz and wrapped_key <> ''
     order by left_on, person_id limit $3`,
    [tx.organizationId, before, most],
  );
  return rows.map((row) => row.id);
}

/** What this person was ever part of, as one of its two: the cards about it show her name. */
export async function subjectsOf(
  tx: Tx,
  personId: string,
): Promise<readonly { readonly kind: 'request' | 'pairing'; readonly id: string }[]> {
  return tx.manager.query(
    `select 'request' as kind, request_id as id from request where organization_id = $1 and $2 in (mentor_id, mentee_id)
     union all
     select 'pairing', pairing_id from pairing where organization_id = $1 and $2 in (mentor_id, mentee_id)`,
    [tx.organizationId, personId],
  );
}
