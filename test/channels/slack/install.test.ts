import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import express from 'express';
import { DateTime } from 'luxon';
import { createSlackChannel, installLink, type SlackChannel } from '../../../src/channels/slack';
import { card, prose } from '../../../src/chat';
import { slackBook } from '../../../src/start/slack-book';
import { createOrganization, organizationOf } from '../../../src/store';
import { anyStore, type TestStore } from '../../databases';
import { answers, secrets, signature, wireForm } from './driver';
import { payload } from './payload';
import { portOf } from './port';
import { type StandIn, slackStandIn } from './stand-in';

const clientSecret = 'not-a-real-client-secret';
const now = (): DateTime => DateTime.utc();
const hello = card('hello', 'Hello', prose('Hello'));

/** What Slack answers to a code: an installation in one workspace, with token rotation. */
const granted = (changes: object = {}) => ({
  body: {
    ok: true,
    app_id: 'A1',
    token_type: 'bot',
    access_token: 'xoxe.xoxb-first',
    refresh_token: 'xoxe-1-first',
    expires_in: 43_200,
    scope: 'commands,chat:write',
    bot_user_id: 'UBOT',
    is_enterprise_install: false,
    team: { id: 'T0001', name: 'Agency' },
    enterprise: null,
    authed_user: { id: 'UADMIN' },
    ...changes,
  },
});
const wholeGrid = { is_enterprise_install: true, team: null, enterprise: { id: 'E0001', name: 'State' } };

let store: TestStore;
let slack: StandIn;
let server: Server;
let channel: SlackChannel;
let base: string;
let warnings: string[];
let forgotten: string[];
let failing: boolean;
let unsaved: number;
let here: string;
let there: string;

beforeAll(async () => {
  store = await anyStore({ clock: { now } });
}, 60_000);
afterAll(() => store.drop());

beforeEach(async () => {
  here = randomUUID();
  there = randomUUID();
  slack = await slackStandIn();
  warnings = [];
  forgotten = [];
  failing = false;
  unsaved = 0;
  const book = slackBook(store, { revive: async () => undefined }, (tenant) => forgotten.push(tenant));
  const app = express();
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${portOf(server)}`;
  channel = createSlackChannel({
    app,
    signingSecrets: secrets,
    tokenFor: async (tenant) => (tenant === 'TENV' ? { token: 'xoxb-env' } : undefined),
    oauth: {
      clientId: '1.2',
      clientSecret,
      publicUrl: base,
      book: {
        ...book,
        replace: (entry) => {
          unsaved -= 1;
          return unsaved >= 0 ? Promise.reject(new Error('no database')) : book.replace(entry);
        },
        remove: (tenant) => (failing ? Promise.reject(new Error('no database')) : book.remove(tenant)),
      },
    },
    apiUrl: slack.apiUrl,
    clock: now,
    log: { warn: (fields, message) => warnings.push(JSON.stringify({ ...fields, message })) },
    timeouts: { send: 2000 },
  });
  await channel.start(answers());
  await createOrganization(store, here, 'Here', 'America/Anchorage');
});
afterEach(async () => {
  await channel.stop();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await slack.close();
  await forgetAll();
});

const forgetAll = () => store.sql('truncate organization, organization_index, installation cascade');

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, base), { headers, redirect: 'manual' });

/** Opens the install page as a browser does: where Slack asks, and what the browser keeps for the way back. */
async function begin(path = '/slack/install') {
  const response = await get(path);
  const asks = new URL(response.headers.get('location') ?? 'about:blank');
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { response, asks, cookie, state: asks.searchParams.get('state') ?? '' };
}

async function comeBack({ cookie, state }: { cookie: string; state: string }, headers: Record<string, string> = {}) {
  const response = await get(`/slack/oauth_redirect?code=c1&state=${encodeURIComponent(state)}`, {
    cookie,
    ...headers,
  });
  return { status: response.status, page: await response.text(), headers: response.headers };
}

async function install(changes: object = {}, path?: string) {
  slack.answer('oauth.v2.access', granted(changes));
  slack.answer('auth.test', { body: { ok: true, bot_id: 'B1', url: 'https://agency.slack.com/' } });
  return comeBack(await begin(path));
}

const linkFor = async (organization: string, at = new Date()) => {
  const link = new URL(await installLink(base, clientSecret, organization, at));
  return `${link.pathname}${link.search}`;
};

const deliver = (team = 'T0001') =>
  channel.deliver({ channel: 'slack', ref: JSON.stringify({ team, user: 'U1' }) }, hello, 'k1');
const usedTokens = () => slack.calls.filter((call) => call.method === 'chat.postMessage').map((call) => call.token);

/** Says that the token ends in so many seconds, as time does. */
async function endsIn(seconds: number): Promise<void> {
  const book = slackBook(store, { revive: async () => undefined }, () => undefined);
  const kept: { bot: object } = JSON.parse((await book.read('T0001')) ?? '{}');
  const at = Math.floor(now().toSeconds()) + seconds;
  const text = JSON.stringify({ ...kept, bot: { ...kept.bot, expiresAt: at } });
  await book.replace({ tenant: 'T0001', grid: undefined, text, endsAt: new Date(at * 1000) });
}

describe('installing the app by OAuth', () => {
  it('sends the browser to Slack with our scopes, a signed state and our own address to come back to', async () => {
    const { response, asks, cookie, state } = await begin();
    expect(response.status).toBe(302);
    expect(`${asks.origin}${asks.pathname}`).toBe(`${slack.url}/oauth/v2/authorize`);
    expect(asks.searchParams.get('client_id')).toBe('1.2');
    expect(asks.searchParams.get('scope')?.split(',')).toContain('chat:write');
    expect(asks.searchParams.get('redirect_uri')).toBe(`${base}/slack/oauth_redirect`);
    expect(cookie).toBe(`slack-app-oauth-state=${state}`);
  });

  it('joins a new workspace to the only organization, and speaks there with the new token', async () => {
    const { status, page, headers } = await install();
    expect({ status, page }).toMatchObject({ status: 200, page: expect.stringContaining('is installed') });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await organizationOf(store, 'slack', 'T0001')).toBe(here);
    expect(await deliver()).toMatchObject({ ok: true });
    expect(usedTokens()).toEqual(['xoxe.xoxb-first']);
  });

  it('lets no further workspace in without a link: it could be a stranger’s', async () => {
    await install();
    const stranger = await install({ team: { id: 'T0666', name: 'Stranger' }, access_token: 'xoxb-stranger' });
    expect(stranger).toMatchObject({ status: 403, page: expect.stringContaining('link') });
    expect(await organizationOf(store, 'slack', 'T0666')).toBeUndefined();
    expect(await deliver('T0666')).toMatchObject({ ok: false });
  });

  it('keeps the token sealed, bound to its row, and nobody’s name', async () => {
    await install();
    await install({ team: { id: 'T0002', name: 'Other' }, access_token: 'xoxb-second' }, await linkFor(here));
    const rows = await store.inOrganization(here, undefined, (tx) => tx.manager.query('select * from slack_token'));
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/xox|Agency|UADMIN/);
    await store.inOrganization(here, undefined, (tx) =>
      tx.manager.query(
        `update slack_token a set sealed = b.sealed from slack_token b where a.tenant = 'T0001' and b.tenant = 'T0002'`,
      ),
    );
    expect(await deliver()).toMatchObject({ ok: false, because: 'busy', code: 'no_token_now' });
    expect(usedTokens()).toEqual([]);
  });

  it('takes the configured token where nothing was installed, and nowhere else', async () => {
    expect(await deliver('TENV')).toMatchObject({ ok: true });
    expect(await deliver('TSTRANGE')).toMatchObject({ ok: false, because: 'unreachable', code: 'not_installed' });
    expect(usedTokens()).toEqual(['xoxb-env']);
  });

  it.each([
    ['another browser', { cookie: '' }],
    [
      'a state of somebody else',
      { state: 'eyJhbGciOiJIUzI1NiJ9.e30.x', cookie: 'slack-app-oauth-state=eyJhbGciOiJIUzI1NiJ9.e30.x' },
    ],
    ['no state', { state: '' }],
  ])('refuses %s and says to start again', async (_, changes) => {
    const { status, page } = await comeBack({ ...(await begin()), ...changes });
    expect({ status, page }).toMatchObject({
      status: 400,
      page: expect.stringContaining('Start again from the install link'),
    });
    expect(slack.calls).toEqual([]);
  });

  it('refuses a state that is older than ten minutes', async () => {
    const begun = await begin();
    jest.useFakeTimers({
      now: Date.now() + 11 * 60_000,
      doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'setInterval'],
    });
    try {
      expect(await comeBack(begun)).toMatchObject({ status: 400, page: expect.stringContaining('ten minutes') });
    } finally {
      jest.useRealTimers();
    }
    expect(slack.calls).toEqual([]);
  });

  it('names a proxy that rewrites the host', async () => {
    const { page } = await comeBack({ ...(await begin()), cookie: '' }, { 'x-forwarded-host': 'inside.example' });
    expect(page).toContain('asked for as &quot;inside.example&quot;');
    expect(page).toContain('Let the proxy pass the host on');
  });

  it.each([
    ['bad_client_secret', 500, 'do not belong together'],
    ['bad_redirect_uri', 500, 'letter for letter'],
    ['code_already_used', 400, 'Start again'],
    ['internal_error', 502, 'the log says more'],
  ])('says of %s what to change', async (error, status, sentence) => {
    slack.answer('oauth.v2.access', { body: { ok: false, error } });
    expect(await comeBack(await begin())).toMatchObject({ status, page: expect.stringContaining(sentence) });
    expect(warnings.join()).toContain(error);
    expect(warnings.join()).not.toContain(clientSecret);
  });

  it('says so when somebody cancels', async () => {
    const response = await get('/slack/oauth_redirect?error=access_denied');
    expect(await response.text()).toContain('You canceled in Slack');
  });

  it('waits for an organization', async () => {
    await forgetAll();
    expect(await install()).toMatchObject({ status: 503, page: expect.stringContaining('mentor -- setup') });
  });
});

describe('several organizations', () => {
  beforeEach(async () => {
    await createOrganization(store, there, 'There', 'America/Juneau');
  });

  it('need a link that names one of them', async () => {
    expect(await install()).toMatchObject({ status: 403, page: expect.stringContaining('install-link') });
    expect(await organizationOf(store, 'slack', 'T0001')).toBeUndefined();
    expect(await install({}, await linkFor(there))).toMatchObject({ status: 200 });
    expect(await organizationOf(store, 'slack', 'T0001')).toBe(there);
    expect(await install()).toMatchObject({ status: 200 });
  });

  it('cannot claim the same workspace', async () => {
    await install({}, await linkFor(here));
    const claimed = await install({ access_token: 'xoxb-thief' }, await linkFor(there));
    expect(claimed).toMatchObject({ status: 409, page: expect.stringContaining('belongs to another organization') });
    await deliver();
    expect(usedTokens()).toEqual(['xoxe.xoxb-first']);
  });

  it('cannot share a Grid', async () => {
    await install({ enterprise: { id: 'E0001' } }, await linkFor(here));
    expect(await install(wholeGrid, await linkFor(there))).toMatchObject({ status: 409 });
    expect(await install(wholeGrid, await linkFor(here))).toMatchObject({ status: 200 });
    const second = { enterprise: { id: 'E0001' }, team: { id: 'T0002' } };
    expect(await install(second, await linkFor(there))).toMatchObject({ status: 409 });
  });

  it('refuse a link that is too old or was changed', async () => {
    const old = await linkFor(here, new Date(Date.now() - 8 * 24 * 3600_000));
    for (const path of [old, `${await linkFor(here)}x`, '/slack/install?for=', '/slack/install?for=a&for=b']) {
      const response = await get(path);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('cannot be used any more');
    }
  });
});

describe('an Enterprise Grid', () => {
  it('is one installation for all its workspaces', async () => {
    slack.answer(
      'auth.teams.list',
      { body: { ok: true, teams: [{ id: 'T0001' }], response_metadata: { next_cursor: 'next' } } },
      { body: { ok: true, teams: [{ id: 'T0002' }] } },
    );
    expect(await install(wholeGrid)).toMatchObject({ status: 200 });
    for (const tenant of ['E0001', 'T0001', 'T0002']) expect(await organizationOf(store, 'slack', tenant)).toBe(here);
    expect(await deliver('E0001')).toMatchObject({ ok: true });
    expect(await deliver('T0002')).toMatchObject({ ok: true });
    expect(usedTokens()).toEqual(['xoxe.xoxb-first', 'xoxe.xoxb-first']);
  });

  it('is installed also where its workspaces cannot be listed', async () => {
    slack.answer('auth.teams.list', { body: { ok: false, error: 'missing_scope' } });
    expect(await install(wholeGrid)).toMatchObject({ status: 200 });
    expect(warnings.join()).toContain('could not be listed');
  });
});

describe('a token that ends', () => {
  const renewal = (token: string) => ({
    body: { ok: true, token_type: 'bot', access_token: token, refresh_token: `xoxe-1-${token}`, expires_in: 43_200 },
  });
  const renewals = () => slack.calls.filter(({ method, args }) => method === 'oauth.v2.access' && args.grant_type);

  beforeEach(() => install());

  it('is left alone while it has more than two hours', async () => {
    await endsIn(7300);
    await deliver();
    expect(renewals()).toEqual([]);
  });

  it('is renewed before it is used, and once only by all who need it at the same time', async () => {
    await endsIn(600);
    slack.answer('oauth.v2.access', renewal('xoxb-renewed'));
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(usedTokens()).toEqual(['xoxb-renewed', 'xoxb-renewed', 'xoxb-renewed']);
    expect(renewals()).toMatchObject([{ args: { refresh_token: 'xoxe-1-first' } }]);
    await deliver();
    expect(renewals()).toHaveLength(1);
  });

  it('is not renewed by two processes: the other goes on with the old one', async () => {
    await endsIn(600);
    const other = slackBook(store, { revive: async () => undefined }, () => undefined);
    const lease = await other.lease('T0001');
    expect(await other.lease('T0001')).toBeUndefined();
    await deliver();
    expect({ used: usedTokens(), renewals: renewals() }).toEqual({ used: ['xoxe.xoxb-first'], renewals: [] });
    await lease?.end();
    slack.answer('oauth.v2.access', renewal('xoxb-renewed'));
    await deliver();
    expect(usedTokens().at(-1)).toBe('xoxb-renewed');
  });

  it('is renewed by the clock, where nobody has written for long', async () => {
    await endsIn(600);
    slack.answer('oauth.v2.access', renewal('xoxb-by-clock'));
    await channel.renewTokens();
    await channel.renewTokens();
    expect(renewals()).toHaveLength(1);
    await deliver();
    expect(usedTokens()).toEqual(['xoxb-by-clock']);
  });

  it('that cannot be renewed makes messages wait, is told, and is not asked for again at once', async () => {
    await endsIn(-10);
    slack.answer('oauth.v2.access', { body: { ok: false, error: 'invalid_refresh_token' } });
    expect(await deliver()).toMatchObject({ ok: false, because: 'busy', code: 'no_token_now' });
    expect(await deliver()).toMatchObject({ ok: false, because: 'busy' });
    expect(renewals()).toHaveLength(1);
    expect(warnings.join()).toContain('install the app again in that workspace');
    expect(usedTokens()).toEqual([]);
  });

  it('is not lost where the database is away just when it was renewed', async () => {
    await endsIn(600);
    unsaved = 1;
    slack.answer('oauth.v2.access', renewal('xoxb-renewed'));
    await deliver();
    expect(usedTokens()).toEqual(['xoxb-renewed']);
  });

  it('is not brought back by a renewal when the app was removed meanwhile', async () => {
    await endsIn(600);
    const book = slackBook(store, { revive: async () => undefined }, () => undefined);
    const text = (await book.read('T0001')) ?? '';
    await book.remove('T0001');
    await book.replace({ tenant: 'T0001', grid: undefined, text, endsAt: undefined });
    expect(await deliver()).toMatchObject({ because: 'unreachable', code: 'not_installed' });
  });
});

describe('an app that is removed', () => {
  beforeEach(() => install());

  // Every request of another second, as Slack's own are: the same one twice would be a replay.
  const started = Math.floor(now().toSeconds());
  let told = 0;
  async function tell(name: string): Promise<number> {
    const { body, type } = wireForm(payload(name));
    told += 1;
    const timestamp = String(started - told);
    const response = await fetch(`${base}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature(body, timestamp),
      },
    });
    return response.status;
  }

  it.each([[['uninstalled', 'tokens-revoked']], [['tokens-revoked', 'uninstalled']], [['uninstalled']]])(
    'leaves no token, in the order %j',
    async (events) => {
      for (const name of events) expect(await tell(name)).toBe(200);
      expect(forgotten).toContain('T0001');
      expect(
        await store.inOrganization(here, undefined, (tx) => tx.manager.query('select 1 from slack_token')),
      ).toEqual([]);
      expect(await organizationOf(store, 'slack', 'T0001')).toBeUndefined();
      expect(await deliver()).toEqual({ ok: false, because: 'unreachable', code: 'not_installed' });
    },
  );

  it('is told of again while its token cannot be deleted', async () => {
    failing = true;
    expect(await tell('uninstalled')).toBe(400);
    failing = false;
    expect(await tell('uninstalled')).toBe(200);
    expect(forgotten).toEqual(['T0001']);
  });

  it('can be installed again', async () => {
    await tell('uninstalled');
    await install({ access_token: 'xoxb-again' });
    expect(await deliver()).toMatchObject({ ok: true });
    expect(usedTokens()).toEqual(['xoxb-again']);
  });
});
