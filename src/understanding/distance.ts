/** The two rows before, and what is read where a row has no such place. */
type Rows = { readonly last: readonly number[]; readonly beforeLast: readonly number[]; readonly over: number };

const lesser = (a: number, b: number): number => (a < b ? a : b);

function nextRow(a: string, b: string, i: number, { last, beforeLast, over }: Rows): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const taken = a[i - 1] === b[j - 1] ? 0 : 1;
    let least = lesser((last[j] ?? over) + 1, (row[j - 1] ?? over) + 1);
    least = lesser(least, (last[j - 1] ?? over) + taken);
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    if (swapped) least = lesser(least, (beforeLast[j - 2] ?? over) + 1);
    row.push(least);
  }
  return row;
}

/**
 * How many single typing slips (a letter left out, put in, taken for another, or two neighbors swapped) lie between two
 * words, counted by optimal string alignment; `most + 1` as soon as it must be more than `most`.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  const over = most + 1;
  if (a.length - b.length > most || b.length - a.length > most) return over;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = nextRow(a, b, i, { last, beforeLast, over });
    if (row.every((slips) => slips > most)) return over;
    beforeLast = last;
    last = row;
  }
  return lesser(last[b.length] ?? over, over);
}
