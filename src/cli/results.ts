import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Config } from '../config';
import { offerFile, type RowFault } from '../services';
import { healthOf } from '../start/health-of';
import { firstCoordinator, type Store } from '../store';
import { resultsCsv } from './results-file';

const patience = 2000;

/** What an import has to say, row by row, and of which list. */
export type Results = {
  readonly list: string;
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowFault[];
};

/** Keeps the file in the database for the first coordinator, and returns the sentence with the link to it. */
async function offerLink(store: Store, publicUrl: string, organizationId: string, content: string): Promise<string> {
  const { token, reader } = await store.inOrganization(organizationId, undefined, async (tx) => {
    const coordinator = await firstCoordinator(tx);
    const file = {
      personId: coordinator?.personId ?? null,
      kind: 'import-results',
      name: 'import-results.csv',
      content,
    };
    return { token: await offerFile(tx, file), reader: coordinator?.name };
  });
  const base = publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`;
  return `As a file${reader === undefined ? '' : ` for ${reader}`}, for 24 hours: ${new URL(`files/${token}`, base)}`;
}

/** Writes the file into the first of these folders that can be written to; the sentence that says where it is. */
async function writeBeside(folders: readonly string[], list: string, content: string): Promise<string | undefined> {
  const name = `${basename(list).replace(/\.csv$/iu, '')}.results.csv`;
  for (const folder of folders) {
    const file = join(folder, name);
    const written = await writeFile(file, content, { mode: 0o600 }).then(
      () => true,
      () => false,
    );
    if (written) return `As a file: ${file}`;
  }
  return undefined;
}

/**
 * Where the rows to be mended stand as a file: behind a link where PUBLIC_URL leads to the running program, else beside
 * the list or in the data folder. Undefined where it can be written to neither.
 */
export async function placeResults(
  store: Store,
  { publicUrl, dataDir }: Pick<Config, 'publicUrl' | 'dataDir'>,
  organizationId: string,
  { list, faults, warnings }: Results,
): Promise<string | undefined> {
  const content = resultsCsv(faults, warnings);
  const answers = publicUrl !== undefined && (await healthOf(new URL(publicUrl), patience)).kind === 'ours';
  return answers
    ? offerLink(store, publicUrl, organizationId, content)
    : writeBeside([dirname(list), dataDir], list, content);
}
