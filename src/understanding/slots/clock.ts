/** A time of day as typed: hours from 0 to 23. `sure`: am, pm, minutes, 24 hours or a word said that it is one. */
export type Clock = { readonly hour: number; readonly minute: number; readonly sure: boolean };

const figures = '(?:\\d{1,2}h\\d{2}|\\d{1,2}(?:[:.]\\d{2})?(?: ?(?:am|pm|a|p|h|oclock|o clock)\\b)?)';
const spoken =
  '(?:(?:half past|quarter past|quarter to) (?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:am|pm))?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:oclock|o clock|am|pm|in the (?:morning|afternoon|evening)| at night))|noon|midday|midnight)';

/** A time of day, as a piece of a form. */
export const clock = `(?:${spoken}|${figures})`;

const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** Hours 1 to 6 without a sign are afternoon. */
function daytime(hour: number, half: string | undefined): number {
  if (half?.startsWith('p')) return hour < 12 ? hour + 12 : hour;
  if (half?.startsWith('a')) return hour === 12 ? 0 : hour;
  return hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

function spokenClock(text: string): Clock | null {
  if (text === 'noon' || text === 'midday') return { hour: 12, minute: 0, sure: true };
  if (text === 'midnight') return { hour: 0, minute: 0, sure: true };
  const whole = /^(\w+) (oclock|o clock|am|pm|in the (morning|afternoon|evening))$/u.exec(text);
  if (whole && names.includes(whole[1] ?? '')) {
    const half = whole[3] === undefined ? whole[2] : whole[3] === 'morning' ? 'am' : 'pm';
    return {
      hour: daytime(names.indexOf(whole[1] ?? '') + 1, half?.startsWith('o') ? undefined : half),
      minute: 0,
      sure: true,
    };
  }
  const found = /^(half past|quarter past|quarter to) (\w+)(?: (am|pm))?$/u.exec(text);
  if (!found) return null;
  const named = names.indexOf(found[2] ?? '') + 1;
  const hour = daytime(named === 0 ? Number(found[2]) : named, found[3]);
  if (found[1] === 'quarter to') return { hour: (hour + 23) % 24, minute: 45, sure: true };
  return { hour, minute: found[1] === 'quarter past' ? 15 : 30, sure: true };
}

/** Reads a time of day; null for what is none ("25:00"). */
export function clockOf(typed: string): Clock | null {
  const text = typed.trim();
  const said = spokenClock(text);
  if (said) return said;
  const found = /^(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm|a|p|h|oclock|o clock)?$/u.exec(text);
  if (!found) return null;
  const [, hours = '', minutes, sign] = found;
  const whole = Number(hours);
  const hour = text.includes('h') ? whole : daytime(whole, sign?.startsWith('o') ? undefined : sign);
  const minute = Number(minutes ?? 0);
  if (hour > 23 || minute > 59) return null;
  return { hour, minute, sure: sign !== undefined || minutes !== undefined };
}

const joined = '(?:\\d{1,2}(?:[:.]\\d{2})?(?:am|pm|a|p)?)';
const bareRange = `(?:${joined}[–-]${joined})`;
const spelled = `(?:(?:from|between) ${clock} (?:to|until|and) ${clock}|${clock} (?:to|until) ${clock})`;

/** From one time of day to another ("10-11:30", "from 10 to 11:30", "1 to 2:30"). */
export const clockRange = new RegExp(`(?<![\\w:/.-])(?:${spelled}|${bareRange}(?: ?(?:am|pm))?)(?![\\w:/-])`, 'gu');

/** The start of such a range and its length in minutes; null where it is none. */
export function rangeOf(text: string): { readonly start: Clock; readonly minutes: number } | null {
  const parts = text.replace(/^(?:from|between) /u, '').split(/ (?:to|until|and) |[–-]/u);
  const [first = '', second = ''] = parts;
  const half = /(?:am|pm|a|p)$/u.exec(second.trim())?.[0];
  const end = clockOf(second);
  const plain = clockOf(first);
  if (!plain || !end) return null;
  const led = /^(?:from|between) |[–-]/u.test(text);
  if (!led && !plain.sure && !end.sure) return null;
  // "11-09" is a day.
  if (/[–-]0\d$/u.test(text) && !plain.sure) return null;
  const withHalf = plain.sure || half === undefined ? plain : (clockOf(`${first}${half}`) ?? plain);
  const length = (clockA: Clock): number => end.hour * 60 + end.minute - clockA.hour * 60 - clockA.minute;
  const start = length(withHalf) > 0 ? withHalf : plain;
  const minutes = ((length(start) % 720) + 720) % 720;
  return minutes === 0 ? null : { start, minutes };
}
