import { slipsBetween } from './distance';
import type { Lexicon } from './lexicon';
import { functionWords, isEveryday } from './ordinary';
import { wordsOf } from './words';

/** A place that a text asks for and that is none of the offices; `near` is the office whose name is most like it. */
export type UnknownPlace = { readonly place: string; readonly near: string | null; readonly rest: string };

const asked =
  /(?<![\p{L}\p{N}])(?:(?:[Ii]n|[Aa]t|[Nn]ear) (?:the )?|[Ff]rom the (?=.* office))(?<place>\p{L}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2})(?<office> office)?(?![\p{L}\p{N}])/gu;

/** Stand after "in" with a capital letter, and are no places. */
const noPlaces = new Set(
  `january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday english spanish russian tagalog yupik christmas thanksgiving spring summer fall winter`.split(
    /\s+/u,
  ),
);

const tells = (word: string): boolean => !functionWords.has(word) && !isEveryday(word) && !noPlaces.has(word);

function nearest(place: string, offices: readonly string[]): string | null {
  const typed = place.toLowerCase();
  if (typed.length < 3) return null;
  const near = offices
    .map((office) => office.trim().toLowerCase())
    .filter(
      (name) =>
        name.startsWith(typed) || slipsBetween(typed, name, name.length >= 7 ? 2 : 1) <= (name.length >= 7 ? 2 : 1),
    )
    .sort((a, b) => slipsBetween(typed, a, 9) - slipsBetween(typed, b, 9));
  return near[0] ?? null;
}

/**
 * Finds "in Paris" where Paris is no office and no topic. Written small it counts as a place only where it is near to an
 * office's name, is called one ("the paris office"), or ends a search (`ends`).
 */
export function unknownPlace(
  text: string,
  { lexicon, offices, ends }: { lexicon: Lexicon; offices: readonly string[]; ends: boolean },
): UnknownPlace | null {
  for (const found of text.matchAll(asked)) {
    const place = found.groups?.place ?? '';
    if (/['’]s$/u.test(place) || !wordsOf(place, 5).every((word) => tells(word.text))) continue;
    const near = nearest(place, offices);
    const { guess } = lexicon.read(place);
    if (guess.kind === 'sure' || (guess.kind === 'choose' && near === null)) continue;
    const after = text.slice(found.index + found[0].length);
    const isLast = ends && /^[\s.!?]*$/u.test(after);
    if (near === null && !isLast && found.groups?.office === undefined && !/^\p{Lu}/u.test(place)) continue;
    return { place, near, rest: `${text.slice(0, found.index)}${after}`.replace(/\s+/gu, ' ').trim() };
  }
  return null;
}
