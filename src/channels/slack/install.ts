import { type Logger, webApi } from '@slack/bolt';
import { ErrorCode, type Installation, InstallProvider } from '@slack/oauth';
import { type Request, Router } from 'express';
import type { DateTime } from 'luxon';
import { type Claim, entryOf, type InstallBook } from './install-book';
import { organizationInLink, secretFor } from './install-link';
import { type InstallPage, installPages, sendPage, withAddressHint } from './install-page';
import { type Kept, keptOf } from './installation';
import type { Log } from './log';
import { slackScopes } from './scopes';

/** What installing by OAuth needs: the app's own credentials, where people reach us, and where installations are kept. */
export type OAuthConfig = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicUrl: string;
  readonly book: InstallBook;
};

export type InstallerParts = {
  readonly oauth: OAuthConfig;
  readonly apiUrl: string;
  readonly apiOptions: webApi.WebClientOptions;
  readonly clock: () => DateTime;
  readonly logger: Logger;
  readonly log: Log;
};

/** The installation could not be joined to an organization. */
class NotJoined extends Error {
  constructor(readonly claim: Exclude<Claim, 'joined'>) {
    super(`Not joined: ${claim}.`);
  }
}

/** Where Slack asks whether the app may be installed: beside its Web API, so that a government Slack asks at its own. */
export const authorizeUrl = (apiUrl: string): string => new URL('../oauth/v2/authorize', apiUrl).toString();

/** The pages `/slack/install` and `/slack/oauth_redirect`. */
export function slackInstaller(parts: InstallerParts): Router {
  const { oauth, apiUrl, apiOptions, clock, logger, log } = parts;
  const { book, clientId, clientSecret, publicUrl } = oauth;
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateSecret: secretFor('state', clientSecret),
    authorizationUrl: authorizeUrl(apiUrl),
    directInstall: true,
    logger,
    clientOptions: apiOptions,
    installationStore: {
      fetchInstallation: () => Promise.reject(new Error('Installations are read elsewhere.')),
      async storeInstallation(installation) {
        const own = keptOf(installation);
        if (own === undefined) throw new Error('Slack named no bot or no workspace.');
        const claim = await book.add(entryOf(own), installation.metadata);
        if (claim !== 'joined') throw new NotJoined(claim);
      },
    },
  });
  const asked = (request: Request): string | undefined =>
    request.get('x-forwarded-host')?.split(',')[0]?.trim() ?? request.get('host');

  const router = Router();
  router.get('/slack/install', async (request, response) => {
    const link = request.query.for;
    const organization =
      typeof link === 'string' ? await organizationInLink(clientSecret, link, clock().toJSDate()) : undefined;
    if (link !== undefined && organization === undefined) return sendPage(response, installPages.linkOld);
    await provider.handleInstallPath(request, response, undefined, {
      scopes: [...slackScopes.needed, ...slackScopes.optional],
      redirectUri: new URL('/slack/oauth_redirect', publicUrl).toString(),
      ...(organization !== undefined && { metadata: organization }),
    });
  });
  router.get('/slack/oauth_redirect', async (request, response) => {
    await provider.handleCallback(request, response, {
      successAsync: async (installation) => {
        await noteWorkspaces(installation, parts);
        sendPage(response, installPages.done);
      },
      failureAsync: async (error) => {
        const own = pageOf(error);
        log.warn({ code: codeOf(error), error: error.name }, 'An installation in Slack was not finished.');
        sendPage(response, withAddressHint(own, asked(request), publicUrl));
      },
    });
  });
  return router;
}

/** Learns which workspaces a Grid has, so that people who were imported under one of them are known in all. */
async function noteWorkspaces(installation: Installation, { oauth, apiOptions, log }: InstallerParts): Promise<void> {
  const own: Kept | undefined = keptOf(installation);
  if (own?.wholeGrid !== true || own.enterprise === undefined) return;
  try {
    const client = new webApi.WebClient(own.bot.token, apiOptions);
    for (let cursor: string | undefined, pages = 0; pages === 0 || (cursor && pages < 50); pages += 1) {
      const { teams, response_metadata } = await client.auth.teams.list({ limit: 200, ...(cursor && { cursor }) });
      const ids = (teams ?? []).flatMap(({ id }) => (id === undefined ? [] : [id]));
      await oauth.book.noteWorkspaces(own.enterprise.id, ids);
      cursor = response_metadata?.next_cursor;
    }
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.name : '' }, 'The workspaces of a Grid could not be listed.');
  }
}

const claimPages = {
  taken: installPages.taken,
  'link-needed': installPages.linkNeeded,
  'not-set-up': installPages.notSetUp,
} as const;

/** Slack's own words for an installation that failed, and what each means for who installs. */
const pageOfCode: Readonly<Record<string, InstallPage>> = {
  invalid_client_id: installPages.wrongApp,
  bad_client_secret: installPages.wrongApp,
  bad_redirect_uri: installPages.wrongAddress,
  invalid_code: installPages.stale,
  code_already_used: installPages.stale,
  [ErrorCode.InvalidStateError]: installPages.stale,
  [ErrorCode.MissingStateError]: installPages.stale,
  [ErrorCode.MissingCodeError]: installPages.stale,
  [ErrorCode.AuthorizationError]: installPages.canceled,
};

const codeOf = (error: Error): string => {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  return 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
};

function pageOf(error: Error): InstallPage {
  if (error instanceof NotJoined) return claimPages[error.claim];
  return pageOfCode[codeOf(error)] ?? installPages.failed;
}
