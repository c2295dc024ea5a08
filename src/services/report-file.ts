import { stringify } from 'csv-stringify/sync';
import { allTopics, averageWords, type ReportView, type SideReport, themeWords, tooFewPeople } from '../cards';
import { recordAudit, type Tx } from '../store';
import type { Caller } from './caller';
import { fileAddress, offerFile } from './files';
import type { House } from './house';

type Row = {
  readonly quarter: string;
  readonly program: string;
  readonly from: string;
  readonly about: string;
  readonly evaluations: string;
  readonly average: string;
};

function rowsOf({ program, quarter, released, source }: ReportView): readonly Row[] {
  if (!released) return [];
  const base = { program, quarter };
  const side = (from: string, { total, topics }: SideReport): Row[] => [
    {
      ...base,
      from,
      about: allTopics,
      evaluations: total ? String(total.evaluations) : tooFewPeople,
      average: total ? averageWords(total.average) : '',
    },
    ...topics.map(({ label, evaluations, average }) => ({
      ...base,
      from,
      about: label,
      evaluations: String(evaluations),
      average: averageWords(average),
    })),
  ];
  return [
    ...side('mentees', released.mentees),
    ...side('mentors', released.mentors),
    ...released.themes.map((theme) => ({
      ...base,
      from: 'both',
      about: `Theme: ${themeWords[theme]}`,
      evaluations: '',
      average: '',
    })),
    { ...base, from: '', about: `Source: ${source}`, evaluations: '', average: '' },
  ];
}

/**
 * Reports as a CSV for a spreadsheet. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export const reportCsv = (views: readonly ReportView[]): string =>
  stringify(views.flatMap(rowsOf), {
    header: true,
    columns: ['quarter', 'program', 'from', 'about', 'evaluations', 'average'],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });

/** Keeps a report as a file for this person, which is noted; the address of it, undefined where there can be none. */
export async function offerReport(
  tx: Tx,
  house: House,
  { person }: Pick<Caller, 'person'>,
  view: ReportView,
): Promise<string | undefined> {
  if (house.publicUrl === undefined) return undefined;
  const name = `evaluations-${view.quarter}.csv`;
  const token = await offerFile(tx, { personId: person.personId, kind: 'report', name, content: reportCsv([view]) });
  await recordAudit(tx, { action: 'export', objectKind: 'report', outcome: 'done' });
  return fileAddress(house, token);
}
