import type { DateTime } from 'luxon';
import type { RequestState } from './request';

/**
 * For so many days a mentor who said no to somebody is not offered to her again in that topic. No program file says a
 * number; a month is what most reasons take to change (a busy season, a leave), and she can be asked again afterwards.
 */
export const declineRestDays = 30;

/** Since when a no still counts, at that moment. */
export const restsSince = (at: DateTime): DateTime => at.minus({ days: declineRestDays });

/** Whether this mentor said no lately enough to be left out. */
export const rests = (asked: { readonly state: RequestState; readonly endedAt: Date | null }, at: DateTime): boolean =>
  asked.state === 'declined' && asked.endedAt !== null && asked.endedAt > restsSince(at).toJSDate();
