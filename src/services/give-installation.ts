import type { ChannelName } from '../chat';
import {
  allInstallations,
  deleteSlackToken,
  type InstallationRow,
  joinInstallation,
  moveInstallations,
  organizationIds,
  peopleInTenants,
  recordAudit,
  type Store,
  slackTenantsOf,
} from '../store';

/** What is to be given, and to which organization. */
export type Gift = { readonly channel: ChannelName; readonly tenant: string; readonly to: string };

export type Given =
  /** `tenants`: all that went along, as a Grid and its workspaces stay together. `from`: undefined where it was nobody's. */
  | {
      readonly ok: true;
      readonly tenants: readonly string[];
      readonly from: string | undefined;
      readonly hadToken: boolean;
    }
  | { readonly ok: false; readonly because: 'theirs-already' | 'changed-meanwhile' }
  | { readonly ok: false; readonly because: 'people-there'; readonly people: number; readonly organizationId: string };

/** The installation with its Grid and the Grid's other workspaces; by itself where it is in none. */
function family(all: readonly InstallationRow[], { channel, tenant }: Gift): readonly InstallationRow[] {
  const rows = all.filter((row) => row.channel === channel);
  const grid = rows.find((row) => row.tenant === tenant)?.grid ?? tenant;
  return rows.filter((row) => [tenant, grid].includes(row.tenant) || row.grid === grid);
}

async function audit(
  store: Store,
  organizationId: string,
  { tenant }: Gift,
  outcome: 'done' | 'denied',
): Promise<void> {
  await store.inOrganization(organizationId, undefined, (tx) =>
    recordAudit(tx, { action: 'installation.give', objectKind: 'installation', objectId: tenant, outcome }),
  );
}

/** Deletes the tokens by which these were reached: whoever installed them allowed the other organization. */
async function forgetTokens(store: Store, organizationId: string, tenants: readonly string[]): Promise<boolean> {
  return store.inOrganization(organizationId, undefined, async (tx) => {
    const kept = (await slackTenantsOf(tx)).filter((tenant) => tenants.includes(tenant));
    for (const tenant of kept) await deleteSlackToken(tx, tenant);
    return kept.length > 0;
  });
}

/**
 * Gives a workspace, Grid or tenant to an organization, from whichever it belongs to. Refused where people who work in
 * another organization have their accounts there: they would be strangers from then on. Both organizations keep a record.
 */
export async function giveInstallation(store: Store, gift: Gift): Promise<Given> {
  const { channel, tenant, to } = gift;
  const own = family(await allInstallations(store), gift);
  const from = own[0]?.organizationId;
  if (from === to) return { ok: false, because: 'theirs-already' };
  const tenants = [...new Set([tenant, ...own.map((row) => row.tenant)])];
  for (const organizationId of await organizationIds(store)) {
    if (organizationId === to) continue;
    const people = await store.inOrganization(organizationId, undefined, (tx) => peopleInTenants(tx, channel, tenants));
    if (people === 0) continue;
    await audit(store, organizationId, gift, 'denied');
    return { ok: false, because: 'people-there', people, organizationId };
  }
  if (from === undefined) {
    if (!(await joinInstallation(store, channel, tenant, to))) return { ok: false, because: 'changed-meanwhile' };
  } else if ((await moveInstallations(store, { channel, tenants, from, to })) === 0) {
    return { ok: false, because: 'changed-meanwhile' };
  }
  const hadToken = from !== undefined && channel === 'slack' && (await forgetTokens(store, from, tenants));
  if (from !== undefined) await audit(store, from, gift, 'done');
  await audit(store, to, gift, 'done');
  return { ok: true, tenants, from, hadToken };
}
