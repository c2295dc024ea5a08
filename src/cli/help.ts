import { nearest } from '../programs';
import type { Command, Option } from './command';

const width = 30;
const flagOf = ({ name, takes }: Option): string => `--${name}${takes === undefined ? '' : ` ${takes}`}`;

/** The page that `--help` shows of one command: how it is called, each option, an example. */
export function helpOf({ usage, says, options, example }: Command): string {
  const shown: readonly Option[] = [...options, { name: 'help', says: 'shows this' }];
  const rows = shown.map((option) => `  ${flagOf(option).padEnd(width)} ${option.says}\n`);
  return `mentor ${usage}\n\n  ${says}\n\nOptions:\n${rows.join('')}\nExample:\n  npm run mentor -- ${example}\n`;
}

/** Whether this asks for help and not for the deed; behind `--` stand names, and no options. */
export const asksForHelp = (args: readonly string[]): boolean =>
  optionsIn(args).some((arg) => arg === '--help' || arg === '-h');

function optionsIn(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return (end === -1 ? args : args.slice(0, end)).filter((arg) => arg.startsWith('-') && arg !== '-');
}

/** What to say of the first option that the command does not have; undefined where it has all of them. */
export function unknownOption(name: string, { options }: Command, args: readonly string[]): string | undefined {
  const known = options.map((option) => `--${option.name}`);
  const unknown = optionsIn(args)
    .map((arg) => arg.split('=')[0] ?? arg)
    .find((arg) => !known.includes(arg));
  if (unknown === undefined) return undefined;
  const meant = nearest(unknown, known);
  const hint = meant === null ? '' : ` Did you mean ${meant}?`;
  return `mentor ${name} has no option ${unknown}.${hint} All of them: npm run mentor -- ${name} --help`;
}

/** What to say where there is no such command. */
export function unknownCommand(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return `There is no command "${name}".${meant === null ? '' : ` Did you mean ${meant}?`}`;
}
