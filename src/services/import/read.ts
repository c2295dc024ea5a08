import { CsvError, parse } from 'csv-parse/sync';
import { cleanText, clip } from '../../chat';
import { delimiterOf } from './delimiter';
import { columnMeant } from './meant';
import { type Column, columns, emailIn, type PersonLine, type RawRow, type RowFault, readRow } from './row';

/** A column that means nothing here, and the one of ours that it probably stands for, where the list has no such one. */
export type UnknownColumn = { readonly name: string; readonly meant: Column | undefined };

export type ReadList = {
  readonly people: readonly PersonLine[];
  readonly faults: readonly RowFault[];
  /** Columns that mean nothing here; they are ignored. */
  readonly unknownColumns: readonly UnknownColumn[];
  /** Columns that the list has: what a missing one could say stays as it is known. */
  readonly columns: ReadonlySet<Column>;
  /** Every address on the list, of refused rows too: who is listed has not left. */
  readonly listed: ReadonlySet<string>;
  /** The first row whose address cannot be read: nobody can tell who that is. */
  readonly nameless: number | undefined;
};

const isColumn = (name: string): name is Column => columns.some((column) => column === name);
const required = ['name', 'email'] as const;

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

const unknownIn = (header: readonly string[]): readonly UnknownColumn[] =>
  header
    .filter((name) => name !== '' && !isColumn(name))
    .map((name) => {
      const meant = columnMeant(name);
      return {
        name: clip(cleanText(name), 40),
        meant: meant !== undefined && header.includes(meant) ? undefined : meant,
      };
    });

const noColumn = (column: string, header: readonly string[]): RowFault => {
  const stands = unknownIn(header).find(({ meant }) => meant === column);
  const hint = stands === undefined ? '' : ` Is it "${stands.name}"? Then call it ${column}.`;
  return { line: 1, column, reason: `The first row must name the columns, and ${column} is not among them.${hint}` };
};

const nobody: RowFault = {
  line: 2,
  column: 'the whole row',
  reason: 'The list names its columns and then nobody. Add a row for each person.',
};

const unmatched = (line: number): RowFault => ({
  line,
  column: 'the whole row',
  reason:
    'The quotation marks do not match here, so nothing was read. Write a quotation mark inside a cell twice, and close each one.',
});

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell === '');

/** Takes the rows one by one, so that the cells of a long list are not all held at once. */
function createReader(topicIds: ReadonlySet<string>) {
  let header: readonly string[] = [];
  let count = 0;
  let nameless: number | undefined;
  const people: PersonLine[] = [];
  const faults: RowFault[] = [];
  const lineOf = new Map<string, number>();
  const listed = new Set<string>();

  const takeHeader = (row: readonly string[]): void => {
    header = row.map((name) => name.toLowerCase().replace(/\s+/gu, '_'));
  };
  const takePerson = (row: readonly string[], line: number): void => {
    const raw: RawRow = Object.fromEntries(
      header.flatMap((name, at) => (isColumn(name) ? [[name, row[at] ?? '']] : [])),
    );
    const email = emailIn(raw.email);
    if (email === undefined) nameless ??= line;
    else listed.add(email);
    const read = readRow(raw, line, topicIds);
    const found = 'email' in read ? taken(read, lineOf) : read;
    faults.push(...found);
    if (found.length > 0 || !('email' in read)) return;
    for (const { key } of ownOf(read)) lineOf.set(key, line);
    people.push(read);
  };

  return {
    take(row: readonly string[]): void {
      count += 1;
      if (count === 1) takeHeader(row);
      else if (required.every((column) => header.includes(column)) && !isBlank(row)) takePerson(row, count);
    },
    list(): ReadList {
      const missing = required.filter((column) => !header.includes(column));
      if (missing.length > 0) return refusedWhole(...missing.map((column) => noColumn(column, header)));
      if (people.length === 0 && faults.length === 0) return refusedWhole(nobody);
      return {
        people,
        faults,
        unknownColumns: unknownIn(header),
        columns: new Set(header.filter(isColumn)),
        listed,
        nameless,
      };
    },
  };
}

/**
 * Reads a CSV of people (comma, semicolon or tab; first row the column names). A bad row is named; the good ones are
 * returned. Blank rows are passed over, and counted as the spreadsheet counts them. Where quotation marks do not match,
 * nothing is read: no row after them can be told from another.
 */
export function readPeople(text: string, topicIds: ReadonlySet<string>): ReadList {
  const reader = createReader(topicIds);
  try {
    parse(text, {
      bom: true,
      relaxColumnCount: true,
      trim: true,
      delimiter: delimiterOf(text),
      onRecord: (row: string[]) => {
        reader.take(row);
        return null;
      },
    });
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    return refusedWhole(unmatched(typeof fault.lines === 'number' ? fault.lines : 1));
  }
  return reader.list();
}
