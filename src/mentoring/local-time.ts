import { DateTime, IANAZone } from 'luxon';

export type LocalTime =
  | { readonly is: 'moment'; readonly at: DateTime; readonly comesTwice: boolean }
  | { readonly is: 'no-such-day' | 'no-such-time' | 'skipped' };

const dayShape = /^\d{4}-\d{2}-\d{2}$/;
const timeShape = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/**
 * The moment that a day (`YYYY-MM-DD`) and a time of day (`HH:MM`) mean on the clocks of this zone; an unknown zone counts as
 * UTC. `skipped`: that night the clocks go forward over it. A time that comes twice, as they go back, is the first of both.
 */
export function localTime(day: string, time: string, zone: string): LocalTime {
  if (!dayShape.test(day) || !DateTime.fromISO(day, { zone: 'utc' }).isValid) return { is: 'no-such-day' };
  if (!timeShape.test(time)) return { is: 'no-such-time' };
  const here = IANAZone.isValidZone(zone) ? zone : 'utc';
  const there = DateTime.fromISO(`${day}T${time}`, { zone: here });
  if (there.toFormat('yyyy-MM-dd HH:mm') !== `${day} ${time}`) return { is: 'skipped' };
  const [first = there, second] = there.getPossibleOffsets().toSorted((a, b) => a.toMillis() - b.toMillis());
  return { is: 'moment', at: first, comesTwice: second !== undefined };
}
