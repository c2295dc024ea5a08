import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPeopleFile } from '../../src/cli/people-file';

describe('a file of people that cannot be read gets a sentence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mentor-list-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string): string => join(folder, name);

  beforeAll(() => {
    mkdirSync(file('folder'));
    writeFileSync(file('empty.csv'), '\n\n');
    writeFileSync(file('huge.csv'), '');
    truncateSync(file('huge.csv'), 100 * 1024 * 1024);
    writeFileSync(file('good.csv'), 'name,email\n');
  });

  it.each([
    ['missing.csv', 'There is no such file'],
    ['folder', 'It is a folder'],
    ['empty.csv', 'It is empty'],
    ['huge.csv', '100 MB, and 50 MB are the most'],
  ])('%s', async (name, words) => {
    const read = await readPeopleFile(file(name));
    expect(read).toMatchObject({ ok: false, because: expect.stringContaining(words) });
    expect(read.ok ? '' : read.because).toContain(name);
  });

  it('and one that can is read', async () => {
    expect(await readPeopleFile(file('good.csv'))).toEqual({ ok: true, text: 'name,email\n' });
  });
});
