import { isEnglish, isFirstName } from '../english';
import type { Piece } from '../text/pieces';

/** Somebody whom a text names: as typed, and the pieces from and to (inclusive). */
export type Person = {
  readonly said: string;
  readonly from: number;
  readonly to: number;
  /** "not Victor": named to be left out. */
  readonly denied: boolean;
};

export type PersonOptions = {
  /** Folded words of the names of people that the writer knows. */
  readonly known: ReadonlySet<string>;
  /** Words that are no names though nobody knows them: topics, offices, the bot's own words. */
  isTerm(word: string): boolean;
  /** Pieces that mean something else already (a day, a length of time). */
  isTaken(index: number): boolean;
};

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof']);
const particles = new Set(['de', 'van', 'von', 'la', 'del', 'da', 'al', 'bin', 'di', 'le', 'st']);
const before = new Set(
  'with and for ask met meet saw see from by log request nominate rate evaluate evaluation book pick choose select invite tell called call emailed texted phoned thank reschedule record session'.split(
    ' ',
  ),
);
const months = new Set('january february march april may june july august september october november december'.split(' '));
const capitals = new Set(
  'i ok okay gs fmla irs hr it pdf usa alaska english spanish slack teams zoom microsoft google monday tuesday wednesday thursday friday saturday sunday'.split(' '),
);

const isCapital = (raw: string): boolean => /^\p{Lu}/u.test(raw);
const isAcronym = (raw: string): boolean => raw.length <= 5 && /^\p{Lu}{2,}/u.test(raw);
/** "Maya" of "Maya's", "Maya" of "Maya'll". */
const bare = (raw: string): string => raw.replace(/['’‘`´](?:s|d|ll|re|ve|m)$/iu, '');

/** How sure a word is a name: 0 is not, 3 is as good as written in the list of people. */
function nameLikeness(pieces: readonly Piece[], index: number, options: PersonOptions, shouted: boolean): number {
  const piece = pieces[index];
  if (!piece || options.isTaken(index)) return 0;
  if (piece.kind === 'mention') return 3;
  const { word, raw } = piece;
  if (piece.kind !== 'word' || word.length < 2 || bare(raw).length < 2) return 0;
  if (options.known.has(word)) return 3;
  const typed = bare(raw)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`´]/gu, '')
    .toLowerCase();
  if (typed !== word && !typed.startsWith(word)) return 0;
  if (capitals.has(word) || (isAcronym(raw) && !shouted)) return 0;
  const first = isFirstName(word);
  const english = isEnglish(word);
  const capital = isCapital(raw) && !shouted;
  const starts = index === 0 || (pieces[index]?.afterBreak === true && english);
  if (english && !first && (!capital || starts)) return 0;
  if (months.has(word) && !capital && !before.has(pieces[index - 1]?.word ?? '')) return 0;
  const previous = pieces[index - 1]?.word ?? '';
  if (/^(?:in|near)$/u.test(previous)) return 0;
  const introduced = before.has(previous) || titles.has(previous);
  if (first && english && named(pieces, index, capital, introduced)) return 2;
  if (options.isTerm(word)) return 0;
  if (first && !english) return 3;
  const withMe = /^and (?:i|me)$/u.test(`${pieces[index + 1]?.word} ${pieces[index + 2]?.word}`);
  if (capital && !starts) return english && !first && !introduced && !withMe ? 1 : 3;
  if (capital && !english) return 2;
  return !english && introduced ? 2 : 1;
}

/** Words that follow a name that begins a sentence. */
const follows = /^(?:and|never|always|said|says|has|is|was|does|did|knows|would|will|keeps|told|never|deserves|should|taught|plus|me|just|helped|replied|accepted|canceled|cancelled|showed|gets|for)$/u;

/** Whether a word that is both a first name and an English one ("Mark", "will") stands where a name does. */
function named(pieces: readonly Piece[], index: number, capital: boolean, introduced: boolean): boolean {
  const [here, next] = [pieces[index], pieces[index + 1]];
  if (!here) return false;
  const owns = /['’](?:s|S)$/u.test(here.raw);
  if (index === 0) return capital && (owns || (next !== undefined && follows.test(next.word) && here.word !== 'will'));
  const led = introduced && /^(?:with|met|ask|and|log|nominate|rate|evaluate|request|saw|for|pick|choose|evaluation)$/u.test(pieces[index - 1]?.word ?? '');
  if (capital) return true;
  const aDay = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u.test(here.word);
  return led && !(aDay && /^\d/u.test(next?.word ?? ''));
}

function deniedAt(pieces: readonly Piece[], from: number): boolean {
  const [one, two] = [pieces[from - 1]?.word, pieces[from - 2]?.word];
  if (one === 'not' || `${two} ${one}` === 'instead of' || `${two} ${one}` === 'rather than') return true;
  return two === 'not' && (one === 'with' || one === 'for' || one === 'meet' || one === 'met' || one === 'saw');
}

/** The people whom a text names, in its own order; names in a row are one person. */
export function peopleIn(text: string, pieces: readonly Piece[], options: PersonOptions): readonly Person[] {
  const shouted = !/\p{Ll}/u.test(text);
  const people: Person[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (!piece) continue;
    if (piece.kind === 'mention') {
      people.push({ said: piece.raw, from: i, to: i, denied: deniedAt(pieces, i) });
      continue;
    }
    const titled = titles.has(piece.word) && isNext(pieces, i, options, shouted);
    if (!titled && nameLikeness(pieces, i, options, shouted) < 2) continue;
    let last = titled ? i + 1 : i;
    while (continues(text, pieces, last, options, shouted)) last += particles.has(pieces[last + 1]?.word ?? '') ? 2 : 1;
    const said = `${text.slice(piece.from, pieces[last]?.from)}${bare(pieces[last]?.raw ?? '')}`;
    people.push({ said, from: i, to: last, denied: deniedAt(pieces, i) });
    i = last;
  }
  return people;
}

const isNext = (pieces: readonly Piece[], i: number, options: PersonOptions, shouted: boolean): boolean => {
  const next = pieces[i + 1];
  return next !== undefined && next.kind === 'word' && (isCapital(next.raw) || nameLikeness(pieces, i + 1, options, shouted) > 0);
};

/** Whether the next word belongs to the same name: "Rosa Diaz", "Anne-Marie", "Ana de Souza". */
function continues(text: string, pieces: readonly Piece[], last: number, options: PersonOptions, shouted: boolean): boolean {
  const [here, next] = [pieces[last], pieces[last + 1]];
  if (!here || !next || next.afterBreak || next.kind !== 'word' || options.isTaken(last + 1)) return false;
  if (bare(here.raw) !== here.raw) return false;
  const gap = text.slice(here.to, next.from);
  if (gap === '-' && (isCapital(here.raw) || isFirstName(here.word))) return true;
  if (gap !== ' ' && gap !== '-' && gap !== '. ') return false;
  if (particles.has(next.word)) return nameLikeness(pieces, last + 2, options, shouted) >= 2 && isCapital(pieces[last + 2]?.raw ?? '');
  if (isCapital(here.raw) && isCapital(next.raw) && !shouted)
    return !capitals.has(next.word) && !months.has(next.word) && !isAcronym(next.raw) && !options.isTerm(next.word);
  return !isCapital(here.raw) && isFirstName(here.word) && nameLikeness(pieces, last + 1, options, shouted) >= 3;
}
