import { CsvError, parse } from 'csv-parse/sync';
import { delimiterOf } from './delimiter';
import { type Column, columns, emailIn, type PersonLine, type RawRow, type RowFault, readRow } from './row';

export type ReadList = {
  readonly people: readonly PersonLine[];
  readonly faults: readonly RowFault[];
  /** Columns that mean nothing here; they are ignored. */
  readonly unknownColumns: readonly string[];
  /** Columns that the list has: what a missing one could say stays as it is known. */
  readonly columns: ReadonlySet<Column>;
  /** Every address on the list, of refused rows too: who is listed has not left. */
  readonly listed: ReadonlySet<string>;
  /** The first row whose address cannot be read: nobody can tell who that is. */
  readonly nameless: number | undefined;
};

const isColumn = (name: string): name is Column => columns.some((column) => column === name);
const cells = (value: unknown): string[][] => (Array.isArray(value) ? value.filter((row) => Array.isArray(row)) : []);

/** What only one person can have. */
const ownOf = ({ email, slack, teams }: PersonLine): readonly { key: string; column: string; what: string }[] => [
  { key: `email|${email}`, column: 'email', what: 'address' },
  ...(slack ? [{ key: `slack|${slack.tenant}|${slack.user}`, column: 'slack_user', what: 'account' }] : []),
  ...(teams ? [{ key: `teams|${teams.tenant}|${teams.user}`, column: 'teams_user', what: 'account' }] : []),
];

const taken = (person: PersonLine, lineOf: ReadonlyMap<string, number>): RowFault[] =>
  ownOf(person).flatMap(({ key, column, what }) => {
    const first = lineOf.get(key);
    const reason = `This ${what} stands in row ${first} already; it can belong to one person only. Take one of the two rows out.`;
    return first === undefined ? [] : [{ line: person.line, column, reason }];
  });

const refusedWhole = (...faults: readonly RowFault[]): ReadList => ({
  people: [],
  faults,
  unknownColumns: [],
  columns: new Set(),
  listed: new Set(),
  nameless: undefined,
});

/** The rows as text; a fault where quotation marks do not match, as then no row after it can be told from another. */
function rowsOf(text: string): string[][] | RowFault {
  try {
    return cells(parse(text, { bom: true, relaxColumnCount: true, trim: true, delimiter: delimiterOf(text) }));
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const line = typeof fault.lines === 'number' ? fault.lines : 1;
    return {
      line,
      column: 'the whole row',
      reason:
        'The quotation marks do not match here, so nothing was read. Write a quotation mark inside a cell twice, and close each one.',
    };
  }
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell === '');

/**
 * Reads a CSV of people (comma, semicolon or tab; first row the column names). A bad row is named; the good ones are
 * returned. Blank rows are passed over, and counted as the spreadsheet counts them.
 */
export function readPeople(text: string, topicIds: ReadonlySet<string>): ReadList {
  const rows = rowsOf(text);
  if (!Array.isArray(rows)) return refusedWhole(rows);
  const header = (rows[0] ?? []).map((name) => name.toLowerCase().replace(/\s+/gu, '_'));
  const missing = (['name', 'email'] as const).filter((column) => !header.includes(column));
  if (missing.length > 0) {
    return refusedWhole(
      ...missing.map((column) => ({
        line: 1,
        column,
        reason: `The first row must name the columns, and ${column} is not among them.`,
      })),
    );
  }
  const people: PersonLine[] = [];
  const faults: RowFault[] = [];
  const lineOf = new Map<string, number>();
  const listed = new Set<string>();
  let nameless: number | undefined;
  for (const [index, row] of rows.entries()) {
    if (index === 0 || isBlank(row)) continue;
    const line = index + 1;
    const raw: RawRow = Object.fromEntries(
      header.flatMap((name, at) => (isColumn(name) ? [[name, row[at] ?? '']] : [])),
    );
    const email = emailIn(raw.email);
    if (email === undefined) nameless ??= line;
    else listed.add(email);
    const read = readRow(raw, line, topicIds);
    const found = 'email' in read ? taken(read, lineOf) : read;
    faults.push(...found);
    if (found.length > 0 || !('email' in read)) continue;
    for (const { key } of ownOf(read)) lineOf.set(key, line);
    people.push(read);
  }
  return {
    people,
    faults,
    unknownColumns: header.filter((name) => name !== '' && !isColumn(name)),
    columns: new Set(header.filter(isColumn)),
    listed,
    nameless,
  };
}
