import { addressOf as toAddress } from '../../../src/channels/teams/reference';
import type { Address } from '../../../src/chat';
import { type Connector, startConnector } from './connector';
import { type Rig, startRig } from './rig';

let connector: Connector;
let rig: Rig;

beforeAll(async () => {
  connector = await startConnector();
  rig = await startRig({ waits: { profile: 400 } });
});
afterAll(async () => {
  await rig.close();
  await connector.close();
});
beforeEach(() => connector.clear());

const kim = { channel: 'teams', tenant: 't-1', user: 'aad-kim' } as const;
const home = (serviceUrl = connector.url): Address =>
  toAddress({ serviceUrl, conversation: 'a:1personal-kim', bot: '28:bot', user: '29:kim', tenant: 't-1' });
const member = (more: object = {}) => ({
  status: 200,
  afterRecording: true,
  body: {
    id: '29:kim',
    aadObjectId: 'aad-kim',
    name: 'Kim Doe',
    email: 'Kim.Doe@example.gov',
    userPrincipalName: 'kim@example.onmicrosoft.com',
    tenantId: 't-1',
    userRole: 'user',
    ...more,
  },
});

describe('whose account it is, as Teams says', () => {
  it('is read from the member of her own chat with the bot', async () => {
    connector.faults.push(member());
    expect(await rig.channel.profile(kim, home())).toEqual({
      name: 'Kim Doe',
      email: 'Kim.Doe@example.gov',
      guest: false,
    });
    expect(connector.calls).toMatchObject([
      { method: 'GET', path: '/teams/v3/conversations/a%3A1personal-kim/members/29%3Akim' },
    ]);
  });

  it('has the sign-in name for an address where there is no other', async () => {
    connector.faults.push(member({ email: null }), member({ email: '', userPrincipalName: null }));
    expect(await rig.channel.profile(kim, home())).toMatchObject({ email: 'kim@example.onmicrosoft.com' });
    expect(await rig.channel.profile(kim, home())).toEqual({ name: 'Kim Doe', guest: false });
  });

  it('is a guest by its role, or by its tenant', async () => {
    connector.faults.push(
      member({ userRole: 'guest' }),
      member({ userRole: 'anonymous' }),
      member({ tenantId: 't-2' }),
    );
    for (let n = 0; n < 3; n += 1) expect(await rig.channel.profile(kim, home())).toMatchObject({ guest: true });
  });

  it('is not known where Teams speaks of another account, or of none', async () => {
    connector.faults.push(member({ aadObjectId: 'aad-lee' }), member({ aadObjectId: undefined }));
    expect(await rig.channel.profile(kim, home())).toBeUndefined();
    expect(await rig.channel.profile(kim, home())).toBeUndefined();
  });

  it.each([403, 404, 429, 500, 503])('is not known where the connector answers %s', async (status) => {
    connector.faults.push({ status });
    expect(await rig.channel.profile(kim, home())).toBeUndefined();
  });

  it('is not asked where there is no chat with her, or of a connector that is none of ours', async () => {
    expect(await rig.channel.profile(kim, undefined)).toBeUndefined();
    expect(await rig.channel.profile(kim, { channel: 'teams', ref: 'nonsense' })).toBeUndefined();
    expect(await rig.channel.profile(kim, home('https://connector.example/'))).toBeUndefined();
    expect([...connector.calls, ...connector.attempts]).toEqual([]);
  });

  it('is not waited for longer than a turn can be', async () => {
    const silent = await startConnector({ silent: true });
    try {
      expect(await rig.channel.profile(kim, home(silent.url))).toBeUndefined();
    } finally {
      await silent.close();
    }
  });
});
