import { createServer } from 'node:http';
import { teamsAddressOf } from '../../../src/channels/teams';
import { failureOf } from '../../../src/channels/teams/failure';
import { addressOf as toAddress } from '../../../src/channels/teams/reference';
import { bold, card, heading, prose } from '../../../src/chat';
import { addressOf, type Connector, startConnector } from './connector';
import { payload } from './payload';
import { type Rig, startRig } from './rig';

let connector: Connector;
let rig: Rig;

beforeAll(async () => {
  connector = await startConnector();
  rig = await startRig({ waits: { send: 1500 } });
});
afterAll(async () => {
  await rig.close();
  await connector.close();
});
beforeEach(() => connector.clear());

const place = (serviceUrl: string) =>
  toAddress({ serviceUrl, conversation: 'a:1personal-ana', bot: '28:bot', user: '29:ana', tenant: 't-1' });
const home = () => place(connector.url);
const news = card('news', 'Joan accepted.', heading('News'), prose(['From ', bold('Joan')]));

describe('a card sent unasked', () => {
  it('arrives as a message of its own, with a banner, and can be redrawn', async () => {
    const delivered = await rig.channel.deliver(home(), news, 'k-1');
    expect(delivered).toMatchObject({ ok: true, ref: { address: home() } });
    expect(connector.calls).toMatchObject([
      {
        method: 'POST',
        path: '/teams/v3/conversations/a%3A1personal-ana/activities',
        body: { type: 'message', summary: 'Joan accepted.', channelData: { notification: { alert: true } } },
      },
    ]);
    if (!delivered.ok) return;
    expect(await rig.channel.update(delivered.ref, news)).toEqual({ ok: true });
    expect(connector.calls[1]).toMatchObject({
      method: 'PUT',
      path: `/teams/v3/conversations/a%3A1personal-ana/activities/${delivered.ref.message}`,
    });
  });

  it.each([
    [
      { status: 429, headers: { 'retry-after': '17' } },
      { because: 'busy', code: 'http-429', retryAfterSeconds: 17, tooFast: true },
    ],
    [{ status: 429 }, { because: 'busy', retryAfterSeconds: 30, tooFast: true }],
    [
      { status: 429, headers: { 'retry-after': 'soon' } },
      { because: 'busy', retryAfterSeconds: 30 },
    ],
    [
      { status: 429, headers: { 'retry-after': '99999' } },
      { because: 'busy', retryAfterSeconds: 3600 },
    ],
    [{ status: 412 }, { because: 'busy', retryAfterSeconds: 5 }],
    [{ status: 401 }, { because: 'busy', retryAfterSeconds: 60 }],
    [
      { status: 403, body: { error: { code: 'Forbidden', innerHttpError: { subCode: 'MessageWritesBlocked' } } } },
      { because: 'unreachable' },
    ],
    [{ status: 403 }, { because: 'unreachable', code: 'http-403' }],
    [
      { status: 404, body: { error: { code: 'ConversationNotFound' } } },
      { because: 'unreachable', code: 'ConversationNotFound' },
    ],
    [
      { status: 413, body: { error: { code: 'MessageSizeTooBig' } } },
      { because: 'refused', code: 'MessageSizeTooBig' },
    ],
    [{ status: 400 }, { because: 'refused' }],
    [{ status: 500 }, { because: 'unknown' }],
    [
      { status: 502, afterRecording: true },
      { because: 'unknown', code: 'http-502' },
    ],
    [{ status: 504 }, { because: 'unknown' }],
    [{ status: 302, headers: { location: 'http://127.0.0.1:1/' } }, { because: 'unknown' }],
  ])('answered by %j is sent once, and comes to %j', async (fault, failure) => {
    connector.faults.push(fault);
    expect(await rig.channel.deliver(home(), news, 'k')).toMatchObject({ ok: false, ...failure });
    expect(connector.calls.length + connector.attempts.length).toBe(1);
  });

  it('to a connector that never answers has an unknown fate; to one that is not there, it waits', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = addressOf(silent.address());
    const brief = await startRig({ waits: { send: 80 } });
    expect(await brief.channel.deliver(place(`http://127.0.0.1:${port}/`), news, 'k')).toEqual({
      ok: false,
      because: 'unknown',
      code: 'timeout',
    });
    await brief.close();
    silent.closeAllConnections();
    await new Promise<void>((resolve) => silent.close(() => resolve()));
    expect(await rig.channel.deliver(place(`http://127.0.0.1:${port}/`), news, 'k')).toMatchObject({
      because: 'busy',
      code: 'ECONNREFUSED',
    });
  });

  it('never leaves for a connector that is not ours, whatever was stored', async () => {
    for (const url of ['http://169.254.169.254/', 'https://smba.trafficmanager.net.evil.example/', '']) {
      expect(await rig.channel.deliver(place(url), news, 'k')).toEqual({
        ok: false,
        because: 'refused',
        code: 'foreign-service-url',
      });
      expect(await rig.channel.update({ address: place(url), message: 'm' }, news)).toMatchObject({
        because: 'refused',
      });
    }
    expect(await rig.channel.deliver({ channel: 'teams', ref: 'D024BE91L' }, news, 'k')).toMatchObject({
      code: 'no-address',
    });
    expect(await rig.channel.deliver({ channel: 'slack', ref: home().ref }, news, 'k')).toMatchObject({
      code: 'no-address',
    });
  });

  it('redraws nothing that is gone', async () => {
    connector.faults.push({ status: 404 });
    expect(await rig.channel.update({ address: home(), message: 'm-1' }, news)).toMatchObject({
      because: 'unreachable',
    });
  });

  it('that no card can hold is refused, and said in the log', async () => {
    const bad = card('bad', 's', {
      block: 'buttons',
      buttons: [{ label: 'x', token: { intent: 'x', args: { a: 'y'.repeat(3000) } } }],
    });
    expect(await rig.channel.deliver(home(), bad, 'k')).toMatchObject({ because: 'refused', code: 'not-drawn' });
    expect(rig.logs.join()).toContain('teams.card-not-drawn');
  });

  it('to an account that never wrote opens its chat first, once the connector is known', async () => {
    const account = teamsAddressOf({ tenant: '3a9f0000-0000-4000-8000-00000000aaaa', user: 'o-2' });
    const fresh = await startRig();
    expect(await fresh.channel.deliver(account, news, 'k')).toMatchObject({
      because: 'busy',
      code: 'no-connector-yet',
    });
    await fresh.post(payload('message-personal', { serviceUrl: connector.url }));
    const delivered = await fresh.channel.deliver(account, news, 'k');
    expect(connector.calls).toMatchObject([
      {
        path: '/teams/v3/conversations',
        body: { members: [{ id: 'o-2' }], tenantId: '3a9f0000-0000-4000-8000-00000000aaaa' },
      },
      { method: 'POST', body: { summary: 'Joan accepted.' } },
    ]);
    if (!delivered.ok) throw new Error(delivered.code);
    expect(await fresh.channel.update(delivered.ref, news)).toEqual({ ok: true });
    expect(decodeURIComponent(connector.calls[2]?.path ?? '')).toMatch(/conversations\/a:new-\d+\/activities\/m-\d+$/);
    connector.faults.push({ status: 403 });
    expect(await fresh.channel.deliver(account, news, 'k')).toMatchObject({ because: 'unreachable' });
    await fresh.close();
  });

  it('to an account whose chat does not open was surely not sent', async () => {
    const account = teamsAddressOf({ tenant: '3a9f0000-0000-4000-8000-00000000aaaa', user: 'o-2' });
    const fresh = await startRig({ waits: { send: 1500 } });
    await fresh.post(payload('message-personal', { serviceUrl: connector.url }));
    connector.clear();
    connector.faults.push({ status: 502, afterRecording: true });
    expect(await fresh.channel.deliver(account, news, 'k')).toEqual({
      ok: false,
      because: 'busy',
      code: 'http-502',
      retryAfterSeconds: 30,
    });
    expect(connector.calls.map(({ path }) => path)).toEqual(['/teams/v3/conversations']);
    await fresh.close();
  });

  it('to an account whose chat opens too late is not sent after all; once it is open, nobody knows', async () => {
    const account = teamsAddressOf({ tenant: '3a9f0000-0000-4000-8000-00000000aaaa', user: 'o-2' });
    const fresh = await startRig({ waits: { send: 600 } });
    await fresh.post(payload('message-personal', { serviceUrl: connector.url }));
    connector.clear();
    const letThrough = connector.hold();
    expect(await fresh.channel.deliver(account, news, 'k')).toMatchObject({ because: 'busy', code: 'timeout' });
    await letThrough();
    // What would be sent after all is sent by the time that others have been.
    for (const key of ['1', '2', '3', '4']) await rig.channel.deliver(home(), news, key);
    const last = connector.calls.map(({ path }) => path.split('/').at(-1));
    expect(last.filter((word) => word === 'conversations')).toHaveLength(1);
    expect(last.filter((word) => word === 'activities')).toHaveLength(4);
    connector.clear();
    const letWrite = connector.hold(2);
    expect(await fresh.channel.deliver(account, news, 'k')).toMatchObject({ because: 'unknown', code: 'timeout' });
    await letWrite();
    await fresh.close();
  });
});

describe('a failure', () => {
  it('of the sign-in means that nothing was sent', () => {
    const error = Object.assign(new Error('x'), { name: 'ClientAuthError', errorCode: 'invalid_client' });
    expect(failureOf(error)).toEqual({ ok: false, because: 'busy', code: 'invalid_client', retryAfterSeconds: 60 });
  });

  it('of any other kind leaves it open', () => {
    for (const error of [new Error('socket hang up'), 'text', undefined, { statusCode: 'x' }]) {
      expect(failureOf(error)).toMatchObject({ because: 'unknown' });
    }
  });
});
