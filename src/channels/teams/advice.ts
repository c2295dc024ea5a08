const wrongSecret =
  'Microsoft does not accept TEAMS_APP_PASSWORD. It must be the value (not the id) of a client secret of this app registration that has not ended. Make a new one under Certificates & secrets.';
const wrongApp =
  'Microsoft does not know this bot in this tenant. Compare TEAMS_APP_ID and TEAMS_TENANT_ID with the app registration, and TEAMS_CLOUD with the cloud that it was made in.';

/** What a refusal means for the administrator, by the platform's, the sign-in's or our own word for it. */
const advice: Readonly<Record<string, string>> = {
  invalid_client: wrongSecret,
  unauthorized_client: wrongApp,
  invalid_request: wrongApp,
  invalid_tenant: wrongApp,
  'http-401':
    'The Bot Connector does not accept this bot. Check that the Azure Bot has the same app id and kind (TEAMS_APP_TYPE), and that its Microsoft Teams channel is on.',
  CredentialUnavailableError:
    'There is no managed identity here. UserAssignedMSI works only where Azure lends the identity TEAMS_APP_ID to this machine or container.',
  AggregateAuthenticationError:
    'Azure lends no identity here. UserAssignedMSI works only where the identity TEAMS_APP_ID is given to this machine or container.',
  'teams.not-authorized':
    'A request was turned away: it was not signed by Teams for this bot. If people get no answer, compare TEAMS_APP_ID and TEAMS_CLOUD with the Azure Bot.',
  'teams.keys-not-reached':
    'Microsoft’s signing keys could not be reached, so nobody can be let in. Let this machine reach login.botframework.com (gcch, dod: login.botframework.azure.us) on port 443.',
  'foreign-service-url':
    'The address of a chat belongs to another cloud than TEAMS_CLOUD says, so nothing is sent there. Check TEAMS_CLOUD.',
};

/** The sentence for the administrator; undefined for codes that are about one person or one message. */
export const teamsAdvice = (code: string): string | undefined =>
  Object.hasOwn(advice, code) ? advice[code] : undefined;
