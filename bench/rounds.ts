export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
};

/** The value below which that share of the values lies. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export type Pair<T> = { readonly floor: T; readonly ours: T };

/** Measures floor and product in turn, the one that goes first changing from round to round. */
export async function alternate<T>(
  rounds: number,
  measureFloor: () => Promise<T>,
  measureOurs: () => Promise<T>,
): Promise<readonly Pair<T>[]> {
  const pairs: Pair<T>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const floor = await measureFloor();
      pairs.push({ floor, ours: await measureOurs() });
    } else {
      const ours = await measureOurs();
      pairs.push({ floor: await measureFloor(), ours });
    }
  }
  return pairs;
}

/** The median of the rounds' own ratios: what slows the machine down slows both sides of a round. */
export const medianRatio = (pairs: readonly Pair<number>[]): number =>
  median(pairs.map(({ floor, ours }) => ours / floor));

/** The medians of both sides over all rounds. */
export const middle = (pairs: readonly Pair<number>[]): Pair<number> => ({
  floor: median(pairs.map(({ floor }) => floor)),
  ours: median(pairs.map(({ ours }) => ours)),
});
