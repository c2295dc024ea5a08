import type { Found, Line } from '../text/line';
import { type Clock, clock, clockOf } from './clock';

const day =
  '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday|\\d{1,2}/\\d{1,2}|\\d{1,2}-\\d{2}|(?:january|february|march|april|may|june|july|august|september|october|november|december) \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th))';
const led = new RegExp(
  `\\b(?:at|around|about|by|for|to|from|between|@|${day},?(?: (?:at|around|about|from|by|@))?) (?<at>${clock})(?![\\w:/.-]| (?:minutes?|hours?|days?|weeks?|months?|mentees?|people|stars?|out of|times|of))`,
  'gu',
);
const signed = new RegExp(`(?<![\\w:/.-])(?<at>${clock})(?![\\w/:.-]| (?:minutes?|hours?))`, 'gu');

/** Without one of these there is no time of day to look for. */
const cue =
  /\d|noon|mid(?:day|night)|\b(?:half|quarter) |clock|in the (?:morning|afternoon|evening)|\b[ap]m\b|at night/u;

/** The times of day that a text names: with a sign of a clock anywhere, a bare figure only after "at" or a day. */
export function clocksIn(line: Line): readonly Found<Clock>[] {
  if (!cue.test(line.text)) return [];
  const found: Found<Clock>[] = [];
  const add = (each: Found<Clock>): void => {
    if (found.every((other) => each.to < other.from || each.from > other.to)) found.push(each);
  };
  const read = (match: RegExpExecArray): Clock | undefined => clockOf(match.groups?.at ?? '') ?? undefined;
  for (const match of line.text.matchAll(signed)) {
    const value = read(match);
    if (value?.sure)
      add({ value, from: line.pieceAt(match.index), to: line.pieceAt(match.index + match[0].trimEnd().length - 1) });
  }
  for (const match of line.text.matchAll(led)) {
    const value = read(match);
    const start = match.index + match[0].length - (match.groups?.at?.length ?? 0);
    if (value) add({ value, from: line.pieceAt(start), to: line.pieceAt(match.index + match[0].trimEnd().length - 1) });
  }
  return found.sort((a, b) => a.from - b.from);
}
