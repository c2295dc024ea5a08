import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { refusalWords } from '../cards';
import type { Config } from '../config';
import { type AskedDayOff, comingDaysOff, holidayIds, holidayNames, isDayOff, isHolidayId } from '../mentoring';
import { addDayOff, daysOffOf, dropDaysOff, restoreHolidays, todayHere } from '../services';
import { realClock } from '../start/clock';
import { openDatabase, SetupError } from '../start/house';
import { createLog } from '../start/log';
import type { Store, Tx } from '../store';
import type { Command } from './command';
import { dayLines } from './days-off-file';
import { homeFor } from './home';

const flags = {
  file: { type: 'string' },
  'every-year': { type: 'boolean', default: false },
  organization: { type: 'string' },
} as const;

export type Asked = {
  readonly words: readonly string[];
  /** What stands in the file that was named. */
  readonly file: string | undefined;
  readonly everyYear: boolean;
  readonly organization: string | undefined;
};

const usage = [
  'Write it like one of these:',
  '  npm run mentor -- holidays',
  '  npm run mentor -- holidays add 2027-10-18 Alaska Day',
  '  npm run mentor -- holidays remove 2027-10-18',
  `  npm run mentor -- holidays remove columbus     (federal holidays: ${holidayIds.join(', ')})`,
];

async function listed(tx: Tx): Promise<string> {
  const list = await daysOffOf(tx);
  const rows = comingDaysOff(list, await todayHere(tx)).map(({ day, name, own }) => {
    const whose = own === undefined ? '' : own.length === 5 ? '  (your own, every year)' : '  (your own)';
    return `  ${day}  ${name}${whose}\n`;
  });
  const worked = list.worked.map((id) => holidayNames[id]);
  return `Days off in the coming year:\n${rows.join('')}${worked.length > 0 ? `Federal holidays that are working days here: ${worked.join(', ')}\n` : ''}`;
}

async function added(tx: Tx, asked: AskedDayOff): Promise<string> {
  if (isHolidayId(asked.day)) {
    const back = await restoreHolidays(tx, [asked.day]);
    return back
      ? `${holidayNames[asked.day]} is a day off again.\n`
      : `${holidayNames[asked.day]} is a day off already.\n`;
  }
  const decision = await addDayOff(tx, asked);
  if (!decision.ok) throw new SetupError([`${asked.day}: ${refusalWords(decision.because)}`]);
  return `Added: ${asked.day} ${asked.name}\n`;
}

async function removed(tx: Tx, day: string): Promise<string> {
  const list = await daysOffOf(tx);
  const own = list.own.find((each) => each.day === day) ?? list.own.find((each) => each.day === day.slice(5));
  if (!(await dropDaysOff(tx, [own?.day ?? day])))
    throw new SetupError([`"${day}" is no day off on the list, and no federal holiday that is one here.`, ...usage]);
  return isHolidayId(day) ? `${holidayNames[day]} is a working day now.\n` : `Removed: ${day}\n`;
}

/** All lines of a file or none: each that is refused is named. A day that is on the list already is passed over. */
async function addedFromFile(tx: Tx, text: string): Promise<string> {
  const faults: string[] = [];
  let [put, there] = [0, 0];
  for (const { line, asked } of dayLines(text)) {
    if (isDayOff(asked.day, await daysOffOf(tx))) {
      there += 1;
      continue;
    }
    const decision = await addDayOff(tx, asked);
    if (decision.ok) put += 1;
    else faults.push(`  line ${line}: ${refusalWords(decision.because)}`);
  }
  if (faults.length > 0) throw new SetupError(['Nothing was added. Mend these lines, and run it again:', ...faults]);
  return `Added ${put}; on the list already: ${there}\n`;
}

/** Carries it out, and says what was done; throws SetupError for what the operator can mend. */
export async function holidays(store: Store, { words, file, everyYear, organization }: Asked): Promise<string> {
  const home = await homeFor(store, organization);
  if (!home) throw new SetupError(['There is no organization yet. Run: npm run mentor -- setup']);
  const [what, day, ...name] = words;
  return store.inOrganization(home.id, undefined, async (tx) => {
    if (file !== undefined && what === undefined) return addedFromFile(tx, file);
    if (file === undefined && what === undefined) return listed(tx);
    if (file === undefined && what === 'add' && day !== undefined)
      return added(tx, { day, name: name.join(' ').trim(), everyYear });
    if (file === undefined && what === 'remove' && day !== undefined && name.length === 0) return removed(tx, day);
    throw new SetupError(usage);
  });
}

async function readFileNamed(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new SetupError([`The file ${path} cannot be read.`]);
  }
}

/** Keeps the days on which no schedule writes to anybody. */
export const holidaysCommand: Command = {
  usage: 'holidays [add DAY NAME | remove DAY] [--file F]',
  says: 'shows the days off, adds one, or takes one off the list',
  options: [
    { name: 'file', takes: 'FILE', says: 'adds all days of a file: one date and its name a line' },
    { name: 'every-year', says: 'with add: on that day of every year' },
    { name: 'organization', takes: 'NAME', says: 'whose list it is, where there are several organizations' },
  ],
  example: 'holidays add 2027-10-18 Alaska Day --every-year',
  async run(args, config: Config) {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
    const file = values.file === undefined ? undefined : await readFileNamed(values.file);
    const store = await openDatabase(config, realClock, createLog('warn'));
    try {
      const asked = { words: positionals, file, everyYear: values['every-year'], organization: values.organization };
      process.stdout.write(await holidays(store, asked));
      return 0;
    } finally {
      await store.close();
    }
  },
};
