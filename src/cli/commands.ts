import { checkCommand } from './check-program';
import type { Command } from './command';
import { doctorCommand } from './doctor';
import { eraseCommand } from './erase';
import { holidaysCommand } from './holidays';
import { importCommand } from './import';
import { installLinkCommand } from './install-link';
import { installationCommand } from './installation';
import { keysCommand } from './keys';
import { migrateCommand } from './migrate';
import { reconcileCommand } from './reconcile';
import { reportCommand } from './report';
import { retentionCommand } from './retention';
import { setupCommand } from './setup';
import { startCommand } from './start';
import { understandCommand } from './understand';

const showUsage = async (): Promise<number> => {
  process.stdout.write(usage());
  return 0;
};

export const commands: Readonly<Record<string, Command>> = {
  start: startCommand,
  setup: setupCommand,
  import: importCommand,
  holidays: holidaysCommand,
  report: reportCommand,
  doctor: doctorCommand,
  reconcile: reconcileCommand,
  migrate: migrateCommand,
  program: checkCommand,
  understand: understandCommand,
  keys: keysCommand,
  retention: retentionCommand,
  erase: eraseCommand,
  'install-link': installLinkCommand,
  installation: installationCommand,
  help: {
    usage: 'help',
    says: 'shows this; mentor COMMAND --help shows one command',
    options: [],
    example: 'help',
    run: showUsage,
    runWithFaults: showUsage,
  },
};

/** One line for each command. */
export function usage(): string {
  const rows = Object.values(commands).map(({ usage: form, says }) => `  mentor ${form.padEnd(44)} ${says}\n`);
  return `Mentor Exchange\n\n${rows.join('')}`;
}
