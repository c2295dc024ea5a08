import { DateTime } from 'luxon';
import { type Decision, happened, type Refusal, refuse } from './decision';

type TooFar = Extract<Refusal, { readonly code: 'pause-too-long' | 'snooze-too-long' }>;

/** Whether somebody may name that day (ISO) for when she is there again: after `today` (ISO, where she is), and not too far ahead. */
export function decideDayAhead(until: string, today: string, tooFar: TooFar): Decision<{ until: string }> {
  const day = DateTime.fromISO(until, { zone: 'utc' });
  const days = day.diff(DateTime.fromISO(today, { zone: 'utc' }), 'days').days;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || !day.isValid) return refuse({ code: 'no-such-day' });
  if (days <= 0) return refuse({ code: 'day-is-past' });
  return days > tooFar.most ? refuse(tooFar) : happened({ until });
}
