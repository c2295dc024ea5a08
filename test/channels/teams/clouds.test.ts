import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { createAuthentication } from '../../../src/channels/teams/auth';
import type { Cloud } from '../../../src/channels/teams/clouds';
import type { TeamsConfig } from '../../../src/channels/teams/config';
import { isObject } from '../../../src/channels/teams/json';
import { card, prose } from '../../../src/chat';
import { addressOf } from './connector';
import { payload } from './payload';
import { startRig } from './rig';

const appId = 'c0ffee00-0000-4000-8000-000000000001';
const tenantId = '3a9f0000-0000-4000-8000-00000000aaaa';
const single = { appId, appPassword: 'not-a-real-secret', tenantId, appType: 'SingleTenant', local: false } as const;
const managed = { appId, tenantId, appType: 'UserAssignedMSI', local: false } as const;

/** Each cloud as Microsoft documents it: where the bot gets its token and for whom, who signs for Teams, which host serves. */
const facts: readonly (readonly [Cloud, login: string, audience: string, issuer: string, host: string])[] = [
  [
    'public',
    'https://login.microsoftonline.com/',
    'https://api.botframework.com',
    'https://api.botframework.com',
    'smba.trafficmanager.net',
  ],
  [
    'gcc',
    'https://login.microsoftonline.com/',
    'https://api.botframework.com',
    'https://api.botframework.com',
    'smba.infra.gcc.teams.microsoft.com',
  ],
  [
    'gcch',
    'https://login.microsoftonline.us/',
    'https://api.botframework.us',
    'https://api.botframework.us',
    'smba.infra.gov.teams.microsoft.us',
  ],
  [
    'dod',
    'https://login.microsoftonline.us/',
    'https://api.botframework.us',
    'https://api.botframework.us',
    'smba.infra.dod.teams.microsoft.us',
  ],
];

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
let issuerOfKeys = '';
const keys = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  const body = request.url?.endsWith('keys')
    ? { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', endorsements: ['msteams'] }] }
    : { issuer: issuerOfKeys, jwks_uri: `http://127.0.0.1:${addressOf(keys.address()).port}/keys` };
  response.end(JSON.stringify(body));
});
let complaints: jest.SpyInstance;
beforeAll(async () => {
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(async () => {
  complaints.mockRestore();
  keys.closeAllConnections();
  await new Promise<void>((resolve) => keys.close(() => resolve()));
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = Math.floor(performance.timeOrigin / 1000);
function bearer(iss: string, serviceurl: string): string {
  const claims = { iss, aud: appId, serviceurl, nbf: seconds - 60, exp: seconds + 3600 };
  const text = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${encode(claims)}`;
  return `Bearer ${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

const nameOf = (value: unknown): string => (isObject(value) ? value.constructor.name : '');

/** What the SDK would sign in with: where it asks for its token, and for whom. */
async function credentialsOf(
  config: Omit<TeamsConfig, 'app' | 'tenantInstalled' | 'now' | 'log' | 'pointer'>,
  host: string,
) {
  const authentication = createAuthentication({
    ...config,
    app: Object.create(null),
    tenantInstalled: async () => true,
    now: () => Object.create(null),
    log: () => undefined,
    pointer: card('p', 'p', prose('p')),
  });
  const identity = {
    isAuthenticated: true,
    claims: [],
    getClaimValue: (name: string) => (name === 'aud' ? appId : null),
  };
  const connector = await authentication
    .createConnectorFactory(Object.assign(Object.create(null), identity))
    .create(`https://${host}/teams/`);
  const { credentials } = Object.assign({ credentials: undefined }, connector);
  return {
    name: nameOf(credentials),
    told: JSON.parse(JSON.stringify(credentials ?? null)),
  };
}

describe.each(facts)('the cloud %s', (cloud, login, audience, issuer, host) => {
  const serviceUrl = `https://${host}/teams/`;
  const open = () => {
    issuerOfKeys = issuer;
    return startRig({ ...single, cloud, keys: `http://127.0.0.1:${addressOf(keys.address()).port}/${cloud}` });
  };

  it('gives a single-tenant bot its token at its own login, for its own connector', async () => {
    const { told } = await credentialsOf({ ...single, cloud }, host);
    expect(told).toMatchObject({ appId, oAuthEndpoint: `${login}${tenantId}`, oAuthScope: audience });
    expect(JSON.stringify(told)).not.toContain(single.appPassword);
  });

  it('lends a managed identity a token for the same connector, without any secret', async () => {
    const { name, told } = await credentialsOf({ ...managed, cloud }, host);
    expect({ name, told }).toMatchObject({
      name: 'ManagedIdentityAppCredentials',
      told: { appId, oAuthScope: audience },
    });
  });

  it('lets in what its own Teams signed, and nothing of the other clouds', async () => {
    const rig = await open();
    const knock = async (iss: string, url: string): Promise<number> =>
      (
        await rig.post(payload('message-personal', { serviceUrl: url, id: `${iss}${url}` }), {
          authorization: bearer(iss, url),
        })
      ).status;
    expect(await knock(issuer, serviceUrl)).toBe(200);
    for (const [other, , , foreignIssuer, foreignHost] of facts) {
      if (other === cloud) continue;
      expect(await knock(issuer, `https://${foreignHost}/teams/`)).toBe(403);
      if (foreignIssuer !== issuer) expect(await knock(foreignIssuer, serviceUrl)).toBe(401);
    }
    expect(rig.inbounds).toHaveLength(1);
    await rig.close();
  });

  it('sends to its own connector alone, asked again at every send', async () => {
    const rig = await open();
    for (const [other, , , , foreignHost] of facts) {
      if (other === cloud) continue;
      const ref = {
        serviceUrl: `https://${foreignHost}/teams/`,
        conversation: 'a:1',
        bot: '28:b',
        user: '29:u',
        tenant: tenantId,
      };
      const to = { channel: 'teams', ref: JSON.stringify(ref) } as const;
      const hello = card('hello', 'Hello', prose('Hello'));
      expect(await rig.channel.deliver(to, hello, 'k')).toMatchObject({ ok: false, code: 'foreign-service-url' });
      expect(await rig.channel.update({ address: to, message: 'm' }, hello)).toMatchObject({
        code: 'foreign-service-url',
      });
    }
    await rig.close();
  });
});
