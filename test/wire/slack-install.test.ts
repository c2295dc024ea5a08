import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCommand } from '../../src/cli/import';
import { readConfig } from '../../src/config';
import { type Running, start } from '../../src/main';
import { signature, wireForm } from '../channels/slack/driver';
import { payload } from '../channels/slack/payload';
import { type StandIn, slackStandIn } from '../channels/slack/stand-in';

const secret = 'abcdefgh12345678';
const logged: string[] = [];
const write = (fields: object, message: string): void => void logged.push(JSON.stringify({ ...fields, message }));
const log = { info: write, warn: write, error: write };
const folder = mkdtempSync(join(tmpdir(), 'mentor-install-'));

let slack: StandIn;
let running: Running;
let base: string;

beforeAll(async () => {
  slack = await slackStandIn();
  const read = readConfig({
    PORT: '0',
    MENTOR_DATA_DIR: folder,
    SLACK_SIGNING_SECRET: secret,
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'not-a-real-secret',
    SLACK_API_URL: slack.apiUrl,
    PUBLIC_URL: 'http://127.0.0.1:3978',
  });
  if (!read.ok) throw new Error(read.faults.join(' '));
  writeFileSync(
    join(folder, 'people.csv'),
    'name,email,slack_team,slack_user,roles\nBen Ross,ben@nome.example.gov,T0001,U2147483697,coordinator\n',
  );
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  expect(await importCommand.run([join(folder, 'people.csv')], read.config)).toBe(0);
  spy.mockRestore();
  running = await start(read.config, log);
  base = `http://127.0.0.1:${running.port}`;
}, 60_000);
afterAll(async () => {
  await running.stop();
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

// Every request of another second: the same one twice would be a replay.
const started = Math.floor(Date.now() / 1000);
let told = 0;
async function send(body: Record<string, unknown>): Promise<{ status: number; text: string }> {
  const form = wireForm(body);
  told += 1;
  const timestamp = String(started - told);
  const response = await fetch(`${base}/slack/events`, {
    method: 'POST',
    body: form.body,
    headers: {
      'content-type': form.type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature(form.body, timestamp, secret),
    },
  });
  return { status: response.status, text: await response.text() };
}

describe('the product, installed by OAuth', () => {
  it('goes from the install page to a first answered command, and falls silent when it is removed', async () => {
    const begun = await fetch(`${base}/slack/install`, { redirect: 'manual' });
    const asks = new URL(begun.headers.get('location') ?? 'about:blank');
    expect(asks.searchParams.get('redirect_uri')).toBe('http://127.0.0.1:3978/slack/oauth_redirect');
    slack.answer('oauth.v2.access', {
      body: {
        ok: true,
        access_token: 'xoxb-installed',
        token_type: 'bot',
        scope: 'commands',
        bot_user_id: 'UBOT',
        is_enterprise_install: false,
        team: { id: 'T0001', name: 'Agency' },
        enterprise: null,
        authed_user: { id: 'UADMIN' },
      },
    });
    slack.answer('auth.test', { body: { ok: true, bot_id: 'B1' } });
    const state = asks.searchParams.get('state') ?? '';
    const back = await fetch(`${base}/slack/oauth_redirect?code=c1&state=${encodeURIComponent(state)}`, {
      headers: { cookie: begun.headers.get('set-cookie')?.split(';')[0] ?? '' },
    });
    expect({ status: back.status, page: await back.text() }).toMatchObject({
      status: 200,
      page: expect.stringContaining('is installed'),
    });

    const answered = await send(payload('command', { text: 'help', response_url: slack.responseUrl }));
    expect(answered).toMatchObject({ status: 200, text: expect.stringContaining('"response_type":"ephemeral"') });
    expect(answered.text).not.toMatch(/not set up|do not know you/);
    const posted = slack.next('chat.postMessage');
    await send(payload('shortcut'));
    expect((await posted).token).toBe('xoxb-installed');

    expect((await send(payload('uninstalled'))).status).toBe(200);
    const late = await send(payload('command', { text: 'help', trigger_id: '9.9', response_url: slack.responseUrl }));
    expect(late.text).toContain('not set up for this workspace yet');
    expect(logged.join()).not.toMatch(/xoxb-installed|not-a-real-secret|Ben Ross/);
    expect(slack.faults).toEqual([]);
  }, 30_000);
});
