import { DateTime } from 'luxon';
import { type Decision, happened, refuse } from './decision';

/** The longest pause, in days: who stays away longer leaves the list. */
export const longestPause = 366;

/**
 * Whether a mentor may pause until that day (ISO), the first on which she can be asked again. It lies after `today` (ISO,
 * where she is) and at most a year ahead.
 */
export function decidePause(until: string, today: string): Decision<{ until: string }> {
  const day = DateTime.fromISO(until, { zone: 'utc' });
  const days = day.diff(DateTime.fromISO(today, { zone: 'utc' }), 'days').days;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || !day.isValid) return refuse({ code: 'no-such-day' });
  if (days <= 0) return refuse({ code: 'day-is-past' });
  if (days > longestPause) return refuse({ code: 'pause-too-long', most: longestPause });
  return happened({ until });
}
