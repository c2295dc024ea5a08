import type { Store, Tx } from './store';

export type Due = { readonly organizationId: string; readonly subjectId: string; readonly dueAt: Date };

/** Notes when something about a subject is due next; a later call moves it. */
export async function setDue(tx: Tx, kind: string, subjectId: string, at: Date): Promise<void> {
  await tx.manager.query(
    `insert into due (organization_id, kind, subject_id, due_at) values ($1, $2, $3, $4)
     on conflict (organization_id, kind, subject_id) do update set due_at = excluded.due_at`,
    [tx.organizationId, kind, subjectId, at],
  );
}

/** The same, unless it is due earlier already. It is locked until the transaction ends: whoever carries it out waits. */
export async function keepDue(tx: Tx, kind: string, subjectId: string, at: Date): Promise<void> {
  await tx.manager.query(
    `insert into due (organization_id, kind, subject_id, due_at) values ($1, $2, $3, $4)
     on conflict (organization_id, kind, subject_id) do update set due_at = least(due.due_at, excluded.due_at)`,
    [tx.organizationId, kind, subjectId, at],
  );
}

/** What of these kinds is due between those days is looked at at once: it is worked out anew, and put off where it is not time. */
export async function dueAnew(tx: Tx, kinds: readonly string[], from: Date, to: Date): Promise<void> {
  await tx.manager.query(
    `update due set due_at = $5 where organization_id = $1 and kind = any($2) and due_at between $3 and $4 and due_at > $5`,
    [tx.organizationId, [...kinds], from, to, tx.at.toJSDate()],
  );
}

/** Nothing of these kinds is due about this subject any more. */
export async function clearDue(tx: Tx, kinds: readonly string[], subjectId: string): Promise<void> {
  await tx.manager.query('delete from due where organization_id = $1 and kind = any($2) and subject_id = $3', [
    tx.organizationId,
    [...kinds],
    subjectId,
  ]);
}

/** What of this kind is due by then, earliest first; read across organizations, ids and times only. */
export async function dueNow(store: Store, kind: string, by: Date, most: number): Promise<readonly Due[]> {
  const rows = await store.sql(
    `select organization_id as "organizationId", subject_id as "subjectId", due_at as "dueAt" from due
     where kind = $1 and due_at <= $2 order by due_at, subject_id limit $3`,
    [kind, by, most],
  );
  return rows.flatMap(({ organizationId, subjectId, dueAt }) =>
    typeof organizationId === 'string' && typeof subjectId === 'string' && dueAt instanceof Date
      ? [{ organizationId, subjectId, dueAt }]
      : [],
  );
}

/** Of which of these kinds anything is due by then. */
export async function kindsDue(store: Store, kinds: readonly string[], by: Date): Promise<ReadonlySet<string>> {
  const rows = await store.sql(
    `select kind from unnest($1::text[]) as asked (kind)
     where exists (select 1 from due where due.kind = asked.kind and due.due_at <= $2)`,
    [[...kinds], by],
  );
  return new Set(rows.map(({ kind }) => String(kind)));
}

/** When the next thing is due that people hear or see of: the nightly deletion is none. */
export async function nextDue(store: Store): Promise<Date | undefined> {
  const rows = await store.sql(`select min(due_at) as at from due where kind <> 'retention'`);
  return rows[0]?.at instanceof Date ? rows[0].at : undefined;
}

/** True for the one replica that may run this firing of the heartbeat. */
export async function claimFire(store: Store, key: string, at: Date): Promise<boolean> {
  await store.sql(`delete from cron_fire where fired_at < $1::timestamptz - interval '1 day'`, [at]);
  const rows = await store.sql(
    'insert into cron_fire (key, fired_at) values ($1, $2) on conflict do nothing returning key',
    [key, at],
  );
  return rows.length === 1;
}
