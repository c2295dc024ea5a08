import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { clouds } from './clouds';
import type { TeamsConfig } from './config';
import { isObject } from './json';

type Authentication = ConfigurationBotFrameworkAuthentication;
type Identity = Parameters<Authentication['createConnectorFactory']>[0];
type Factory = ReturnType<Authentication['createConnectorFactory']>;
type Connector = Awaited<ReturnType<Factory['create']>>;
type TokenClient = ReturnType<Authentication['createUserTokenClient']>;

const mostConnectors = 200;

/**
 * The SDK's sign-in, with three things made ours. Its silent retries are off: a POST repeated after a 502 is a second
 * message, and a long Retry-After would look like a lost one; the delivery worker decides instead. Redirects are not
 * followed. And connectors are kept, as they are the same for every activity of a place.
 */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Promise<Connector>>();
  #tokenClient: TokenClient | undefined;

  override async authenticateRequest(...args: Parameters<Authentication['authenticateRequest']>) {
    const result = await super.authenticateRequest(...args);
    const { connectorFactory } = result;
    return connectorFactory === undefined ? result : { ...result, connectorFactory: this.#keeping(connectorFactory) };
  }

  override createConnectorFactory(identity: Identity): Factory {
    return this.#keeping(super.createConnectorFactory(identity));
  }

  override createUserTokenClient(identity: Identity): TokenClient {
    this.#tokenClient ??= super.createUserTokenClient(identity);
    return this.#tokenClient;
  }

  #keeping(factory: Factory): Factory {
    return { create: (serviceUrl, audience) => this.#connector(factory, serviceUrl, audience) };
  }

  #connector(factory: Factory, serviceUrl: string, audience?: string): Promise<Connector> {
    const key = JSON.stringify([serviceUrl, audience ?? '']);
    const kept = this.#connectors.get(key);
    if (kept !== undefined) return kept;
    const made = factory.create(serviceUrl, audience).then(sendingOnce);
    for (const oldest of this.#connectors.keys()) {
      if (this.#connectors.size < mostConnectors) break;
      this.#connectors.delete(oldest);
    }
    this.#connectors.set(key, made);
    made.catch(() => this.#connectors.delete(key));
    return made;
  }
}

function sendingOnce(connector: Connector): Connector {
  const client: unknown = Reflect.get(connector, 'client');
  const pipeline = isObject(client) ? client.pipeline : undefined;
  if (isObject(pipeline) && typeof pipeline.removePolicy === 'function') {
    pipeline.removePolicy({ phase: 'Retry' });
    pipeline.removePolicy({ name: 'redirectPolicy' });
  }
  return connector;
}

/** The sign-in for this configuration. Throws a sentence for the operator when it could not be safe. */
export function createAuthentication(config: TeamsConfig): TeamsAuthentication {
  if (config.local) return new TeamsAuthentication({ MicrosoftAppId: '' });
  const { appId = '', appPassword = '', tenantId = '', appType } = config;
  const lacks = (name: string, what: string): Error => new Error(`${name} is missing: Teams needs ${what}.`);
  if (appId === '') {
    throw lacks('TEAMS_APP_ID', 'the id of the Azure Bot, or TEAMS_LOCAL=1 to run on this computer without sign-in');
  }
  if (tenantId === '') throw lacks('TEAMS_TENANT_ID', 'the id of your Entra tenant');
  if (appType === 'SingleTenant' && appPassword === '') throw lacks('TEAMS_APP_PASSWORD', 'a client secret of the bot');
  const cloud = clouds[config.cloud];
  const keys = config.keys ?? cloud.keys;
  return new TeamsAuthentication({
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    MicrosoftAppTenantId: tenantId,
    ...(appType === 'SingleTenant' ? { MicrosoftAppPassword: appPassword } : {}),
    ToChannelFromBotLoginUrl: cloud.login,
    ToChannelFromBotOAuthScope: cloud.issuer,
    ToBotFromChannelTokenIssuer: cloud.issuer,
    ToBotFromChannelOpenIdMetadataUrl: keys,
    // The emulator's sign-in is closed: the keys of its tokens are never among the channel's.
    ToBotFromEmulatorOpenIdMetadataUrl: keys,
    OAuthUrl: cloud.tokenService,
    ValidateAuthority: true,
  });
}

/** Whether a header claims to be signed for Teams; any other issuer (emulator, skills) is turned away unread. */
export function isFromChannel(header: string, issuer: string): boolean {
  const [scheme, token, ...more] = header.split(' ');
  if (scheme !== 'Bearer' || token === undefined || more.length > 0) return false;
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return isObject(claims) && claims.iss === issuer;
  } catch {
    return false;
  }
}
