import { type Fault, type Path, writePath } from './fault';
import { nearest } from './nearest';
import type { Source } from './yaml';

/** A text in the data, and the path to it. */
export type Named = { readonly path: Path; readonly text: string };

/** Stands for every entry of a list in a way. */
export const each = Symbol('each');

/** All texts that a way leads to. What is missing or of another kind is passed over: the schema speaks of that. */
export function textsAt(data: unknown, way: readonly (string | typeof each)[], path: Path = []): Named[] {
  const [step, ...rest] = way;
  if (step === undefined) return typeof data === 'string' ? [{ path, text: data }] : [];
  if (step === each) return Array.isArray(data) ? data.flatMap((item, i) => textsAt(item, rest, [...path, i])) : [];
  if (typeof data !== 'object' || data === null) return [];
  const entry = Object.entries(data).find(([key]) => key === step);
  return entry === undefined ? [] : textsAt(entry[1], rest, [...path, step]);
}

export type At = (path: Path, reason: string) => Fault;

/** Makes faults of one file. */
export const faultsOf =
  (source: Source, file: string): At =>
  (path, reason) => ({ file, ...source.placeOf(path), path: writePath(path), reason });

/** A fault for every text that stood before, whatever its case. */
export function repeats(texts: readonly Named[], what: string, at: At): Fault[] {
  const seen = new Set<string>();
  return texts.flatMap(({ path, text }) => {
    const key = text.toLowerCase();
    if (seen.has(key)) return [at(path, `The ${what} "${text}" stands here for the second time; keep one.`)];
    seen.add(key);
    return [];
  });
}

/** A fault for every text that is none of `known`; `where` says where the known ones stand. */
export function strangers(
  texts: readonly Named[],
  known: readonly string[],
  what: string,
  where: string,
  at: At,
): Fault[] {
  return texts
    .filter(({ text }) => !known.includes(text))
    .map(({ path, text }) => {
      const near = nearest(text, known);
      const next = near === null ? 'Take one that stands there, or add it.' : `Did you mean "${near}"?`;
      return at(path, `There is no ${what} "${text.slice(0, 60)}" in ${where}. ${next}`);
    });
}
