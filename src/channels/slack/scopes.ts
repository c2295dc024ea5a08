/**
 * What the app asks a workspace for; `manifests/slack.yaml` gives the reason for each. The optional ones may be refused at
 * the installation.
 */
export const slackScopes = {
  needed: ['commands', 'chat:write', 'im:write', 'users:read', 'app_mentions:read'],
  optional: ['users:read.email', 'im:history', 'files:write'],
} as const;
