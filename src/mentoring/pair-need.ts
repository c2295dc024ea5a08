import { DateTime, type Duration } from 'luxon';

/** How often a program expects two people to meet. */
export type Cadence = {
  /** The first meeting is planned or held within this time after they were paired. */
  readonly firstMeeting: Duration;
  /** From one meeting to the next it takes no longer than this. */
  readonly between: Duration;
};

/** That two people met or are going to, never what it was about. `lastOn` is the calendar day (ISO) of their last session. */
export type PairContact = {
  readonly startedAt: DateTime;
  readonly lastOn: string | null;
  /** Whether a meeting is planned. */
  readonly isPlanned: boolean;
  /** Until then a coordinator has marked them as fine. */
  readonly fineUntil: DateTime | null;
};

/** `not-booked`: they have not met and plan nothing; `quiet`: they have met, but not for longer than the program expects. */
export type PairNeed = 'not-booked' | 'quiet';

/** Whether a pair needs its coordinator, and why; undefined where all is as the program expects. */
export function needOf(contact: PairContact, cadence: Cadence, now: DateTime): PairNeed | undefined {
  const { startedAt, lastOn, isPlanned, fineUntil } = contact;
  if (isPlanned || (fineUntil !== null && fineUntil > now)) return undefined;
  if (lastOn === null) return startedAt.plus(cadence.firstMeeting) <= now ? 'not-booked' : undefined;
  const last = DateTime.fromISO(lastOn, { zone: now.zone });
  return last.plus(cadence.between) <= now ? 'quiet' : undefined;
}
