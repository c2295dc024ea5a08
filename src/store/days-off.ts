import type { DaysOff, OwnDayOff } from '../mentoring';
import { isHolidayId } from '../mentoring';
import type { Tx } from './store';

/** What this organization has kept: its own days off, and the federal holidays on which it works. */
export async function daysOffHere(tx: Tx): Promise<DaysOff> {
  const rows: { day: string; name: string | null }[] = await tx.manager.query(
    'select day, name from day_off where organization_id = $1 order by day',
    [tx.organizationId],
  );
  return {
    own: rows.flatMap(({ day, name }) => (name === null ? [] : [{ day, name }])),
    worked: rows.flatMap(({ day, name }) => (name === null && isHolidayId(day) ? [day] : [])),
  };
}

/** Whoever changes the list waits here for one who is at it already. */
export async function lockDaysOff(tx: Tx): Promise<void> {
  await tx.manager.query(`select pg_advisory_xact_lock(hashtext('days off'), hashtext($1))`, [tx.organizationId]);
}

/** Puts days off on the list; `null` for a name: a federal holiday on which this organization works. */
export async function putDaysOff(tx: Tx, days: readonly (OwnDayOff | { day: string; name: null })[]): Promise<void> {
  if (days.length === 0) return;
  await tx.manager.query(
    `insert into day_off (organization_id, day, name)
     select $1, d.day, d.name from unnest($2::text[], $3::text[]) d (day, name) on conflict do nothing`,
    [tx.organizationId, days.map(({ day }) => day), days.map(({ name }) => name)],
  );
}

/** Takes these off it. */
export async function takeDaysOff(tx: Tx, days: readonly string[]): Promise<void> {
  if (days.length === 0) return;
  await tx.manager.query('delete from day_off where organization_id = $1 and day = any($2)', [
    tx.organizationId,
    [...days],
  ]);
}
