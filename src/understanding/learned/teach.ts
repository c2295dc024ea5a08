import { bucketOf, buckets } from './buckets';

/** One example: its features, how much the frames speak for each label, and the label it has. */
export type Example = {
  readonly features: ReadonlySet<string>;
  readonly prior: readonly number[];
  readonly label: number;
};

const rounds = 25;
const step = 0.3;
const restraint = 0.2;

/** The same row of numbers every time, from 0 to below `most`. */
function shuffler(): (most: number) => number {
  let state = 1;
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % most;
  };
}

/** The chances of labels, given how much speaks for each. */
export function chancesOf(scores: Float64Array): Float64Array {
  const most = scores.reduce((a, b) => Math.max(a, b));
  const raised = scores.map((score) => Math.exp(score - most));
  const sum = raised.reduce((a, b) => a + b);
  return raised.map((each) => each / sum);
}

/**
 * Learns how much each feature adds to what the frames say of each label: multinomial logistic regression with the
 * frames' score as a fixed part, by AdaGrad, in a fixed order. Deterministic. The answer has `buckets` rows of `labels`.
 */
export function teach(examples: readonly Example[], labels: number): Float64Array {
  const weights = new Float64Array(buckets * labels);
  const seen = new Float64Array(buckets * labels).fill(1e-8);
  const encoded = examples.map(({ features, prior, label }) => ({
    places: [...new Set([...features].map(bucketOf))].map((bucket) => bucket * labels),
    prior,
    label,
  }));
  const order = examples.map((_, i) => i);
  const random = shuffler();
  const shrink = restraint / examples.length;
  for (let round = 0; round < rounds; round += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = random(i + 1);
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const i of order) {
      const example = encoded[i];
      if (example) learnOne(example, { weights, seen, labels, shrink });
    }
  }
  return weights;
}

type State = {
  readonly weights: Float64Array;
  readonly seen: Float64Array;
  readonly labels: number;
  readonly shrink: number;
};

function learnOne(
  { places, prior, label }: { places: readonly number[]; prior: readonly number[]; label: number },
  { weights, seen, labels, shrink }: State,
): void {
  const part = 1 / Math.sqrt(places.length);
  const scores = Float64Array.from(prior);
  for (const place of places)
    for (let k = 0; k < labels; k += 1) scores[k] = (scores[k] ?? 0) + (weights[place + k] ?? 0) * part;
  const chances = chancesOf(scores);
  for (let k = 0; k < labels; k += 1) {
    const error = ((chances[k] ?? 0) - (k === label ? 1 : 0)) * part;
    for (const place of places) {
      const at = place + k;
      const slope = error + shrink * (weights[at] ?? 0);
      seen[at] = (seen[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (step * slope) / Math.sqrt(seen[at] ?? 1);
    }
  }
}
