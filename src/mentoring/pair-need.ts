import { DateTime, type Duration } from 'luxon';

/** How often a program expects two people to meet. */
export type Cadence = {
  /** The first meeting is planned or held within this time after they were paired. */
  readonly firstMeeting: Duration;
  /** From one meeting to the next it takes no longer than this. */
  readonly between: Duration;
};

/** The same, and how often the two hear of it themselves: so much time lies between two nudges about one thing. */
export type NudgeCadence = Cadence & {
  readonly again: Duration;
  /** An evaluation that was asked for is called to mind after this time. */
  readonly evaluation: Duration;
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

/** What two people who plan nothing will need, and from when on, on the clock of `now`. */
export function needFrom(
  { startedAt, lastOn }: Pick<PairContact, 'startedAt' | 'lastOn'>,
  { firstMeeting, between }: Cadence,
  now: DateTime,
): { readonly need: PairNeed; readonly from: DateTime } {
  if (lastOn === null) return { need: 'not-booked', from: startedAt.plus(firstMeeting) };
  return { need: 'quiet', from: DateTime.fromISO(lastOn, { zone: now.zone }).plus(between) };
}

/** Whether a pair needs its coordinator, and why; undefined where all is as the program expects. */
export function needOf(contact: PairContact, cadence: Cadence, now: DateTime): PairNeed | undefined {
  const { isPlanned, fineUntil } = contact;
  if (isPlanned || (fineUntil !== null && fineUntil > now)) return undefined;
  const { need, from } = needFrom(contact, cadence, now);
  return from <= now ? need : undefined;
}
