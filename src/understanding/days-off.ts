import { DateTime } from 'luxon';
import { daysIn } from './slots/days';
import { lineOf } from './text/line';
import { piecesOf } from './text/pieces';

const list =
  /^(?:(?:show|list|see|view|change|edit)(?: me)? )?(?:(?:the|our|all|your) )*(?:federal |office |public )?(?:holidays?(?: list| calendar)?|days? off|list of (?:holidays|days off)|closures?)$/iu;
const adds = /^add (?:an? |another |one more )?(?:day off|holiday|closure)(?: (?:on|for) (.+))?$/iu;
const closed =
  /^(?:we|the office|our office|the agency|everybody|everyone)(?:['’]re| (?:are|is|will be))? (?:all )?(?:closed|shut) (?:(?:on|for) )?(.+)$/iu;

/** What is said of the days off: their list, or one of them (`day`, ISO). */
export type SaidOfDaysOff = { readonly day: string | undefined };

/** The one day that these words name, and nothing else; undefined where they name none. */
function dayIn(words: string, now: string | undefined): string | undefined {
  const today = DateTime.fromISO(now?.slice(0, 10) ?? '', { zone: 'utc' });
  if (!today.isValid) return undefined;
  const pieces = piecesOf(words);
  const [found, another] = daysIn(lineOf(pieces), today);
  const day =
    another === undefined && found?.from === 0 && found.to === pieces.length - 1 ? found.value.on('coming') : undefined;
  return day?.includes('W') ? undefined : day;
}

/** Reads it off a tidied text; null where it is nothing of the kind. `now` is the wall clock there (ISO). */
export function saidOfDaysOff(said: string, now: string | undefined): SaidOfDaysOff | null {
  const text = said.replace(/[\s.!?]+$/u, '').replace(/^mentor /iu, '');
  if (list.test(text)) return { day: undefined };
  const [, named] = adds.exec(text) ?? [];
  if (adds.test(text)) return { day: named === undefined ? undefined : dayIn(named, now) };
  const [, when] = closed.exec(text) ?? [];
  const day = when === undefined ? undefined : dayIn(when, now);
  return day === undefined ? null : { day };
}
