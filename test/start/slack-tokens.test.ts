import { createServer } from 'node:http';
import express from 'express';
import type { InstallBook } from '../../src/channels/slack';
import { card, prose } from '../../src/chat';
import { configuredWorkspace, slackChannel } from '../../src/start/channels';
import { type StandIn, slackStandIn } from '../channels/slack/stand-in';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const hello = card('hello', 'Hello', prose('Hello'));
/** A book in which the workspace TOAUTH was installed. */
const book: InstallBook = {
  add: async () => 'joined',
  replace: async () => undefined,
  read: async (tenant) =>
    tenant === 'TOAUTH'
      ? JSON.stringify({
          wholeGrid: false,
          team: { id: 'TOAUTH' },
          installer: 'U1',
          bot: { id: 'B1', userId: 'U2', token: 'xoxb-oauth', scopes: [] },
        })
      : undefined,
  remove: async () => undefined,
  noteWorkspaces: async () => undefined,
  lease: async () => undefined,
  ending: async () => [],
};

let slack: StandIn;
beforeEach(async () => {
  slack = await slackStandIn();
});
afterEach(() => slack.close());

function open(byOAuth: boolean) {
  const config = {
    signingSecrets: ['abcdefgh'],
    botToken: 'xoxb-env',
    appToken: undefined,
    apiUrl: slack.apiUrl,
    oauth: byOAuth ? { clientId: '1.2', clientSecret: 's', publicUrl: 'https://mentor.example.gov' } : undefined,
  };
  const isConfigured = configuredWorkspace(config, log);
  const channel = slackChannel(express(), config, book, isConfigured, log);
  const to = (team: string) =>
    channel.deliver({ channel: 'slack', ref: JSON.stringify({ team, user: 'U1' }) }, hello, 'k');
  return { isConfigured, to };
}
const tokens = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ token }) => token);
const asked = () => slack.calls.filter(({ method }) => method === 'auth.test').length;

describe('a configured token', () => {
  it('alone is for whatever workspace signs its requests, and Slack is not asked whose it is', async () => {
    const { to, isConfigured } = open(false);
    expect(await to('T1')).toMatchObject({ ok: true });
    expect(await isConfigured('T2')).toBe(true);
    expect({ tokens: tokens(), asked: asked() }).toEqual({ tokens: ['xoxb-env'], asked: 0 });
  });

  it('beside installing by OAuth is for its own workspace, and comes after what was installed', async () => {
    slack.answer('auth.test', { body: { ok: true, team_id: 'TENV' } });
    const { to, isConfigured } = open(true);
    expect(await to('TOAUTH')).toMatchObject({ ok: true });
    expect(asked()).toBe(0);
    expect(await to('TENV')).toMatchObject({ ok: true });
    expect(await to('TSTRANGE')).toMatchObject({ ok: false, because: 'unreachable', code: 'not_installed' });
    expect(await isConfigured('TENV')).toBe(true);
    expect({ tokens: tokens(), asked: asked() }).toEqual({ tokens: ['xoxb-oauth', 'xoxb-env'], asked: 1 });
  });

  it('of a Grid is for the Grid too', async () => {
    slack.answer('auth.test', {
      body: { ok: true, team_id: 'TENV', enterprise_id: 'E1', is_enterprise_install: true },
    });
    expect(await open(true).isConfigured('E1')).toBe(true);
  });

  it('waits while Slack does not say whose it is, and asks again', async () => {
    slack.answer('auth.test', { status: 500 }, { body: { ok: true, team_id: 'TENV' } });
    const { to } = open(true);
    expect(await to('TENV')).toMatchObject({ ok: false, because: 'busy', code: 'no_token_now' });
    expect(await to('TENV')).toMatchObject({ ok: true });
  });
});

describe('a government Slack', () => {
  it('is asked, installed from and answered at its own hosts alone', async () => {
    const app = express();
    const config = {
      signingSecrets: ['abcdefgh'],
      botToken: undefined,
      appToken: undefined,
      apiUrl: 'https://slack-gov.com/api/',
      oauth: { clientId: '1.2', clientSecret: 's', publicUrl: 'https://mentor.example.gov' },
    };
    slackChannel(app, config, book, configuredWorkspace(config, log), log);
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const response = await fetch(`http://127.0.0.1:${port}/slack/install`, { redirect: 'manual' });
    expect(response.headers.get('location')).toMatch(/^https:\/\/slack-gov\.com\/oauth\/v2\/authorize\?/);
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});
