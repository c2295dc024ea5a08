import { type DateTime, Duration } from 'luxon';
import { decideDayAhead } from './day-ahead';
import type { Decision } from './decision';
import { type Hours, nextMorning } from './hours';
import { type NudgeCadence, needFrom, type PairContact, type PairNeed } from './pair-need';
import { metDays } from './reminders';

/** After so many of one kind about one thing, without any act of that person, nothing more comes. */
export const mostNudges = 3;
/** What is late by more than this, counted from when it was first allowed, is not said any more. */
export const staleAfter = Duration.fromObject({ hours: 24 });

/** How many times less often somebody is nudged than her program says. */
export type Pace = 1 | 2 | 4;
export const slowest: Pace = 4;
/** A pace slower; the slowest stays. */
export const slower = (pace: Pace): Pace => (pace === 1 ? 2 : slowest);

/** How it stands between two people. `busyUntil`: when the last meeting is over that they plan, propose or have had. */
export type Contact = Pick<PairContact, 'startedAt' | 'lastOn' | 'fineUntil'> & {
  readonly busyUntil: DateTime | null;
};

/** What one of the two has heard of it, and what she has answered. `heard` counts since her last act in this exchange. */
export type Heard = {
  readonly heard: number;
  readonly lastAt: DateTime | null;
  readonly until: DateTime | null;
  readonly pace: Pace;
};

/** `later`: nothing is said before that moment. `stopped`: she has heard it often enough. `now`: called for since then. */
export type Turn =
  | { readonly turn: 'later'; readonly at: DateTime }
  | { readonly turn: 'stopped' }
  | { readonly turn: 'now'; readonly since: DateTime };

const times = (span: Duration, pace: Pace): Duration => span.mapUnits((amount) => amount * pace);

/** Whether it is her turn to hear of something that is called for from the last of these moments on. */
export function decideTurn(
  moments: readonly [DateTime, ...(DateTime | null)[]],
  { heard, lastAt, until, pace }: Heard,
  again: Duration,
  now: DateTime,
): Turn {
  if (heard >= mostNudges) return { turn: 'stopped' };
  const known = [...moments, until, lastAt?.plus(times(again, pace)) ?? null].flatMap((moment) => moment ?? []);
  const since = known.reduce((last, moment) => (moment > last ? moment : last), moments[0]);
  return since <= now ? { turn: 'now', since } : { turn: 'later', at: since };
}

/** A pair that plans or had a meeting is left alone for so long after it: first it is asked whether the two met. */
const afterMeeting = Duration.fromObject({ days: metDays });

/** What two people need by the cadence of their program, and whether this one of them is to be nudged about it now. */
export function decideNudge(
  contact: Contact,
  heard: Heard,
  cadence: Pick<NudgeCadence, 'firstMeeting' | 'between' | 'again'>,
  now: DateTime,
): { readonly need: PairNeed; readonly turn: Turn } {
  const { pace } = heard;
  const slow = { firstMeeting: times(cadence.firstMeeting, pace), between: times(cadence.between, pace) };
  const { need, from } = needFrom(contact, slow, now);
  const free = contact.busyUntil?.plus(afterMeeting) ?? null;
  return { need, turn: decideTurn([from, contact.fineUntil, free], heard, cadence.again, now) };
}

/** How long before its end a mentor hears of it. */
const beforeEnd = Duration.fromObject({ days: 14 });

/** The end of a mentor's commitment that she is to hear of next, and when: each time that it runs out. */
export function nextCommitment(
  agreedAt: DateTime,
  commitment: Duration,
  after: DateTime,
): { readonly endsAt: DateTime; readonly since: DateTime } {
  for (let rounds = 1; ; rounds += 1) {
    const endsAt = agreedAt.plus(commitment.mapUnits((amount) => amount * rounds));
    const since = endsAt.minus(beforeEnd);
    if (since > after) return { endsAt, since };
  }
}

/** The farthest day until which somebody asks to be left alone, in days. */
export const longestSnooze = 92;

/** Whether she can be asked again on that day (ISO), at most three months ahead of `today` (ISO, where she is). */
export const decideSnooze = (until: string, today: string): Decision<{ until: string }> =>
  decideDayAhead(until, today, { code: 'snooze-too-long', most: longestSnooze });

/** When a nudge that was called for at that moment goes out: at 9:00 on a working day, or in the first hour open after it. */
export const nudgeAt = (since: DateTime, hours: Hours): DateTime => nextMorning(since, hours);

/** Whether it comes too late to be said. */
export const isStale = (allowedAt: DateTime, now: DateTime): boolean => now > allowedAt.plus(staleAfter);
