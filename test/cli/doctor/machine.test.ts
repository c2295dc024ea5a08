import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkEnvFile } from '../../../src/cli/doctor/env-file';
import { ok, warning, wrong } from '../../../src/cli/doctor/finding';
import { checkFolder } from '../../../src/cli/doctor/folder';
import { checkNode } from '../../../src/cli/doctor/node';
import { printFindings, summary } from '../../../src/cli/doctor/print';
import { checkPrograms } from '../../../src/cli/doctor/programs';

describe('Node.js', () => {
  it.each([
    ['v18.20.0', 'wrong'],
    ['v20.18.1', 'wrong'],
    ['v20.19.0', 'warning'],
    ['v22.11.0', 'ok'],
    ['v24.1.0', 'ok'],
  ])('%s is %s', (version, level) => {
    expect(checkNode(version)).toMatchObject({ level });
  });
});

describe('the data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mentor-folder-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const levels = async (name: string) => (await checkFolder(join(folder, name))).map(({ level }) => level);

  it('is ours alone, and has room', async () => {
    mkdirSync(join(folder, 'own'), { mode: 0o700 });
    expect(await levels('own')).toEqual(['ok', 'ok']);
  });

  it('that others can look into is told, with the command that mends it', async () => {
    mkdirSync(join(folder, 'open'));
    chmodSync(join(folder, 'open'), 0o755);
    expect((await checkFolder(join(folder, 'open')))[0]).toMatchObject({
      level: 'warning',
      todo: expect.stringContaining('chmod 700'),
    });
  });

  it('that is not there yet is made later; nothing is made now', async () => {
    expect(await levels('not/yet')).toEqual(['ok', 'ok']);
    expect(await levels('not/yet')).toEqual(['ok', 'ok']);
  });

  it('that is a file is wrong', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await levels('file')).toEqual(['wrong']);
  });
});

describe('the file .env', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mentor-env-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, '.env');

  it('may be missing; else only its owner may read it', async () => {
    expect(await checkEnvFile(file)).toEqual([]);
    writeFileSync(file, 'SLACK_BOT_TOKEN=never-print-me\n', { mode: 0o600 });
    expect(await checkEnvFile(file)).toMatchObject([{ level: 'ok' }]);
    chmodSync(file, 0o640);
    const [open] = await checkEnvFile(file);
    expect(open).toMatchObject({ level: 'warning', todo: `Run: chmod 600 ${file}` });
    expect(JSON.stringify(open)).not.toContain('never-print-me');
  });
});

describe('the program definitions', () => {
  it('are named, or each fault of theirs is', async () => {
    const good = await checkPrograms(join(__dirname, '..', '..', '..', 'programs'));
    expect(good.findings).toMatchObject([{ level: 'ok', says: expect.stringContaining('bethel-nome-exchange') }]);
    const bad = await checkPrograms(join(__dirname, 'nowhere'));
    expect(bad.findings.every(({ level }) => level === 'wrong')).toBe(true);
    expect(bad.findings.length).toBeGreaterThan(0);
  });
});

describe('what the doctor prints', () => {
  const findings = [ok('A', 'fine'), warning('B', 'odd', 'Look.'), wrong('C', 'broken', 'Mend it.')];

  it('is one line each, the word first, and what to do below', () => {
    expect(printFindings(findings, false)).toBe(
      'ok       A: fine\nwarning  B: odd\n         -> Look.\nwrong    C: broken\n         -> Mend it.\n',
    );
  });

  it('says the word in color too', () => {
    expect(printFindings(findings, true)).toContain('\u001b[31mwrong   \u001b[39m C: broken');
  });

  it('ends with how it stands', () => {
    expect(summary(findings)).toContain('1 wrong, 1 to look at');
    expect(summary(findings.slice(0, 2))).toContain('Nothing is wrong; 1 to look at');
    expect(summary(findings.slice(0, 1))).toBe('All is well.\n');
  });
});
