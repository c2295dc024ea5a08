import { organizationOfTx } from './organizations';
import type { Tx } from './store';

/** Where a token belongs: authenticated when it is sealed, so that one put into another row does not open. */
const placeOf = (tenant: string): string => `slack_token|${tenant}|installation`;

/** Keeps what an installation (a workspace's or a Grid's id) is reached with, sealed with the organization's key. */
export async function saveSlackToken(tx: Tx, tenant: string, text: string): Promise<void> {
  const { wrappedKey } = await organizationOfTx(tx);
  await tx.manager.query(
    `insert into slack_token (organization_id, tenant, sealed, stored_at) values ($1, $2, $3, $4)
     on conflict (organization_id, tenant) do update set sealed = excluded.sealed, stored_at = excluded.stored_at`,
    [
      tx.organizationId,
      tenant,
      tx.vault.sealInOrganization(tx.organizationId, wrappedKey, placeOf(tenant), text),
      tx.at.toJSDate(),
    ],
  );
}

/** The same, for an installation that is still there; false where it has been removed meanwhile. */
export async function replaceSlackToken(tx: Tx, tenant: string, text: string): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    'select 1 from slack_token where organization_id = $1 and tenant = $2 for update',
    [tx.organizationId, tenant],
  );
  if (rows.length === 0) return false;
  await saveSlackToken(tx, tenant, text);
  return true;
}

/** What `saveSlackToken` kept; undefined where nothing is. Throws SealError where it was moved or changed. */
export async function slackTokenOf(tx: Tx, tenant: string): Promise<string | undefined> {
  const rows: { sealed: string }[] = await tx.manager.query(
    'select sealed from slack_token where organization_id = $1 and tenant = $2',
    [tx.organizationId, tenant],
  );
  const sealed = rows[0]?.sealed;
  if (sealed === undefined) return undefined;
  const { wrappedKey } = await organizationOfTx(tx);
  return tx.vault.openInOrganization(tx.organizationId, wrappedKey, placeOf(tenant), sealed);
}

/** The installations of this organization that a token is kept of. */
export async function slackTenantsOf(tx: Tx): Promise<readonly string[]> {
  const rows: { tenant: string }[] = await tx.manager.query(
    'select tenant from slack_token where organization_id = $1 order by tenant',
    [tx.organizationId],
  );
  return rows.map(({ tenant }) => tenant);
}

/** Forgets it for good; nothing is left to decrypt. */
export async function deleteSlackToken(tx: Tx, tenant: string): Promise<void> {
  await tx.manager.query('delete from slack_token where organization_id = $1 and tenant = $2', [
    tx.organizationId,
    tenant,
  ]);
}
