/** A JSON object of unknown content. */
export type Json = Record<string, unknown>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text at `key`, or undefined where there is none. */
export const textAt = (record: Json, key: string): string | undefined => {
  const value = record[key];
  return typeof value === 'string' ? value : undefined;
};

/** The object at `key`, or an empty one. */
export const recordAt = (record: Json, key: string): Json => {
  const value = record[key];
  return isRecord(value) ? value : {};
};

/** The objects in the list at `key`, in order; anything else in it is left out. */
export const recordsAt = (record: Json, key: string): readonly Json[] => {
  const value = record[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
};

/** Parses JSON; undefined when the text is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
