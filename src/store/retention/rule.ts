/** What kind of record a table holds; docs/privacy.md explains each class to a records officer. */
export type RecordClass =
  | 'directory'
  | 'program records'
  | 'private words'
  | 'messages'
  | 'audit'
  | 'settings'
  | 'passing'
  | 'secrets';

/**
 * Rows whose time is over. `when` is a condition on the row `t` of its table, with `$1` the organization and `$2` now, by
 * the business clock. Where only columns are emptied, the rest of the row stays.
 */
export type Expiry =
  | { readonly does: 'deletes'; readonly when: string }
  | { readonly does: 'empties'; readonly columns: readonly string[]; readonly when: string };

/** What erasing a person does to rows: `where` is a condition on the row `t`, with `$1` the organization and `$2` the person. */
export type Erasure =
  | { readonly does: 'deletes'; readonly where: string }
  | { readonly does: 'sets'; readonly set: string; readonly where: string };

export type TableRule = {
  readonly table: string;
  readonly class: RecordClass;
  /** For how long, as docs/privacy.md says it. */
  readonly kept: string;
  readonly expires: readonly Expiry[];
  /** What erasing a person does, as docs/privacy.md says it. */
  readonly erased: string;
  readonly erases: readonly Erasure[];
  /** Append-only for the business role: the login role deletes what is too old, organization by organization. */
  readonly appendOnly?: true;
};

const subject = { expires: [], erases: [] } as const;

/** A table with nothing that the daily deletion or an erasure would change, and why. */
export const untouched = (table: string, kind: RecordClass, kept: string, erased: string): TableRule => ({
  table,
  class: kind,
  kept,
  erased,
  ...subject,
});
