import type { Catalog } from './catalog';
import type { Fault } from './fault';
import { type Frozen, frozen } from './frozen';
import { type At, each, faultsOf, type Named, repeats, strangers, textsAt } from './references';
import { type ProgramData, programSchema } from './schema';
import { checkShape } from './shape';
import { durationSchema } from './values';
import { readYaml } from './yaml';

/** A program definition, checked and frozen. */
export type Program = Frozen<ProgramData>;

export type CheckedProgram =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const textsOf = (named: readonly Named[]): string[] => named.map(({ text }) => text);

function topicFaults(data: unknown, catalog: Catalog | null, at: At): Fault[] {
  const topics = textsAt(data, ['topics', each, 'topics', each]);
  const opens = textsAt(data, ['opens', each]);
  const known = catalog?.topics.map((topic) => topic.id) ?? textsOf(topics);
  return [
    ...strangers(topics, known, 'topic', 'topics.yaml', at),
    ...strangers(opens, textsOf(topics), 'topic', 'the topics of this file', at),
    ...repeats(topics, 'topic', at),
    ...repeats(opens, 'topic', at),
    ...repeats(textsAt(data, ['topics', each, 'label']), 'heading', at),
  ];
}

function gradeFaults(data: unknown, at: At): Fault[] {
  const grades = textsAt(data, ['grades', each]);
  const named = (['from', 'to', 'whenMentee'] as const).flatMap((key) => textsAt(data, ['eligibility', each, key]));
  const rules = textsAt(data, ['eligibility', each, 'rule']).filter(({ text }) => text.startsWith('grade'));
  const faults = [
    ...repeats(grades, 'grade', at),
    ...strangers(named, textsOf(grades), 'grade', 'the grades of this file', at),
  ];
  for (const { path, text } of rules) {
    const rule = path.slice(0, -1);
    const inRule = (key: string): string | undefined =>
      named.find((other) => other.path.join('/') === [...rule, key].join('/'))?.text;
    const [from, to] = [inRule('from'), inRule('to')];
    if (grades.length === 0) {
      faults.push(at(path, `The rule "${text}" needs the list "grades"; write the grades there, lowest first.`));
    }
    if (text === 'grade' && from === undefined && to === undefined) {
      faults.push(at(path, 'The rule "grade" asks nothing; give it "from", "to" or both.'));
    }
    if (from !== undefined && to !== undefined && textsOf(grades).indexOf(from) > textsOf(grades).indexOf(to)) {
      faults.push(at([...rule, 'from'], `The grade "${from}" stands above "${to}", so nobody fits; exchange the two.`));
    }
  }
  return faults;
}

function requestFaults(data: unknown, at: At): Fault[] {
  const [remind] = textsAt(data, ['request', 'remindAfter']);
  const [expire] = textsAt(data, ['request', 'expireAfter']);
  if (remind === undefined || expire === undefined) return [];
  const [reminded, expired] = [remind, expire].map(({ text }) => durationSchema.safeParse(text).data?.toMillis());
  const late = reminded !== undefined && expired !== undefined && reminded >= expired;
  return late
    ? [at(expire.path, `"expireAfter" (${expire.text}) must be longer than "remindAfter" (${remind.text}).`)]
    : [];
}

/**
 * Checks the text of a program definition against the schema and the catalog; all faults at once, in the order of the
 * file. Without a catalog (`null`, because it is faulty itself) nothing is said of unknown topics.
 */
export function checkProgram(text: string, file: string, catalog: Catalog | null): CheckedProgram {
  const read = readYaml(text, file);
  if (!read.ok) return read;
  const { source } = read;
  const at = faultsOf(source, file);
  const shape = checkShape(programSchema, source, file);
  const faults = [
    ...(shape.ok ? [] : shape.faults),
    ...topicFaults(source.data, catalog, at),
    ...gradeFaults(source.data, at),
    ...requestFaults(source.data, at),
  ];
  if (shape.ok && faults.length === 0) return { ok: true, program: frozen(shape.value) };
  return { ok: false, faults: faults.sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0)) };
}
