import type { ChannelName } from '../chat';
import { joinInstallation, organizationIds, organizationOf, type Store } from '../store';

const rememberedFor = 60_000;

export type Installations = {
  /** The organization of a workspace or tenant; undefined where the app is not installed. */
  organizationOf(channel: ChannelName, tenant: string): Promise<string | undefined>;
  /** The installation is gone: what was remembered of it counts no more. */
  forget(channel: ChannelName, tenant: string): void;
};

/**
 * Whose a workspace or tenant is, remembered for a minute. While there is one organization, the configured workspace and
 * tenant (`isOurs`) belong to it, and are joined to it when they first speak.
 */
export function installations(
  store: Store,
  isOurs: (channel: ChannelName, tenant: string) => Promise<boolean>,
  now: () => number,
): Installations {
  const known = new Map<string, { readonly id: string; readonly until: number }>();
  const keyOf = (channel: ChannelName, tenant: string): string => `${channel}|${tenant}`;
  return {
    async organizationOf(channel, tenant) {
      const key = keyOf(channel, tenant);
      const remembered = known.get(key);
      if (remembered && remembered.until > now()) return remembered.id;
      let id = await organizationOf(store, channel, tenant);
      if (id === undefined && (await isOurs(channel, tenant))) {
        const [only, ...others] = await organizationIds(store);
        if (only !== undefined && others.length === 0 && (await joinInstallation(store, channel, tenant, only)))
          id = only;
      }
      if (id !== undefined) known.set(key, { id, until: now() + rememberedFor });
      return id;
    },
    forget(channel, tenant) {
      known.delete(keyOf(channel, tenant));
    },
  };
}
