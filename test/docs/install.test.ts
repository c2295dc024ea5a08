import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const everything = ['src', 'scripts']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read(folder, file)),
  )
  .join('\n')
  .replaceAll("\\'", "'")
  .replaceAll('’', "'");

describe.each(['install-slack.md', 'install-teams.md'])('docs/%s', (file) => {
  const text = read('docs', file);
  const section = (title: RegExp): string => text.split(/^## /m).find((part) => title.test(part)) ?? '';

  it('leads to a first answered command in at most twelve steps, in order', () => {
    const way = section(/^(?:One workspace: t|T)welve steps\n/);
    const steps = [...way.matchAll(/^(\d+)\. /gm)].map((match) => Number(match[1]));
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.length).toBeLessThanOrEqual(12);
    expect(steps).toEqual(steps.map((_, index) => index + 1));
    expect(way).toContain('npm start');
  });

  it('names variables that exist, and lets nobody miss one', () => {
    const known = read('.env.example');
    const named = new Set(text.match(/\b(?:SLACK|TEAMS|MENTOR)_[A-Z_]+[A-Z]\b/g));
    expect(named.size).toBeGreaterThan(3);
    for (const name of named) expect(known).toContain(`${name}=`);
  });

  it('quotes sentences that the product says', () => {
    const rows = section(/^What refusals mean/)
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| you see'));
    const quoted = rows
      .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? ''))
      .filter((sentence) => sentence !== 'Upload new app')
      .flatMap((sentence) => sentence.split('…'))
      .map((piece) => piece.trim().replace(/^, /, '').replaceAll('’', "'"));
    expect(quoted.length).toBeGreaterThan(5);
    expect(quoted.filter((piece) => piece !== '' && !everything.includes(piece))).toEqual([]);
  });
});
