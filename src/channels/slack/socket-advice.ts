const generate =
  'Make one under Basic Information, App-Level Tokens, Generate, with the scope connections:write, and put it into SLACK_APP_TOKEN.';
const noToken = `SLACK_APP_TOKEN holds no app-level token that this Slack knows (GovSlack has its own SLACK_API_URL). ${generate}`;
const revoked = `The token in SLACK_APP_TOKEN was revoked, or its app was deleted. ${generate}`;
const closed =
  'Slack does not let this app connect. Ask the owners of the workspace or Grid whether it has their approval.';

const advice: Readonly<Record<string, string>> = {
  invalid_auth: noToken,
  not_authed: noToken,
  not_allowed_token_type: `SLACK_APP_TOKEN holds a token of another kind; it must be an app-level one (xapp-). ${generate}`,
  missing_scope: `The token in SLACK_APP_TOKEN lacks the scope connections:write. ${generate}`,
  no_permission: `The token in SLACK_APP_TOKEN lacks the scope connections:write. ${generate}`,
  token_revoked: revoked,
  account_inactive: revoked,
  access_denied: closed,
  forbidden_team: closed,
  team_disabled: closed,
};

/** What Slack's refusal of a Socket Mode connection means and what to change; undefined for what may pass by itself. */
export const socketAdvice = (code: string): string | undefined =>
  Object.hasOwn(advice, code) ? advice[code] : undefined;
