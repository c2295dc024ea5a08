import { deflateSync, inflateSync } from 'fflate';
import { type Label, labels } from '../intents';
import { buckets } from './buckets';
import { type Lesson, unit } from './score';

/** A lesson as it is kept in a file. */
export type Packed = {
  /** The labels, in the order of the weights. */
  readonly labels: readonly string[];
  /** One text, a space between two stems. */
  readonly own: string;
  /** One signed byte a weight; deflated, base64. */
  readonly weights: string;
};

export function pack({ own, weights }: Lesson): Packed {
  const packed = deflateSync(new Uint8Array(weights.buffer), { level: 9 });
  return { labels, own: [...own].sort().join(' '), weights: Buffer.from(packed).toString('base64') };
}

/** Refuses a lesson that was made for other labels or another size. */
export function unpack(packed: Packed): Lesson {
  const bytes = inflateSync(Buffer.from(packed.weights, 'base64'));
  const same = packed.labels.every((label, i) => label === (labels[i] satisfies Label | undefined));
  if (!same || bytes.length !== buckets * labels.length)
    throw new Error('What was learned does not fit this version. Run "npm run build" again.');
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return { own: new Set(packed.own.split(' ')), weights, unit };
}
