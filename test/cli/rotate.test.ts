import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysCommand } from '../../src/cli/keys';
import { rotateGiven } from '../../src/cli/keys/rotate';
import { type Config, readConfig } from '../../src/config';
import { realClock } from '../../src/start/clock';
import { openDatabase } from '../../src/start/house';
import { createLog } from '../../src/start/log';
import {
  addPerson,
  createOrganization,
  keysInFolder,
  makeMasterKeys,
  ownerKeys,
  parseMasterKeys,
  type Store,
} from '../../src/store';
import { keyIdOf } from '../../src/store/seal';
import { freshDatabase, onServer } from '../databases';
import { ownProgram } from '../own-processes';
import { migratedFolder } from '../templates';

const place = 'note|x|words';
const words = 'Only I read this.';

const configOf = (variables: Record<string, string>): Config => {
  const read = readConfig(variables);
  if (!read.ok) throw new Error(read.faults.join());
  return read.config;
};
const open = (config: Config): Promise<Store> => openDatabase(config, realClock, createLog('silent'));

/** Two organizations, each with a person and something that she wrote. */
async function fill(config: Config) {
  const store = await open(config);
  const sealed: { id: string; person: string; text: string }[] = [];
  for (const name of ['Bethel', 'Nome']) {
    const id = await createOrganization(store, randomUUID(), name, 'America/Anchorage');
    sealed.push(
      await store.inOrganization(id, undefined, async (tx) => {
        const person = await addPerson(tx, 'Ana', `ana@${name}.example.gov`, 'UTC');
        return { id, person, text: tx.vault.sealFor(await ownerKeys(tx, person), place, words) };
      }),
    );
  }
  await store.close();
  return sealed;
}

/** Everything can be read with these keys; which master keys it needs. */
async function needs(config: Config, sealed: Awaited<ReturnType<typeof fill>>): Promise<string[]> {
  const store = await open(config);
  const ids = new Set<string>();
  for (const { id, person, text } of sealed)
    await store.inOrganization(id, undefined, async (tx) => {
      const owner = await ownerKeys(tx, person);
      expect(tx.vault.openFor(owner, place, text)).toBe(words);
      ids.add(keyIdOf(owner.organizationKey));
    });
  await store.close();
  return [...ids].sort();
}

/** The command, as it is typed; its exit code and what it said. */
async function mentor(config: Config, ...args: string[]) {
  const said: string[] = [];
  const hear = (text: string | Uint8Array): boolean => {
    said.push(String(text));
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(hear),
    jest.spyOn(process.stderr, 'write').mockImplementation(hear),
  ];
  const code = await keysCommand.run(args, config);
  for (const spy of spies) spy.mockRestore();
  return { code, said: said.join('') };
}

describe('mentor keys rotate, with the embedded database', () => {
  let folder: string;
  let config: Config;
  beforeEach(async () => {
    folder = await migratedFolder(mkdtempSync(join(tmpdir(), 'mentor-keys-')));
    config = configOf({ MENTOR_DATA_DIR: folder });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const ids = (): string[] => {
    const parsed = parseMasterKeys(keysInFolder(folder));
    return parsed.ok ? [...parsed.keys.byId.keys()] : [];
  };

  it('makes a new key, wraps everything with it, and drops the old one when it is told to', async () => {
    const sealed = await fill(config);
    const first = await mentor(config, 'rotate');
    expect(first.code).toBe(0);
    expect(first.said).toContain('Bethel: wrapped with k2 now, before with k1.');
    expect(first.said).toContain('keys rotate --drop-old');
    expect([ids(), await needs(config, sealed)]).toEqual([['k2', 'k1'], ['k2']]);
    const again = await mentor(config, 'rotate');
    expect(again.said).toContain('Nome: wrapped with k2 already.');
    expect(ids()).toEqual(['k2', 'k1']);
    const dropped = await mentor(config, 'rotate', '--drop-old');
    expect(dropped.said).toContain('holds k2 alone now; k1 was taken out');
    expect([ids(), await needs(config, sealed)]).toEqual([['k2'], ['k2']]);
    expect((await mentor(config, 'rotate', '--drop-old')).said).toContain('There is no old one.');
    expect(statSync(join(folder, 'keys')).mode & 0o077).toBe(0);
    for (const { said } of [first, again, dropped])
      for (const key of readFileSync(join(folder, 'keys'), 'utf8').trim().split(','))
        expect(said).not.toContain(key.split(':')[1]);
  }, 60_000);

  it('killed after any of its steps leaves everything readable, and goes on when it is run again', async () => {
    const sealed = await fill(config);
    const die = (what: string, line: number) => {
      const child = spawnSync(process.execPath, [ownProgram('cli/rotate-process'), folder, what, String(line)], {
        encoding: 'utf8',
      });
      expect({ signal: child.signal, said: child.stderr }).toEqual({ signal: 'SIGKILL', said: '' });
    };
    die('rotate', 1);
    expect([ids(), await needs(config, sealed)]).toEqual([['k2', 'k1'], ['k1']]);
    // The second time there is no new key to speak of: its first line is about the first organization.
    die('rotate', 1);
    expect([ids(), await needs(config, sealed)]).toEqual([
      ['k2', 'k1'],
      ['k1', 'k2'],
    ]);
    die('drop', 2);
    expect([ids(), await needs(config, sealed)]).toEqual([['k2', 'k1'], ['k2']]);
    die('drop', 3);
    expect(await needs(config, sealed)).toEqual(['k2']);
    expect(ids()).toEqual(['k2']);
    expect(existsSync(join(folder, 'keys.new'))).toBe(false);
  }, 300_000);

  it('refuses to drop what it does not write: MENTOR_KEYS', async () => {
    const given = configOf({ MENTOR_DATA_DIR: folder, MENTOR_KEYS: makeMasterKeys() });
    expect(await mentor(given, 'rotate', '--drop-old')).toEqual({
      code: 64,
      said: 'The keys stand in MENTOR_KEYS, which this program does not write. Take the old one out there.\n',
    });
    expect((await mentor(given, 'rotate', 'now')).code).toBe(64);
    expect((await mentor(given, 'old')).code).toBe(64);
    expect((await mentor(given, 'new')).said).toMatch(/^k2:/u);
  });
});

onServer('mentor keys rotate, with a server', () => {
  it('wraps with the first key, says what may be removed, and cut off between two organizations goes on', async () => {
    const database = await freshDatabase();
    const old = makeMasterKeys();
    const both = `${makeMasterKeys(['k1'])},${old}`;
    const before = configOf({ DATABASE_URL: database.url, MENTOR_KEYS: old });
    const after = configOf({ DATABASE_URL: database.url, MENTOR_KEYS: both });
    const alone = configOf({ DATABASE_URL: database.url, MENTOR_KEYS: both.split(',')[0] ?? '' });
    const sealed = await fill(before);
    expect((await mentor(before, 'rotate')).said).toContain('k1 is the only key in MENTOR_KEYS.');
    let lines = 0;
    const stop = () => {
      lines += 1;
      if (lines === 1) throw new Error('cut off');
    };
    await expect(rotateGiven(after, both, stop)).rejects.toThrow('cut off');
    expect(await needs(after, sealed)).toEqual(['k1', 'k2']);
    await expect(open(alone)).rejects.toThrow('MENTOR_KEYS holds no key "k1", with which the database was sealed');
    const done = await mentor(after, 'rotate');
    expect(done).toMatchObject({ code: 0, said: expect.stringContaining('Nothing needs k1 any more') });
    expect(await needs(alone, sealed)).toEqual(['k2']);
    const store = await open(alone);
    const audited = await Promise.all(
      sealed.map(({ id }) =>
        store.inOrganization(id, undefined, (tx) => tx.manager.query('select action, outcome from audit')),
      ),
    );
    expect(audited.flat()).toEqual(sealed.map(() => ({ action: 'rotate-key', outcome: 'done' })));
    await store.close();
    await database.drop();
  }, 60_000);
});
