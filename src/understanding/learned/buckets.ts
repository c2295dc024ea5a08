/** How many rows of weights there are; features share them by their hash. */
export const buckets = 1 << 15;

/** The row of a feature (FNV-1a). */
export function bucketOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i += 1) {
    hash ^= feature.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return ((hash >>> 15) ^ hash) & (buckets - 1);
}
