import { DateTime } from 'luxon';
import { type Found, findAll, type Line } from '../text/line';
import { calendarDays } from './calendar-days';
import { fixed, isoDay, monthDay, type Named } from './named-day';
import { number, numberOf } from './numbers';

type Reader = readonly [RegExp, (match: RegExpExecArray, today: DateTime) => Named | undefined];

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const weekday = `(?<day>${weekdays.join('|')}|(?<=(?:on|this|next|last|by) )(?:sat|sun))`;
const which = '(?<which>last|this past|past|this|this coming|coming|next|on|for)';

const isoWeek = (day: DateTime): string => `${day.weekYear}-W${String(day.weekNumber).padStart(2, '0')}`;

const noDay = (tense: Named['tense']): Named => ({ on: () => undefined, tense });

/** Which weekday is meant: counted from today, or in the week that is named. */
function onWeekday(today: DateTime, match: RegExpExecArray): Named {
  const { day = '', which: said = '', week } = match.groups ?? {};
  const wanted = weekdays.findIndex((name) => name.startsWith(day.slice(0, 3))) + 1;
  const inWeek = (weeks: number): DateTime => today.plus({ weeks }).set({ weekday: wanted as 1 });
  const back = today.minus({ days: ((today.weekday - wanted + 6) % 7) + 1 });
  const ahead = today.plus({ days: ((wanted - today.weekday + 6) % 7) + 1 });
  if (week === 'last') return fixed(inWeek(-1), 'past');
  if (week === 'next' || said === 'next') return fixed(inWeek(1), 'coming');
  if (week === 'week from') return fixed(ahead.plus({ weeks: 1 }), 'coming');
  if (/last|past/u.test(said)) return fixed(back, 'past');
  if (/coming/u.test(said)) return fixed(ahead, 'coming');
  return { on: (direction) => isoDay(direction === 'past' ? back : ahead), tense: 'either' };
}

/** A day of the month without a month: the last such day up to today, or the next after it. */
function dayOfMonth(today: DateTime, day: number): Named | undefined {
  if (day < 1 || day > 31) return undefined;
  return {
    on(direction) {
      const months = [0, 1, 2].map((n) => today.startOf('month').plus({ months: direction === 'past' ? -n : n }));
      const days = months.filter((month) => day <= (month.daysInMonth ?? 0)).map((month) => month.set({ day }));
      const found = days.find((each) => (direction === 'past' ? each <= today : each > today));
      return found && isoDay(found);
    },
    tense: 'either',
  };
}

const own: readonly Reader[] = [
  [/\b(?:the )?day before yesterday\b/gu, (_, today) => fixed(today.minus({ days: 2 }), 'past')],
  [/\b(?:the )?day after tomorrow\b/gu, (_, today) => fixed(today.plus({ days: 2 }), 'coming')],
  [/\b(?:yesterdays?|last night)\b/gu, (_, today) => fixed(today.minus({ days: 1 }), 'past')],
  [/\btomorrow\b/gu, (_, today) => fixed(today.plus({ days: 1 }), 'coming')],
  [
    /\b(?:earlier today|just now|just (?:finished|met|got off|wrapped|ended|had|came out|hung up|left|did|talked|spoke))\b/gu,
    (_, today) => fixed(today, 'past'),
  ],
  [
    new RegExp(`\\b(?:a|one|two|three|${number}) weeks? from (?:today|now)\\b`, 'gu'),
    (match, today) => fixed(today.plus({ weeks: numberOf(match[0].split(' ')[0] ?? '') ?? 1 }), 'coming'),
  ],
  [/\b(?:today|this (?:morning|afternoon|evening|noon)|tonight)\b/gu, (_, today) => fixed(today, 'either')],
  [/\b(?:the )?week after next\b/gu, (_, today) => ({ on: () => isoWeek(today.plus({ weeks: 2 })), tense: 'coming' })],
  [
    new RegExp(`\\b(?:a|one) week from (?:next |this )?(?:${weekday})\\b`, 'gu'),
    (match, today) => onWeekday(today, Object.assign(match, { groups: { ...match.groups, week: 'week from' } })),
  ],
  [
    new RegExp(`\\b(?:${which} )?${weekday}s? (?:of )?(?<week>last|next) week\\b`, 'gu'),
    (match, today) => onWeekday(today, match),
  ],
  [
    new RegExp(`\\b(?<week>last|next) week(?: on|,)? (?<which>)${weekday}\\b`, 'gu'),
    (match, today) => onWeekday(today, match),
  ],
  [new RegExp(`\\b(?:${which} )?${weekday}s?\\b`, 'gu'), (match, today) => onWeekday(today, match)],
  [/\bnext week\b/gu, (_, today) => ({ on: () => isoWeek(today.plus({ weeks: 1 })), tense: 'coming' })],
  [
    /\bthis week\b/gu,
    (_, today) => ({ on: (direction) => (direction === 'coming' ? isoWeek(today) : undefined), tense: 'either' }),
  ],
  [/\b(?:last|past) (?:week|month|quarter|year)\b/gu, () => noDay('past')],
  [/\bweek of (?:the )?(\d{1,2})(?:st|nd|rd|th)\b/gu, (match, today) => ofWeek(dayOfMonth(today, Number(match[1])))],
  [
    /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/gu,
    (match, today) => monthDay(today, Number(match[2]), Number(match[3]), Number(match[1])),
  ],
  [
    /\b(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/gu,
    (match, today) => monthDay(today, Number(match[1]), Number(match[2]), yearOf(match[3])),
  ],
  [
    /\b(\d{1,2})-(0\d|[12]\d|3[01])(?:-(\d{4}|\d{2}))?(?![\d:-]| ?[ap]m)/gu,
    (match, today) => monthDay(today, Number(match[1]), Number(match[2]), yearOf(match[3])),
  ],
  [
    /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! (?:time|year|floor|quarter))/gu,
    (match, today) => dayOfMonth(today, Number(match[1])),
  ],
];

const yearOf = (typed: string | undefined): number | undefined =>
  typed === undefined ? undefined : Number(typed.length === 2 ? `20${typed}` : typed);

const ofWeek = (day: Named | undefined): Named | undefined =>
  day && {
    on(direction) {
      const found = day.on(direction);
      return found && isoWeek(DateTime.fromISO(found, { zone: 'utc' }));
    },
    tense: day.tense,
  };

/** Without one of these there is no day to look for. */
const cue = /\d|day|week|month|year|quarter|morning|afternoon|evening|night|noon|today|tomorrow|just|\b(?:sat|sun)\b/u;

/** All days and weeks that a text names, in its own order. `today` is midnight UTC of the day where the writer is. */
export function daysIn(line: Line, today: DateTime): readonly Found<Named>[] {
  const found: Found<Named>[] = [];
  const add = (each: Found<Named>): void => {
    if (found.every((other) => each.to < other.from || each.from > other.to)) found.push(each);
  };
  calendarDays(line, today).forEach(add);
  if (!cue.test(line.text)) return found;
  for (const [form, read] of own) findAll(line, form, (match) => read(match, today)).forEach(add);
  return meant(
    line,
    found.sort((a, b) => a.from - b.from),
  );
}

const between = (line: Line, one: Found<Named>, two: Found<Named>): string =>
  line.words.slice(one.to + 1, two.from).join(' ');
const takesBack =
  /^(?:\S+ ){0,3}?(?:no|wait|sorry|rather|hm|i mean|i meant|make it|make that|scratch that)(?: \S+){0,4}$/u;
const sameDay = /^(?:the|of|on|the of)?$/u;

/** Without days that are taken back ("Tuesday, no, Wednesday") or only name the weekday of the next ("Thursday the 3rd"). */
function meant(line: Line, days: readonly Found<Named>[]): readonly Found<Named>[] {
  return days.filter((day, i) => {
    const next = days[i + 1];
    const before = line.words[day.from - 1];
    if (days.length > 1 && (before === 'not' || (before === 'to' && line.words[day.from - 2] === 'not'))) return false;
    if (next === undefined) return true;
    const words = between(line, day, next);
    return !takesBack.test(words) && !(sameDay.test(words) && weekdays.includes(line.words[day.from] ?? ''));
  });
}

const unit = '(?<unit>days?|weeks?|months?|years?)';
const spans = new RegExp(
  `\\b(?<count>${number}|an?|a couple(?: of)?|a few) ${unit}\\b(?! ago)|\\b(?:a |the next )?fortnight\\b`,
  'gu',
);

/** The end of a break that is named by its length ("for ten days"): counted from today. */
export function endsIn(line: Line, today: DateTime): readonly Found<string>[] {
  return findAll(line, spans, ({ groups }) => {
    if (groups?.unit === undefined) return isoDay(today.plus({ weeks: 2 }));
    const words = groups.count ?? '';
    if (words === 'a few') return undefined;
    const count = words.startsWith('a couple') ? 2 : (numberOf(words) ?? 1);
    const length = `${groups.unit.replace(/s$/u, '')}s`;
    return count > 60 ? undefined : isoDay(today.plus({ [length]: count }));
  });
}
