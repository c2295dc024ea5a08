import { stringify } from 'csv-stringify/sync';
import type { RowFault } from '../services';

const rowOf =
  (outcome: string) =>
  ({ line, column, reason }: RowFault) => ({ row: line, column, outcome, reason });

/**
 * What an import refused or warns of, as a CSV for a spreadsheet. A cell that a spreadsheet would take for a formula gets
 * an apostrophe in front.
 */
export const resultsCsv = (faults: readonly RowFault[], warnings: readonly RowFault[]): string =>
  stringify([...faults.map(rowOf('refused')), ...warnings.map(rowOf('went in'))], {
    header: true,
    columns: ['row', 'column', 'outcome', 'reason'],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
