/** Said where several organizations are here and a workspace or tenant belongs to none of them: nobody can tell whose it is. */
export function whoseInstallation(channel: 'slack' | 'teams', tenant: string, organizations: number): string {
  const what =
    channel === 'slack' ? `the workspace ${tenant} of SLACK_BOT_TOKEN` : `the tenant ${tenant} in TEAMS_TENANT_ID`;
  return `There are ${organizations} organizations here, and ${what} belongs to none of them. Say whose it is: npm run mentor -- installation give ${tenant} --to NAME`;
}
