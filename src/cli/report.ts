import { parseArgs } from 'node:util';
import type { Config } from '../config';
import { isQuarter } from '../mentoring';
import { type House, reportCsv, reportedPrograms, reportOf } from '../services';
import { realClock } from '../start/clock';
import { layFoundation, SetupError } from '../start/house';
import { createLog } from '../start/log';
import type { Store } from '../store';
import type { Command } from './command';
import { homeFor } from './home';
import { reportText } from './report-text';

const flags = {
  quarter: { type: 'string' },
  csv: { type: 'boolean', default: false },
  organization: { type: 'string' },
} as const;

type Asked = {
  readonly quarter?: string | undefined;
  readonly csv: boolean;
  readonly organization?: string | undefined;
};

/** The reports of an organization, as text or as CSV; throws SetupError with the sentence where there are none. */
export async function reportsAsText(store: Store, house: House, asked: Asked): Promise<string> {
  const { quarter } = asked;
  if (quarter !== undefined && !isQuarter(quarter))
    throw new SetupError([`"${quarter}" is no quarter. Write it like this: --quarter 2026-Q4`]);
  const home = await homeFor(store, asked.organization);
  if (!home) throw new SetupError(['There is no organization yet. Run: npm run mentor -- setup']);
  const views = await store.inOrganization(home.id, undefined, async (tx) => {
    const programs = await reportedPrograms(tx, house);
    const all: Awaited<ReturnType<typeof reportOf>>[] = [];
    for (const program of programs) all.push(await reportOf(tx, house, program, quarter));
    return all;
  });
  if (views.length === 0) throw new SetupError(['No program that is switched on here asks for evaluations.']);
  return asked.csv ? reportCsv(views) : views.map(reportText).join('\n');
}

/** Prints the quality council's report. */
export const reportCommand: Command = {
  usage: 'report [--quarter 2026-Q4] [--csv]',
  says: 'prints what mentees and mentors said of their sessions, per topic',
  options: [
    { name: 'quarter', takes: 'YEAR-Q1', says: 'the quarter; without it, the last one that was published' },
    { name: 'csv', says: 'prints a table for a spreadsheet' },
    { name: 'organization', takes: 'NAME', says: 'whose report it is, where there are several organizations' },
  ],
  example: 'report --quarter 2026-Q4 --csv',
  async run(args, config: Config) {
    const { values } = parseArgs({ args: [...args], options: flags, allowPositionals: false });
    const foundation = await layFoundation(config, realClock, createLog('warn'));
    try {
      process.stdout.write(await reportsAsText(foundation.store, foundation.house, values));
      return 0;
    } finally {
      await foundation.queue.stop();
      await foundation.store.close();
    }
  },
};
