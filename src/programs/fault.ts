/** One thing wrong in a file, with the place where a person finds it. */
export type Fault = {
  readonly file: string;
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly column?: number;
  /** The way to the value, as in `eligibility[0].who`; empty for the file as a whole. */
  readonly path: string;
  /** A full sentence: what is wrong, what is allowed or what to do. */
  readonly reason: string;
};

export type Path = readonly (string | number)[];

/** `['eligibility', 0, 'who']` as `eligibility[0].who`. */
export const writePath = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');

/** `a, b or c`, each in quotation marks. */
export function eitherOf(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}

/** One line per fault, as compilers write them: `file:line:column path: reason`. */
export function writeFault({ file, line, column, path, reason }: Fault): string {
  const place = column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
  return path === '' ? `${place} ${reason}` : `${place} ${path}: ${reason}`;
}
