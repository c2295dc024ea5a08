import { type Found, findAll, type Line } from '../text/line';
import { clockRange, rangeOf } from './clock';
import { number, numberOf } from './numbers';

const hours = '(?:hours?|hrs?|h)';
const notAgo = '(?! (?:ago|from now|later|before|early|late|notice|daily|a (?:week|month|day)|each|every))';

const fromHours = (typed: string | undefined): number => Math.round((numberOf(typed ?? '') ?? 0) * 60);
const plus = (typed: string | undefined): number => (typed === undefined ? 0 : (numberOf(typed) ?? 0));

type Reader = readonly [RegExp, (match: RegExpExecArray) => number | undefined];

const readers: readonly Reader[] = [
  [/\b(?:three quarters? of an h(?:ou)?r|3\/4 of an h(?:ou)?r)\b/gu, () => 45],
  [new RegExp(`\\b(?:(?:a )?quarter (?:of an )?h(?:ou)?r|quarter h(?:ou)?r)\\b${notAgo}`, 'gu'), () => 15],
  [
    new RegExp(
      `\\b(?:half (?:an?|of an?|of) h(?:ou)?r|half h(?:ou)?r|a half h(?:ou)?r|1/2 h(?:ou)?r)\\b${notAgo}`,
      'gu',
    ),
    () => 30,
  ],
  [
    new RegExp(`\\b(?:(?:an|1|one|a) h(?:ou)?r and (?:a half|half|a quarter)|h(?:ou)?r and a half)\\b${notAgo}`, 'gu'),
    (match) => (match[0].includes('quarter') ? 75 : 90),
  ],
  [new RegExp(`\\b(${number}) and (?:a )?half ${hours}\\b${notAgo}`, 'gu'), (match) => fromHours(match[1]) + 30],
  [new RegExp(`\\b(${number}) ${hours} and a half\\b`, 'gu'), (match) => fromHours(match[1]) + 30],
  [
    /\b(?<!in )(\d{1,2})h ?(\d{2})(?:m|min)?\b(?! ?(?:am|pm))/gu,
    (match) => (Number(match[1]) < 7 ? Number(match[1]) * 60 + Number(match[2]) : undefined),
  ],
  [
    new RegExp(
      `(?<!\\b(?:in|within|every|at) )\\b(?:(${number})|an?) ?(?:hours?|h|hrs?)(?:(?: and)? (${number}|a quarter) ?(?:minutes?|m|mins?)?)?\\b${notAgo}`,
      'gu',
    ),
    (match) => {
      // "16h" is a time of day; nobody meets for that long.
      if (/^(?:[7-9]|1\d|2\d)h/u.test(match[0])) return undefined;
      const whole = match[1] === undefined ? 60 : fromHours(match[1]);
      return whole + (match[2] === 'a quarter' ? 15 : plus(match[2]));
    },
  ],
  [
    new RegExp(`(?<!\\b(?:in|within|every) )\\b(${number}) ?(?:minutes?|m|mins?)\\b${notAgo}`, 'gu'),
    (match) => numberOf(match[1] ?? ''),
  ],
  [/\b(?:a )?couple (?:of )?hours\b(?! ago)/gu, () => 120],
];

/** Without one of these there is no length of time to look for. */
const cue = /\d|hour|minute|\bhrs?\b/u;

const longest = 24 * 60;

/**
 * The lengths of time that a text names, in minutes, in its own order: amounts ("1h20", "two and a half hours") and
 * ranges of the clock ("from 10 to 11:30"). What lies in the past or is a rhythm ("an hour ago", "every 2 hours") is none.
 */
export function durationsIn(line: Line): readonly Found<number>[] {
  if (!cue.test(line.text)) return [];
  const found: Found<number>[] = [];
  const add = (each: Found<number>): void => {
    if (each.value <= 0 || each.value > longest) return;
    if (found.every((other) => each.to < other.from || each.from > other.to)) found.push(each);
  };
  for (const [form, read] of readers) for (const each of findAll(line, form, read)) add(each);
  findAll(line, clockRange, ([range]) => rangeOf(range)?.minutes).forEach(add);
  return found.sort((a, b) => a.from - b.from);
}
