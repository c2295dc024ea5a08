import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { checkInstallation } from '../../../src/cli/doctor/installation';
import { checkScopes, scopesIn } from '../../../src/cli/doctor/scopes';
import { checkSkew } from '../../../src/cli/doctor/skew';
import { checkSlackSecrets, checkSlackToken } from '../../../src/cli/doctor/slack';
import { checkSocket } from '../../../src/cli/doctor/socket';
import { checkSlackToken as checkAtStart } from '../../../src/start/slack-at-start';
import { askSlack } from '../../../src/start/slack-says';
import { createOrganization, joinInstallation } from '../../../src/store';
import { anyStore, type TestStore } from '../../databases';
import { type Answer, type Stub, serve } from './server';

const token = 'xoxb-1-never-print-me';
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('what Slack says of the token', () => {
  let slack: Stub;
  let store: TestStore;
  let answer: Answer;
  beforeAll(async () => {
    slack = await serve(() => answer);
    store = await anyStore();
  }, 60_000);
  afterAll(async () => {
    await slack.close();
    await store.drop();
  });
  const ask = () => askSlack(`${slack.base}/api/`, token);
  const config = () => ({ signingSecrets: [], botToken: token, appToken: undefined, apiUrl: `${slack.base}/api/` });

  it('is asked with auth.test, the token in the header', async () => {
    answer = {
      headers: { 'x-oauth-scopes': 'commands,chat:write, im:write', date: 'Wed, 18 Nov 2026 19:00:00 GMT' },
      body: { ok: true, team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: false },
    };
    const says = await ask();
    expect(slack.asked.at(-1)).toBe(`POST /api/auth.test Bearer ${token} `);
    expect(says).toEqual({
      kind: 'valid',
      workspace: 'T1',
      tenant: 'T1',
      scopes: ['commands', 'chat:write', 'im:write'],
      date: new Date('2026-11-18T19:00:00Z'),
    });
    expect(checkSlackToken(says)).toMatchObject({ level: 'ok', says: expect.stringContaining('T1') });
  });

  it('belongs to the Grid where the app is installed in one', async () => {
    answer = { body: { ok: true, team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: true } };
    expect(await ask()).toMatchObject({ tenant: 'E1' });
  });

  it.each(['invalid_auth', 'token_revoked', 'account_inactive', 'token_expired', 'team_access_not_granted'])(
    '%s: the doctor and the start say the same, what to do, and never the token',
    async (error) => {
      answer = { body: { ok: false, error } };
      const finding = checkSlackToken(await ask());
      expect(finding).toMatchObject({ level: 'wrong', says: `Slack says ${error}` });
      expect(finding.todo).toMatch(/SLACK_|workspace/u);
      const refused = await checkAtStart(config(), store, quiet).catch((fault: unknown) => fault);
      expect(refused).toMatchObject({ name: 'SetupError', lines: [finding.todo] });
      expect(JSON.stringify([finding, refused])).not.toContain('never-print-me');
    },
  );

  it('is only a warning where Slack cannot be reached or is not itself; the start goes on', async () => {
    answer = { status: 502, body: '<html>' };
    expect(checkSlackToken(await ask())).toMatchObject({ level: 'warning', todo: expect.stringContaining('port 443') });
    await checkAtStart(config(), store, quiet);
    answer = { body: { ok: false, error: 'internal_error' } };
    await checkAtStart(config(), store, quiet);
    const nowhere = await askSlack('http://127.0.0.1:9/api/', token);
    expect(nowhere).toMatchObject({ kind: 'unreachable', host: '127.0.0.1:9' });
  });

  it.each([
    [{ ok: true, url: 'wss://wss.example' }, 'ok', ''],
    [{ ok: false, error: 'missing_scope' }, 'wrong', 'connections:write'],
    [{ ok: false, error: 'invalid_auth' }, 'wrong', 'SLACK_APP_TOKEN'],
    [{ ok: false, error: 'ratelimited' }, 'warning', 'in a minute'],
  ])('to the app-level token is %j: %s', async (body, level, todo) => {
    answer = { body };
    const finding = await checkSocket(`${slack.base}/api/`, 'xapp-1-never-print-me');
    expect(slack.asked.at(-1)).toContain('POST /api/apps.connections.open Bearer xapp-1-never-print-me');
    expect(finding).toMatchObject({ level });
    expect(finding.todo ?? '').toContain(todo);
    expect(JSON.stringify(finding)).not.toContain('never-print-me');
  });

  it('must leave no doubt whose the workspace is', async () => {
    answer = { body: { ok: true, team_id: 'T7' } };
    const there = store;
    expect(await checkInstallation(there, 'slack', 'T7')).toMatchObject({
      level: 'warning',
      todo: expect.stringContaining('setup'),
    });
    const first = await createOrganization(there, randomUUID(), 'One', 'UTC');
    expect(await checkInstallation(there, 'slack', 'T7')).toMatchObject({ level: 'ok' });
    await createOrganization(there, randomUUID(), 'Two', 'UTC');
    const finding = await checkInstallation(there, 'slack', 'T7');
    expect(finding).toMatchObject({ level: 'wrong', todo: expect.stringContaining('installation give T7 --to') });
    await expect(checkAtStart(config(), there, quiet)).rejects.toMatchObject({ lines: [finding.todo] });
    expect(await checkInstallation(there, 'teams', 't7')).toMatchObject({
      todo: expect.stringContaining('installation give t7'),
    });
    await joinInstallation(there, 'slack', 'T7', first);
    expect(await checkInstallation(there, 'slack', 'T7')).toMatchObject({ level: 'ok' });
    await checkAtStart(config(), there, quiet);
  });
});

describe('the scopes of the token', () => {
  const manifest = join(__dirname, '..', '..', '..', 'manifests', 'slack.yaml');
  const levels = (findings: ReturnType<typeof checkScopes>) => findings.map(({ level, says }) => `${level}: ${says}`);

  it('are all that the manifest asks for', async () => {
    const scopes = await scopesIn(manifest);
    expect(scopes.required).toContain('chat:write');
    const [only, ...more] = checkScopes([...scopes.required, ...scopes.optional], scopes);
    expect(only).toMatchObject({ level: 'ok' });
    expect(more).toEqual([]);
  });

  it('are named where one that is needed is missing, one that may be, or one too many', () => {
    const scopes = { required: ['commands', 'chat:write'], optional: ['im:history', 'files:write'] };
    expect(levels(checkScopes(['commands', 'files:write', 'admin'], scopes))).toEqual([
      'wrong: missing: chat:write',
      'warning: without im:history, people cannot write to the bot in their own words (the command and the buttons work), and a message whose answer from Slack was lost cannot be looked for: it stays uncertain',
      'warning: more than needed: admin',
    ]);
    expect(checkScopes(undefined, scopes)).toMatchObject([{ level: 'warning' }]);
  });
});

describe('what Slack’s secrets look like', () => {
  const slack = {
    signingSecrets: ['0123456789abcdef0123456789abcdef'],
    botToken: undefined,
    appToken: undefined,
    apiUrl: '',
  };

  it('is right, or said without them', () => {
    expect(checkSlackSecrets(slack)).toMatchObject([{ level: 'ok' }]);
    const odd = checkSlackSecrets({ ...slack, signingSecrets: ['client-secret-1'], appToken: 'xapp-odd' });
    expect(odd).toMatchObject([{ level: 'warning' }, { level: 'warning' }]);
    expect(JSON.stringify(odd)).not.toMatch(/client-secret-1|xapp-odd/u);
    expect(checkSlackSecrets({ ...slack, appToken: 'xapp-1-A0123-456-0123abcd' })).toMatchObject([{}, { level: 'ok' }]);
  });
});

describe('the clock beside another one', () => {
  const here = new Date('2026-11-18T19:00:00Z');
  it.each([
    [60, 'ok'],
    [-61, 'warning'],
    [300, 'warning'],
    [-301, 'wrong'],
  ])('%d s apart is %s', (seconds, level) => {
    expect(checkSkew('Slack', here, new Date(here.getTime() + seconds * 1000))).toMatchObject({ level });
  });
});
