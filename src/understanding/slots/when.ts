import type { Signs } from '../signs';
import type { Slots } from '../slot-values';
import { type Clock, clockRange, rangeOf } from './clock';
import { isoDay } from './named-day';

const moving =
  /\b(?:move|moved|moving|reschedul\w*|push|postpone|shift|bump|delay|put off|instead|rain check|change|another (?:day|time)|different (?:day|time)|swap|later than|earlier|not tomorrow|slide|switch|make (?:it|that) (?:a |the |for |on |at |to )?(?:monday|tuesday|wednesday|thursday|friday|next|tomorrow|today|later|\d)|bring (?:\S+ ){0,6}?forward|rather than|not (?:monday|tuesday|wednesday|thursday|friday))\b/u;
const callingOff =
  /\b(?:call(?:ing|ed)? (?:\S+ ){0,4}?off|cancel\w*|scrap|(?:we are|are) (?:off|not meeting)|is off|not (?:do|make|happen|meet|come|attend|going to make|able)|skip|drop|will not|cannot|scratch|ax|axe|not need to meet|unbook|bail|miss|delete|remove|take (?:\S+ ){0,5}?off (?:the|my|our) calendar|kill|no meeting|off the (?:books|calendar)|nix)\b/u;

/** Whether a meeting is moved or called off; neither for one that is planned. */
function actionOf(text: string): Slots['action'] | undefined {
  if (/\b(?:reschedul\w*|postpone|push|move|rain check)\b/u.test(text)) return 'move';
  if (/\bnot (?:meet|met) yet\b/u.test(text)) return undefined;
  if (callingOff.test(text)) return moving.test(text) && !/\bcancel|call\w* off/u.test(text) ? 'move' : 'cancel';
  return moving.test(text) ? 'move' : undefined;
}

const clockText = ({ hour, minute }: Clock): string =>
  `T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/**
 * When a meeting is to be, or is moved to, or was to be: a day, a day with a time, or a week; and what is done to it.
 * Of a move it is the new time: the one after "to", else the last that is not taken back.
 */
export function whenIn(signs: Signs): Pick<Slots, 'when' | 'action'> {
  const { text } = signs.line;
  const action = actionOf(text);
  const days = signs.days.flatMap((found) => {
    const day = found.value.tense === 'past' ? undefined : found.value.on('coming');
    return day === undefined ? [] : [{ day, from: found.from, to: found.to }];
  });
  const before = (from: number): string => signs.pieces[from - 1]?.word ?? '';
  const wanted = days.filter(
    ({ from }) => !/^(?:not|from|of)$/u.test(before(from)) && !/^(?:than)$/u.test(before(from)),
  );
  const to = wanted.find(({ from }) => /^(?:to|until|for|on)$/u.test(before(from)) && before(from) !== 'for');
  const chosen =
    action === 'move'
      ? (wanted.find(({ from }) => before(from) === 'to') ?? wanted.at(-1) ?? to)
      : (wanted[0] ?? days[0]);
  const clock = clockFor(signs, action === 'move');
  const day = chosen?.day ?? (clock && signs.today.isValid ? isoDay(signs.today) : undefined);
  const when = day === undefined ? undefined : day.includes('W') || !clock ? day : `${day}${clockText(clock)}`;
  return { ...(when === undefined ? {} : { when }), ...(action === undefined ? {} : { action }) };
}

function clockFor({ line, clocks, pieces }: Signs, moves: boolean): Clock | undefined {
  const range = [...line.text.matchAll(clockRange)].map(([words]) => rangeOf(words)).find((found) => found !== null);
  if (range) return range.start;
  const led = moves ? clocks.find(({ from }) => pieces[from - 1]?.word === 'to') : undefined;
  return (led ?? (moves ? clocks.at(-1) : clocks[0]))?.value;
}
