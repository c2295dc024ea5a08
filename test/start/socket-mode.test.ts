import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config';
import { start } from '../../src/main';
import { type Answered, type StandIn, slackStandIn } from '../channels/slack/stand-in';
import { migratedFolder } from '../templates';

describe('the product in Socket Mode', () => {
  const logged: string[] = [];
  const write = (fields: object, message: string): void => void logged.push(JSON.stringify({ ...fields, message }));
  const log = { info: write, warn: write, error: write };
  let folder: string;
  let slack: StandIn;
  beforeEach(async () => {
    folder = await migratedFolder(mkdtempSync(join(tmpdir(), 'mentor-socket-')));
    slack = await slackStandIn();
    slack.answer('auth.test', { body: { ok: true, team_id: 'T1' } });
    logged.length = 0;
  });
  afterEach(async () => {
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const run = async (opens: Answered) => {
    slack.answer('apps.connections.open', opens);
    const read = readConfig({
      PORT: '0',
      MENTOR_DATA_DIR: folder,
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-never-print-me',
      SLACK_API_URL: slack.apiUrl,
    });
    if (!read.ok) throw new Error(read.faults.join(' '));
    return start(read.config, log);
  };

  it('refuses the start with a token without the scope, and says which', async () => {
    await expect(run({ body: { ok: false, error: 'missing_scope' } })).rejects.toMatchObject({
      name: 'SetupError',
      message: expect.stringMatching(/SLACK_APP_TOKEN lacks the scope connections:write.*missing_scope/u),
    });
  }, 60_000);

  it('starts where Slack cannot be reached, says so, and is not ready', async () => {
    const running = await run({ status: 503 });
    const ready = await fetch(`http://127.0.0.1:${running.port}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { database: true, heartbeat: true, worker: true, running: true, disk: true, slack: false },
    ]);
    expect(logged.join('\n')).toMatch(/slack\.socket-failed.*Socket Mode is not connected: /u);
    expect(logged.join()).not.toContain('never-print-me');
    await running.stop();
  }, 60_000);
});
