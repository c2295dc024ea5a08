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

/** Whether any workspace or tenant of this platform belongs to anybody here. */
export async function hasInstallation(store: Store, channel: ChannelName): Promise<boolean> {
  return (await store.sql('select 1 from installation where channel = $1 limit 1', [channel])).length > 0;
}

/** Whose a workspace or tenant is or was: it stays with its organization after the app has been removed. */
export async function claimantOf(store: Store, channel: ChannelName, tenant: string): Promise<string | undefined> {
  const rows = await store.sql('select organization_id as id from installation where channel = $1 and tenant = $2', [
    channel,
    tenant,
  ]);
  return typeof rows[0]?.id === 'string' ? rows[0].id : undefined;
}

/** The organizations to which a Grid or any of its workspaces belongs. */
export async function claimantsOfGrid(store: Store, grid: string): Promise<readonly string[]> {
  const rows = await store.sql(
    `select distinct organization_id as id from installation where channel = 'slack' and (grid = $1 or tenant = $1)`,
    [grid],
  );
  return rows.flatMap((row) => (typeof row.id === 'string' ? [row.id] : []));
}

/** The Grid that a workspace is known to be part of. */
export async function gridOf(store: Store, workspace: string): Promise<string | undefined> {
  const rows = await store.sql(`select grid from installation where channel = 'slack' and tenant = $1 and active`, [
    workspace,
  ]);
  return typeof rows[0]?.grid === 'string' ? rows[0].grid : undefined;
}

/** Notes the Grid of a workspace; that of another organization's workspace stays as it is. */
export async function joinGrid(store: Store, workspace: string, grid: string, organizationId: string): Promise<void> {
  await store.sql(
    `insert into installation (channel, tenant, organization_id, grid) values ('slack', $1, $3, $2)
     on conflict (channel, tenant) do update set grid = excluded.grid, active = true where installation.organization_id = $3`,
    [workspace, grid, organizationId],
  );
}

/** Nothing is sent there any more, until it is joined again. */
export async function closeInstallation(store: Store, channel: ChannelName, tenant: string): Promise<void> {
  await store.sql(
    `update installation set active = false, token_expires_at = null, renewing_until = null
     where channel = $1 and (tenant = $2 or grid = $2)`,
    [channel, tenant],
  );
}

/** When the token of a Slack installation ends; null for one that does not. */
export async function noteTokenExpiry(store: Store, tenant: string, at: Date | null): Promise<void> {
  await store.sql(`update installation set token_expires_at = $2 where channel = 'slack' and tenant = $1`, [
    tenant,
    at,
  ]);
}

/** Slack installations whose token ends before that time. */
export async function tokensEndingBefore(store: Store, at: Date): Promise<readonly string[]> {
  const rows = await store.sql(
    `select tenant from installation where channel = 'slack' and active and token_expires_at < $1 order by token_expires_at`,
    [at],
  );
  return rows.flatMap((row) => (typeof row.tenant === 'string' ? [row.tenant] : []));
}

/**
 * Takes the one right to renew an installation's token, for at most so many seconds of the database's time: a refresh
 * token is spent by its first use, so two processes must not use it at once. False where another has it.
 */
export async function takeRenewal(store: Store, tenant: string, seconds: number): Promise<boolean> {
  const rows = await store.sql(
    `with taken as (
       update installation set renewing_until = now() + make_interval(secs => $2)
       where channel = 'slack' and tenant = $1 and active and (renewing_until is null or renewing_until < now())
       returning 1) select count(*)::int as taken from taken`,
    [tenant, seconds],
  );
  return rows[0]?.taken === 1;
}

/** Gives that right back. */
export async function endRenewal(store: Store, tenant: string): Promise<void> {
  await store.sql(`update installation set renewing_until = null where channel = 'slack' and tenant = $1`, [tenant]);
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

export type InstallationRow = {
  readonly channel: ChannelName;
  readonly tenant: string;
  readonly organizationId: string;
  /** The Grid that a Slack workspace is part of. */
  readonly grid: string | null;
  /** False after the app was removed there. */
  readonly active: boolean;
};

/** All installations that are known, of every organization. */
export async function allInstallations(store: Store): Promise<readonly InstallationRow[]> {
  const rows = await store.sql(
    'select channel, tenant, organization_id as "organizationId", grid, active from installation order by channel, tenant',
  );
  return rows.map(({ channel, tenant, organizationId, grid, active }) => ({
    channel: channel === 'teams' ? 'teams' : 'slack',
    tenant: String(tenant),
    organizationId: String(organizationId),
    grid: typeof grid === 'string' ? grid : null,
    active: active === true,
  }));
}

/** Gives these workspaces and tenants of one organization to another; how many still were that one's. */
export async function moveInstallations(
  store: Store,
  { channel, tenants, from, to }: { channel: ChannelName; tenants: readonly string[]; from: string; to: string },
): Promise<number> {
  const rows = await store.sql(
    `with moved as (
       update installation set organization_id = $4, token_expires_at = null, renewing_until = null
       where channel = $1 and tenant = any($2) and organization_id = $3 returning 1) select count(*)::int as moved from moved`,
    [channel, [...tenants], from, to],
  );
  return Number(rows[0]?.moved);
}
