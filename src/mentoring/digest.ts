import type { DateTime } from 'luxon';

const monday = 1;
const hour = 9;
/** So much later it is no longer on time. */
const lateAfter = { hours: 1 };

const inZone = (at: DateTime, zone: string): DateTime => {
  const local = at.setZone(zone);
  return local.isValid ? local : at.setZone('utc');
};

const digestOfWeek = (local: DateTime): DateTime =>
  local.set({ weekday: monday, hour, minute: 0, second: 0, millisecond: 0 });

/** The last Monday 9:00 in this zone that is not ahead; an unknown zone counts as UTC. */
export function lastDigestAt(at: DateTime, zone: string): DateTime {
  const local = inZone(at, zone);
  const own = digestOfWeek(local);
  return own <= local ? own : digestOfWeek(local.minus({ weeks: 1 }));
}

/** The first Monday 9:00 in this zone that is ahead. */
export const nextDigestAt = (at: DateTime, zone: string): DateTime =>
  digestOfWeek(lastDigestAt(at, zone).plus({ weeks: 1 }));

/** The week of a moment as the calendar (ISO 8601) counts it: `2026-W48`. */
export const weekOf = (at: DateTime): string => `${at.weekYear}-W${String(at.weekNumber).padStart(2, '0')}`;

/** What a digest that is due comes to: of which week it is, for when it was meant, and when the next one is due. */
export type DigestTurn = {
  /** With the person and the kind it is the key: whatever happens, one a week. */
  readonly week: string;
  readonly meantFor: DateTime;
  readonly next: DateTime;
};

/** Decides it at that moment, on the clock of this zone. After a time without service the last one that was missed is caught up. */
export function decideDigest(now: DateTime, zone: string): DigestTurn {
  const meantFor = lastDigestAt(now, zone);
  return { week: weekOf(meantFor), meantFor, next: nextDigestAt(now, zone) };
}

/** Whether what was meant for then comes late now. */
export const isLate = (meantFor: DateTime, now: DateTime): boolean => now > meantFor.plus(lateAfter);
