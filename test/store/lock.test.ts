import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysInFolder, makeMasterKeys, parseMasterKeys } from '../../src/store';
import { lockDirectory } from '../../src/store/lock';

describe('the data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mentor-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const file = (): string => join(folder, 'mentor.lock');

  it('belongs to one process: another one is refused with a sentence that says what to do', () => {
    const release = lockDirectory(folder);
    const program = `require(${JSON.stringify(join(__dirname, '..', '..', 'dist', 'src', 'store', 'lock.js'))}).lockDirectory(${JSON.stringify(folder)})`;
    const other = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
    expect(other.status).not.toBe(0);
    expect(other.stderr).toContain(
      `The data folder ${folder} is in use by another Mentor Exchange (process ${process.pid}). Stop that one first, or set MENTOR_DATA_DIR to another folder.`,
    );
    release();
    expect(existsSync(file())).toBe(false);
    expect(spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' }).status).toBe(0);
  }, 60_000);

  it('is refused a second time in the same process too', () => {
    const release = lockDirectory(folder);
    expect(() => lockDirectory(folder)).toThrow('is in use by another Mentor Exchange');
    release();
    lockDirectory(folder)();
  });

  it.each([
    ['whose process is gone', '4194304\n'],
    ['with our own number, as after the restart of a container', `${process.pid}\n`],
    ['that says nothing', ''],
    ['that says nonsense', 'soon\n'],
  ])('is taken over from a lock %s', (_, left) => {
    writeFileSync(file(), left);
    const release = lockDirectory(folder);
    expect(readFileSync(file(), 'utf8')).toBe(`${process.pid}\n`);
    release();
    expect(existsSync(file())).toBe(false);
  });

  it('keeps its keys in a file that only its owner can read, and makes them once', () => {
    const keys = keysInFolder(folder);
    expect(keysInFolder(folder)).toBe(keys);
    expect(parseMasterKeys(keys)).toMatchObject({ ok: true, keys: { current: 'k1' } });
    expect(statSync(join(folder, 'keys')).mode & 0o077).toBe(0);
  });
});

describe('MENTOR_KEYS', () => {
  const good = makeMasterKeys();
  const other = makeMasterKeys().replace('k1:', 'k0:');

  it('takes several keys, the first of which is the current one', () => {
    const parsed = parseMasterKeys(`${good}, ${other}`);
    expect(parsed.ok && [parsed.keys.current, [...parsed.keys.byId.keys()]]).toEqual(['k1', ['k1', 'k0']]);
  });

  it.each([
    ['nothing', '', 'entry 1 is not of the form'],
    ['a key without an id', 'secret-without-id', 'entry 1 is not of the form'],
    ['a key that is too short', 'k1:c2VjcmV0', 'the key "k1" is 6 bytes long'],
    ['one id twice', `${good},${good}`, 'the key id "k1" stands there twice'],
    ['an empty id', `${good},:x`, 'entry 2 is not of the form'],
  ])('refuses %s, and never repeats a value', (_, text, reason) => {
    const parsed = parseMasterKeys(text);
    expect(parsed.ok ? '' : parsed.reason).toContain(reason);
    expect(parsed.ok ? '' : parsed.reason).not.toContain('c2VjcmV0');
  });
});
