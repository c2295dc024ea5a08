import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, onServer } from '../databases';
import { migratedFolder } from '../templates';
import { type Deployment, deploy, mentor } from './deployment';

const csv = readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8');
const members = [
  { name: 'Ana Reyes', teamsUser: 'ana' },
  { name: 'Ben Carter', slackUser: 'ben' },
  { name: 'Joan Ek', slackUser: 'joan' },
  { name: 'Maya Okpik', teamsUser: 'maya' },
  { name: 'Sam Ivanoff', teamsUser: 'sam' },
  { name: 'Victor Hale', slackUser: 'victor', teamsUser: 'victor' },
  { name: 'Wendy Tran', slackUser: 'wendy' },
  { name: 'Rosa Diaz', slackUser: 'rosa' },
];
const canary = 'canary-7431-overwhelmed';

/** Asks again until it is so; the product answers by messages of its own, within ten seconds. */
async function eventually<T>(look: () => T | undefined, what: string): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Within ten seconds there was no ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the product with Slack credentials and local Teams', () => {
  let it_: Deployment;

  beforeAll(async () => {
    it_ = await deploy(csv, members);
  }, 90_000);
  afterAll(async () => {
    expect(await it_.stop()).toBe(0);
    // What people wrote, and who they are, never reached the log.
    expect(it_.said()).not.toContain(canary);
    expect(it_.said()).not.toMatch(/Ana|Joan|example\.gov/);
  }, 40_000);

  const teamsMessage = (user: string, words: string): { id: string } | undefined =>
    it_.teams.seenBy(user).findLast((message) => JSON.stringify(message).includes(words));
  const slackMessage = (user: string, words: string): unknown =>
    it_.slack.seenBy(user).findLast((message) => JSON.stringify(message).includes(words));

  it('imported everybody', () => {
    expect(it_.imported).toMatchObject({ code: 0 });
    expect(it_.imported.out).toContain('11 added');
  });

  it('answers a slash command in its acknowledgment, to her alone', async () => {
    await it_.slack.slashCommand('ben', 'find interviewing');
    const answered = await eventually(
      () => slackMessage('ben', 'Mentors for Interviewing Techniques'),
      'list of mentors',
    );
    expect(JSON.stringify(answered)).toContain('Joan Ek');
    const posts = it_.log
      .list()
      .filter((call) => call.what === 'chat.postMessage' && JSON.stringify(call.body).includes('Mentors for'));
    expect(posts).toEqual([]);
  });

  it('carries a wish from Teams to a mentor in Slack whom nobody has ever heard of, and back', async () => {
    await it_.teams.message('ana', 'find a mentor for case note documentation');
    const list = await eventually(() => teamsMessage('ana', 'Mentors for Case note'), 'list of mentors');
    const asks = JSON.stringify(list).match(/"tooltip":"Ask [^"]+","data"/g) ?? [];
    const joan = asks.findIndex((ask) => ask.includes('Joan Ek'));
    expect(asks.length).toBeGreaterThan(1);
    await it_.teams.execute('ana', list.id, Math.floor(joan / 2));
    await eventually(() => teamsMessage('ana', 'What would you like to discuss?'), 'form');
    await it_.teams.execute('ana', list.id, 'Send request', { need: canary, topic: 'case_notes' });
    await eventually(() => teamsMessage('ana', 'Waiting for Joan'), 'card of the request');
    await eventually(() => slackMessage('joan', 'Ana Reyes would like you as a mentor'), 'card for Joan');
    const [card] = it_.slack.seenBy('joan').filter((message) => JSON.stringify(message).includes('accept'));
    expect(card).toBeDefined();
  });

  it('refuses a second process on the same data folder with a sentence', async () => {
    const second = await mentor(['start'], { MENTOR_DATA_DIR: it_.folder, PORT: '0', TEAMS_LOCAL: '1' }, it_.folder);
    expect(second.code).toBe(78);
    expect(second.err).toContain('is in use by another Mentor Exchange');
  });
});

describe('the command line', () => {
  it('names all faults of the configuration at once, without a value', async () => {
    const { code, err } = await mentor(
      ['start'],
      {
        PORT: 'abc',
        DATABASE_URL: 'secret-value',
        TEAMS_APP_ID: 'nope',
        LOG_LEVEL: 'debug',
        SLACK_BOT_TOKEN: 'xoxb-t',
        MENTOR_KEYS: 'k1:c2hvcnQ=',
      },
      __dirname,
    );
    expect(code).toBe(78);
    for (const name of [
      'PORT',
      'DATABASE_URL',
      'TEAMS_APP_ID',
      'TEAMS_TENANT_ID',
      'LOG_LEVEL',
      'SLACK_SIGNING_SECRET',
      'MENTOR_KEYS',
    ])
      expect(err).toContain(name);
    expect(err).not.toMatch(/secret-value|nope|abc\b|c2hvcnQ|xoxb-t/);
  });

  it('names an option that it does not know, without a stack', async () => {
    const { code, err } = await mentor(['import', 'people.csv', '--ful'], {}, __dirname);
    expect(code).toBe(64);
    expect(err).toContain('--ful');
    expect(err).not.toContain('    at ');
  });

  it('says in a sentence that the database does not answer, without its password', async () => {
    const env = {
      DATABASE_URL: 'postgres://mentor:hidden@127.0.0.1:9/mentor',
      MENTOR_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    };
    const { code, err } = await mentor(['migrate'], env, __dirname);
    expect(code).toBe(78);
    expect(err).toContain('The database server does not answer');
    expect(err).not.toContain('hidden');
  });

  it('refuses keys that the database was not sealed with', async () => {
    const folder = await migratedFolder(mkdtempSync(join(tmpdir(), 'mentor-keys-')));
    const env = { MENTOR_DATA_DIR: folder };
    await mentor(
      [
        'setup',
        '--organization',
        'DPA',
        '--coordinator-name',
        'Nora',
        '--coordinator-email',
        'nora@dpa.example.gov',
        '--zone',
        'America/Anchorage',
      ],
      env,
      folder,
    );
    const other = { ...env, MENTOR_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}` };
    const { code, err } = await mentor(['migrate'], other, folder);
    rmSync(folder, { recursive: true, force: true });
    expect(code).toBe(78);
    expect(err).toContain('another one than the database was sealed with');
  }, 60_000);

  it('names the faults of a program definition with line and reason', async () => {
    const { code, out } = await mentor(['program', 'check', join(__dirname, 'faulty-program.yaml')], {}, __dirname);
    expect(code).toBe(1);
    expect(out).toMatch(/faulty-program\.yaml:\d+/);
  });
});

onServer('the command line on a PostgreSQL server, as a login role that is no superuser', () => {
  it('sets up, imports, and imports again without changing anything', async () => {
    const database = await freshDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'mentor-server-'));
    writeFileSync(join(folder, 'people.csv'), csv);
    const env = { DATABASE_URL: database.url, MENTOR_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}` };
    try {
      expect((await mentor(['migrate'], env, folder)).code).toBe(0);
      const first = await mentor(['import', 'people.csv'], env, folder);
      expect(first).toMatchObject({ code: 0, err: '' });
      expect(first.out).toContain('11 added');
      expect((await mentor(['import', 'people.csv'], env, folder)).out).toContain('0 added, 0 changed');
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await database.drop();
    }
  }, 60_000);
});
