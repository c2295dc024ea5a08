import {
  analyzeDirectory,
  createOrganization,
  joinInstallation,
  organizationIds,
  roster,
  type Store,
  switchOnProgram,
  tenantsElsewhere,
} from '../../store';
import { rehomeConcerns } from '../hand-on';
import type { House, ProgramPolicy } from '../house';
import { leave } from '../leave';
import { type Plan, type PlannedRow, type PlanOptions, planImport } from './plan';
import { type ReadList, readPeople, type UnknownColumn } from './read';
import type { PersonLine, RowFault } from './row';
import { type AddressOf, saveRows } from './save';

export type { UnknownColumn } from './read';
export type { RowFault } from './row';
export type { AddressOf } from './save';

export type ImportResult = {
  readonly added: number;
  readonly changed: number;
  readonly left: number;
  /** Among the changed: people who had left and are listed again. */
  readonly returned: number;
  /** Rows that did not go in, and what stopped `full`. */
  readonly faults: readonly RowFault[];
  /** Rows that went in, with something about them to look at. */
  readonly warnings: readonly RowFault[];
  readonly unknownColumns: readonly UnknownColumn[];
  /** The organization was made by this import. */
  readonly founded: boolean;
};

export type ImportParts = {
  readonly store: Store;
  readonly newId: () => string;
  readonly house: House;
  /** The program that a first import switches on. */
  readonly firstProgram: ProgramPolicy;
  readonly addressOf: AddressOf;
};

export type ImportOptions = Pick<PlanOptions, 'full' | 'today'> & {
  readonly manyLeft?: boolean;
  /** Says what would happen, and changes nothing. */
  readonly dryRun?: boolean;
  /** Hears how many of all steps are done. */
  readonly onProgress?: (done: number, of: number) => void;
  /** The organization, where there are several. */
  readonly organizationId?: string | undefined;
};

const batch = 2000;
/** After so many rows the database's statistics are old. */
const many = 1000;

const commonest = (values: readonly (string | null)[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
};

/** Makes the organization from the list: the top of its units, its commonest zone, and the first program. */
async function found({ store, newId, firstProgram }: ImportParts, people: readonly PersonLine[]): Promise<string> {
  const name = commonest(people.map((person) => person.unit?.split(' > ')[0] ?? null)) ?? 'My organization';
  const zone = commonest(people.map((person) => person.zone)) ?? 'UTC';
  const organizationId = await createOrganization(store, newId(), name, zone);
  await store.inOrganization(organizationId, undefined, (tx) =>
    switchOnProgram(tx, firstProgram.id, firstProgram.opens),
  );
  return organizationId;
}

const tenantOf = (person: PersonLine) =>
  [['slack', person.slack, 'slack_team'] as const, ['teams', person.teams, 'teams_tenant'] as const].flatMap(
    ([channel, account, column]) => (account === null ? [] : [{ channel, tenant: account.tenant, column }]),
  );

/** Every workspace and tenant of the list once. */
const tenantsOf = (people: readonly PersonLine[]) => [
  ...new Map(people.flatMap(tenantOf).map((each) => [`${each.channel}|${each.tenant}`, each])).values(),
];

/** The list without the rows whose workspace or tenant belongs to another organization; those rows as faults. */
async function withoutForeign(store: Store, list: ReadList, organizationId: string | undefined): Promise<ReadList> {
  const elsewhere = await tenantsElsewhere(store, tenantsOf(list.people), organizationId);
  if (elsewhere.size === 0) return list;
  const faults = list.people.flatMap((person): RowFault[] =>
    tenantOf(person)
      .filter(({ channel, tenant }) => elsewhere.has(`${channel}|${tenant}`))
      .map(({ column }) => ({
        line: person.line,
        column,
        reason:
          'This workspace or tenant belongs to another organization here. Correct the id, or import the row into that organization.',
      })),
  );
  const refused = new Set(faults.map(({ line }) => line));
  return {
    ...list,
    people: list.people.filter(({ line }) => !refused.has(line)),
    faults: [...list.faults, ...faults],
  };
}

/** Carries a plan out: who leaves first, each in a transaction of her own, then the rows, some thousands in each. */
async function carryOut(
  parts: ImportParts,
  organizationId: string,
  { rows, leavers }: Plan,
  { today, onProgress }: ImportOptions,
): Promise<void> {
  const { store, house, firstProgram, addressOf } = parts;
  const toWrite = rows.filter(({ outcome }) => outcome !== 'same');
  const of = toWrite.length + leavers.length;
  let done = 0;
  const step = (steps: number): void => {
    done += steps;
    onProgress?.(done, of);
  };
  for (const { personId, day } of leavers) {
    await store.inOrganization(organizationId, undefined, (tx) => leave(tx, house, personId, day));
    step(1);
  }
  const save = { addressOf, usualCapacity: firstProgram.defaultCapacity, today };
  for (let at = 0; at < toWrite.length; at += batch) {
    const some = toWrite.slice(at, at + batch);
    await store.inOrganization(organizationId, undefined, (tx) => saveRows(tx, some, save));
    step(some.length);
  }
  if (toWrite.length >= many) await analyzeDirectory(store);
  // Roles may have changed hands: who reads a concern must hold one.
  if (toWrite.length > 0)
    await store.inOrganization(organizationId, undefined, (tx) => rehomeConcerns(tx, house, () => true));
}

const countOf = (rows: readonly PlannedRow[], outcome: PlannedRow['outcome']): number =>
  rows.filter((row) => row.outcome === outcome).length;

const byLine = (a: RowFault, b: RowFault): number => a.line - b.line;

/**
 * Imports a CSV of people: good rows go in, bad ones are named. Into an empty database it founds the organization. Whoever
 * has left by `today` (an ISO day where the organization is), or with `full` is not listed, takes her leave: what she has
 * open ends, and her partners are told. Can be run again freely.
 */
export async function importPeople(parts: ImportParts, text: string, options: ImportOptions): Promise<ImportResult> {
  const { store, house } = parts;
  const known = options.organizationId ?? (await organizationIds(store))[0];
  const list = await withoutForeign(store, readPeople(text, new Set(house.topics.keys())), known);
  const people = known === undefined ? [] : await store.inOrganization(known, undefined, roster);
  const plan = planImport(list, people, { manyLeft: false, ...options });
  const isEmpty = list.people.length === 0;
  const result: ImportResult = {
    added: countOf(plan.rows, 'added'),
    changed: countOf(plan.rows, 'changed'),
    left: isEmpty ? 0 : plan.leavers.length,
    returned: plan.rows.filter((row) => row.returns).length,
    faults: [...list.faults, ...plan.faults].toSorted(byLine),
    warnings: plan.warnings,
    unknownColumns: list.unknownColumns,
    founded: known === undefined && !isEmpty,
  };
  if (options.dryRun || isEmpty) return result;
  const organizationId = known ?? (await found(parts, list.people));
  for (const { channel, tenant } of tenantsOf(list.people))
    await joinInstallation(store, channel, tenant, organizationId);
  await carryOut(parts, organizationId, plan, options);
  return result;
}
