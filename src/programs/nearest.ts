/** How many letters differ between two words; two swapped neighbors count once. */
function lettersApart(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const taken = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, taken);
      row.push(swapped ? Math.min(least, (beforeLast[j - 2] ?? 0) + 1) : least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The one of `allowed` that was probably meant; null where none is near (more than a third of its letters differ). */
export function nearest(word: string, allowed: readonly string[]): string | null {
  const typed = word.slice(0, 80).toLowerCase();
  const [best] = allowed
    .map((candidate) => ({ candidate, apart: lettersApart(typed, candidate.toLowerCase()) }))
    .filter(({ candidate, apart }) => apart <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.apart - b.apart);
  return best?.candidate ?? null;
}
