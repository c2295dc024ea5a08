import type { Settings } from '../mentoring';
import type { Tx } from './store';

/** What somebody has set, and which change of hers that was; undefined for whoever has set nothing. */
export type KeptSettings = Settings & { readonly personId: string; readonly version: number };

/** What these people have set, by person. */
export async function settingsByPerson(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KeptSettings>> {
  const rows: KeptSettings[] = await tx.manager.query(
    `select person_id as "personId", version, zone, quiet_from as "quietFrom", quiet_to as "quietTo", days, reminders, digest
     from setting where organization_id = $1 and person_id = any($2)`,
    [tx.organizationId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Keeps what she has set, on the version that was read (0: nothing yet); false where she was faster elsewhere. */
export async function saveSettings(tx: Tx, personId: string, version: number, settings: Settings): Promise<boolean> {
  const { zone, quietFrom, quietTo, days, reminders, digest } = settings;
  const rows: unknown[] = await tx.manager.query(
    `insert into setting as s (organization_id, person_id, version, zone, quiet_from, quiet_to, days, reminders, digest)
     values ($1, $2, 1, $4, $5, $6, $7, $8, $9)
     on conflict (organization_id, person_id) do update set version = s.version + 1, zone = excluded.zone,
       quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, days = excluded.days,
       reminders = excluded.reminders, digest = excluded.digest
     where s.version = $3 returning version`,
    [tx.organizationId, personId, version, zone, quietFrom, quietTo, [...days], reminders, digest],
  );
  return rows.length === 1;
}
