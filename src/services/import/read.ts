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
    if (!('email' in read)) {
      faults.push(...read);
      continue;
    }
    const first = lineOf.get(read.email);
    if (first !== undefined)
      faults.push({
        line,
        column: 'email',
        reason: `This address stands in row ${first} already; one person is one row.`,
      });
    else {
      lineOf.set(read.email, line);
      people.push(read);
    }
  }
  return { people, faults, unknownColumns: header.filter((name) => name !== '' && !isColumn(name)) };
}
