import { isFirstName } from '../english';
import type { Piece } from '../text/pieces';
import { bare, isCapital, type NameOptions, nameLikeness, neverName, titles } from './name-word';

/** Somebody whom a text names: as typed, and the pieces from and to (inclusive). */
export type Person = {
  readonly said: string;
  readonly from: number;
  readonly to: number;
  /** "not Victor": named to be left out. */
  readonly denied: boolean;
};

const particles = new Set(['de', 'van', 'von', 'la', 'del', 'da', 'al', 'bin', 'di', 'le', 'st']);

function deniedAt(pieces: readonly Piece[], from: number): boolean {
  const [one = '', two = ''] = [pieces[from - 1]?.word, pieces[from - 2]?.word];
  if (one === 'not' || `${two} ${one}` === 'instead of' || `${two} ${one}` === 'rather than') return true;
  return two === 'not' && /^(?:with|for|meet|met|saw)$/u.test(one);
}

/** The people whom a text names, in its own order; names in a row are one person. */
export function peopleIn(
  text: string,
  pieces: readonly Piece[],
  around: Omit<NameOptions, 'shouted'>,
): readonly Person[] {
  const options = { ...around, shouted: !/\p{Ll}/u.test(text) };
  const people: Person[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (!piece) continue;
    const titled = titles.has(piece.word) && isTitled(pieces, i, options);
    if (!titled && nameLikeness(pieces, i, options) < 2) continue;
    let last = titled ? i + 1 : i;
    while (piece.kind !== 'mention' && continues(text, pieces, last, options))
      last += particles.has(pieces[last + 1]?.word ?? '') ? 2 : 1;
    const said = `${text.slice(piece.from, pieces[last]?.from)}${bare(pieces[last]?.raw ?? '')}`;
    people.push({ said, from: i, to: last, denied: deniedAt(pieces, i) });
    i = last;
  }
  return people;
}

function isTitled(pieces: readonly Piece[], i: number, options: NameOptions): boolean {
  const next = pieces[i + 1];
  return next?.kind === 'word' && (isCapital(next.raw) || nameLikeness(pieces, i + 1, options) > 0);
}

/** Whether the next word belongs to the same name: "Rosa Diaz", "Anne-Marie", "Ana de Souza". */
function continues(text: string, pieces: readonly Piece[], last: number, options: NameOptions): boolean {
  const [here, next] = [pieces[last], pieces[last + 1]];
  if (!here || !next || next.afterBreak || next.kind !== 'word' || options.isTaken(last + 1)) return false;
  if (bare(here.raw) !== here.raw) return false;
  const gap = text.slice(here.to, next.from);
  if (gap === '-' && (isCapital(here.raw) || isFirstName(here.word))) return true;
  if (gap !== ' ' && gap !== '-' && gap !== '. ') return false;
  if (particles.has(next.word))
    return nameLikeness(pieces, last + 2, options) >= 2 && isCapital(pieces[last + 2]?.raw ?? '');
  if (isCapital(here.raw) && isCapital(next.raw) && !options.shouted)
    return !neverName(next.word, next.raw) && !options.isTerm(next.word);
  return !isCapital(here.raw) && isFirstName(here.word) && nameLikeness(pieces, last + 1, options) >= 3;
}
