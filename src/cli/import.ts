import { parseArgs } from 'node:util';
import type { Config } from '../config';
import { type ImportResult, importPeople, type UnknownColumn } from '../services';
import { addressOfAccount } from '../start/addresses';
import { realClock, realTime } from '../start/clock';
import { type Foundation, layFoundation, SetupError, unhurried } from '../start/house';
import { createLog } from '../start/log';
import type { Command } from './command';
import { type Encoding, encodings } from './encoding';
import { homeFor } from './home';
import { readPeopleFile } from './people-file';
import { firstProgramOf } from './programs';
import { progressOn } from './progress';
import { placeResults } from './results';

const isEncoding = (name: string): name is Encoding => encodings.some((known) => known === name);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

function encodingIn(name: string | undefined): Encoding | undefined {
  if (name === undefined || isEncoding(name)) return name;
  throw new SetupError([`--encoding must be one of ${encodings.join(', ')}.`]);
}

const refusedRows = ({ faults }: ImportResult): number => new Set(faults.map(({ line }) => line)).size;

const inWords = ({ name, meant }: UnknownColumn): string =>
  meant === undefined ? name : `${name} (did you mean ${meant}?)`;

function report(result: ImportResult, dryRun: boolean): void {
  if (result.unknownColumns.length > 0) print(`Ignored columns: ${result.unknownColumns.map(inWords).join(', ')}`);
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

/** Today where the organization is: her day of leaving begins there. */
const todayAt = (zone: string): string => realTime().setZone(zone).toISODate() ?? realTime().toISODate();

type List = { readonly file: string; readonly text: string };

async function bring(foundation: Foundation, config: Config, { file, text }: List, options: Options): Promise<number> {
  const { store, newId } = foundation;
  const house = unhurried(foundation);
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
  if (after && result.faults.length + result.warnings.length > 0) {
    const where = await placeResults(store, config, after.id, { list: file, ...result });
    if (where !== undefined) print(where);
  }
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
      return await bring(foundation, config, { file, text: read.text }, values);
    } finally {
      await foundation.queue.stop();
      await foundation.store.close();
    }
  },
};
