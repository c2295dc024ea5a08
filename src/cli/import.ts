import { parseArgs } from 'node:util';
import type { Config } from '../config';
import { type ImportResult, importPeople, offerFile, type RowFault } from '../services';
import { addressOfAccount } from '../start/addresses';
import { realClock, realTime } from '../start/clock';
import { type Foundation, layFoundation, SetupError } from '../start/house';
import { createLog } from '../start/log';
import { firstCoordinator } from '../store';
import type { Command } from './command';
import { type Encoding, encodings } from './encoding';
import { type Home, homeFor } from './home';
import { readPeopleFile } from './people-file';
import { firstProgramOf } from './programs';
import { progressOn } from './progress';
import { resultsCsv } from './results-file';

const isEncoding = (name: string): name is Encoding => encodings.some((known) => known === name);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

function encodingIn(name: string | undefined): Encoding | undefined {
  if (name === undefined || isEncoding(name)) return name;
  throw new SetupError([`--encoding must be one of ${encodings.join(', ')}.`]);
}

const refusedRows = ({ faults }: ImportResult): number => new Set(faults.map(({ line }) => line)).size;

function report(result: ImportResult, dryRun: boolean): void {
  if (result.unknownColumns.length > 0) print(`Ignored columns: ${result.unknownColumns.join(', ')}`);
  for (const { line, column, reason } of result.faults) print(`Row ${line}, ${column}: ${reason}`);
  for (const { line, column, reason } of result.warnings) print(`Row ${line}, ${column}, went in: ${reason}`);
  const counts = [
    `${result.added} added`,
    `${result.changed} changed`,
    `${result.left} left`,
    `${refusedRows(result)} refused`,
    ...(result.returned > 0 ? [`${result.returned} of the changed came back`] : []),
    ...(result.warnings.length > 0 ? [`${result.warnings.length} to look at`] : []),
  ];
  print(`${dryRun ? 'Dry run, nothing was changed. It would be: ' : ''}${counts.join(', ')}`);
  if (dryRun && result.founded) print('The database is empty, so the organization would be made from the list.');
  if (!dryRun && result.left > 0)
    print('Whoever had something open with those who left is told of it by the running program.');
  if (refusedRows(result) > 0)
    print('Correct the rows named above and run the import again; rows that went in are not changed by that.');
}

/** Keeps what is to be mended as a file for the first coordinator, and prints the link to it. */
async function offerResults(
  { store }: Pick<Foundation, 'store'>,
  publicUrl: string,
  { id }: Home,
  faults: readonly RowFault[],
  warnings: readonly RowFault[],
): Promise<void> {
  const { token, reader } = await store.inOrganization(id, undefined, async (tx) => {
    const coordinator = await firstCoordinator(tx);
    const file = {
      personId: coordinator?.personId ?? null,
      kind: 'import-results',
      name: 'import-results.csv',
      content: resultsCsv(faults, warnings),
    };
    return { token: await offerFile(tx, file), reader: coordinator?.name };
  });
  const base = publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`;
  print(`As a file${reader === undefined ? '' : ` for ${reader}`}, for 24 hours: ${new URL(`files/${token}`, base)}`);
}

/** Today where the organization is: her day of leaving begins there. */
const todayAt = (zone: string): string => realTime().setZone(zone).toISODate() ?? realTime().toISODate();

async function bring(foundation: Foundation, config: Config, text: string, options: Options): Promise<number> {
  const { store, newId, house } = foundation;
  const parts = { store, newId, house, firstProgram: firstProgramOf(house), addressOf: addressOfAccount };
  const home = await homeFor(store, options.organization);
  const progress = progressOn(process.stdout);
  const result = await importPeople(parts, text, {
    full: options.full,
    manyLeft: options['many-left'],
    dryRun: options['dry-run'],
    today: todayAt(home?.zone ?? 'utc'),
    onProgress: progress.show,
    organizationId: home?.id,
  }).finally(progress.end);
  report(result, options['dry-run']);
  const after = options['dry-run'] ? undefined : await homeFor(store, options.organization);
  if (after && config.publicUrl !== undefined && result.faults.length + result.warnings.length > 0)
    await offerResults(foundation, config.publicUrl, after, result.faults, result.warnings);
  return refusedRows(result) > 0 ? 1 : 0;
}

const flags = {
  full: { type: 'boolean', default: false },
  'many-left': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  encoding: { type: 'string' },
  organization: { type: 'string' },
} as const;
type Options = ReturnType<typeof optionsOf>['values'];
const optionsOf = (args: readonly string[]) => parseArgs({ args: [...args], options: flags, allowPositionals: true });

/** Imports a CSV of people; exits 0 when every row went in, 1 when some were refused. */
export const importCommand: Command = {
  usage: 'import FILE.csv [--dry-run] [--full]',
  says: 'adds or updates people from a list',
  options: [
    { name: 'dry-run', says: 'says what would happen, and changes nothing' },
    { name: 'full', says: 'who is not listed has left' },
    { name: 'many-left', says: 'lets --full take more than a third of all people as left' },
    { name: 'encoding', takes: 'NAME', says: `how the file was saved: ${encodings.join(', ')}` },
    { name: 'organization', takes: 'NAME', says: 'whose people they are, where there are several organizations' },
  ],
  example: 'import people.csv --dry-run',
  async run(args, config) {
    const { values, positionals } = optionsOf(args);
    const [file] = positionals;
    if (file === undefined) throw new SetupError(['Name the file: npm run mentor -- import people.csv']);
    const read = await readPeopleFile(file, encodingIn(values.encoding));
    if (!read.ok) throw new SetupError([read.because]);
    const foundation = await layFoundation(config, realClock, createLog('warn'));
    try {
      return await bring(foundation, config, read.text, values);
    } finally {
      await foundation.queue.stop();
      await foundation.store.close();
    }
  },
};
