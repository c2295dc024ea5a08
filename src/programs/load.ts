import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Catalog, checkCatalog } from './catalog';
import { type CheckedProgram, checkProgram, type Program } from './check';
import type { Fault } from './fault';

export type LoadedPrograms =
  | { readonly ok: true; readonly programs: readonly Program[]; readonly catalog: Catalog }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The file of the topic catalog; every other YAML file of the folder is a program. */
const catalogFile = 'topics.yaml';

const mostBytes = 800_000;

type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const fileFault = (file: string, reason: string) => ({
  ok: false as const,
  faults: [{ file, line: 1, path: '', reason }],
});

/** Reads a UTF-8 text file of at most 800,000 bytes; whatever hinders it is a fault of that file. */
async function readText(path: string, file: string): Promise<FileText> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) return fileFault(file, `The file has ${size} bytes; at most 800,000 are read.`);
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
    if (code === 'ENOENT') return fileFault(file, `The file does not exist; put it at ${path}.`);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return fileFault(file, 'The file is not UTF-8 text; save it as UTF-8.');
    return fileFault(file, `The file cannot be read (${code}); it must be a text file this process may read.`);
  }
}

/** Reads and checks the topic catalog of a folder of programs. */
export async function loadCatalog(folder: string): Promise<ReturnType<typeof checkCatalog>> {
  const read = await readText(join(folder, catalogFile), catalogFile);
  return read.ok ? checkCatalog(read.text, catalogFile) : read;
}

/** Checks one program file, wherever it lies, against the topic catalog of a folder of programs. */
export async function checkProgramFile(path: string, folder: string): Promise<CheckedProgram> {
  const catalog = await loadCatalog(folder);
  const file = basename(path);
  const read = await readText(path, file);
  const checked = read.ok ? checkProgram(read.text, file, catalog.ok ? catalog.catalog : null) : read;
  if (catalog.ok) return checked;
  return { ok: false, faults: [...catalog.faults, ...(checked.ok ? [] : checked.faults)] };
}

function sameIds(programs: readonly { readonly file: string; readonly program: Program }[]): Fault[] {
  const fileOf = new Map<string, string>();
  return programs.flatMap(({ file, program }) => {
    const first = fileOf.get(program.id);
    fileOf.set(program.id, first ?? file);
    const reason = `The id "${program.id}" is taken by ${first}; give this program one of its own.`;
    return first === undefined ? [] : [{ file, line: 1, path: 'id', reason }];
  });
}

/**
 * Reads the topic catalog and all program definitions of a folder (every `.yaml` and `.yml` but `topics.yaml`). Frozen
 * programs in the order of their file names, or all faults of all files.
 */
export async function loadPrograms(folder: string): Promise<LoadedPrograms> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) {
    return fileFault(folder, 'The folder of programs cannot be read; PROGRAMS_DIR must name a folder that exists.');
  }
  const files = names.filter((name) => /^[^.].*\.ya?ml$/u.test(name) && name !== catalogFile).sort();
  const catalog = await loadCatalog(folder);
  const faults: Fault[] = catalog.ok ? [] : [...catalog.faults];
  const programs: { file: string; program: Program }[] = [];
  for (const file of files) {
    const read = await readText(join(folder, file), file);
    const checked = read.ok ? checkProgram(read.text, file, catalog.ok ? catalog.catalog : null) : read;
    if (checked.ok) programs.push({ file, program: checked.program });
    else faults.push(...checked.faults);
  }
  faults.push(...sameIds(programs));
  if (files.length === 0)
    faults.push({ file: folder, line: 1, path: '', reason: 'The folder holds no program; add one.' });
  if (!catalog.ok || faults.length > 0) return { ok: false, faults };
  return { ok: true, programs: Object.freeze(programs.map(({ program }) => program)), catalog: catalog.catalog };
}
