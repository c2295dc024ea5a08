import { Duration } from 'luxon';

/** Deeply read-only; durations are so by themselves. */
export type Frozen<T> = T extends Duration
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Frozen<T[Key]> }
      : T;

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null || Duration.isDuration(value)) return;
  Object.values(value).forEach(freezeDeep);
  Object.freeze(value);
}

/** The same value, frozen through and through. */
export function frozen<T>(value: T): Frozen<T>;
export function frozen(value: unknown): unknown {
  freezeDeep(value);
  return value;
}
