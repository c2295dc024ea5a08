import type { BookEntry, Claim, InstallBook } from '../channels/slack';
import type { Ledger } from '../delivery';
import {
  claimantOf,
  claimantsOfGrid,
  closeInstallation,
  deleteSlackToken,
  endRenewal,
  gridOf,
  hasInstallation,
  joinGrid,
  joinInstallation,
  noteTokenExpiry,
  organizationIds,
  organizationOf,
  reopenAccounts,
  replaceSlackToken,
  type Store,
  saveSlackToken,
  slackTokenOf,
  takeRenewal,
  tokensEndingBefore,
} from '../store';

const leaseSeconds = 60;

/**
 * The organization that may have this workspace or Grid; a Grid and its workspaces belong to one. The first workspace of
 * the only organization needs no link; any further one does, else a stranger's workspace could be let in among ours.
 */
async function rightful(
  store: Store,
  { tenant, grid }: BookEntry,
  named: string | undefined,
): Promise<{ readonly organizationId: string } | Exclude<Claim, 'joined'>> {
  const claimants = new Set([
    ...[await claimantOf(store, 'slack', tenant)].filter((id) => id !== undefined),
    ...(grid === undefined ? [] : await claimantsOfGrid(store, grid)),
  ]);
  const all = await organizationIds(store);
  const [before] = claimants;
  const isFirst = all.length === 1 && !(await hasInstallation(store, 'slack'));
  const organizationId = named ?? before ?? (isFirst ? all[0] : undefined);
  if (organizationId === undefined) return all.length === 0 ? 'not-set-up' : 'link-needed';
  if (!all.includes(organizationId)) return 'not-set-up';
  return [...claimants].every((id) => id === organizationId) ? { organizationId } : 'taken';
}

/**
 * Keeps Slack installations in the database: which organization a workspace or Grid belongs to, and its token, sealed with
 * that organization's key. `forget` is told when one is gone, so that nothing remembered speaks for it.
 */
export function slackBook(store: Store, ledger: Pick<Ledger, 'revive'>, forget: (tenant: string) => void): InstallBook {
  return {
    async add(entry, named) {
      const owner = await rightful(store, entry, named);
      if (typeof owner === 'string') return owner;
      const { organizationId } = owner;
      const { tenant, grid, text, endsAt } = entry;
      if (!(await joinInstallation(store, 'slack', tenant, organizationId))) return 'taken';
      if (grid !== undefined && grid !== tenant) await joinGrid(store, tenant, grid, organizationId);
      await noteTokenExpiry(store, tenant, endsAt ?? null);
      await store.inOrganization(organizationId, undefined, async (tx) => {
        await saveSlackToken(tx, tenant, text);
        // What could not be said while the app was away may still be wanted.
        for (const personId of await reopenAccounts(tx, 'slack', tenant)) await ledger.revive(tx, personId);
      });
      return 'joined';
    },
    async replace({ tenant, text, endsAt }) {
      const organizationId = await organizationOf(store, 'slack', tenant);
      if (organizationId === undefined) return;
      const isThere = await store.inOrganization(organizationId, undefined, (tx) =>
        replaceSlackToken(tx, tenant, text),
      );
      if (isThere) await noteTokenExpiry(store, tenant, endsAt ?? null);
    },
    async read(tenant) {
      const own = await tokenIn(store, tenant);
      if (own !== undefined) return own;
      const grid = await gridOf(store, tenant);
      return grid === undefined || grid === tenant ? undefined : tokenIn(store, grid);
    },
    async remove(tenant) {
      const organizationId = await claimantOf(store, 'slack', tenant);
      if (organizationId === undefined) return;
      await store.inOrganization(organizationId, undefined, (tx) => deleteSlackToken(tx, tenant));
      await closeInstallation(store, 'slack', tenant);
      forget(tenant);
    },
    async noteWorkspaces(grid, workspaces) {
      const organizationId = await organizationOf(store, 'slack', grid);
      if (organizationId === undefined) return;
      for (const workspace of workspaces) await joinGrid(store, workspace, grid, organizationId);
    },
    async lease(tenant) {
      if (!(await takeRenewal(store, tenant, leaseSeconds))) return undefined;
      return { end: () => endRenewal(store, tenant) };
    },
    ending: (before) => tokensEndingBefore(store, before),
  };
}

async function tokenIn(store: Store, tenant: string): Promise<string | undefined> {
  const organizationId = await organizationOf(store, 'slack', tenant);
  if (organizationId === undefined) return undefined;
  return store.inOrganization(organizationId, undefined, (tx) => slackTokenOf(tx, tenant));
}
