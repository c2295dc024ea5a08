import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importPeople } from '../services';
import { addressOfAccount } from '../start/addresses';
import { realClock, realTime } from '../start/clock';
import { layFoundation, SetupError } from '../start/house';
import { createLog } from '../start/log';
import type { Command } from './command';
import { firstProgramOf } from './programs';

const count = (n: number, word: string): string => `${n} ${word}`;

/** Imports a CSV of people; exits 0 when every row went in, 1 when some were refused. */
export const importCommand: Command = {
  usage: 'import FILE.csv [--full]',
  says: 'adds or updates people; --full: who is not listed has left',
  async run(args, config) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { full: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined) throw new SetupError(['Name the file: npm run mentor -- import people.csv']);
    const text = await readFile(file, 'utf8').catch(() => {
      throw new SetupError([`The file ${file} cannot be read. Check its name, and that it is UTF-8 text.`]);
    });
    const foundation = await layFoundation(config, realClock, createLog('warn'));
    try {
      const { store, newId, house } = foundation;
      const parts = {
        store,
        newId,
        house,
        firstProgram: firstProgramOf(house),
        addressOf: addressOfAccount,
      };
      const result = await importPeople(parts, text, { full: values.full, today: realTime().toISODate() });
      if (result.unknownColumns.length > 0)
        process.stdout.write(`Ignored columns: ${result.unknownColumns.join(', ')}\n`);
      for (const { line, column, reason } of result.faults) process.stdout.write(`Row ${line}, ${column}: ${reason}\n`);
      const refused = new Set(result.faults.map((fault) => fault.line)).size;
      process.stdout.write(
        `${[count(result.added, 'added'), count(result.changed, 'changed'), count(result.left, 'left'), count(refused, 'refused')].join(', ')}\n`,
      );
      return refused > 0 ? 1 : 0;
    } finally {
      await foundation.queue.stop();
      await foundation.store.close();
    }
  },
};
