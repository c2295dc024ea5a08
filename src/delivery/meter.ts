import type { Installation } from '../store';

/**
 * Remembers what this process sent because somebody waits for it. That is never held back; what the schedule says yields
 * to it, as soon as it asks for its turn.
 */
export type Meter = {
  answered(at: Installation): void;
  /** How many seconds ago each of them was, the oldest first; they are handed over with that. */
  collect(at: Installation): readonly number[];
};

/** After so many seconds it does not matter any more. */
const remembered = 60;
/** So many are more than any platform takes in that time. */
const most = 500;

/** `now` in milliseconds of real time. */
export function createMeter(now: () => number): Meter {
  const answers = new Map<string, number[]>();
  const keyOf = ({ channel, tenant }: Installation): string => `${channel}|${tenant}`;
  const recent = (at: Installation): number[] =>
    (answers.get(keyOf(at)) ?? []).filter((time) => now() - time < remembered * 1000);
  return {
    answered(at) {
      answers.set(keyOf(at), [...recent(at), now()].slice(-most));
    },
    collect(at) {
      const times = recent(at);
      answers.delete(keyOf(at));
      return times.map((time) => (now() - time) / 1000);
    },
  };
}
