import type { Showings } from '../mentoring';

/** Shares the finds of a topic out among its mentors, so that the best known few do not carry it alone. */
export type Rotation = {
  /** How often each mentor of this circle was shown since the process started. */
  showings(circle: string): Showings;
  /**
   * Where among equally good offers the next reading starts, as a place in the order of ids: where more mentors are open
   * than one reading holds, each reading begins elsewhere.
   */
  start(circle: string): string;
  note(circle: string, mentorIds: readonly string[]): void;
};

const mostRemembered = 5000;
const goldenShare = (Math.sqrt(5) - 1) / 2;

/**
 * Counts in memory: a restart makes all equal again, and several replicas each share out their own finds, which is as
 * fair together. The same finds in the same order give the same answers.
 */
export function createRotation(): Rotation {
  const circles = new Map<string, { readonly shown: Map<string, number>; finds: number }>();
  const circleOf = (name: string) => {
    const known = circles.get(name) ?? { shown: new Map<string, number>(), finds: 0 };
    circles.set(name, known);
    return known;
  };
  return {
    showings: (circle) => circleOf(circle).shown,
    start(circle) {
      const share = (circleOf(circle).finds * goldenShare) % 1;
      const place = Math.floor(share * 0x1_0000_0000);
      return `${place.toString(16).padStart(8, '0')}-0000-0000-0000-000000000000`;
    },
    note(circle, mentorIds) {
      const own = circleOf(circle);
      own.finds += 1;
      if (own.shown.size > mostRemembered) own.shown.clear();
      for (const id of mentorIds) own.shown.set(id, (own.shown.get(id) ?? 0) + 1);
    },
  };
}
