const delimiters = [',', ';', '\t'] as const;

/**
 * What parts the cells: the one of comma, semicolon and tab that makes `name` and `email` columns of the first row; where
 * none does, the one that makes most columns.
 */
export function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u, 1);
  const names = (by: string): string[] =>
    first.split(by).map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/u, '$1')
        .toLowerCase(),
    );
  const most = delimiters.toSorted((a, b) => names(b).length - names(a).length)[0];
  return delimiters.find((by) => names(by).includes('name') && names(by).includes('email')) ?? most ?? ',';
}
