import { resultsCsv } from '../../src/cli/results-file';

describe('the results of an import as a file', () => {
  it('has a row for each thing to mend', () => {
    const fault = { line: 3, column: 'email', reason: 'This is no address, "quoted".' };
    const warning = { line: 7, column: 'supervisor_email', reason: 'A loop.' };
    expect(resultsCsv([fault], [warning])).toBe(
      '\uFEFFrow,column,outcome,reason\r\n3,email,refused,"This is no address, ""quoted""."\r\n7,supervisor_email,went in,A loop.\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('lets no spreadsheet take %j for a formula', (reason) => {
    expect(resultsCsv([{ line: 1, column: 'name', reason }], [])).toMatch(/refused,"?'/);
  });
});
