#!/usr/bin/env node
import { commands, usage } from './cli/commands';
import { asksForHelp, helpOf, unknownCommand, unknownOption } from './cli/help';
import { processEnvironment, readConfig } from './config';
import { SetupError } from './start/house';
import { LockedError, RoleError } from './store';

const wrongConfiguration = 78;
const wrongCall = 64;

async function run(argv: readonly string[]): Promise<number> {
  const [first = 'help', ...rest] = argv;
  const name = asksForHelp([first]) ? 'help' : first;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`${unknownCommand(name, Object.keys(commands))}\n\n${usage()}`);
    return wrongCall;
  }
  if (asksForHelp(rest)) {
    process.stdout.write(name === 'help' ? usage() : helpOf(command));
    return 0;
  }
  const unknown = unknownOption(name, command, rest);
  if (unknown !== undefined) {
    process.stderr.write(`${unknown}\n`);
    return wrongCall;
  }
  const read = readConfig(processEnvironment());
  if (!read.ok) {
    const done = await command.runWithFaults?.(read, rest);
    if (done !== undefined) return done;
    process.stderr.write(
      `The configuration has faults:\n${read.faults.map((fault) => `  - ${fault}\n`).join('')}.env.example explains every variable.\n`,
    );
    return wrongConfiguration;
  }
  for (const unknown of read.config.unknownNames)
    process.stderr.write(`Note: ${unknown} is no variable of Mentor Exchange and is ignored.\n`);
  return command.run(rest, read.config);
}

/** Node's own reader of arguments names the option that it does not know. */
const isWrongArgument = (fault: unknown): fault is Error =>
  fault instanceof Error && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS');

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    if (isWrongArgument(fault)) {
      process.stderr.write(`${fault.message}\nAll options: npm run mentor -- ${process.argv[2]} --help\n`);
      process.exit(wrongCall);
    }
    const mendable = fault instanceof SetupError || fault instanceof LockedError || fault instanceof RoleError;
    process.stderr.write(
      mendable
        ? `${fault.message}\n`
        : `Mentor Exchange stopped on a fault: ${fault instanceof Error ? (fault.stack ?? fault.name) : 'unknown'}\nRun npm run mentor -- doctor to see whether something here can be mended; if not, report the lines above.\n`,
    );
    process.exit(mendable ? wrongConfiguration : 1);
  },
);
