import {
  createOrganization,
  joinInstallation,
  keepsCoordinator,
  markLeft,
  organizationIds,
  type Store,
  switchOnProgram,
} from '../../store';
import type { ProgramPolicy } from '../house';
import { readPeople } from './read';
import type { PersonLine, RowFault } from './row';
import { type AddressOf, saveLines } from './save';

export type { RowFault } from './row';
export type { AddressOf } from './save';

export type ImportResult = {
  readonly added: number;
  readonly changed: number;
  readonly left: number;
  readonly faults: readonly RowFault[];
  readonly unknownColumns: readonly string[];
  /** The organization was made by this import. */
  readonly founded: boolean;
};

export type ImportParts = {
  readonly store: Store;
  readonly newId: () => string;
  readonly topicIds: ReadonlySet<string>;
  /** The program that a first import switches on. */
  readonly firstProgram: ProgramPolicy;
  readonly addressOf: AddressOf;
};

const batch = 500;

const commonest = (values: readonly (string | null)[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
};

/** The one organization there is; made from the list where there is none yet. */
async function homeOf(
  parts: ImportParts,
  people: readonly PersonLine[],
): Promise<{ organizationId: string; founded: boolean }> {
  const known = await organizationIds(parts.store);
  const [only] = known;
  if (known.length > 1) throw new Error('There are several organizations; an import needs to be told which one.');
  if (only !== undefined) return { organizationId: only, founded: false };
  const name = commonest(people.map((person) => person.unit?.split(' > ')[0] ?? null)) ?? 'My organization';
  const organizationId = await createOrganization(
    parts.store,
    parts.newId(),
    name,
    commonest(people.map((person) => person.zone)) ?? 'UTC',
  );
  await parts.store.inOrganization(organizationId, undefined, (tx) =>
    switchOnProgram(tx, parts.firstProgram.id, parts.firstProgram.opens),
  );
  return { organizationId, founded: true };
}

/**
 * Imports a CSV of people: good rows go in, bad ones are named. Into an empty database it founds the organization. With
 * `full`, people who are not on the list count as left on `today` (an ISO day). Can be run again freely.
 */
export async function importPeople(
  parts: ImportParts,
  text: string,
  options: { full: boolean; today: string },
): Promise<ImportResult> {
  const { people, faults, unknownColumns } = readPeople(text, parts.topicIds);
  if (people.length === 0) return { added: 0, changed: 0, left: 0, faults, unknownColumns, founded: false };
  const { organizationId, founded } = await homeOf(parts, people);
  const accepted: PersonLine[] = [];
  const refused: RowFault[] = [...faults];
  for (const person of people) {
    const taken = await firstTaken(parts.store, organizationId, person);
    if (taken)
      refused.push({
        line: person.line,
        column: taken,
        reason: 'This workspace or tenant belongs to another organization here.',
      });
    else accepted.push(person);
  }
  let added = 0;
  let changed = 0;
  for (let at = 0; at < accepted.length; at += batch) {
    const saved = await parts.store.inOrganization(organizationId, undefined, (tx) =>
      saveLines(tx, accepted.slice(at, at + batch), parts.firstProgram.defaultCapacity, parts.addressOf),
    );
    added += saved.added;
    changed += saved.changed;
  }
  const present = people.map((person) => person.email);
  const left = options.full ? await takeLeave(parts.store, organizationId, present, options.today) : 0;
  if (left === undefined) refused.push({ line: 1, column: 'roles', reason: nobodyCoordinates });
  return { added, changed, left: left ?? 0, faults: refused, unknownColumns, founded };
}

const nobodyCoordinates =
  'With --full, everybody who is not listed counts as left, and then nobody would be coordinator. So nobody was taken as left: list a coordinator, and run it again.';

/** Takes who is not on the list as left; undefined where that would leave the organization without a coordinator. */
const takeLeave = (
  store: Store,
  organizationId: string,
  present: readonly string[],
  today: string,
): Promise<number | undefined> =>
  store.inOrganization(organizationId, undefined, async (tx) =>
    (await keepsCoordinator(tx, present)) ? markLeft(tx, present, today) : undefined,
  );

const joined = new WeakMap<Store, Map<string, boolean>>();

/** Joins the row's workspace and tenant to the organization; the column of one that belongs to another organization. */
async function firstTaken(
  store: Store,
  organizationId: string,
  person: PersonLine,
): Promise<'slack_team' | 'teams_tenant' | undefined> {
  const known = joined.get(store) ?? new Map<string, boolean>();
  joined.set(store, known);
  for (const [channel, account, column] of [
    ['slack', person.slack, 'slack_team'],
    ['teams', person.teams, 'teams_tenant'],
  ] as const) {
    if (account === null) continue;
    const key = `${channel}|${account.tenant}`;
    const free = known.get(key) ?? (await joinInstallation(store, channel, account.tenant, organizationId));
    known.set(key, free);
    if (!free) return column;
  }
  return undefined;
}
