import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { packageTeams } from '../../../scripts/teams-package';
import { checkTeamsZip, type Expected } from '../../../src/cli/doctor/teams-zip';

const folder = mkdtempSync(join(tmpdir(), 'mentor-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'app.zip');
const read = (name: string): Buffer => readFileSync(join(__dirname, '..', '..', '..', 'manifests', 'teams', name));
const expected: Expected = {
  appId: 'c0ffee00-0000-4000-8000-000000000001',
  publicUrl: 'https://mentor.example.gov',
  version: '1.2.3',
};

/** A package as `npm run package:teams` makes it, its files changed by `change`. */
function write(change: (files: Record<string, Uint8Array>) => Record<string, Uint8Array> = (files) => files): void {
  const source = {
    manifest: read('manifest.json').toString('utf8'),
    color: read('color.png'),
    outline: read('outline.png'),
  };
  const packaged = packageTeams(source, expected);
  if (!packaged.ok) throw new Error(packaged.faults.join(' '));
  writeFileSync(file, zipSync(change(unzipSync(packaged.zip))));
}

describe('the packaged Teams app', () => {
  it('that was never made is no finding', async () => {
    expect(await checkTeamsZip(join(folder, 'none.zip'), expected)).toEqual([]);
  });

  it('made of this configuration is well', async () => {
    write();
    expect(await checkTeamsZip(file, expected)).toMatchObject([
      { level: 'ok', says: expect.stringContaining('1.2.3') },
    ]);
  });

  it.each([
    [{ appId: 'c0ffee00-0000-4000-8000-000000000002' }, 'another bot than TEAMS_APP_ID'],
    [{ publicUrl: 'https://mentors.example.gov' }, 'names mentor.example.gov, and PUBLIC_URL mentors.example.gov'],
    [{ version: '1.3.0' }, 'version 1.2.3, and this program 1.3.0'],
  ])('made before %j is told, with the command that makes it anew', async (changes, words) => {
    write();
    expect(await checkTeamsZip(file, { ...expected, ...changes })).toMatchObject([
      {
        level: 'warning',
        says: expect.stringContaining(words),
        todo: expect.stringContaining('npm run package:teams'),
      },
    ]);
  });

  it.each([
    [
      'packed with its folder',
      (files: Record<string, Uint8Array>) =>
        Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`teams/${name}`, bytes])),
      'takes no folders',
    ],
    ['without an icon', ({ 'color.png': _, ...files }: Record<string, Uint8Array>) => files, 'names color.png'],
    ['without a manifest', ({ 'manifest.json': _, ...files }: Record<string, Uint8Array>) => files, 'no manifest.json'],
  ])('%s is wrong', async (_, change, words) => {
    write(change);
    expect(await checkTeamsZip(file, expected)).toMatchObject([
      { level: 'wrong', says: expect.stringContaining(words) },
    ]);
  });

  it.each(['id', 'botId'])('with the %s alone of another bot is told', async (name) => {
    write((files) => {
      const text = Buffer.from(files['manifest.json'] ?? []).toString('utf8');
      const other = text.replace(`"${name}": "${expected.appId}"`, `"${name}": "c0ffee00-0000-4000-8000-000000000002"`);
      expect(other).not.toBe(text);
      return { ...files, 'manifest.json': Buffer.from(other) };
    });
    expect(await checkTeamsZip(file, expected)).toMatchObject([{ says: expect.stringContaining('another bot') }]);
  });

  it('cut off in the middle is wrong', async () => {
    write();
    writeFileSync(file, readFileSync(file).subarray(0, 400));
    expect(await checkTeamsZip(file, expected)).toMatchObject([
      { level: 'wrong', says: expect.stringContaining('no zip') },
    ]);
  });
});
