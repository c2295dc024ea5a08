import { setDue } from './due';
import { recordAudit } from './events';
import { keyIdOf } from './seal';
import type { Store, Tx } from './store';
import { OrganizationTable } from './tables';

export type Organization = { readonly name: string; readonly zone: string; readonly wrappedKey: string };

/** Makes an organization with a key of its own, and returns its id. */
export async function createOrganization(store: Store, id: string, name: string, zone: string): Promise<string> {
  await store.sql('insert into organization_index (organization_id) values ($1)', [id]);
  const wrappedKey = store.vault.newOrganizationKey(id);
  await store.inOrganization(id, undefined, async (tx) => {
    await tx.manager.insert(OrganizationTable, { organizationId: id, name, zone, wrappedKey, createdAt: tx.at });
    await setDue(tx, 'retention', id, tx.at.plus({ days: 1 }).toJSDate());
  });
  return id;
}

const found = new WeakMap<Store['vault'], Map<string, Organization>>();

/** The organization of this transaction. Its name, zone and key are remembered for the process. */
export async function organizationOfTx(tx: Tx): Promise<Organization> {
  const known = found.get(tx.vault) ?? new Map<string, Organization>();
  found.set(tx.vault, known);
  const remembered = known.get(tx.organizationId);
  if (remembered) return remembered;
  const row = await tx.manager.findOneByOrFail(OrganizationTable, { organizationId: tx.organizationId });
  known.set(tx.organizationId, row);
  return row;
}

/** What became of an organization's key: with which master key it was wrapped, and with which it is now. */
export type Rewrapped = { readonly name: string; readonly from: string; readonly to: string };

/** Wraps the organization's key with the current master key; what it has sealed stays as it is. Run again, it changes nothing. */
export async function rewrapKey(tx: Tx): Promise<Rewrapped> {
  const [row]: { name: string; wrappedKey: string }[] = await tx.manager.query(
    'select name, wrapped_key as "wrappedKey" from organization where organization_id = $1 for update',
    [tx.organizationId],
  );
  if (!row) throw new Error('This organization is not here any more.');
  const from = keyIdOf(row.wrappedKey);
  const anew = tx.vault.rewrapped(tx.organizationId, row.wrappedKey);
  if (anew === undefined) return { name: row.name, from, to: from };
  await tx.manager.update(OrganizationTable, { organizationId: tx.organizationId }, { wrappedKey: anew });
  found.get(tx.vault)?.delete(tx.organizationId);
  await recordAudit(tx, { action: 'rotate-key', objectKind: 'organization', outcome: 'done' });
  return { name: row.name, from, to: keyIdOf(anew) };
}

/** An office as people name it: all units of that name, and those below them. */
export type Unit = { readonly name: string; readonly unitIds: readonly string[] };

/** The office of that name, whatever its case; undefined where there is none. */
export async function unitsNamed(tx: Tx, name: string): Promise<Unit | undefined> {
  const rows: { name: string; unitIds: string[] }[] = await tx.manager.query(
    `select min(u.name) as name, array_agg(distinct b.unit_id) as "unitIds" from unit u
     join unit b on b.organization_id = $1 and (b.unit_id = u.unit_id or starts_with(b.path, u.path || ' > '))
     where u.organization_id = $1 and lower(u.name) = lower($2) having count(*) > 0`,
    [tx.organizationId, name],
  );
  return rows[0];
}

/** Gives the organization another name and zone. */
export async function renameOrganization(tx: Tx, name: string, zone: string): Promise<void> {
  await tx.manager.update(OrganizationTable, { organizationId: tx.organizationId }, { name, zone });
  found.get(tx.vault)?.delete(tx.organizationId);
}

/** The names of all units: words that are spelled right and mean no topic. */
export async function unitNames(tx: Tx): Promise<readonly string[]> {
  const rows: { name: string }[] = await tx.manager.query('select distinct name from unit where organization_id = $1', [
    tx.organizationId,
  ]);
  return rows.map((row) => row.name);
}
