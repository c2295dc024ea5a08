import type { ChannelName } from '../chat';
import type { Store } from './store';

/** The organization that a workspace or tenant belongs to; undefined where it is not installed. */
export async function organizationOf(store: Store, channel: ChannelName, tenant: string): Promise<string | undefined> {
  const rows = await store.sql(
    'select organization_id as id from installation where channel = $1 and tenant = $2 and active',
    [channel, tenant],
  );
  return typeof rows[0]?.id === 'string' ? rows[0].id : undefined;
}

/** Lets a workspace or tenant belong to an organization. Refuses (false) where it belongs to another one already. */
export async function joinInstallation(
  store: Store,
  channel: ChannelName,
  tenant: string,
  organizationId: string,
): Promise<boolean> {
  const rows = await store.sql(
    `insert into installation (channel, tenant, organization_id) values ($1, $2, $3)
     on conflict (channel, tenant) do update set active = true where installation.organization_id = $3
     returning organization_id`,
    [channel, tenant, organizationId],
  );
  return rows.length === 1;
}

/** All organizations that have an installation or were set up; ids only. */
export async function organizationIds(store: Store): Promise<readonly string[]> {
  const rows = await store.sql('select organization_id as id from organization_index order by organization_id');
  return rows.flatMap((row) => (typeof row.id === 'string' ? [row.id] : []));
}

/** Which of these workspaces and tenants belong to another organization than this one, as `channel|tenant`. */
export async function tenantsElsewhere(
  store: Store,
  tenants: readonly { readonly channel: ChannelName; readonly tenant: string }[],
  organizationId: string | undefined,
): Promise<ReadonlySet<string>> {
  const rows = await store.sql(
    `select i.channel || '|' || i.tenant as key from installation i
     join json_to_recordset($1) r (channel text, tenant text) on r.channel = i.channel and r.tenant = i.tenant
     where i.organization_id is distinct from $2::uuid`,
    [JSON.stringify(tenants), organizationId ?? null],
  );
  return new Set(rows.map((row) => String(row.key)));
}
