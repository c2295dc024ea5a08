import type { Piece } from './pieces';

/** The words of a text in one row, a space between them, so that forms of several words can be looked for. */
export type Line = {
  readonly text: string;
  readonly words: readonly string[];
  /** Which piece stands at this place of the row. */
  pieceAt(place: number): number;
};

export function lineOf(pieces: readonly Piece[], isTaken: (index: number) => boolean = () => false): Line {
  const starts: number[] = [];
  let text = '';
  pieces.forEach((piece, index) => {
    starts.push(text.length);
    const word = isTaken(index) ? '_' : piece.word;
    text += `${piece.afterBreak && index > 0 ? ', ' : ''}${word} `;
  });
  return {
    text,
    words: pieces.map(({ word }) => word),
    pieceAt(place) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= place) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/** What one reader found: its value, and the pieces from and to (inclusive) that say it. */
export type Found<T> = { readonly value: T; readonly from: number; readonly to: number };

/** All matches of a form in a line that mean something. */
export function findAll<T>(
  line: Line,
  form: RegExp,
  read: (match: RegExpExecArray) => T | undefined,
): readonly Found<T>[] {
  return [...line.text.matchAll(form)].flatMap((match) => {
    const value = read(match);
    if (value === undefined) return [];
    const lead = match[0].length - match[0].trimStart().replace(/^[,] /u, '').length;
    const from = line.pieceAt(match.index + lead);
    const to = line.pieceAt(match.index + match[0].trimEnd().length - 1);
    return [{ value, from, to }];
  });
}
