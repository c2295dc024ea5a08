import { parseArgs } from 'node:util';
import { keepTimes } from '../services';
import { realClock } from '../start/clock';
import { type Foundation, layFoundation } from '../start/house';
import { createLog } from '../start/log';
import { countExpired, type Expired, longGone } from '../store';
import type { Command } from './command';
import { allHomes } from './home';

const flags = { 'dry-run': { type: 'boolean', default: false } } as const;
const most = 1000;
const verbs = {
  would: { deletes: 'rows to delete', empties: 'rows whose words are to be removed' },
  did: { deletes: 'rows deleted', empties: 'rows whose words were removed' },
} as const;

const linesOf = (counts: readonly Expired[], tense: keyof typeof verbs): string[] =>
  counts.filter(({ rows }) => rows > 0).map(({ table, does, rows }) => `  ${table}: ${rows} ${verbs[tense][does]}`);

/** What is over in each organization, counted or deleted: a heading for each, and a line for each table. */
export async function retentionLines(
  { store, house }: Pick<Foundation, 'store' | 'house'>,
  dryRun: boolean,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { id, name } of await allHomes(store)) {
    const own: string[] = [];
    if (dryRun) {
      await store.inOrganization(id, undefined, async (tx) => {
        own.push(...linesOf(await countExpired(tx), 'would'));
        const gone = (await longGone(tx, tx.at.minus({ years: 3 }).toJSDate(), most)).length;
        if (gone > 0) own.push(`  people who left 3 years ago: ${gone} to erase`);
      });
    } else {
      const { expired, erased } = await keepTimes(store, house, id);
      own.push(...linesOf(expired, 'did'));
      if (erased > 0) own.push(`  people who left 3 years ago: ${erased} erased`);
    }
    lines.push(`${name}:`, ...(own.length > 0 ? own : ['  nothing is over']));
  }
  return lines;
}

/** Deletes what is over now, as the program does every night; or counts it. */
export const retentionCommand: Command = {
  usage: 'retention [--dry-run]',
  says: 'deletes what was kept long enough, as the program does every night',
  options: [{ name: 'dry-run', says: 'counts it, and changes nothing' }],
  example: 'retention --dry-run',
  async run(args, config) {
    const { values } = parseArgs({ args: [...args], options: flags });
    const foundation = await layFoundation(config, realClock, createLog('warn'));
    try {
      const lines = await retentionLines(foundation, values['dry-run']);
      process.stdout.write(`${lines.join('\n')}\n`);
      return 0;
    } finally {
      await foundation.queue.stop();
      await foundation.store.close();
    }
  },
};
