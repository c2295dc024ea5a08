import { type Cause, causeOf } from './network';

/** What Slack answers about a bot token. */
export type SlackSays =
  | {
      readonly kind: 'valid';
      /** The workspace, or the Enterprise Grid of an app that is installed there. */
      readonly tenant: string;
      readonly workspace: string;
      /** What the token may do; undefined where Slack did not say. */
      readonly scopes: readonly string[] | undefined;
      /** Slack's own time. */
      readonly date: Date | undefined;
    }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unreachable'; readonly host: string; readonly cause: Cause | undefined };

const patience = 5000;

const textIn = (body: object, name: string): string | undefined => {
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const isTrue = (body: object, name: string): boolean =>
  Object.entries(body).some(([key, value]) => key === name && value === true);

/** Asks Slack what this token is (auth.test). Never throws, and never repeats the token. */
export async function askSlack(apiUrl: string, token: string): Promise<SlackSays> {
  const unreachable = (cause?: Cause): SlackSays => ({ kind: 'unreachable', host: new URL(apiUrl).host, cause });
  try {
    const response = await fetch(new URL('auth.test', apiUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patience),
    });
    const body: unknown = await response.json();
    if (typeof body !== 'object' || body === null || !('ok' in body)) return unreachable();
    if (body.ok !== true) return { kind: 'refused', code: textIn(body, 'error') ?? 'unknown_error' };
    const workspace = textIn(body, 'team_id') ?? '';
    const grid = isTrue(body, 'is_enterprise_install') ? textIn(body, 'enterprise_id') : undefined;
    const date = response.headers.get('date');
    return {
      kind: 'valid',
      workspace,
      tenant: grid ?? workspace,
      scopes: response.headers
        .get('x-oauth-scopes')
        ?.split(',')
        .map((scope) => scope.trim()),
      date: date === null ? undefined : new Date(date),
    };
  } catch (fault) {
    return unreachable(causeOf(fault));
  }
}

const newToken =
  'Copy the Bot User OAuth Token once more from api.slack.com/apps, your app, OAuth & Permissions, into SLACK_BOT_TOKEN.';

const refusals: Readonly<Record<string, string>> = {
  invalid_auth: `SLACK_BOT_TOKEN is no token of Slack, or one of another Slack (GovSlack has its own SLACK_API_URL). ${newToken}`,
  not_authed: `SLACK_BOT_TOKEN is missing. ${newToken}`,
  token_revoked: `The token in SLACK_BOT_TOKEN was revoked: the app was removed from the workspace, or its token taken back. Install the app again (OAuth & Permissions, Install to Workspace). ${newToken}`,
  account_inactive: `The app behind SLACK_BOT_TOKEN was removed, or the workspace is closed. Install the app again (OAuth & Permissions, Install to Workspace). ${newToken}`,
  token_expired: `The token in SLACK_BOT_TOKEN has expired, as token rotation is switched on for this app. Install by OAuth (SLACK_CLIENT_ID, SLACK_CLIENT_SECRET), which renews tokens, or make a new app without rotation.`,
  org_login_required:
    'The workspace is being moved into an Enterprise Grid and cannot be reached until that is done. Wait, and install the app for the Grid then.',
  ekm_access_denied:
    'The owner of the workspace has suspended access to it (Enterprise Key Management). Ask them to end that.',
  team_access_not_granted: `The token in SLACK_BOT_TOKEN was not granted access to this workspace. Add the workspace to the app's installation in the Grid's admin pages.`,
  enterprise_is_restricted: 'The Enterprise Grid does not let this app in. Ask its owners to approve the app.',
  not_allowed_token_type: `SLACK_BOT_TOKEN holds a token of another kind than a bot's. ${newToken}`,
};

/** What a refusal of Slack means and what to do; undefined for one that may pass by itself. */
export const slackRefusal = (code: string): string | undefined => refusals[code];
