import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../src/cli/commands';
import { asksForHelp, helpOf, unknownCommand, unknownOption } from '../../src/cli/help';

const importCommand = commands.import;
if (!importCommand) throw new Error('There is no import.');

describe('--help', () => {
  it.each(Object.entries(commands))('of %s shows how it is called, its options and an example', (name, command) => {
    const page = helpOf(command);
    expect(page).toContain(`mentor ${command.usage}\n`);
    expect(page).toContain(`Example:\n  npm run mentor -- ${name}`);
    for (const option of command.options) expect(page).toMatch(new RegExp(`^  --${option.name}\\b.* \\S`, 'm'));
  });

  it('is asked for anywhere before a lone --', () => {
    expect(asksForHelp(['people.csv', '--help'])).toBe(true);
    expect(asksForHelp(['-h'])).toBe(true);
    expect(asksForHelp(['--', '--help'])).toBe(false);
    expect(asksForHelp(['help.csv'])).toBe(false);
  });

  it.each(['import', 'setup', 'install-link', 'installation', 'erase', 'retention'])(
    'of %s names what the command reads, and nothing else',
    (name) => {
      const source = readFileSync(join(__dirname, '..', '..', 'src', 'cli', `${name}.ts`), 'utf8');
      const read = [...source.matchAll(/'?([a-z-]+)'?: \{ type: '(?:string|boolean)'/gu)].map((match) => match[1]);
      expect(commands[name]?.options.map((option) => option.name).sort()).toEqual(read.sort());
    },
  );
});

describe('an option that does not exist', () => {
  it('is refused with the one that was meant', () => {
    expect(unknownOption('import', importCommand, ['people.csv', '--dryrun'])).toBe(
      'mentor import has no option --dryrun. Did you mean --dry-run? All of them: npm run mentor -- import --help',
    );
    expect(unknownOption('import', importCommand, ['--organisation=DPA'])).toContain('mean --organization?');
    expect(unknownOption('import', importCommand, ['--colour'])).toBe(
      'mentor import has no option --colour. All of them: npm run mentor -- import --help',
    );
  });

  it('is told from those that do, and from names', () => {
    expect(unknownOption('import', importCommand, ['people.csv', '--full', '--encoding=utf-8'])).toBeUndefined();
    expect(unknownOption('import', importCommand, ['--', '--odd-name.csv'])).toBeUndefined();
  });
});

it('names the command that was meant', () => {
  expect(unknownCommand('docter', Object.keys(commands))).toBe('There is no command "docter". Did you mean doctor?');
  expect(unknownCommand('frobnicate', Object.keys(commands))).toBe('There is no command "frobnicate".');
});
