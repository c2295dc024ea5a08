import type { Field, FormValues } from '../../chat';
import { isObject, type JsonObject } from './json';

/** The names that a form's data needs for itself; a field of such a name gets another id on the card. */
const reserved: ReadonlySet<string> = new Set(['form', 'token', 'kinds', 'msteams', 'on', 'behind']);
const fieldId = /^[a-z_][a-z0-9_]{0,59}$/;

/** Kinds whose options are looked up while somebody types. */
const isSearched = (kind: unknown): boolean => kind === 'person' || kind === 'topic';

/** The id of a field's input on the card. */
export const inputId = (id: string): string => (reserved.has(id) ? `${id}.` : id);

/**
 * Which inputs carry more than a plain text; stands in the form's data, as what comes back does not say it.
 * Several choices come joined by commas, a person or topic with the label that was picked, a tick as "yes" or "no".
 */
export function kindsOf(fields: readonly Field[]): JsonObject {
  const kinds = fields.filter(({ field }) => field === 'choices' || isSearched(field) || field === 'consent');
  return kinds.length === 0 ? {} : { kinds: Object.fromEntries(kinds.map(({ id, field }) => [inputId(id), field])) };
}

/** A value of a choice among several, free of the comma that joins them. */
export const choiceValue = (value: string): string => value.replace(/[%,]/g, encodeURIComponent);
const plainChoice = (value: string): string => value.replaceAll('%2C', ',').replaceAll('%25', '%');

/** A person or topic found by a search: the value, and the label that shows it again when the form comes back with an error. */
export const personValue = (value: string, label: string): string => `${value.replace(/[%~]/g, tilde)}~${label}`;
const tilde = (character: string): string => (character === '~' ? '%7E' : '%25');

function personOf(text: string): { readonly value: string; readonly label?: string } {
  const cut = text.indexOf('~');
  if (cut < 0) return { value: text };
  return { value: text.slice(0, cut).replaceAll('%7E', '~').replaceAll('%25', '%'), label: text.slice(cut + 1) };
}

/**
 * What was typed, from the data of a submit. Clients differ, so numbers and ticks are taken as text, and what is empty
 * is left out; anything else is no value and ignored. The form's own schema judges the rest.
 */
export function readValues(data: unknown): FormValues {
  const values: [string, string | readonly string[]][] = [];
  for (const [id, raw, kind] of inputsOf(data)) {
    const value = readOne(raw, kind);
    if (value !== undefined && value.length > 0) values.push([id, value]);
  }
  return Object.fromEntries(values);
}

/** The labels of the persons picked, by field id. */
export function readLabels(data: unknown): Readonly<Record<string, string>> {
  const labels: [string, string][] = [];
  for (const [id, raw, kind] of inputsOf(data)) {
    const label = isSearched(kind) && typeof raw === 'string' ? personOf(raw).label : undefined;
    if (label !== undefined) labels.push([id, label]);
  }
  return Object.fromEntries(labels);
}

function inputsOf(data: unknown): (readonly [id: string, raw: unknown, kind: unknown])[] {
  if (!isObject(data)) return [];
  const kinds = isObject(data.kinds) ? data.kinds : {};
  return Object.entries(data)
    .filter(([name]) => !reserved.has(name))
    .map(([name, raw]) => [name.replace(/\.$/, ''), raw, Object.hasOwn(kinds, name) ? kinds[name] : undefined] as const)
    .filter(([id]) => fieldId.test(id));
}

function readOne(raw: unknown, kind: unknown): string | readonly string[] | undefined {
  if (Array.isArray(raw)) return raw.filter((entry) => typeof entry === 'string').map(plainChoice);
  const text = textOf(raw);
  if (text === undefined) return undefined;
  if (kind === 'choices')
    return text.split(',').flatMap((part) => (part.trim() === '' ? [] : [plainChoice(part.trim())]));
  if (isSearched(kind)) return personOf(text).value;
  if (kind === 'consent') return /^(yes|true)$/i.test(text) ? 'yes' : undefined;
  return text;
}

function textOf(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number' && Number.isFinite(raw)) return String(raw);
  if (typeof raw === 'boolean') return raw ? 'yes' : undefined;
  return undefined;
}
