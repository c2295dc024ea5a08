import { DateTime } from 'luxon';
import type { Channel } from './understood';

/** What a report of a session says: minutes, the day (ISO), the way of meeting, and whom with, as typed. */
export type SessionWords = {
  readonly duration?: number;
  readonly date?: string;
  readonly channel?: Channel;
  readonly person?: string;
};

type Taken<T> = { readonly found: T | undefined; readonly rest: string };

const cut = (text: string, part: RegExpExecArray): string =>
  `${text.slice(0, part.index)} ${text.slice(part.index + part[0].length)}`.replace(/\s+/gu, ' ').trim();

const hours = '(?:h|hrs?|hours?)';
const mins = '(?:m|mins?|minutes?)';
const lengths: readonly (readonly [RegExp, (found: RegExpExecArray) => number])[] = [
  [
    new RegExp(
      `(?<![\\w/.:-])(\\d{1,3})(?:\\.(\\d{1,2}))? ?${hours}(?: ?(?:and )?(\\d{1,2}) ?${mins}?)?(?![\\w])`,
      'iu',
    ),
    (found) => Math.round(Number(`${found[1]}.${found[2] ?? '0'}`) * 60) + Number(found[3] ?? 0),
  ],
  [new RegExp(`(?<![\\w/.:-])(\\d{1,5}) ?${mins}(?![\\w])`, 'iu'), (found) => Number(found[1])],
  [/\ban? hour and a half\b/iu, () => 90],
  [/\bhalf an hour\b/iu, () => 30],
  [/\b(?:an|one) hour\b/iu, () => 60],
  [/^ ?(\d{1,5})(?= |$)/u, (found) => Number(found[1])],
];

function takeLength(text: string): Taken<number> {
  for (const [form, read] of lengths) {
    const part = form.exec(text);
    if (part)
      return {
        found: read(part),
        rest: cut(text, part)
          .replace(/\bfor$/iu, '')
          .trim(),
      };
  }
  return { found: undefined, rest: text };
}

const byWay: readonly (readonly [Channel, RegExp])[] = [
  ['in_person', /\b(?:in person|face to face|over (?:coffee|lunch)|at (?:my|her|his|the) desk|in the office)\b/iu],
  ['phone', /\b(?:by|on the|over the|via|per) (?:phone|telephone)\b|\b(?:by|phone) call\b|\bphone$/iu],
  ['video', /\b(?:by|on|over|via|per|in a) (?:video(?: call)?|web ?cam|zoom|net ?meeting)\b|\bvideo call\b/iu],
  ['email', /\b(?:by|via|over|per) e-?mail\b/iu],
  ['chat', /\b(?:by|via|over|in|per) chat\b/iu],
];

function takeWay(text: string): Taken<Channel> {
  for (const [way, form] of byWay) {
    const part = form.exec(text);
    if (part) return { found: way, rest: cut(text, part) };
  }
  return { found: undefined, rest: text };
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const weekday = /\b(?:on |last |this past )*(mon|tue|wed|thu|fri|sat|sun)(?:s|rs|ur|r|nes|ur|urs)?(?:day)?\b/iu;
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const monthFirst = new RegExp(`\\b(?:on )?(${months})[a-z]{0,6}\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b`, 'iu');
const dayFirst = new RegExp(`\\b(?:on )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${months})[a-z]{0,6}\\b`, 'iu');

/** The last such day that is not after today; a day that does not exist is none. */
function lastDay(month: string, day: number, today: DateTime): string | undefined {
  const number = months.split('|').indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const years = [today.year, today.year - 1].map((year) => DateTime.utc(year, number, day));
  return years.find((each) => each.isValid && each <= today)?.toISODate() ?? undefined;
}

function takeDay(text: string, today: DateTime): Taken<string> {
  const daysAgo = (days: number): string | undefined => today.minus({ days }).toISODate() ?? undefined;
  const forms: readonly (readonly [RegExp, (found: RegExpExecArray) => string | undefined])[] = [
    [/\b(?:on )?(\d{4}-\d{2}-\d{2})\b/u, (found) => (DateTime.fromISO(found[1] ?? '').isValid ? found[1] : undefined)],
    [/\b(?:today|this (?:morning|afternoon)|just now)\b/iu, () => daysAgo(0)],
    [/\b(?:the day before yesterday)\b/iu, () => daysAgo(2)],
    [/\b(?:yesterday|yest|yday)\b/iu, () => daysAgo(1)],
    [monthFirst, (found) => lastDay(found[1] ?? '', Number(found[2]), today)],
    [dayFirst, (found) => lastDay(found[2] ?? '', Number(found[1]), today)],
    [
      weekday,
      (found) => {
        const wanted = weekdays.findIndex((name) => name.startsWith((found[1] ?? '').toLowerCase())) + 1;
        return daysAgo(((today.weekday - wanted + 6) % 7) + 1);
      },
    ],
  ];
  for (const [form, read] of forms) {
    const part = form.exec(text);
    const found = part ? read(part) : undefined;
    if (part && found !== undefined) return { found, rest: cut(text, part) };
  }
  return { found: undefined, rest: text };
}

const mention = /<@[^<>]{1,160}>|<at(?: [^<>]{0,80})?>[^<>]{1,120}<\/at>|@[\p{L}\p{N}._-]{1,60}/u;
const title = '(?:(?:[Mm]rs?|[Mm]s|[Dd]r)\\.? )?';
const word = "[\\p{L}'’-]{2,30}";
const capital = "\\p{Lu}[\\p{L}'’-]{1,30}";
const name = `${title}(?:${capital}(?: ${capital}){0,2}|${word})`;
const afterWith = new RegExp(`(?:^|\\s)(?:[Ww]ith|[Aa]nd) (${name})`, 'u');
const alone = new RegExp(`^(${name})$`, 'u');
const fillers =
  /(?<![\p{L}])(?:an?|the|my|our|us|me|i|we|have|had|session|meeting|chat|mentoring|exchange|for|on|by|of|about|it|was|lasted|took|place)(?![\p{L}])/giu;

/** Whom a rest of words names, once all else is taken out; undefined where that is not clear. */
export function whomIn(text: string): string | undefined {
  const found = mention.exec(text)?.[0] ?? afterWith.exec(text)?.[1];
  if (found !== undefined) return found;
  const rest = text
    .replace(fillers, ' ')
    .replace(/[,!?]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return alone.exec(rest)?.[1];
}

/**
 * Reads what was said of a session that took place. `today` is the calendar day (ISO) where the writer is: weekdays and
 * dates without a year are the last ones before it.
 */
export function readSession(text: string, today: string): SessionWords {
  const length = takeLength(text);
  const way = takeWay(length.rest);
  const day = takeDay(way.rest, DateTime.fromISO(today, { zone: 'utc' }));
  const person = whomIn(day.rest);
  return {
    ...(length.found === undefined ? {} : { duration: length.found }),
    ...(day.found === undefined ? {} : { date: day.found }),
    ...(way.found === undefined ? {} : { channel: way.found }),
    ...(person === undefined ? {} : { person }),
  };
}
