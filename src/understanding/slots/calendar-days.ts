import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';
import type { Found, Line } from '../text/line';
import { fixed, monthDay, type Named } from './named-day';

/** Without one of these a text names no day that chrono has to read. */
const cue =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:days?|weeks?|months?|years?|fortnight)\b(?= (?:ago|from|back|later))|\bin (?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|a couple(?: of)?) (?:days?|weeks?|months?)\b|\bend of (?:the |this |next )?(?:week|month|year)\b|\b(?:christmas|thanksgiving|new years?|labor day|memorial day)\b|\bnext month\b/gu;

const before = 30;
const reach = 90;

/** Days that have a name of their own. The fourth Thursday of November is Thanksgiving. */
function holiday(word: string, today: DateTime): Named | undefined {
  if (word.startsWith('christmas')) return monthDay(today, 12, 25);
  if (word.startsWith('new year')) return monthDay(today, 1, 1);
  if (word === 'thanksgiving') {
    const first = today.set({ month: 11, day: 1 });
    return monthDay(today, 11, 1 + ((4 - first.weekday + 7) % 7) + 21, today.year);
  }
  return undefined;
}

function endOf(words: string, today: DateTime): Named | undefined {
  const next = words.includes('next') ? 1 : 0;
  const last = words.endsWith('week')
    ? today.plus({ weeks: next }).set({ weekday: 5 })
    : words.endsWith('month')
      ? today.plus({ months: next }).endOf('month')
      : today.plus({ years: next }).endOf('year');
  return fixed(last, 'coming');
}

type Parsed = chrono.ParsedResult;

/** "two weeks ago", "in three days": counted from today. */
function counted({ start, text }: Parsed): Named | undefined {
  if (!/\b(?:ago|from now|back|later|in)\b/u.test(text)) return undefined;
  const day = DateTime.utc(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
  return fixed(day, /\b(?:ago|back)\b/u.test(text) ? 'past' : 'coming');
}

/** A month with a day. Without one it counts only as the end of something; "may" and "march" are other words too. */
function dated({ start, index }: Parsed, window: string, today: DateTime): Named | undefined {
  const month = start.isCertain('month') ? start.get('month') : null;
  const ends = /(?:until|through|to|before|by|back|till) (?:early |the start of |the beginning of )?$/u;
  if (month === null || (!start.isCertain('day') && !ends.test(window.slice(0, index)))) return undefined;
  const day = start.isCertain('day') ? (start.get('day') ?? 1) : 1;
  return monthDay(today, month, day, start.isCertain('year') ? (start.get('year') ?? undefined) : undefined);
}

/** What chrono reads in a window, as days. Without a year it is the last or the next such day; its clock is not used. */
function readWindow(window: string, today: DateTime): readonly { named: Named; from: number; to: number }[] {
  const reference = { instant: today.toJSDate(), timezone: 0 };
  return chrono.en.casual.parse(window, reference).flatMap((parsed) => {
    const named = counted(parsed) ?? dated(parsed, window, today);
    return named ? [{ named, from: parsed.index, to: parsed.index + parsed.text.length }] : [];
  });
}

/**
 * Days that a calendar is needed for: month names, "two weeks ago", "in three days", "end of the month". chrono reads
 * windows of at most 120 characters around such a word, at midnight UTC, so that neither its speed nor this machine's
 * zone matters.
 */
export function calendarDays(line: Line, today: DateTime): readonly Found<Named>[] {
  const found: Found<Named>[] = [];
  let read = 0;
  const cues = [...line.text.matchAll(cue)];
  for (const [i, match] of cues.entries()) {
    const [word] = match;
    const add = (named: Named, from: number, to: number): void => {
      found.push({ value: named, from: line.pieceAt(from), to: line.pieceAt(to - 1) });
    };
    const named = word.startsWith('end of') ? endOf(word, today) : holiday(word, today);
    if (named) {
      add(named, match.index, match.index + word.length);
      continue;
    }
    if (word === 'next month') continue;
    if (match.index < read || found.length > 6) continue;
    const start = Math.max(read, match.index - before);
    const far = match.index + reach;
    // A cue at the very end of a window has its figures behind it: it begins the next one.
    const cutShort = cues.slice(i + 1).find(({ index }) => index < far && index > far - 25);
    const end = cutShort ? cutShort.index : far;
    const window = line.text.slice(start, end);
    for (const each of readWindow(window, today)) add(each.named, start + each.from, start + each.to);
    read = end;
  }
  return found;
}
