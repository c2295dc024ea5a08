import { z } from 'zod';
import { eitherOf, type Fault, type Path, writePath } from './fault';
import { nearest } from './nearest';
import type { Source } from './yaml';

type Issue = z.core.$ZodIssue;

const steps = (path: readonly PropertyKey[]): Path =>
  path.map((step) => (typeof step === 'number' ? step : String(step)));

/** What stands at a path of plain data; undefined where the path leads nowhere. */
function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Object.entries(value).find(([key]) => key === String(step))?.[1];
  }
  return value;
}

function show(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of names and values';
  const text = String(value).replace(/\s+/gu, ' ');
  return `${typeof value === 'string' ? '' : `the ${typeof value} `}"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of names and values',
};

const meant = (value: unknown, allowed: readonly string[]): string => {
  const near = typeof value === 'string' ? nearest(value, allowed) : null;
  return near === null ? '' : ` Did you mean "${near}"?`;
};

function size(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  if (issue.origin === 'string') return `must have ${bound} characters`;
  if (issue.origin === 'array') return `must have ${bound} ${/ 1$/u.test(bound) ? 'entry' : 'entries'}`;
  return `must be ${bound}`;
}

/** What an issue says must be, to be followed by what is; and the words allowed, where it is a closed list. */
function demand(issue: Issue): { must: string; allowed: readonly string[] } {
  switch (issue.code) {
    case 'invalid_type':
      return { must: `must be ${kinds[issue.expected] ?? issue.expected}`, allowed: [] };
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      return { must: `must be ${eitherOf(allowed)}`, allowed };
    }
    case 'invalid_union': {
      const allowed = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
      return { must: allowed.length > 0 ? `must be ${eitherOf(allowed)}` : 'fits none of the forms allowed', allowed };
    }
    case 'too_small':
    case 'too_big':
      return { must: size(issue), allowed: [] };
    case 'invalid_format':
    case 'custom':
      return { must: issue.message, allowed: [] };
    case 'not_multiple_of':
      return { must: `must be a multiple of ${issue.divisor}`, allowed: [] };
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
      return { must: 'is not allowed', allowed: [] };
  }
}

function reasonOf(issue: Issue, data: unknown): string {
  const path = steps(issue.path);
  const value = valueAt(data, path);
  const last = path.at(-1);
  const subject = path.length === 0 ? 'The file' : typeof last === 'number' ? 'This entry' : `"${last}"`;
  const { must, allowed } = demand(issue);
  if (value === undefined) return `${subject} is missing here; it ${must}.`;
  const kind = issue.code === 'invalid_type' && typeof value === 'string' ? 'the text ' : '';
  const is = issue.code === 'too_small' || issue.code === 'too_big' ? '' : `, but is ${kind}${show(value)}`;
  return `${subject} ${must}${is}.${meant(value, allowed)}`;
}

function unknownKeys(
  path: Path,
  keys: readonly string[],
  allowed: readonly string[],
  file: string,
  source: Source,
): Fault[] {
  return keys.map((key) => {
    const near = nearest(key, allowed);
    const next = near === null ? `Allowed here: ${allowed.join(', ')}.` : `Did you mean "${near}"?`;
    const place = source.placeOf(path, key);
    return { file, ...place, path: writePath([...path, key]), reason: `The name "${key}" is not known here. ${next}` };
  });
}

/** Checks plain data against a schema: its output, or all faults with their places. */
export function checkShape<S extends z.ZodType>(
  schema: S,
  source: Source,
  file: string,
): { ok: true; value: z.output<S> } | { ok: false; faults: Fault[] } {
  const allowedAt = new Map<string, readonly string[]>();
  const parsed = schema.safeParse(source.data, {
    reportInput: false,
    error: (issue) => {
      if (issue.code === 'unrecognized_keys' && issue.inst instanceof z.ZodObject) {
        allowedAt.set(writePath(steps(issue.path ?? [])), Object.keys(issue.inst.shape));
      }
      return undefined;
    },
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = parsed.error.issues.flatMap((issue): Fault[] => {
    const path = steps(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return unknownKeys(path, issue.keys, allowedAt.get(writePath(path)) ?? [], file, source);
    }
    return [{ file, ...source.placeOf(path), path: writePath(path), reason: reasonOf(issue, source.data) }];
  });
  return { ok: false, faults };
}
