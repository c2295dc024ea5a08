import type { z } from 'zod';
import type { Fault } from './fault';
import { type Frozen, frozen } from './frozen';
import { each, faultsOf, type Named, repeats, textsAt } from './references';
import { catalogSchema } from './schema';
import { checkShape } from './shape';
import { readYaml } from './yaml';

export type CatalogTopic = {
  readonly id: string;
  /** The short title people read. */
  readonly label: string;
  /** What people say when they mean it. */
  readonly words: readonly string[];
  /** Id of its group. */
  readonly group: string;
};

/** All topics there are, in their groups and in one row. */
export type Catalog = {
  readonly groups: readonly { readonly id: string; readonly label: string; readonly topics: readonly string[] }[];
  readonly topics: readonly CatalogTopic[];
};

export type CheckedCatalog =
  | { readonly ok: true; readonly catalog: Catalog }
  | { readonly ok: false; readonly faults: readonly Fault[] };

function toCatalog({ groups }: z.output<typeof catalogSchema>): Frozen<Catalog> {
  return frozen({
    groups: groups.map(({ id, label, topics }) => ({ id, label, topics: topics.map((topic) => topic.id) })),
    topics: groups.flatMap((group) => group.topics.map((topic) => ({ ...topic, group: group.id }))),
  });
}

/** The words of each topic by itself: what repeats within one topic is a fault, across topics it is not. */
function wordsOfTopics(data: unknown): Named[][] {
  const ofTopic = new Map<string, Named[]>();
  for (const word of textsAt(data, ['groups', each, 'topics', each, 'words', each])) {
    const topic = word.path.slice(0, -1).join('/');
    ofTopic.set(topic, [...(ofTopic.get(topic) ?? []), word]);
  }
  return [...ofTopic.values()];
}

/** Checks the text of a topic catalog; all faults at once. */
export function checkCatalog(text: string, file: string): CheckedCatalog {
  const read = readYaml(text, file);
  if (!read.ok) return read;
  const { source } = read;
  const at = faultsOf(source, file);
  const faults = [
    ...repeats(textsAt(source.data, ['groups', each, 'id']), 'group', at),
    ...repeats(textsAt(source.data, ['groups', each, 'topics', each, 'id']), 'topic', at),
    ...repeats(textsAt(source.data, ['groups', each, 'topics', each, 'label']), 'title', at),
    ...wordsOfTopics(source.data).flatMap((own) => repeats(own, 'word', at)),
  ];
  const shape = checkShape(catalogSchema, source, file);
  if (!shape.ok) return { ok: false, faults: [...shape.faults, ...faults] };
  return faults.length > 0 ? { ok: false, faults } : { ok: true, catalog: toCatalog(shape.value) };
}
