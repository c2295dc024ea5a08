import type { Slots } from '../slot-values';
import type { Line } from '../text/line';
import { type Clock, clock, clockOf, clockRange } from './clock';

const zones: readonly (readonly [RegExp, string])[] = [
  [/\b(?:america|pacific|asia|europe|us)\/[a-z_]+/u, ''],
  [/\b(?:alaska|akst|akdt|anchorage|juneau|fairbanks|bethel|nome|ak)\b/u, 'America/Anchorage'],
  [
    /\b(?:pacific|pst|pdt|seattle|los angeles|california|washington state|oregon|portland|pt)\b/u,
    'America/Los_Angeles',
  ],
  [/\b(?:arizona|phoenix)\b/u, 'America/Phoenix'],
  [/\b(?:mountain|mst|mdt|denver|boise|montana|colorado|utah|mt)\b/u, 'America/Denver'],
  [/\b(?:central|cst|cdt|chicago|texas|minnesota|dallas|ct)\b/u, 'America/Chicago'],
  [/\b(?:eastern|est|edt|new york|washington|dc|east coast|atlanta|florida|boston|et)\b/u, 'America/New_York'],
  [/\b(?:hawaii|honolulu|hst)\b/u, 'Pacific/Honolulu'],
  [/\b(?:guam)\b/u, 'Pacific/Guam'],
  [/\b(?:adak|aleutian)\b/u, 'America/Adak'],
  [/\b(?:puerto rico|atlantic)\b/u, 'America/Puerto_Rico'],
  [/\b(?:utc|gmt)\b/u, 'Etc/UTC'],
];

function zoneIn(said: string): string | undefined {
  const named = /\b(?:America|Pacific|Asia|Europe|US|Atlantic|Australia|Africa)\/[A-Za-z_]+/u.exec(said)?.[0];
  if (named !== undefined) return named;
  const low = said.toLowerCase();
  if (!/\b(?:time ?-?zone|time|zone|tz|clock|moved|now in|working from|based)\b/u.test(low)) return undefined;
  return zones.find(([form, zone]) => zone !== '' && form.test(low))?.[1];
}

const typed = ({ hour, minute }: Clock): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** A time of a quiet span: a bare figure after "from" or "after" is evening, one after "until" or "before" morning. */
function halfOf(words: string, part: 'evening' | 'morning', rest: string): string | undefined {
  const read = clockOf(words);
  if (!read) return undefined;
  const later = /^(?: (?:in the|at) (?:evening|night|afternoon)| pm)/u.test(rest);
  const early = /^ in the morning/u.test(rest);
  const bare = /^\d{1,2}(?:[:.]\d{2})?$/u.test(words.trim());
  const hour = Number(/^\d{1,2}/u.exec(words.trim())?.[0] ?? read.hour);
  if (later && hour < 12) return typed({ ...read, hour: hour + 12 });
  if (early) return typed({ ...read, hour: hour % 12 });
  if (!bare || hour > 12 || hour === 0) return typed(read);
  if (part === 'morning') return typed({ ...read, hour: hour % 12 });
  return typed({ ...read, hour: hour === 12 ? 12 : hour + 12 });
}

const half = '(?: (?:in the (?:morning|evening|afternoon)|at night))?';
const wide = new RegExp(
  `(?:from |between |after |starting (?:at )?|past )?(?<start>${clock})${half},? (?:to|until|and|through|till) (?:before )?(?<end>${clock})(?<rest>${half})`,
  'u',
);
const after = new RegExp(
  `\\b(?:after|from|past|starting(?: at)?|beginning(?: at)?) (?<start>${clock})(?<rest>${half})`,
  'u',
);
const until = new RegExp(`\\b(?:before|until|earlier than|prior to|to) (?<end>${clock})(?<rest>${half})`, 'u');

type Quiet = Pick<Slots, 'quiet_from' | 'quiet_to'>;

const quiet = (from: string | undefined, to: string | undefined): Quiet => ({
  ...(from === undefined ? {} : { quiet_from: from }),
  ...(to === undefined ? {} : { quiet_to: to }),
});

/** "from 9 pm to 7", "21:00-06:30", "1800-0700". */
function wholeSpan(text: string): Quiet | undefined {
  const both = wide.exec(text)?.groups;
  const military = /\b([01]\d|2[0-3])([0-5]\d)[–-]([01]\d|2[0-3])([0-5]\d)\b/u.exec(text);
  if (military) return { quiet_from: `${military[1]}:${military[2]}`, quiet_to: `${military[3]}:${military[4]}` };
  const dashed = [...text.matchAll(clockRange)][0]?.[0]?.split(/[–-]/u) ?? [];
  const [start, end] = both ? [both.start ?? '', both.end ?? ''] : dashed;
  if (start === undefined || end === undefined) return undefined;
  const from = halfOf(start, 'evening', both ? startRest(text, start) : '');
  const to = halfOf(end, 'morning', both?.rest ?? '');
  return from === undefined || to === undefined ? undefined : quiet(from, to);
}

function quietIn({ text }: Line): Quiet {
  const whole = wholeSpan(text);
  if (whole) return whole;
  const [late, early] = [after.exec(text)?.groups, until.exec(text)?.groups];
  return quiet(
    late && halfOf(late.start ?? '', 'evening', late.rest ?? ''),
    early && halfOf(early.end ?? '', 'morning', early.rest ?? ''),
  );
}

const startRest = (text: string, start: string): string => text.slice(text.indexOf(start) + start.length);

const on =
  /\b(?:turn(?:ed)? (?:\S+ ){0,4}?(?:back )?on|(?:switch|put) (?:\S+ ){0,4}?(?:back )?on|enable|again|subscribe|back on|start sending|resume|reactivate|i want|i would like|sign me up|send me|opt in|want to (?:get|receive)|keep|on$|please remind|remind me|restart|get the|would like|bring back|add me|unmute|activate)\b/u;
const off =
  /\b(?:off|stop|disable|unsubscribe|no more|no|mute|not|end|cancel|quit|fewer|less|out of|remove|too many|without|kill|enough|take me off|silence|skip|deactivate|drop|hate)\b/u;

/** Whether a text switches something of the bot's messages on or off; each clause for itself. */
function switched(text: string, thing: RegExp): 'on' | 'off' | undefined {
  const clause = text.split(/, | but | and (?=.*(?:digest|remind|nudg))/u).find((each) => thing.test(each));
  if (clause === undefined) return undefined;
  if (/\bnot stop\b|\bdo not turn off\b/u.test(clause)) return 'on';
  if (off.test(clause) && !/\bback on\b|\bon$|\bagain\b/u.test(clause)) return 'off';
  if (on.test(clause)) return 'on';
  return off.test(text) ? 'off' : on.test(text) ? 'on' : undefined;
}

/** What a text sets of a person's own messages. Words of clause and clock as typed; hours `HH:MM`. */
export function settingsIn(said: string, line: Line): Slots {
  const text = line.text.trim();
  const zone = zoneIn(said);
  const digest = switched(text, /\b(?:digests?|weekly (?:summary|roundup|update|email|overview|message))\b/u);
  const reminders = switched(text, /\b(?:remind(?:ers?|ing|s)?|nudg(?:e|es|ing)|nags?|nagging)\b/u);
  return {
    ...quietIn(line),
    ...(zone === undefined ? {} : { timezone: zone }),
    ...(digest === undefined ? {} : { digest }),
    ...(reminders === undefined ? {} : { reminders }),
  };
}
