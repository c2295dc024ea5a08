import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const rows = readFileSync(join(root, 'docs', 'checklists.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[-|]+\|$/.test(line) && !/\| kept by \|$/.test(line))
  .map((line) => line.slice(1, -1).split(' | ').at(-1)?.trim() ?? '');

/** The tests that a row names: file and name. */
const namedIn = (kept: string) =>
  [...kept.matchAll(/`(test\/[^`]+\.test\.ts)` › (.+?)(?=; `test\/|; open:|; by hand:|$)/g)].map((match) => ({
    file: match[1] ?? '',
    name: match[2] ?? '',
  }));
const named = rows.flatMap(namedIn);
/** Source text of a test, with quotes as they are typed. */
const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8').replaceAll("\\'", "'");

describe('the checklists', () => {
  it('have every row of both stores and of our own list', () => {
    expect(rows.length).toBeGreaterThan(90);
    const numbers = readFileSync(join(root, 'docs', 'checklists.md'), 'utf8').match(/^\| \d+ \|/gm) ?? [];
    expect(numbers).toHaveLength(44);
  });

  it('say for each row which test keeps it, or why none does', () => {
    const silent = rows.filter((kept) => namedIn(kept).length === 0 && !/(?:^|; )(?:by hand|open): \S/.test(kept));
    expect(silent).toEqual([]);
  });

  it('leave no mention of a test unread', () => {
    const mentions = rows.join('\n').match(/`test\/[^`]+`/g) ?? [];
    expect(named).toHaveLength(mentions.length);
  });

  it.each(named)('name a test that is there: $file › $name', ({ file, name }) => {
    expect(existsSync(join(root, file))).toBe(true);
    const source = sourceOf(file);
    const isTitle = ["'", '"', '`'].some((quote) => source.includes(`${quote}${name}${quote}`));
    expect({ name, isTitle }).toEqual({ name, isTitle: true });
  });
});
