import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { checkProgram, loadCatalog, writeFault } from '../programs';
import type { Command } from './command';

/** Checks one program definition against the topic catalog: all faults, with line and reason. */
export const checkCommand: Command = {
  usage: 'program check FILE.yaml',
  says: 'names all faults of a program definition, with line and reason',
  options: [],
  example: 'program check programs/my-program.yaml',
  async run([what, file], config) {
    if (what !== 'check' || file === undefined) {
      process.stderr.write('Say: npm run mentor -- program check programs/my-program.yaml\n');
      return 64;
    }
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) {
      process.stderr.write(`The file ${file} cannot be read. Check its name, and that it is UTF-8 text.\n`);
      return 66;
    }
    const catalog = await loadCatalog(config.programsDir);
    const checked = catalog.ok ? checkProgram(text, basename(file), catalog.catalog) : catalog;
    if (checked.ok) {
      process.stdout.write(`${basename(file)}: no faults.\n`);
      return 0;
    }
    for (const fault of checked.faults) process.stdout.write(`${writeFault(fault)}\n`);
    process.stdout.write(`${checked.faults.length} to mend in ${dirname(file)}.\n`);
    return 1;
  },
};
