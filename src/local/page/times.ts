const asUtc = (iso: string): Date => new Date(`${iso.slice(0, 19)}Z`);
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
const short = format({ weekday: 'short', hour: 'numeric', minute: '2-digit' });
const long = format({
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

const clockTime = format({ hour: 'numeric', minute: '2-digit' });
const day = format({ weekday: 'long', month: 'long', day: 'numeric' });

/** "9:04 AM", on the wall clock that the time itself names. */
export const timeOfDay = (iso: string): string => clockTime.format(asUtc(iso));

/** "Wednesday, November 18". */
export const dayOf = (iso: string): string => day.format(asUtc(iso));

/** "Mon 9:04 AM", on the wall clock that the time itself names. */
export const shortTime = (iso: string): string => short.format(asUtc(iso));

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

/** "Nov 18, 9:04 AM": the moment as a clock in this zone shows it. */
export const zonedTime = (iso: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(new Date(iso));
