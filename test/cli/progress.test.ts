import { progressOn } from '../../src/cli/progress';

const screen = (isTTY: boolean) => {
  const lines: string[] = [];
  return { lines, out: { isTTY, write: (text: string | Uint8Array) => lines.push(String(text)) > 0 } };
};

describe('the progress of an import', () => {
  it('is a bar on a terminal, gone at the end', () => {
    const { lines, out } = screen(true);
    const progress = progressOn(out);
    progress.show(25_000, 50_000);
    progress.end();
    expect(lines).toEqual([`\r[${'#'.repeat(15)}${'-'.repeat(15)}] 25,000 of 50,000 `, '\r\u001b[K']);
  });

  it('is nothing where nobody watches', () => {
    const { lines, out } = screen(false);
    const progress = progressOn(out);
    progress.show(1, 2);
    progress.end();
    expect(lines).toEqual([]);
  });
});
