import { readConfig } from '../src/config';

const oauth = {
  SLACK_SIGNING_SECRET: 'abcdefgh12345678',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'not-a-real-secret',
  PUBLIC_URL: 'https://mentor.example.gov',
};
const faults = (environment: Record<string, string | undefined>): readonly string[] => {
  const read = readConfig(environment);
  return read.ok ? [] : read.faults;
};

describe('the Slack variables', () => {
  it('switch on installing by OAuth, without a token of one workspace', () => {
    const read = readConfig(oauth);
    expect(read.ok && read.config.slack).toMatchObject({
      botToken: undefined,
      oauth: { clientId: '1.2', publicUrl: 'https://mentor.example.gov' },
    });
  });

  it('of one workspace go on as before', () => {
    const read = readConfig({ SLACK_SIGNING_SECRET: 'abcdefgh12345678', SLACK_BOT_TOKEN: 'xoxb-1' });
    expect(read.ok && read.config.slack).toMatchObject({ botToken: 'xoxb-1', oauth: undefined });
  });

  it('may all be there: a workspace by token beside those by OAuth', () => {
    const read = readConfig({ ...oauth, SLACK_BOT_TOKEN: 'xoxb-1' });
    expect(read.ok && read.config.slack).toMatchObject({ botToken: 'xoxb-1', oauth: { clientId: '1.2' } });
  });

  it.each([
    [{ SLACK_CLIENT_SECRET: undefined }, ['SLACK_CLIENT_SECRET is missing beside SLACK_CLIENT_ID']],
    [{ SLACK_CLIENT_ID: undefined }, ['SLACK_CLIENT_ID is missing beside SLACK_CLIENT_SECRET']],
    [{ PUBLIC_URL: undefined }, ['PUBLIC_URL is missing']],
    [{ PUBLIC_URL: 'http://mentor.example.gov' }, ['PUBLIC_URL must begin with https://']],
    [{ SLACK_SIGNING_SECRET: undefined }, ['SLACK_SIGNING_SECRET is missing']],
    [{ PUBLIC_URL: undefined, SLACK_CLIENT_ID: undefined }, ['SLACK_CLIENT_ID is missing', 'PUBLIC_URL is missing']],
  ])('with %j are refused, each fault with what to do', (changes, sentences) => {
    const told = faults({ ...oauth, ...changes });
    expect(told).toEqual(sentences.map((sentence) => expect.stringContaining(sentence)));
    expect(told.join()).not.toContain('not-a-real-secret');
  });

  it('take an address without TLS only where Slack itself is a stand-in on this machine', () => {
    const local = { PUBLIC_URL: 'http://127.0.0.1:3978', SLACK_API_URL: 'http://127.0.0.1:4000/api/' };
    expect(faults({ ...oauth, ...local })).toEqual([]);
  });

  it('name both ways where neither is complete', () => {
    expect(faults({ SLACK_SIGNING_SECRET: 'abcdefgh12345678' })).toEqual([
      expect.stringContaining('SLACK_CLIENT_ID and SLACK_CLIENT_SECRET to install by OAuth'),
    ]);
  });

  it.each([
    ['SLACK_BOT_TOKEN', 'xapp-1-A0-1-ab', 'belongs into SLACK_APP_TOKEN'],
    ['SLACK_BOT_TOKEN', 'xoxp-1-secret', 'token of a person (xoxp-)'],
    ['SLACK_BOT_TOKEN', 'secret-token', 'does not begin with xoxb-'],
    ['SLACK_APP_TOKEN', 'xoxb-1-secret', 'the app-level token (xapp-) is wanted'],
    ['SLACK_APP_TOKEN', 'secret-token', 'does not begin with xapp-'],
  ])('%s of another kind is told apart, and not printed', (name, value, words) => {
    const told = faults({ SLACK_SIGNING_SECRET: 'abcdefgh12345678', SLACK_BOT_TOKEN: 'xoxb-1', [name]: value });
    expect(told).toEqual([expect.stringContaining(words)]);
    expect(told[0]).toMatch(new RegExp(`^${name} `));
    expect(told.join()).not.toContain(value);
  });

  it('take a bot token that is renewed', () => {
    expect(faults({ SLACK_SIGNING_SECRET: 'abcdefgh12345678', SLACK_BOT_TOKEN: 'xoxe.xoxb-1-abc' })).toEqual([]);
  });
});

describe('a configuration with faults', () => {
  it('names the variables, and keeps what the others say', () => {
    const read = readConfig({
      PORT: 'many',
      DATABASE_URL: 'mysql://secret',
      SLACK_BOT_TOKEN: 'xoxb-1',
      PUBLIC_URL: 'https://mentor.example.gov',
    });
    if (read.ok) throw new Error('That cannot be read.');
    expect([...read.faulty].sort()).toEqual(['DATABASE_URL', 'MENTOR_KEYS', 'PORT', 'SLACK_SIGNING_SECRET']);
    expect(read.rest).toMatchObject({
      port: 3978,
      databaseUrl: undefined,
      publicUrl: 'https://mentor.example.gov',
      slack: { botToken: 'xoxb-1', signingSecrets: [] },
    });
  });
});
