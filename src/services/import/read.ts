import { parse } from 'csv-parse/sync';
import { type Column, columns, type PersonLine, type RawRow, type RowFault, readRow } from './row';

export type ReadList = {
  readonly people: readonly PersonLine[];
  readonly faults: readonly RowFault[];
  /** Columns that mean nothing here; they are ignored. */
  readonly unknownColumns: readonly string[];
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
    const reason = `This ${what} stands in row ${first} already; it can belong to one person only.`;
    return first === undefined ? [] : [{ line: person.line, column, reason }];
  });

/** Reads a CSV of people (UTF-8, first row the column names). A bad row is named; the good ones are returned. */
export function readPeople(text: string, topicIds: ReadonlySet<string>): ReadList {
  const rows = cells(parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: true, trim: true }));
  const header = (rows[0] ?? []).map((name) => name.toLowerCase().replace(/\s+/gu, '_'));
  const missing = (['name', 'email'] as const).filter((column) => !header.includes(column));
  if (missing.length > 0) {
    return {
      people: [],
      unknownColumns: [],
      faults: missing.map((column) => ({
        line: 1,
        column,
        reason: `The first row must name the columns, and ${column} is not among them.`,
      })),
    };
  }
  const people: PersonLine[] = [];
  const faults: RowFault[] = [];
  const lineOf = new Map<string, number>();
  for (const [index, row] of rows.slice(1).entries()) {
    const line = index + 2;
    const raw: RawRow = Object.fromEntries(
      header.flatMap((name, at) => (isColumn(name) ? [[name, row[at] ?? '']] : [])),
    );
    const read = readRow(raw, line, topicIds);
    const found = 'email' in read ? taken(read, lineOf) : read;
    faults.push(...found);
    if (found.length > 0 || !('email' in read)) continue;
    for (const { key } of ownOf(read)) lineOf.set(key, line);
    people.push(read);
  }
  return { people, faults, unknownColumns: header.filter((name) => name !== '' && !isColumn(name)) };
}
