const removed =
  'The app was removed from this workspace, or its token was taken back. Install it there again; what waits is sent then.';
const wrongToken =
  'Slack does not know this token. Copy the Bot User OAuth Token (xoxb-…) anew from OAuth & Permissions into SLACK_BOT_TOKEN, or install the app again.';

/** What a refusal of Slack means for the administrator, by Slack's own word for it. */
const advice: Readonly<Record<string, string>> = {
  invalid_auth: wrongToken,
  not_authed: wrongToken,
  missing_scope:
    'The app may not do this yet: a scope is missing. Compare OAuth & Permissions with manifests/slack.yaml, add what is missing, and press Reinstall to Workspace.',
  token_revoked: removed,
  account_inactive: removed,
  not_installed:
    'The app is not installed in this workspace. Install it there: by SLACK_BOT_TOKEN, or by the link that "npm run mentor -- install-link" prints.',
  token_expired:
    'This token ends after twelve hours, as token rotation is on, and one from SLACK_BOT_TOKEN cannot be renewed. Install by OAuth instead: SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and PUBLIC_URL.',
  team_access_not_granted:
    'The app is installed for the Grid, but not given to this workspace. An administrator of the Grid adds it under Manage organization, Installed apps.',
  messages_tab_disabled:
    'People cannot be written to: switch on the Messages tab under App Home, or make the app anew from manifests/slack.yaml.',
  org_login_required: 'The workspace is moving into a Grid. Wait for Slack to finish, then install the app again.',
  ekm_access_denied:
    'The workspace’s encryption keys are suspended (Enterprise Key Management). Ask its security team.',
  access_denied: 'Slack refuses this app here. Ask the workspace’s administrators whether apps need their approval.',
};

/** The sentence for the administrator; undefined for codes that are about one person or one message. */
export const slackAdvice = (code: string): string | undefined =>
  Object.hasOwn(advice, code) ? advice[code] : undefined;

/** Tells a piece of advice once for each workspace and code, and again after something went well there. */
export function adviser(tell: (code: string, sentence: string) => void): {
  failed(team: string, code: string): void;
  went(team: string): void;
} {
  const told = new Map<string, Set<string>>();
  return {
    failed(team, code) {
      const sentence = slackAdvice(code);
      const known = told.get(team) ?? new Set();
      if (sentence === undefined || known.has(code)) return;
      told.set(team, known.add(code));
      tell(code, sentence);
    },
    went: (team) => void told.delete(team),
  };
}
