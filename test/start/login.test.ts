import { Client } from 'pg';
import { migrateCommand } from '../../src/cli/migrate';
import { type Config, readConfig } from '../../src/config';
import { checkLogin, isProduction } from '../../src/start/login';
import { makeMasterKeys } from '../../src/store';
import { freshDatabase, onServer, serverUrl } from '../databases';

const slack = { SLACK_SIGNING_SECRET: 'abcdefgh12345678', SLACK_BOT_TOKEN: 'xoxb-1' };
const live = { ...slack, PUBLIC_URL: 'https://mentor.example.gov' };
const configOf = (environment: Record<string, string>): Config => {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.faults.join(' '));
  return read.config;
};

describe('people work with it', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['with an https address and Slack', live, true],
    ['with an address only', { PUBLIC_URL: 'https://mentor.example.gov' }, false],
    ['with Slack and no address', slack, false],
    ['with an address of this machine', { ...slack, PUBLIC_URL: 'http://127.0.0.1:3978' }, false],
    ['with a stand-in for Slack', { ...live, SLACK_API_URL: 'http://127.0.0.1:4000/api/' }, false],
    ['with Teams on loopback', { TEAMS_LOCAL: '1', PUBLIC_URL: 'https://mentor.example.gov' }, false],
  ])('%s: %#', (_, environment, production) => {
    expect(isProduction(configOf(environment))).toBe(production);
  });
});

onServer('the login role of the database', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let said: string[];
  beforeEach(async () => {
    database = await freshDatabase();
    said = [];
  });
  afterEach(() => database.drop());
  const check = (environment: Record<string, string> = {}) =>
    checkLogin(
      configOf({ DATABASE_URL: database.url, MENTOR_KEYS: makeMasterKeys(), ...environment }),
      (sentence) => void said.push(sentence),
    );
  const alter = async (right: 'superuser' | 'bypassrls'): Promise<void> => {
    const admin = new Client({ connectionString: serverUrl() });
    await admin.connect();
    await admin.query(`alter role ${new URL(database.url).username} ${right}`);
    await admin.end();
  };

  it('that can see past nothing is not spoken of', async () => {
    await check(live);
    expect(said).toEqual([]);
  });

  it.each(['superuser', 'bypassrls'] as const)('that is %s is warned of, and refused in production', async (right) => {
    await alter(right);
    await check();
    expect(said).toEqual([
      expect.stringMatching(new RegExp(`^WARNING: The login role .*${right}.*docs/operate\\.md`, 'iu')),
    ]);
    await expect(check(live)).rejects.toMatchObject({
      name: 'SetupError',
      message: expect.stringContaining('docs/operate.md'),
    });
    expect(said.join()).not.toContain(new URL(database.url).password);
  });

  it('is refused before a single table is made', async () => {
    await alter('superuser');
    const config = configOf({ DATABASE_URL: database.url, MENTOR_KEYS: makeMasterKeys(), ...live });
    await expect(migrateCommand.run([], config)).rejects.toMatchObject({ name: 'SetupError' });
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(`select to_regclass('public.migrations') as made`);
    await client.end();
    expect(rows).toEqual([{ made: null }]);
  });
});
