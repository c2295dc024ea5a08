const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

type Place = { readonly office: string; readonly from: number; readonly to: number };

function placeOf(office: string, text: string, lower: string): Place | null {
  const name = office.trim().toLowerCase();
  if (name === '' || !lower.includes(name)) return null;
  const around = `(?:\\b(?:and|or|in|at|from|near) )*(?:\\bthe )?(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])(?: office\\b)?`;
  const found = new RegExp(around, 'iu').exec(text);
  return found === null ? null : { office: name, from: found.index, to: found.index + found[0].length };
}

/** What a text says of offices: those it names, in its own order, and the text without them and their "in the … office". */
export type OfficesNamed = {
  readonly office: string | null;
  readonly others: readonly string[];
  readonly rest: string;
};

/** Finds the offices that are named. Of two names at the same place the longer one counts. */
export function takeOffice(text: string, offices: readonly string[]): OfficesNamed {
  const lower = text.toLowerCase();
  const found = offices
    .flatMap((office) => placeOf(office, text, lower) ?? [])
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const named = found.filter((place, at) => !found.slice(0, at).some((before) => before.to > place.from));
  const rest = named.reduceRight((left, { from, to }) => `${left.slice(0, from)} ${left.slice(to)}`, text);
  const [office = null, ...others] = named.map((place) => place.office);
  return { office, others, rest: office === null ? text : rest.replace(/\s+/gu, ' ').trim() };
}
