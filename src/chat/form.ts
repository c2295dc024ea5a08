import type { Block, Button } from './card';
import type { Token } from './token';

export type Option = { readonly value: string; readonly label: string; readonly detail?: string };

/** `id` is stable, [a-z_]; `hint` stands below the label; a field is required unless `optional`. */
export type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: true;
} & (
  | { readonly field: 'line'; readonly most: number }
  | { readonly field: 'paragraph'; readonly most: number }
  | { readonly field: 'choice'; readonly options: readonly Option[] }
  | { readonly field: 'choices'; readonly options: readonly Option[] }
  | { readonly field: 'scale'; readonly points: number; readonly low: string; readonly high: string }
  | { readonly field: 'date' }
  | { readonly field: 'time' }
  | { readonly field: 'number'; readonly min: number; readonly max: number; readonly unit?: string }
  | { readonly field: 'person'; readonly search: Token }
  | { readonly field: 'topic'; readonly search: Token }
  | { readonly field: 'consent'; readonly text: string }
);

/**
 * Something to fill in. Slack shows it as a modal, Teams as a card in place of the one whose button asked for it, with
 * `back` (if given) beside the submit button. Its `token` comes back with the values.
 */
export type Form = {
  readonly name: string;
  /** At most 24 characters. */
  readonly title: string;
  readonly intro?: readonly Block[];
  readonly fields: readonly Field[];
  /** At most 24 characters. */
  readonly submit: string;
  readonly back?: Button;
  readonly token: Token;
};

/**
 * What was typed, by field id: `choices` as a list, everything else as text (dates `YYYY-MM-DD`, times `HH:MM`, a ticked
 * consent `yes`). What was left empty is missing or ''.
 */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** The sentence that stands at a field, by field id. */
export type FieldErrors = Readonly<Record<string, string>>;
