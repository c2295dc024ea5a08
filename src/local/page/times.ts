const asUtc = (iso: string): Date => new Date(`${iso.slice(0, 19)}Z`);
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
const short = format({ weekday: 'short', hour: 'numeric', minute: '2-digit' });
const dayName = format({ weekday: 'long', month: 'long', day: 'numeric' });
const long = format({
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** "Mon 9:04 AM", on the wall clock that the time itself names. */
export const shortTime = (iso: string): string => short.format(asUtc(iso));

/** The same for a moment in time, on the wall clock of a zone. */
export const shortTimeIn = (iso: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(new Date(iso));

/** "Monday, November 23" of the day that the time itself names. */
export const dayOf = (iso: string): string => dayName.format(asUtc(iso));

/** "Monday, November 23, 2026 at 9:04 AM". */
export const longTime = (iso: string): string => long.format(asUtc(iso));

/** The next Monday 9:00 after this time, on the same wall clock, without an offset. */
export function nextMondayNine(iso: string): string {
  const day = asUtc(iso);
  const ahead = (8 - day.getUTCDay()) % 7;
  const isLate = ahead === 0 && day.getUTCHours() >= 9;
  day.setUTCDate(day.getUTCDate() + (isLate ? 7 : ahead));
  return `${day.toISOString().slice(0, 10)}T09:00:00`;
}
