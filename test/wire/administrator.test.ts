import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { DateTime } from 'luxon';
import { createCallLog, createFaults, createSlackStandIn } from '../../src/local';
import { freshDatabase, onServer } from '../databases';
import { mentor, startProduct } from './deployment';

const token = 'xoxb-administrator-test';
const scopes = 'commands,chat:write,im:write,users:read,app_mentions:read,users:read.email,files:write';
const keys = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

/** Slack's Web API on this machine, with the scopes of a token as the real one tells them. */
async function slack(): Promise<{ server: Server; apiUrl: string }> {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const now = (): DateTime => DateTime.utc();
  const standIn = createSlackStandIn({
    signingSecret: '0123456789abcdef0123456789abcdef',
    botToken: token,
    base: () => `${base}/slack`,
    target: () => base,
    users: async () => [],
    now,
    ids: randomUUID,
    log: createCallLog({ now }),
    faults: createFaults(),
    teamId: 'T1',
  });
  app.use('/slack', (_, response, next) => {
    response.set('x-oauth-scopes', scopes);
    next();
  });
  app.use('/slack', standIn.router);
  return { server, apiUrl: `${base}/slack/api/` };
}

onServer('an administrator’s first hour on a PostgreSQL server', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let platform: Awaited<ReturnType<typeof slack>>;
  let folder: string;
  let env: Record<string, string>;
  beforeEach(async () => {
    database = await freshDatabase();
    platform = await slack();
    folder = mkdtempSync(join(tmpdir(), 'mentor-administrator-'));
    env = {
      DATABASE_URL: database.url,
      MENTOR_KEYS: keys,
      SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
      SLACK_BOT_TOKEN: token,
      SLACK_API_URL: platform.apiUrl,
    };
  });
  afterEach(async () => {
    platform.server.closeAllConnections();
    await new Promise((resolve) => platform.server.close(resolve));
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (args: readonly string[], more: Record<string, string> = {}) => mentor(args, { ...env, ...more }, folder);
  const setUp = () =>
    run([
      'setup',
      ...['--organization', 'DPA', '--zone', 'America/Anchorage', '--program', 'bethel-nome-exchange'],
      ...['--coordinator-name', 'Nora Bright', '--coordinator-email', 'nora@dpa.example.gov'],
    ]);
  const secrets = /xoxb-|administrator-test|0123456789abcdef|BwcHBwcH/u;

  it('goes from an empty database to a doctor who finds nothing wrong', async () => {
    const empty = await run(['doctor']);
    expect(empty.code).toBe(1);
    expect(empty.out).toMatch(/^wrong {4}Migrations: the database is still empty\n {9}-> .*mentor -- setup$/mu);

    const first = await setUp();
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('npm run mentor -- doctor');
    const again = await run(['setup']);
    expect(again.out).toMatch(/^Brought up to date: DPA, time zone America\/Anchorage\.$/mu);
    expect(again.out).not.toContain('Bring up to date');

    writeFileSync(
      join(folder, 'people.csv'),
      'name,email,slack_team,slack_user,time_zone\nAna,ana@dpa.example.gov,T1,U1,\nBen,ben@dpa.example.gov,,,Nowhere\n',
    );
    const dry = await run(['import', 'people.csv', '--dry-run']);
    expect(dry.out).toContain('It would be: 1 added, 0 changed, 0 left, 1 refused');
    const early = await run(['import', 'people.csv'], { PUBLIC_URL: 'http://127.0.0.1:1/x' });
    expect(early.out).toMatch(/\nAs a file: people\.results\.csv\n$/u);
    expect(readFileSync(join(folder, 'people.results.csv'), 'utf8')).toContain('3,time_zone,refused,');

    const product = await startProduct({ ...env, PORT: '0' }, folder);
    const real = await run(['import', 'people.csv'], { PUBLIC_URL: product.base });
    expect(real.code).toBe(1);
    expect(real.out).toContain('Row 3, time_zone: ');
    expect(early.out).toContain('\n1 added, 0 changed, 0 left, 1 refused\n');
    const [, path = ''] = /for Nora Bright, for 24 hours: http:\S+(\/files\/[\w-]{43})\n/u.exec(real.out) ?? [];
    const file = await fetch(`${product.base}${path}`);
    expect(file.status).toBe(200);
    expect(await file.text()).toContain('3,time_zone,refused,');
    const near = await run(['doctor'], { PUBLIC_URL: product.base });
    expect(near.out).toMatch(/^ok {7}PUBLIC_URL: answers, by way of the proxy$/mu);
    expect(await product.stop()).toBe(0);
    expect(product.said()).not.toContain(path.slice(7));

    const well = await run(['doctor']);
    expect(well).toMatchObject({ code: 0, err: '' });
    expect(well.out).toMatch(/^ok {7}Slack token: valid, for the workspace T1$/mu);
    expect(well.out).toMatch(/^ok {7}Slack workspace: belongs to an organization here$/mu);
    expect(well.out).toMatch(/^warning {2}Slack scopes: without im:history, /mu);
    expect(well.out).toMatch(/^ok {7}Clock beside Slack: \d+ s apart$/mu);
    const books = await run(['reconcile']);
    expect(books).toMatchObject({ code: 0, err: '' });
    expect(books.out).toContain('\nAll 9 numbers are 0.\n');
    expect(books.out).not.toMatch(/Ana|Nora|DPA/u);
    expect([empty, first, dry, real, well, books].map(({ out, err }) => out + err).join()).not.toMatch(secrets);
  }, 120_000);

  it('hears of the doctor and at the start the same about a token that Slack does not take', async () => {
    const other = { SLACK_BOT_TOKEN: 'xoxb-revoked-one' };
    const { code, out } = await run(['doctor'], other);
    const [, todo = '-'] = /Slack says invalid_auth\n {9}-> (.*)\n/u.exec(out) ?? [];
    const start = await run(['start'], { ...other, PORT: '0' });
    expect([code, start.code]).toEqual([1, 78]);
    expect(start.err).toBe(`${todo}\n`);
    expect(out + start.err).not.toContain('revoked-one');
  }, 60_000);

  it('hears of the doctor about keys that do not fit, and about every fault of the variables', async () => {
    await setUp();
    const other = await run(['doctor'], { MENTOR_KEYS: `k1:${Buffer.alloc(32, 8).toString('base64')}` });
    expect(other.code).toBe(1);
    expect(other.out).toMatch(/^wrong {4}Keys: do not fit\n {9}-> .*another one than the database was sealed with/mu);
    const faulty = await run(['doctor'], { PORT: 'secret-port', LOG_LEVEL: 'debug', TEAMS_CLOUD: 'secret-cloud' });
    expect(faulty.code).toBe(1);
    expect(faulty.out.match(/^wrong {4}Variables: /gmu)).toHaveLength(3);
    expect(faulty.out).toMatch(/^ok {7}Organization: one$/mu);
    expect(faulty.out).toMatch(/^ok {7}Slack token: valid, for the workspace T1$/mu);
    expect(faulty.out).not.toMatch(/secret-port|secret-cloud/u);
    const blind = await run(['doctor'], { DATABASE_URL: 'mysql://secret-host', SLACK_API_URL: 'slack.com' });
    expect(blind.out).toMatch(/^warning {2}Database: not looked at, as DATABASE_URL has a fault$/mu);
    expect(blind.out).toMatch(/^warning {2}Slack token: not looked at, as SLACK_API_URL has a fault$/mu);
    expect(blind.out).toMatch(/^ok {7}Slack signing secret: /mu);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  }, 60_000);

  it('is helped with a command before anything is set up, and with an option that is misspelt', async () => {
    const help = await run(['setup', '--help'], { PORT: 'none' });
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('Example:\n  npm run mentor -- setup ');
    const slip = await run(['import', 'people.csv', '--dryrun']);
    expect(slip).toMatchObject({ code: 64, out: '', err: expect.stringContaining('Did you mean --dry-run?') });
  }, 60_000);

  it('is told in one sentence what is wrong with a file', async () => {
    const { code, err } = await run(['import', 'none.csv']);
    expect(code).toBe(78);
    expect(err).toBe(
      'none.csv cannot be read. There is no such file. Check its name, and the folder that you are in.\n',
    );
  });
});
