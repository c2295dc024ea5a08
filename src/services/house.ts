import type { Duration } from 'luxon';
import type { Beginning, MentorTerms } from '../cards';
import type { Ledger } from '../delivery';
import type { NudgeCadence, Rule } from '../mentoring';
import type { Catalog, Program } from '../programs';
import { createRotation, type Rotation } from './rotation';

/** A program as the services read it, from its definition. */
export type ProgramPolicy = {
  readonly id: string;
  readonly name: string;
  readonly shape: 'exchange' | 'pair' | 'cohort';
  readonly topicIds: readonly string[];
  readonly opens: readonly string[];
  readonly eligibility: readonly Rule[];
  readonly grades: readonly string[];
  readonly remindAfter: Duration;
  readonly expireAfter: Duration;
  /** When a pair needs its coordinator, and when the two hear of it. */
  readonly cadence: NudgeCadence;
  /** For so long a mentor says that she stays; undefined where the program asks for no time. */
  readonly commitment: Duration | undefined;
  readonly defaultCapacity: number;
  /** Both partners evaluate each exchange. */
  readonly evaluates: boolean;
  /** What it says to those who would mentor. */
  readonly terms: MentorTerms;
  /** What it says to those who take part for the first time. */
  readonly beginning: Beginning;
};

export type TopicEntry = { readonly id: string; readonly label: string; readonly group: string };

/** What every service needs of the house: the programs that exist, the words of topics, and the ledger of notices. */
export type House = {
  readonly programs: ReadonlyMap<string, ProgramPolicy>;
  readonly topics: ReadonlyMap<string, TopicEntry>;
  readonly ledger: Ledger;
  readonly rotation: Rotation;
  /** Where browsers reach this server, for links to files; undefined where there are none. */
  readonly publicUrl: string | undefined;
};

export const labelOf = (house: House, topicId: string): string => house.topics.get(topicId)?.label ?? topicId;

export const topicView = (house: House, topicId: string): { id: string; label: string } => ({
  id: topicId,
  label: labelOf(house, topicId),
});

const policyOf = (program: Program): ProgramPolicy => ({
  id: program.id,
  name: program.name,
  shape: program.shape,
  topicIds: program.topics.flatMap((group) => group.topics),
  opens: program.opens,
  eligibility: program.eligibility,
  grades: program.grades,
  remindAfter: program.request.remindAfter,
  expireAfter: program.request.expireAfter,
  cadence: program.cadence,
  commitment: program.commitment.mentor,
  defaultCapacity: program.capacity,
  evaluates: program.evaluation.afterEachExchange,
  terms: {
    program: program.name,
    source: `${program.source.title}, ${program.source.organization}`,
    orientation: program.orientation,
    expectations: program.expectations.mentor,
    plainly: program.inPlainWords,
  },
  beginning: {
    program: program.name,
    source: `${program.source.title}, ${program.source.organization}`,
    orientation: program.orientation,
    expectations: program.expectations,
    plainly: program.firstTime,
    tellsSupervisor: program.tellSupervisor,
    hasResourcePerson: program.resourcePerson,
  },
});

/** The house as these definitions make it. */
export function houseOf(programs: readonly Program[], catalog: Catalog, ledger: Ledger, publicUrl?: string): House {
  const groupLabels = new Map(catalog.groups.map((group) => [group.id, group.label]));
  return {
    programs: new Map(programs.map((program) => [program.id, policyOf(program)])),
    topics: new Map(
      catalog.topics.map(({ id, label, group }) => [id, { id, label, group: groupLabels.get(group) ?? group }]),
    ),
    ledger,
    rotation: createRotation(),
    publicUrl,
  };
}
