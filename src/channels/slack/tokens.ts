import type { Logger } from '@slack/bolt';
import { InstallProvider } from '@slack/oauth';
import type { DateTime } from 'luxon';
import type { SlackToken } from './clients';
import type { OAuthConfig } from './install';
import { endsWithin, entryOf, type InstallBook, readFrom } from './install-book';
import { installationOf, type Kept, keptOf, tenantOfKept } from './installation';
import type { Log } from './log';
import { pause } from './timing';

/** @slack/oauth renews a token that ends within two hours. */
const renewedBefore = 7200;
/** In milliseconds, between attempts to save; shorter together than the lease. */
const savePauses = [100, 1000, 5000];

type Parts = { readonly oauth: OAuthConfig; readonly apiOptions: object; readonly logger: Logger; readonly log: Log };
export type InstalledTokens = {
  /** The token of an installation, renewed in time. Rejects where it has ended and could not be renewed just now. */
  tokenFor(tenant: string): Promise<SlackToken | undefined>;
  /** Renews what ends soon, so that there is a token also where nobody has written for long. Never rejects. */
  renewAll(): Promise<void>;
};

const tokenOf = ({ bot, team }: Kept): SlackToken => ({
  token: bot.token,
  botId: bot.id,
  botUserId: bot.userId,
  ...(team !== undefined && { teamId: team.id }),
});

/** The refresh token before this one is spent, so what was renewed must not be lost to a database that is away for a moment. */
async function keepSurely(book: InstallBook, own: Kept): Promise<void> {
  for (const wait of savePauses) {
    try {
      return await book.replace(entryOf(own));
    } catch {
      await pause(wait);
    }
  }
  return book.replace(entryOf(own));
}

/**
 * The tokens of installations by OAuth. A refresh token is spent by its first use, so an installation is renewed under a
 * lease of the database; where that fails, the lease is left to run out, and nobody tries again for a minute.
 */
export function installedTokens({ oauth, apiOptions, logger, log }: Parts, clock: () => DateTime): InstalledTokens {
  const { book, clientId, clientSecret } = oauth;
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateVerification: true,
    stateSecret: clientSecret,
    logger,
    clientOptions: apiOptions,
    installationStore: {
      async fetchInstallation({ isEnterpriseInstall, enterpriseId, teamId }) {
        const own = await readFrom(book, (isEnterpriseInstall ? enterpriseId : teamId) ?? '');
        if (own === undefined) throw new Error('The installation is gone.');
        return installationOf(own);
      },
      async storeInstallation(installation) {
        const own = keptOf(installation);
        if (own !== undefined) await keepSurely(book, own);
      },
    },
  });
  const underWay = new Map<string, Promise<Kept | undefined>>();

  async function renewed(tenant: string): Promise<Kept | undefined> {
    const lease = await book.lease(tenant);
    const before = await readFrom(book, tenant);
    if (lease === undefined || before === undefined) return before;
    if (endsWithin(before, renewedBefore, clock())) {
      await provider.authorize(
        before.wholeGrid
          ? { isEnterpriseInstall: true, enterpriseId: before.enterprise?.id ?? '', teamId: undefined }
          : { isEnterpriseInstall: false, enterpriseId: before.enterprise?.id, teamId: before.team?.id ?? '' },
      );
      const after = await readFrom(book, tenant);
      if (after?.bot.token === before.bot.token) {
        log.warn(
          { event: 'slack.token-not-renewed' },
          'A Slack token could not be renewed. If this goes on, install the app again in that workspace.',
        );
        return after;
      }
    }
    await lease.end();
    return readFrom(book, tenant);
  }

  function renewOnce(tenant: string): Promise<Kept | undefined> {
    const known = underWay.get(tenant);
    if (known !== undefined) return known;
    const own = renewed(tenant).finally(() => underWay.delete(tenant));
    underWay.set(tenant, own);
    return own;
  }

  async function tokenFor(tenant: string): Promise<SlackToken | undefined> {
    const own = await readFrom(book, tenant);
    if (own === undefined || !endsWithin(own, renewedBefore, clock())) return own && tokenOf(own);
    const now = await renewOnce(tenantOfKept(own));
    if (now !== undefined && endsWithin(now, 0, clock())) throw new Error('The token has ended.');
    return now && tokenOf(now);
  }

  return {
    tokenFor,
    async renewAll() {
      try {
        const soon = clock().plus({ seconds: renewedBefore }).toJSDate();
        for (const tenant of await book.ending(soon)) await tokenFor(tenant).catch(() => undefined);
      } catch (error) {
        log.warn({ error: error instanceof Error ? error.name : typeof error }, 'Slack tokens could not be renewed.');
      }
    },
  };
}
