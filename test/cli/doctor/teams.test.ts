import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTeamsLogin, checkTeamsManifest, loginOf } from '../../../src/cli/doctor/teams';
import type { TeamsConfig } from '../../../src/config';
import { type Answer, type Stub, serve } from './server';

const config: TeamsConfig = {
  appId: '11111111-0000-4000-8000-000000000000',
  appPassword: 'never-print-me',
  tenantId: '22222222-0000-4000-8000-000000000000',
  appType: 'SingleTenant',
  cloud: 'public',
  local: false,
};

describe('the credentials of the Teams bot', () => {
  let login: Stub;
  let answer: Answer;
  beforeAll(async () => {
    login = await serve(() => answer);
  });
  afterAll(() => login.close());
  const check = (more: Partial<TeamsConfig> = {}) =>
    checkTeamsLogin({ ...config, ...more }, { address: `${login.base}/token`, scope: 's/.default' });

  it('give a token', async () => {
    answer = { body: { access_token: 'abc', token_type: 'Bearer' } };
    const finding = await check();
    expect(finding).toMatchObject({ level: 'ok' });
    expect(login.asked.at(-1)).toContain(`grant_type=client_credentials&client_id=${config.appId}`);
    expect(JSON.stringify(finding)).not.toMatch(/never-print-me|abc/u);
  });

  it.each([
    [7000215, 'not its id'],
    [7000222, 'new client secret'],
    [700016, 'TEAMS_CLOUD'],
    [90002, 'TEAMS_TENANT_ID'],
    [12345, 'app registration'],
  ])('are refused with code %d: says what to do and no secret', async (code, words) => {
    answer = {
      status: 401,
      body: { error: 'invalid_client', error_codes: [code], error_description: 'never-print-me' },
    };
    const finding = await check();
    expect(finding).toMatchObject({ level: 'wrong', todo: expect.stringContaining(words) });
    expect(JSON.stringify(finding)).not.toContain('never-print-me');
  });

  it('are only a warning where the host cannot be reached, which is named', async () => {
    const finding = await checkTeamsLogin(config, { address: 'http://127.0.0.1:9/token', scope: '' });
    expect(finding).toMatchObject({ level: 'warning', todo: expect.stringContaining('127.0.0.1:9') });
  });

  it('are not tried for a managed identity, nor without sign-in', async () => {
    const before = login.asked.length;
    expect(await check({ appType: 'UserAssignedMSI' })).toMatchObject({ level: 'ok' });
    expect(await check({ local: true })).toMatchObject({ level: 'warning' });
    expect(login.asked).toHaveLength(before);
  });

  it.each([
    ['public', 'login.microsoftonline.com', 'https://api.botframework.com/.default'],
    ['gcc', 'login.microsoftonline.com', 'https://api.botframework.com/.default'],
    ['gcch', 'login.microsoftonline.us', 'https://api.botframework.azure.us/.default'],
    ['dod', 'login.microsoftonline.us', 'https://api.botframework.azure.us/.default'],
  ] as const)('are asked for in the cloud %s', (cloud, host, scope) => {
    const { address, scope: asked } = loginOf({ ...config, cloud });
    expect(address).toBe(`https://${host}/${config.tenantId}/oauth2/v2.0/token`);
    expect(asked).toBe(scope);
  });
});

describe('the manifest of the Teams app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mentor-manifest-'));
  const file = join(folder, 'manifest.json');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['${{TEAMS_APP_ID}}', 'ok'],
    [config.appId, 'ok'],
    ['33333333-0000-4000-8000-000000000000', 'wrong'],
  ])('for the bot %s is %s', async (botId, level) => {
    writeFileSync(file, JSON.stringify({ bots: [{ botId }] }));
    expect(await checkTeamsManifest(file, config.appId)).toMatchObject({ level });
  });

  it('that is not there is wrong', async () => {
    expect(await checkTeamsManifest(join(folder, 'none.json'), config.appId)).toMatchObject({ level: 'wrong' });
  });
});
