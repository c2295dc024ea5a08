import { isLabel, slotsFor } from './intents';
import type { Guess } from './learned';
import { leftOver } from './left-over';
import type { Marked } from './marks';
import type { Signs } from './signs';
import { ratingIn } from './slots/counts';
import type { Asks, Channel, Pending, Slots } from './understood';

export type Answer =
  | { readonly slots: Slots; readonly why: string }
  | { readonly choice: number; readonly why: string };

const order = 'first second third fourth fifth'.split(' ');
const chosen =
  /^(?:i (?:mean|want|choose|pick|take|would like|will take) |take |pick |choose |try |ask |please |yes |the |option |number |no |with )*(?<which>first|second|third|fourth|fifth|last|top|bottom|1st|2nd|3rd|4th|5th|[1-5]|one|two|three|four|five)(?: (?:one|option|person|mentor|choice|name|button|please|of them))*$/u;

/** Which of the options a text picks: by its place, or by the words on it. */
function choiceOf({ line, said }: Signs, options: readonly string[]): number | undefined {
  const which = chosen.exec(line.text.trim())?.groups?.which;
  if (which === 'last' || which === 'bottom') return options.length;
  if (which !== undefined) {
    const named = order.indexOf(which) + 1 || ['one', 'two', 'three', 'four', 'five'].indexOf(which) + 1;
    const place = which === 'top' ? 1 : named || Number(which[0]);
    return place <= options.length ? place : undefined;
  }
  const words = said.toLowerCase().replace(/[.!?]+$/u, '');
  const same = options.flatMap((option, i) =>
    words.length > 2 && option.toLowerCase().includes(words) ? [i + 1] : [],
  );
  return same.length === 1 ? same[0] : undefined;
}

const bareNumber =
  /^(?:about |around |like |maybe |say |it was |for |i think |roughly |approximately |no |just )*(\d{1,3})(?: or so| i think| please)?$/u;
const numberAlone = ({ line }: Signs): number | undefined => {
  const found = bareNumber.exec(line.text.trim())?.[1];
  return found === undefined ? undefined : Number(found);
};

const oneWord: Readonly<Record<string, Channel>> = {
  phone: 'phone',
  call: 'phone',
  video: 'video',
  email: 'email',
  chat: 'chat',
  person: 'in_person',
  office: 'in_person',
  desk: 'in_person',
};

/** The one thing that was asked for, if the text says it. */
function told(asks: Asks, signs: Signs): Slots {
  const minutes = asks === 'duration' ? numberAlone(signs) : undefined;
  const rating = asks === 'rating' ? (numberAlone(signs) ?? ratingIn(signs.line.text)) : undefined;
  const way = asks === 'channel' ? oneWord[signs.line.text.trim().split(' ').at(-1) ?? ''] : undefined;
  const words = signs.line.text.trim().split(' ').length;
  const person =
    asks === 'person' && signs.people.length === 0 && words <= 3
      ? signs.said.replace(/^(?:with|w\/) /iu, '')
      : undefined;
  return {
    ...(minutes === undefined || minutes < 1 ? {} : { duration: minutes }),
    ...(rating === undefined || rating < 1 || rating > 5 ? {} : { rating }),
    ...(way === undefined ? {} : { channel: way }),
    ...(person === undefined ? {} : { person }),
    ...(asks === 'text' ? { text: signs.said } : {}),
  };
}

const fillers = new Set(
  'about around for by it was is make with on like say maybe i think we met meet lasted took no not actually mean meant sorry instead change to at then rather better via over through in and my last next this from until the best would be works lets let us yes okay please'.split(
    ' ',
  ),
);

const corrects =
  /^(?:no,? |actually,? |sorry,? |i meant? |make (?:it|that) |better |rather |change (?:it|that) to |not )/u;

/**
 * What a text answers to what is pending; null where it is a wish of its own. It answers where it says what was asked
 * for, or corrects another thing that is known, and little besides; a sure wish of another kind leaves the pending one.
 */
export function answerTo(pending: Pending, signs: Signs, text: Marked, best: Guess | undefined): Answer | null {
  if (pending.asks === 'choice') {
    const choice = choiceOf(signs, pending.options ?? []);
    if (choice !== undefined) return { choice, why: `answers what was offered: number ${choice}` };
  }
  if (!isLabel(pending.intent) || pending.asks === 'yes-no') return null;
  if (best && ['cancel', 'yes', 'no', 'help'].includes(best.label) && best.chance > 0.6) return null;
  const read: Slots = slotsFor(pending.intent, signs);
  const slots: Slots = { ...read, ...told(pending.asks, signs) };
  const { asks } = pending;
  const asked = asks === 'choice' ? undefined : slots[asks];
  const left = leftOver(signs, text, fillers);
  const other =
    best !== undefined && best.label !== pending.intent && best.label !== 'out_of_scope' && best.chance > 0.7;
  if (asked !== undefined && (left <= 1 || !other)) return { slots, why: `answers what was asked: ${asks}` };
  const isCorrection = corrects.test(signs.line.text) || left === 0;
  const { text: _, ...kept } = read;
  if (isCorrection && Object.keys(kept).length > 0 && !other) return { slots: kept, why: 'corrects what is pending' };
  return null;
}
