export type Figure = {
  readonly bench: string;
  readonly name: string;
  readonly unit?: string;
  readonly floor?: number;
  readonly ours?: number;
  readonly ratio?: number;
  /** The most that the ratio, or without one `ours`, may be. */
  readonly target?: number;
  readonly rounds?: number;
  readonly [more: string]: unknown;
};

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

/** One figure as one JSON line on standard output; `met` says whether it keeps its target. */
export function report(figure: Figure): void {
  const measured = figure.ratio ?? figure.ours;
  const met = figure.target === undefined || measured === undefined ? {} : { met: measured <= figure.target };
  console.log(JSON.stringify({ ...figure, ...met }, rounded));
}
