import type { ChannelName } from '../chat';
import { joinInstallation, organizationIds, organizationOf, type Store } from '../store';

const rememberedFor = 60_000;

/**
 * The organization of a workspace or tenant. While there is one organization, the configured workspace and tenant
 * (`isOurs`) belong to it, and are joined to it when they first speak.
 */
export function installations(
  store: Store,
  isOurs: (channel: ChannelName, tenant: string) => boolean,
  now: () => number,
): (channel: ChannelName, tenant: string) => Promise<string | undefined> {
  const known = new Map<string, { readonly id: string; readonly until: number }>();
  return async (channel, tenant) => {
    const key = `${channel}|${tenant}`;
    const remembered = known.get(key);
    if (remembered && remembered.until > now()) return remembered.id;
    let id = await organizationOf(store, channel, tenant);
    if (id === undefined && isOurs(channel, tenant)) {
      const [only, ...others] = await organizationIds(store);
      if (only !== undefined && others.length === 0 && (await joinInstallation(store, channel, tenant, only)))
        id = only;
    }
    if (id !== undefined) known.set(key, { id, until: now() + rememberedFor });
    return id;
  };
}
