import { DateTime } from 'luxon';
import type { Clock } from '../mentoring';

/** The process's own time: the one place where the product asks what time it is. */
export const realTime = (): DateTime<true> => DateTime.utc();

export const realClock: Clock = { now: realTime };

/** A clock that runs beside real time and can be set ahead: the local workspace's business time. */
export function movableClock(zone: string): Clock & { set(at: DateTime): void } {
  let ahead = 0;
  return {
    now: () => realTime().plus({ milliseconds: ahead }).setZone(zone),
    set(at) {
      ahead = at.toMillis() - realTime().toMillis();
    },
  };
}
