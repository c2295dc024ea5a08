import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organizationInLink } from '../../src/channels/slack/install-link';
import { installLinkCommand } from '../../src/cli/install-link';
import { type Config, readConfig } from '../../src/config';
import { realClock } from '../../src/start/clock';
import { openDatabase } from '../../src/start/house';
import { createOrganization } from '../../src/store';
import { migratedFolder } from '../templates';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'mentor-link-'));
beforeAll(() => migratedFolder(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function configOf(changes: Record<string, string | undefined> = {}): Config {
  const read = readConfig({
    MENTOR_DATA_DIR: folder,
    SLACK_SIGNING_SECRET: 'abcdefgh12345678',
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'not-a-real-secret',
    PUBLIC_URL: 'https://mentor.example.gov',
    ...changes,
  });
  if (!read.ok) throw new Error(read.faults.join(' '));
  return read.config;
}

async function found(...names: string[]): Promise<string[]> {
  const store = await openDatabase(configOf(), realClock, quiet);
  const ids: string[] = [];
  for (const name of names) ids.push(await createOrganization(store, randomUUID(), name, 'America/Anchorage'));
  await store.close();
  return ids;
}

async function printed(...args: string[]): Promise<string> {
  const out: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out.push(String(text));
    return true;
  });
  try {
    expect(await installLinkCommand.run(args, configOf())).toBe(0);
  } finally {
    spy.mockRestore();
  }
  return out.join('').trim();
}

describe('mentor install-link', () => {
  it('prints a link for the only organization, and asks which where there are several', async () => {
    await expect(installLinkCommand.run([], configOf())).rejects.toThrow('mentor -- setup');
    const [here] = await found('Here');
    const link = new URL(await printed());
    expect(`${link.origin}${link.pathname}`).toBe('https://mentor.example.gov/slack/install');
    expect(await organizationInLink('not-a-real-secret', link.searchParams.get('for') ?? '', new Date())).toBe(here);
    expect(await organizationInLink('another-secret', link.searchParams.get('for') ?? '', new Date())).toBeUndefined();

    const [there] = await found('There');
    await expect(installLinkCommand.run([], configOf())).rejects.toThrow('--organization "Here" or "There"');
    await expect(installLinkCommand.run(['--organization', 'Else'], configOf())).rejects.toThrow(
      'no single organization',
    );
    const named = new URL(await printed('--organization', 'There'));
    expect(await organizationInLink('not-a-real-secret', named.searchParams.get('for') ?? '', new Date())).toBe(there);
  }, 60_000);

  it('says how to switch installing by OAuth on', async () => {
    const config = configOf({ SLACK_CLIENT_ID: undefined, SLACK_CLIENT_SECRET: undefined, SLACK_BOT_TOKEN: 'xoxb-1' });
    await expect(installLinkCommand.run([], config)).rejects.toThrow('SLACK_CLIENT_ID');
  });
});
