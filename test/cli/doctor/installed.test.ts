import { randomUUID } from 'node:crypto';
import { checkInstalled } from '../../../src/cli/doctor/installed';
import type { SlackConfig } from '../../../src/config';
import { createOrganization, joinInstallation, saveSlackToken } from '../../../src/store';
import { anyStore, type TestStore } from '../../databases';
import { type Answer, type Stub, serve } from './server';

const scopes = { required: ['commands', 'chat:write'], optional: ['im:history'] };
const valid = (tenant: string, granted: string): Answer => ({
  headers: { 'x-oauth-scopes': granted },
  body: { ok: true, team_id: tenant },
});

describe('workspaces that were installed by OAuth', () => {
  let slack: Stub;
  let store: TestStore;
  const answers = new Map<string, Answer>();
  beforeAll(async () => {
    slack = await serve(
      ({ headers }) => answers.get(headers.authorization?.slice(7) ?? '') ?? { status: 500, body: '' },
    );
    store = await anyStore();
    const one = await createOrganization(store, randomUUID(), 'One', 'UTC');
    const two = await createOrganization(store, randomUUID(), 'Two', 'UTC');
    await install(one, 'T1');
    await install(one, 'T2');
    await install(two, 'T3');
  }, 60_000);
  afterAll(async () => {
    await slack.close();
    await store.drop();
  });
  const keep = (organizationId: string, tenant: string, text: string) =>
    store.inOrganization(organizationId, undefined, (tx) => saveSlackToken(tx, tenant, text));
  const install = async (organizationId: string, tenant: string): Promise<void> => {
    await joinInstallation(store, 'slack', tenant, organizationId);
    const bot = { id: 'B', userId: 'U', token: `xoxb-${tenant}`, scopes: [] };
    await keep(organizationId, tenant, JSON.stringify({ wholeGrid: false, team: { id: tenant }, installer: 'U', bot }));
  };
  const config = (): SlackConfig => ({
    signingSecrets: [],
    botToken: undefined,
    appToken: undefined,
    apiUrl: `${slack.base}/api/`,
    oauth: { clientId: '1.2', clientSecret: 'not-a-real-secret', publicUrl: 'https://mentor.example.gov' },
  });
  const check = (changes: Partial<SlackConfig> = {}) => checkInstalled(store, { ...config(), ...changes }, scopes);

  it('get one line each, of every organization: well, revoked, or short of a scope', async () => {
    answers.set('xoxb-T1', valid('T1', 'commands,chat:write,im:history'));
    answers.set('xoxb-T2', { body: { ok: false, error: 'token_revoked' } });
    answers.set('xoxb-T3', valid('T3', 'commands'));
    const findings = await check();
    expect(findings.toSorted((a, b) => a.about.localeCompare(b.about))).toMatchObject([
      { level: 'ok', about: 'Slack installation T1' },
      { level: 'wrong', says: expect.stringContaining('token_revoked'), todo: expect.stringContaining('install-link') },
      { level: 'wrong', about: 'Slack installation T3', says: expect.stringContaining('lacks chat:write') },
    ]);
    expect(JSON.stringify(findings)).not.toContain('xoxb-');
  });

  it('whose token is for another one, or whose optional scope was refused, are told', async () => {
    answers.set('xoxb-T1', valid('T9', 'commands,chat:write,im:history'));
    answers.set('xoxb-T3', valid('T3', 'commands,chat:write'));
    expect(await check()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ level: 'wrong', says: 'its token is for T9' }),
        expect.objectContaining({ level: 'warning', says: expect.stringContaining('without im:history') }),
      ]),
    );
  });

  it('are not asked about where installing by OAuth is off', async () => {
    const before = slack.asked.length;
    expect((await check({ oauth: undefined })).map(({ level }) => level)).toEqual(['warning', 'warning', 'warning']);
    expect(slack.asked).toHaveLength(before);
  });

  it('are only a warning where Slack cannot be reached', async () => {
    const findings = await check({ apiUrl: 'http://127.0.0.1:1/api/' });
    expect(findings.map(({ level }) => level)).toEqual(['warning', 'warning', 'warning']);
  });
});
