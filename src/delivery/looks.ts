/** Waits before a look at a platform, so that those for one organization stay below what it answers. */
export type Looks = { turn(organizationId: string): Promise<void> };

/**
 * A token bucket per organization: `burst` at once, then `perSecond`. Real time (`now`, in milliseconds), as the
 * platforms count it; `pause` waits that many milliseconds.
 */
export function createLooks(
  perSecond: number,
  burst: number,
  now: () => number,
  pause: (milliseconds: number) => Promise<void>,
): Looks {
  const freeAt = new Map<string, number>();
  const gap = 1000 / perSecond;
  return {
    async turn(organizationId) {
      const earliest = now() - burst * gap;
      const mine = Math.max(freeAt.get(organizationId) ?? earliest, earliest) + gap;
      freeAt.set(organizationId, mine);
      const wait = mine - now();
      if (wait > 0) await pause(wait);
    },
  };
}
