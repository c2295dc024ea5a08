const steps = (path: string): readonly string[] => (path === '' ? [] : path.split(' > '));
const isSame = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

/** The path (`A > B > C`) of a unit as seen from one that holds it: down to that one, and below it. */
type Below = { readonly top: readonly string[]; readonly rest: readonly string[] };

function below(unit: string, path: string): Below | undefined {
  const [all, own] = [steps(path), steps(unit)];
  for (let at = 0; at + own.length <= all.length; at += 1)
    if (own.every((step, index) => isSame(all[at + index], step)))
      return { top: all.slice(0, at + own.length), rest: all.slice(at + own.length) };
  return undefined;
}

/** As seen from the largest of these units that holds it. */
const seenFrom = (managed: readonly string[], path: string): Below | undefined =>
  managed.flatMap((unit) => below(unit, path) ?? []).toSorted((a, b) => a.top.length - b.top.length)[0];

/** How many levels have one unit only, so that the next one is where they part. */
function levelsOfOne(rests: readonly (readonly string[])[]): number {
  for (let level = 0; ; level += 1) {
    const units = new Set(rests.flatMap((rest) => rest[level]?.toLowerCase() ?? []));
    if (units.size !== 1) return units.size === 0 ? Math.max(0, level - 1) : level;
  }
}

/**
 * How what somebody manages parts into units: those right below each unit of hers ('' is the whole organization), or further
 * down where there is only one. From the path of a unit to the path of its part; undefined for a unit that is not hers. What
 * belongs to no unit below is a part of its own.
 */
export function partsOf(
  units: readonly string[],
  managed: readonly string[],
): (path: string | null) => string | undefined {
  const rests = new Map<string, (readonly string[])[]>();
  for (const { top, rest } of units.flatMap((path) => seenFrom(managed, path) ?? []))
    rests.set(top.join(' > '), [...(rests.get(top.join(' > ')) ?? []), rest]);
  const levels = new Map([...rests].map(([top, all]) => [top, levelsOfOne(all)]));
  return (path) => {
    const seen = seenFrom(managed, path ?? '');
    if (!seen) return undefined;
    const level = levels.get(seen.top.join(' > ')) ?? 0;
    return [...seen.top, ...seen.rest.slice(0, level + 1)].join(' > ');
  };
}
