import { readKept } from '../../channels/slack';
import type { SlackConfig } from '../../config';
import { unreachableHost } from '../../start/network';
import { askSlack, type SlackSays } from '../../start/slack-says';
import { organizationIds, SealError, type Store, slackTenantsOf, slackTokenOf } from '../../store';
import { type Finding, ok, warning, wrong } from './finding';
import type { Scopes } from './scopes';

/** A workspace or Grid that was installed by OAuth; without a token where what is kept of it cannot be read. */
type Installed = { readonly tenant: string; readonly token: string | undefined };

const again = 'Install it there again: npm run mentor -- install-link';
const removed = ['was revoked, or the app was removed there', again] as const;

const refusals: Readonly<Record<string, readonly [says: string, todo: string]>> = {
  invalid_auth: [
    'is none that this Slack knows',
    `${again}. If it was installed in another Slack, correct SLACK_API_URL.`,
  ],
  token_revoked: removed,
  account_inactive: removed,
  token_expired: ['has ended', `A running product renews it: start it, and ask again. If that does not help: ${again}`],
  team_access_not_granted: [
    'was not given this workspace of the Grid',
    'Let an administrator of the Grid add it: Manage organization, Installed apps.',
  ],
  org_login_required: [
    'cannot be used while the workspace moves into a Grid',
    'Wait for Slack to finish, then install it again.',
  ],
};

/** How it stands with one installation, by what Slack says of its token. */
export function checkInstalledToken(tenant: string, says: SlackSays, { required, optional }: Scopes): Finding {
  const about = `Slack installation ${tenant}`;
  if (says.kind === 'unreachable') {
    const { says: how, todo } = unreachableHost(says.host, says.cause);
    return warning(about, how, todo);
  }
  if (says.kind === 'refused') {
    const [what, todo] = refusals[says.code] ?? [
      'cannot be used just now',
      `Try again in a minute; if it stays so: ${again}`,
    ];
    return wrong(about, `its token ${what} (Slack says ${says.code})`, todo);
  }
  if (says.tenant !== tenant) return wrong(about, `its token is for ${says.tenant}`, again);
  if (says.scopes === undefined)
    return warning(about, 'the token is valid; Slack did not tell its scopes', 'Ask again in a minute.');
  const lacks = (some: readonly string[]): string => some.filter((scope) => !says.scopes?.includes(scope)).join(', ');
  const [missing, off] = [lacks(required), lacks(optional)];
  if (missing !== '') return wrong(about, `the token is valid, and lacks ${missing}`, `${again}, and allow all of it.`);
  return off === ''
    ? ok(about, `the token is valid, with all ${required.length} scopes that are needed`)
    : warning(about, `the token is valid; without ${off}, some features are off`, `If you want them: ${again}`);
}

async function installedIn(store: Store, organizationId: string): Promise<readonly Installed[]> {
  return store.inOrganization(organizationId, undefined, async (tx) => {
    const installed: Installed[] = [];
    for (const tenant of await slackTenantsOf(tx)) {
      const text = await slackTokenOf(tx, tenant).catch((fault: unknown) => {
        if (fault instanceof SealError) return undefined;
        throw fault;
      });
      installed.push({ tenant, token: text === undefined ? undefined : readKept(text)?.bot.token });
    }
    return installed;
  });
}

/** One line for each workspace or Grid that was installed by OAuth: Slack is asked about its token and scopes. */
export async function checkInstalled(store: Store, slack: SlackConfig, scopes: Scopes): Promise<readonly Finding[]> {
  const installed: Installed[] = [];
  for (const id of await organizationIds(store)) installed.push(...(await installedIn(store, id)));
  return Promise.all(
    installed.map(async ({ tenant, token }) => {
      const about = `Slack installation ${tenant}`;
      if (token === undefined) return wrong(about, 'what is kept of its token cannot be read', again);
      if (slack.oauth === undefined)
        return warning(
          about,
          'was installed by OAuth, which is off: its token is not used',
          'Set SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and PUBLIC_URL, or leave it so if SLACK_BOT_TOKEN is for this workspace.',
        );
      return checkInstalledToken(tenant, await askSlack(slack.apiUrl, token), scopes);
    }),
  );
}
