import { isObject, type Json, type JsonObject } from './json';

/** A template made ready once: give it data, get JSON. */
export type Template = (data: JsonObject) => Json;

type Part = { readonly path: string } | string;
type Fill = (data: JsonObject) => Json;
/** What an element of an array becomes: none (`$when` says no), one, or one for each entry of its `$data`. */
type FillMany = (data: JsonObject) => readonly Json[];

const placeholder = /\$\{([^}]*)\}/g;
const pathShape = /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/;

/**
 * Makes a template ready: the part of the Adaptive Card template language that our files use. `${path}` in a string is
 * filled in (alone, it keeps its type); `"$when": "${path}"` keeps an object only when the value is true;
 * `"$data": "${path}"` repeats an object of an array for each entry, or narrows to one object. A missing field throws,
 * naming template and field. Data is put in as it is and never read as template.
 */
export function compile(name: string, source: unknown): Template {
  return fillOf(name, source);
}

function fillOf(name: string, node: unknown): Fill {
  if (typeof node === 'string') return stringFill(name, node);
  if (typeof node === 'number' || typeof node === 'boolean' || node === null) return () => node;
  if (Array.isArray(node)) return arrayFill(name, node);
  if (isObject(node)) return objectFill(name, node);
  throw new TypeError(`Template ${name}: ${typeof node} is not JSON.`);
}

function stringFill(name: string, text: string): Fill {
  const parts = partsOf(name, text);
  const [first] = parts;
  if (first === undefined) return () => text;
  if (parts.length === 1) {
    if (typeof first === 'string') return () => text;
    return valueAt(name, first.path);
  }
  const fills = parts.map((part): Fill => (typeof part === 'string' ? () => part : scalarAt(name, part.path)));
  return (data) => fills.map((fill) => fill(data)).join('');
}

function partsOf(name: string, text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    const path = match[1] ?? '';
    if (!pathShape.test(path)) throw new SyntaxError(`Template ${name}: \${${path}} is not a field.`);
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ path });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

function valueAt(name: string, path: string): Fill {
  const keys = path.split('.');
  return (data) => {
    let value: Json = data;
    for (const key of keys) {
      const next: Json | undefined = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
      if (next === undefined) throw new Error(`Template ${name}: the field ${path} is missing.`);
      value = next;
    }
    return value;
  };
}

function scalarAt(name: string, path: string): Fill {
  const read = valueAt(name, path);
  return (data) => {
    const value = read(data);
    if (typeof value === 'string' || typeof value === 'number') return value;
    throw new TypeError(`Template ${name}: the field ${path} cannot stand inside a text.`);
  };
}

function arrayFill(name: string, nodes: readonly unknown[]): Fill {
  const fills = nodes.map((node): FillMany => {
    if (isObject(node)) return repeated(name, node);
    const fill = fillOf(name, node);
    return (data) => [fill(data)];
  });
  return (data) => fills.flatMap((fill) => fill(data));
}

function repeated(name: string, node: { readonly [key: string]: unknown }): FillMany {
  const { $data, $when, ...rest } = node;
  const fill = objectFill(name, rest);
  const wanted = $when === undefined ? () => true : condition(name, $when);
  const one: FillMany = (data) => (wanted(data) ? [fill(data)] : []);
  if ($data === undefined) return one;
  const scope = valueAt(name, lonePath(name, '$data', $data));
  return (data) => {
    const found = scope(data);
    if (Array.isArray(found)) return found.flatMap((entry) => one(entryOf(name, entry)));
    return one(entryOf(name, found));
  };
}

function objectFill(name: string, node: { readonly [key: string]: unknown }): Fill {
  if (Object.hasOwn(node, '$data') || Object.hasOwn(node, '$when')) {
    throw new SyntaxError(`Template ${name}: $data and $when stand only on the objects of an array.`);
  }
  const fills = Object.entries(node).map(([key, value]) => [key, fillOf(name, value)] as const);
  return (data) => {
    const made: { [key: string]: Json } = {};
    for (const [key, fill] of fills) made[key] = fill(data);
    return made;
  };
}

function condition(name: string, source: unknown): (data: JsonObject) => boolean {
  const path = lonePath(name, '$when', source);
  const read = valueAt(name, path);
  return (data) => {
    const value = read(data);
    if (typeof value === 'boolean') return value;
    throw new TypeError(`Template ${name}: the field ${path} of a $when is neither true nor false.`);
  };
}

function lonePath(name: string, key: string, source: unknown): string {
  const parts = typeof source === 'string' ? partsOf(name, source) : [];
  const [only] = parts;
  if (parts.length !== 1 || only === undefined || typeof only === 'string') {
    throw new SyntaxError(`Template ${name}: ${key} must be one field, as "\${field}".`);
  }
  return only.path;
}

function entryOf(name: string, value: Json | undefined): JsonObject {
  if (value !== undefined && isJsonObject(value)) return value;
  throw new TypeError(`Template ${name}: $data holds something that is no object.`);
}

const isJsonObject = (value: Json): value is JsonObject => isObject(value);
