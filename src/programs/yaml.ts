import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Fault, Path } from './fault';

/** A YAML file that could be read: its plain data, and where each value stands. */
export type Source = {
  readonly data: unknown;
  /** The place of the value (or, for `key`, of the key's name) at a path; of the nearest value around it where none is. */
  placeOf(path: Path, key?: string): { readonly line: number; readonly column: number };
};

const mostCharacters = 200_000;

type Place = { readonly line: number; readonly column: number };

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

/** One step into a node: the key, where it has one, and the value; null where the step leads nowhere. */
function step(node: unknown, to: string | number): { readonly key: unknown; readonly value: unknown } | null {
  if (isSeq(node)) return typeof to === 'number' && to in node.items ? { key: null, value: node.items[to] } : null;
  if (!isMap(node)) return null;
  return node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(to)) ?? null;
}

/** Where the value at a path starts (a group or list: where its name stands), going as far as the path leads. */
function offsetOf(document: Document, path: Path, key: string | undefined): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const to of key === undefined ? path : [...path, key]) {
    const next = step(node, to);
    if (next === null) return offset;
    offset = startOf(next.key) ?? startOf(next.value) ?? offset;
    node = next.value;
  }
  return key === undefined && isScalar(node) ? (startOf(node) ?? offset) : offset;
}

const sayings: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'This name stands twice here; keep one of the two.',
  MULTIPLE_DOCS: 'The file holds more than one document; take out the line "---" and what follows.',
  TAB_AS_INDENT: 'A tab stands where YAML wants spaces; indent with spaces.',
};
const tooDeep = 'The file nests lists and groups too deep to be read; a definition needs hardly five levels.';

function say(code: string, message: string): string {
  const plain = message.replace(/\s+/gu, ' ').replace(/[.\s]*$/u, '');
  return sayings[code] ?? `This is not valid YAML: ${plain}. Mend it here.`;
}

/** The faults of the YAML itself; of nesting too deep only one, since all others follow from it. */
function notYaml(document: Document, placeAt: (offset: number) => Place, file: string): Fault[] {
  const errors = [...document.errors, ...document.warnings];
  if (errors.some((error) => error.code === 'RESOURCE_EXHAUSTION'))
    return [{ file, line: 1, path: '', reason: tooDeep }];
  return errors.map(({ code, message, pos }) => ({ file, ...placeAt(pos[0]), path: '', reason: say(code, message) }));
}

/** An alias makes one value stand in many places, and a few of them billions; a definition needs none. */
function aliases(document: Document, placeAt: (offset: number) => Place, file: string): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Alias(_, { source, range }) {
      const reason = `The alias "*${source}" is not allowed; write the value out.`;
      faults.push({ file, ...placeAt(range?.[0] ?? 0), path: '', reason });
    },
  });
  return faults;
}

function parse(text: string, file: string): Source | Fault[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = [...notYaml(document, placeAt, file), ...aliases(document, placeAt, file)];
  if (faults.length > 0) return faults;
  return { data: document.toJS({ maxAliasCount: 0 }), placeOf: (path, key) => placeAt(offsetOf(document, path, key)) };
}

/**
 * Reads a YAML text as plain data. Refuses more than 200,000 characters, aliases, tags, repeated keys, several documents,
 * and nesting too deep to read; each refusal with its place.
 */
export function readYaml(text: string, file: string): { ok: true; source: Source } | { ok: false; faults: Fault[] } {
  const whole = (reason: string) => ({ ok: false as const, faults: [{ file, line: 1, path: '', reason }] });
  if (text.length > mostCharacters) return whole('The file is too long; at most 200,000 characters are read.');
  try {
    const read = parse(text, file);
    return Array.isArray(read) ? { ok: false, faults: read } : { ok: true, source: read };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return whole(tooDeep);
  }
}
