import type { Config } from '../config';
import { checkCommand } from './check-program';
import { importCommand } from './import';
import { keysCommand } from './keys';
import { migrateCommand } from './migrate';
import { setupCommand } from './setup';
import { startCommand } from './start';
import { understandCommand } from './understand';

export type Command = {
  readonly usage: string;
  readonly says: string;
  /** Returns the exit code. */
  run(args: readonly string[], config: Config): Promise<number>;
};

export const commands: Readonly<Record<string, Command>> = {
  start: startCommand,
  setup: setupCommand,
  import: importCommand,
  migrate: migrateCommand,
  program: checkCommand,
  understand: understandCommand,
  keys: keysCommand,
  help: {
    usage: 'help',
    says: 'shows this',
    run: async () => {
      process.stdout.write(usage());
      return 0;
    },
  },
};

/** One line for each command. */
export function usage(): string {
  const rows = Object.values(commands).map(({ usage: form, says }) => `  mentor ${form.padEnd(44)} ${says}\n`);
  return `Mentor Exchange\n\n${rows.join('')}`;
}
