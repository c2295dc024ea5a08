import { isEnglish, isFirstName } from '../english';
import type { Piece } from '../text/pieces';

/** What decides whether a word is a name, beside the word. */
export type NameOptions = {
  /** Folded words of the names of people that the writer knows. */
  readonly known: ReadonlySet<string>;
  /** Words that are no names though nobody knows them: topics, offices, the bot's own words. */
  isTerm(word: string): boolean;
  /** Pieces that mean something else already (a day, a length of time). */
  isTaken(index: number): boolean;
  /** The text has capital letters only, so they tell nothing. */
  readonly shouted: boolean;
};

export const titles: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof']);

/** After these a word that nobody knows is somebody's name, also in small letters. */
const introducing = new Set(
  'with and for ask met meet saw see from by log request nominate rate evaluate evaluation book pick choose select invite tell called call emailed texted phoned thank reschedule record session'.split(
    ' ',
  ),
);
/** After these also a word that is English besides ("with will"). */
const leading = new Set(
  'with met ask and log nominate rate evaluate request saw for pick choose evaluation'.split(' '),
);
/** These follow a name that begins a sentence. */
const following = new Set(
  'and never always said says has is was does did knows would will keeps told deserves should taught plus me just helped replied accepted canceled cancelled showed gets for'.split(
    ' ',
  ),
);
const months = new Set(
  'january february march april may june july august september october november december'.split(' '),
);
/** Written with a capital letter, and no names. */
const capitals = new Set(
  'i ok okay gs fmla irs hr it pdf usa alaska english spanish slack teams zoom microsoft google monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);

export const isCapital = (raw: string): boolean => /^\p{Lu}/u.test(raw);
const isAcronym = (raw: string): boolean => raw.length <= 5 && /^\p{Lu}{2,}/u.test(raw);
export const neverName = (word: string, raw: string): boolean =>
  capitals.has(word) || months.has(word) || isAcronym(raw);

/** "Maya" of "Maya's", "Maya" of "Maya'll". */
export const bare = (raw: string): string => raw.replace(/['’‘`´](?:s|d|ll|re|ve|m)$/iu, '');
const folded = (raw: string): string =>
  bare(raw)
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase();

/** A word in its place. */
type Seen = {
  readonly word: string;
  readonly capital: boolean;
  readonly starts: boolean;
  readonly previous: string;
  readonly next: string;
  readonly afterNext: string;
  readonly owns: boolean;
};

/** A word that is both a first name and an English one ("Mark", "will"): whether it stands where a name does. */
function standsAsName({ word, capital, starts, previous, next, owns }: Seen, first: boolean): boolean {
  if (starts && previous === '') return capital && (owns || (following.has(next) && word !== 'will'));
  if (capital) return true;
  return !first && leading.has(previous) && !(months.has(word) && /^\d/u.test(next));
}

function ofEnglish(seen: Seen, isFirst: boolean, isTerm: boolean): number {
  const { capital, starts, previous, next, afterNext } = seen;
  if (isFirst) return standsAsName(seen, starts && previous === '') ? 2 : 0;
  if (!capital || starts || isTerm) return 0;
  const introduced = introducing.has(previous) || titles.has(previous);
  return introduced || (next === 'and' && /^(?:i|me)$/u.test(afterNext)) ? 3 : 1;
}

function ofUnknown({ capital, starts, previous }: Seen, isFirst: boolean, isTerm: boolean): number {
  if (isTerm) return 0;
  if (isFirst || (capital && !starts)) return 3;
  return capital || introducing.has(previous) || titles.has(previous) ? 2 : 1;
}

/** Words that are no names whatever stands around them. */
function excluded({ word, raw, kind }: Piece, { shouted }: NameOptions, previous: string): boolean {
  if (kind !== 'word' || word.length < 2 || (word.length < 3 && !isCapital(raw))) return true;
  if (bare(raw).length < 2 || !folded(raw).startsWith(word)) return true;
  return capitals.has(word) || (isAcronym(raw) && !shouted) || previous === 'in' || previous === 'near';
}

/** How sure a word is a name: below 2 it is not; 3 is as good as written in the list of people. */
export function nameLikeness(pieces: readonly Piece[], index: number, options: NameOptions): number {
  const piece = pieces[index];
  if (!piece || options.isTaken(index)) return 0;
  if (piece.kind === 'mention') return 3;
  const { word, raw } = piece;
  const english = isEnglish(word);
  const isKnown = options.known.has(word);
  if (isKnown && !english && word.length > 1) return 3;
  const previous = pieces[index - 1]?.word ?? '';
  if (excluded(piece, options, previous)) return 0;
  const seen: Seen = {
    word,
    capital: isCapital(raw) && !options.shouted,
    starts: index === 0 || (piece.afterBreak && english),
    previous,
    next: pieces[index + 1]?.word ?? '',
    afterNext: pieces[index + 2]?.word ?? '',
    owns: /['’]s$/iu.test(raw),
  };
  const isFirst = isKnown || isFirstName(word);
  return english ? ofEnglish(seen, isFirst, options.isTerm(word)) : ofUnknown(seen, isFirst, options.isTerm(word));
}
