import { decideDayAhead } from './day-ahead';
import type { Decision } from './decision';

/** The longest pause, in days: who stays away longer leaves the list. */
export const longestPause = 366;

/**
 * Whether a mentor may pause until that day (ISO), the first on which she can be asked again. It lies after `today` (ISO,
 * where she is) and at most a year ahead.
 */
export const decidePause = (until: string, today: string): Decision<{ until: string }> =>
  decideDayAhead(until, today, { code: 'pause-too-long', most: longestPause });
