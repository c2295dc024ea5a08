import type { Child } from './child';
import { type Loaded, load, type Target } from './load';
import { report } from './report';
import { alternate, medianRatio, middle, type Pair } from './rounds';

export type Side = { readonly child: Child; readonly target: Target };
type Measured = Loaded & { readonly cpu: number };

/** The house is large: only after some thousands of requests is its code compiled for good. */
const warmRequests = 4000;
const roundSeconds = 3;

/** Asks what has to settle after the last answer (sends of its own) not to be missed. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

async function measure({ child, target }: Side, amount: number): Promise<Measured> {
  const before = await child.cpu();
  const loaded = await load(target, { amount });
  await settled();
  return { ...loaded, cpu: ((await child.cpu()) - before) / loaded.requests };
}

async function warmed(side: Side): Promise<number> {
  await load(side.target, { amount: warmRequests });
  const { perSecond } = await load(side.target, { duration: roundSeconds });
  return Math.ceil(perSecond * roundSeconds);
}

const column = (pairs: readonly Pair<Measured>[], of: keyof Measured): readonly Pair<number>[] =>
  pairs.map(({ floor, ours }) => ({ floor: floor[of], ours: ours[of] }));

export type Comparison = {
  readonly bench: string;
  readonly name: string;
  readonly target: number;
  readonly rounds: number;
};

/** Loads floor and product in turn and reports the processor time of a request as a ratio; wall times stand beside. */
export async function compare(own: Comparison, floor: Side, ours: Side): Promise<void> {
  const amounts = { floor: await warmed(floor), ours: await warmed(ours) };
  const pairs = await alternate(
    own.rounds,
    () => measure(floor, amounts.floor),
    () => measure(ours, amounts.ours),
  );
  const cpu = column(pairs, 'cpu');
  const { target, rounds, ...named } = own;
  report({
    ...named,
    unit: 'us CPU per request',
    ...middle(cpu),
    ratio: medianRatio(cpu),
    target,
    rounds,
    ratios: cpu.map((pair) => Number((pair.ours / pair.floor).toFixed(2))),
    perSecond: middle(column(pairs, 'perSecond')),
    p50: middle(column(pairs, 'p50')),
    p99: middle(column(pairs, 'p99')),
    wrong: pairs.reduce((sum, pair) => sum + pair.floor.wrong + pair.ours.wrong, 0),
  });
}
