import type { Tx } from './store';

/** Marks a person as left on that day (ISO). False for somebody who is not known, or had left by then already. */
export async function markLeft(tx: Tx, personId: string, day: string): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.manager.query(
    `update person set left_on = $3 where organization_id = $1 and person_id = $2 and (left_on is null or left_on >= $3::date)
     returning person_id`,
    [tx.organizationId, personId, day],
  );
  return rows.length === 1;
}

/** The day on which this person leaves or left, held still until the transaction ends; undefined for one who stays. */
export async function leavingDay(tx: Tx, personId: string): Promise<string | undefined> {
  const rows: { day: string | null }[] = await tx.manager.query(
    'select left_on::text as day from person where organization_id = $1 and person_id = $2 for update',
    [tx.organizationId, personId],
  );
  return rows[0]?.day ?? undefined;
}

/** Notes for each of these people when she leaves; `at` is null for one who stays. */
export async function leavingDays(
  tx: Tx,
  kind: string,
  people: readonly { readonly personId: string; readonly at: Date | null }[],
): Promise<void> {
  const rows = [tx.organizationId, kind, JSON.stringify(people)];
  const given = `json_to_recordset($3) r ("personId" uuid, at timestamptz)`;
  await tx.manager.query(
    `delete from due using ${given} where due.organization_id = $1 and due.kind = $2 and due.subject_id = r."personId" and r.at is null`,
    rows,
  );
  await tx.manager.query(
    `insert into due (organization_id, kind, subject_id, due_at) select $1, $2, r."personId", r.at from ${given} where r.at is not null
     on conflict (organization_id, kind, subject_id) do update set due_at = excluded.due_at`,
    rows,
  );
}
