export type Cloud = 'public' | 'gcc' | 'gcch' | 'dod';

/** What differs between Microsoft's clouds: where the connector answers, where chats are opened, who signs tokens. */
export type CloudFacts = {
  readonly connectorHost: string;
  readonly chatHost: string;
  readonly issuer: string;
  readonly keys: string;
  readonly login: string;
  readonly tokenService: string;
};

const world = {
  issuer: 'https://api.botframework.com',
  keys: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  login: 'https://login.microsoftonline.com/botframework.com',
  tokenService: 'https://api.botframework.com',
};

const government = {
  issuer: 'https://api.botframework.us',
  keys: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  login: 'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
  tokenService: 'https://api.botframework.azure.us',
};

export const clouds: Readonly<Record<Cloud, CloudFacts>> = {
  public: { ...world, connectorHost: 'smba.trafficmanager.net', chatHost: 'teams.microsoft.com' },
  gcc: { ...world, connectorHost: 'smba.infra.gcc.teams.microsoft.com', chatHost: 'teams.microsoft.com' },
  gcch: { ...government, connectorHost: 'smba.infra.gov.teams.microsoft.us', chatHost: 'gov.teams.microsoft.us' },
  dod: { ...government, connectorHost: 'smba.infra.dod.teams.microsoft.us', chatHost: 'dod.teams.microsoft.us' },
};

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Whether we may send to this serviceUrl: exactly the cloud's own connector over https; where the bot runs locally
 * without sign-in, loopback alone. A stored one is asked again at every send.
 */
export function mayServe(serviceUrl: string, cloud: Cloud, local: boolean): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, port, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '') return false;
  if (local) return loopback.has(hostname) && (protocol === 'http:' || protocol === 'https:');
  return protocol === 'https:' && port === '' && hostname === clouds[cloud].connectorHost;
}
