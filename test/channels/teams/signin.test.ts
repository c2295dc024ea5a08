import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { clouds, mayServe } from '../../../src/channels/teams/clouds';
import { addressOf } from './connector';
import { payload } from './payload';
import { type Rig, startRig } from './rig';

const appId = 'c0ffee00-0000-4000-8000-000000000001';
const secret = {
  appId,
  appPassword: 'not-a-real-secret',
  tenantId: '3a9f0000-0000-4000-8000-00000000aaaa',
  local: false,
};
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const issuer = clouds.public.issuer;
const serviceUrl = 'https://smba.trafficmanager.net/amer/';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = Math.floor(performance.timeOrigin / 1000);
const usual = { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: seconds - 60, exp: seconds + 3600 };

function token(claims: object, header: object = {}, key = privateKey): string {
  const text = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...header })}.${encode(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

function hmacToken(): string {
  const text = `${encode({ alg: 'HS256', typ: 'JWT', kid: 'k1' })}.${encode(usual)}`;
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
}

const keys = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  const { port } = addressOf(keys.address());
  const jwk = publicKey.export({ format: 'jwk' });
  const body = request.url?.endsWith('keys')
    ? { keys: [{ ...jwk, kid: 'k1', endorsements: ['msteams'] }] }
    : { issuer, jwks_uri: `http://127.0.0.1:${port}/keys` };
  response.end(JSON.stringify(body));
});

let rig: Rig;
let complaints: jest.SpyInstance;

beforeAll(async () => {
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  rig = await startRig({ ...secret, keys: `http://127.0.0.1:${addressOf(keys.address()).port}/openid` });
  complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(async () => {
  complaints.mockRestore();
  await rig.close();
  keys.closeAllConnections();
  await new Promise<void>((resolve) => keys.close(() => resolve()));
});
beforeEach(() => {
  rig.inbounds.length = 0;
});

const knock = async (
  authorization: string | undefined,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<number> =>
  (await rig.post(payload('message-personal', changes), authorization === undefined ? {} : { authorization })).status;

describe('the sign-in of Teams', () => {
  it('lets in what Teams has signed', async () => {
    expect(await knock(`Bearer ${token(usual)}`)).toBe(200);
    expect(rig.inbounds).toHaveLength(1);
  });

  it.each([
    ['no token', undefined],
    ['an empty one', 'Bearer '],
    ['another scheme', `Basic ${token(usual)}`],
    ['garbage', 'Bearer garbage'],
    ['more than a token', `Bearer ${token(usual)} x`],
    ['no issuer', `Bearer ${token({ ...usual, iss: undefined })}`],
    [
      'the emulator',
      `Bearer ${token({ ...usual, iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: appId, ver: '1.0' })}`,
    ],
    ['no audience', `Bearer ${token({ ...usual, aud: undefined })}`],
    ['another audience', `Bearer ${token({ ...usual, aud: 'another-bot' })}`],
    ['an expired one', `Bearer ${token({ ...usual, exp: seconds - 600 })}`],
    ['one from the future', `Bearer ${token({ ...usual, nbf: seconds + 3000 })}`],
    ['a stranger’s signature', `Bearer ${token(usual, {}, stranger.privateKey)}`],
    ['an unknown key', `Bearer ${token(usual, { kid: 'k2' })}`],
    [
      'a key it brings along',
      `Bearer ${token(usual, { kid: 'k2', jku: 'http://127.0.0.1:1/', jwk: stranger.publicKey.export({ format: 'jwk' }) }, stranger.privateKey)}`,
    ],
    ['no algorithm', `Bearer ${encode({ alg: 'none', kid: 'k1' })}.${encode(usual)}.`],
    ['the public key as a shared secret', `Bearer ${hmacToken()}`],
    [
      'another connector than the one signed',
      `Bearer ${token({ ...usual, serviceurl: 'https://smba.trafficmanager.net/emea/' })}`,
    ],
    ['no connector', `Bearer ${token({ ...usual, serviceurl: undefined })}`],
  ])('refuses %s', async (_, authorization) => {
    expect(await knock(authorization)).toBe(401);
    expect(rig.inbounds).toEqual([]);
  });

  it('refuses connectors that are not Microsoft’s, even signed', async () => {
    const foreign = 'https://attacker.trafficmanager.net/';
    expect(await knock(`Bearer ${token({ ...usual, serviceurl: foreign })}`, { serviceUrl: foreign })).toBe(403);
    expect(await knock(`Bearer ${token(usual)}`, { serviceUrl: '' })).toBe(400);
    expect(await knock(`Bearer ${token(usual)}`, { serviceUrl: 'http://127.0.0.1/' })).toBe(403);
  });

  it('asks to come again while the keys cannot be had', async () => {
    const dark = await startRig({ ...secret, keys: 'http://127.0.0.1:1/openid' });
    expect((await dark.post(payload('message-personal'), { authorization: `Bearer ${token(usual)}` })).status).toBe(
      503,
    );
    await dark.close();
  });
});

describe('the configuration', () => {
  it.each([
    [{ appId: undefined }, 'TEAMS_APP_ID is missing'],
    [{ appId: '' }, 'TEAMS_APP_ID is missing'],
    [{ tenantId: undefined }, 'TEAMS_TENANT_ID is missing'],
    [{ appPassword: undefined }, 'TEAMS_APP_PASSWORD is missing'],
  ])('is refused with %j', async (lacking, message) => {
    await expect(startRig({ ...secret, ...lacking })).rejects.toThrow(message);
  });

  it('needs no secret where Azure lends an identity', async () => {
    const managed = await startRig({ ...secret, appType: 'UserAssignedMSI', appPassword: undefined });
    await managed.close();
  });
});

describe('a connector', () => {
  it.each([
    ['https://smba.trafficmanager.net/amer/', 'public', true],
    ['https://smba.trafficmanager.net/teams', 'public', true],
    ['https://SMBA.trafficmanager.net/teams', 'public', true],
    ['https://evil.trafficmanager.net/', 'public', false],
    ['https://smba.trafficmanager.net.evil.example/', 'public', false],
    ['https://smba.trafficmanager.net@evil.example/', 'public', false],
    ['https://smba.trafficmanager.net:8443/', 'public', false],
    ['http://smba.trafficmanager.net/', 'public', false],
    ['https://smba.infra.gcc.teams.microsoft.com/teams', 'gcc', true],
    ['https://smba.trafficmanager.net/amer/', 'gcc', false],
    ['https://smba.infra.gov.teams.microsoft.us/teams', 'gcch', true],
    ['https://smba.infra.dod.teams.microsoft.us/teams', 'dod', true],
    ['https://smba.infra.dod.teams.microsoft.us/teams', 'gcch', false],
  ] as const)('%s in %s: %s', (url, cloud, may) => {
    expect(mayServe(url, cloud, false)).toBe(may);
    expect(mayServe(url, cloud, true)).toBe(false);
  });

  it.each(['http://127.0.0.1:4000/', 'http://localhost:4000/', 'http://[::1]:4000/'])('%s only locally', (url) => {
    expect(mayServe(url, 'public', true)).toBe(true);
    expect(mayServe(url, 'public', false)).toBe(false);
  });
});
