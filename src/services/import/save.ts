import type { Address, Identity } from '../../chat';
import {
  type HeldRole,
  leavingDays,
  linkAccounts,
  type MentorPlaces,
  type OwnedAccount,
  organizationOfTx,
  recordEvent,
  saveMentors,
  savePeople,
  setAccounts,
  setRoles,
  settleImported,
  type Tx,
  unitsByPath,
} from '../../store';
import { leavingKind, startOfDay } from '../leave';
import { hasLeft, type PlannedRow } from './plan';

/** Where an account can be written to before it ever wrote to us, as its channel knows. */
export type AddressOf = (identity: Identity) => Address | undefined;

export type SaveParts = {
  readonly addressOf: AddressOf;
  /** Places of a mentor of whom none are told. */
  readonly usualCapacity: number;
  /** ISO day, where the organization is. */
  readonly today: string;
};

type Own = { readonly personId: string; readonly row: PlannedRow };

const accountsOf = ({ personId, row: { line } }: Own, addressOf: AddressOf): OwnedAccount[] =>
  [['slack', line.slack] as const, ['teams', line.teams] as const].flatMap(([channel, account]) => {
    if (account === null) return [];
    const address = addressOf({ channel, ...account })?.ref ?? null;
    return [{ personId, channel, ...account, address }];
  });

const rolesOf = ({ personId, row }: Own): HeldRole[] => row.line.roles.map((role) => ({ personId, ...role }));

const placesOf = ({ personId, row: { line, topics } }: Own): MentorPlaces[] =>
  topics.length > 0 || line.capacity !== null ? [{ personId, capacity: line.capacity, topics }] : [];

async function writePeople(tx: Tx, rows: readonly PlannedRow[]): Promise<readonly Own[]> {
  const units = await unitsByPath(tx, new Set(rows.flatMap(({ line }) => line.unit ?? [])));
  const { wrappedKey } = await organizationOfTx(tx);
  const people = rows.map(({ line, known }) => {
    const personId = known?.personId ?? tx.newId();
    return {
      ...line,
      personId,
      unitId: line.unit === null ? null : (units.get(line.unit) ?? null),
      wrappedKey: tx.vault.newPersonKey(tx.organizationId, wrappedKey, personId),
    };
  });
  const saved = await savePeople(tx, people);
  return rows.flatMap((row) => {
    const personId = saved.get(row.line.email)?.personId;
    return personId === undefined ? [] : [{ personId, row }];
  });
}

/** Writes rows of a plan in as many statements as one row needs: people, units, accounts, roles, offers, days of leaving. */
export async function saveRows(tx: Tx, rows: readonly PlannedRow[], parts: SaveParts): Promise<void> {
  const all = await writePeople(tx, rows);
  const working = all.filter(({ row }) => !hasLeft(row.line.leftOn, parts.today));
  for (const { personId, row } of working) {
    if (!row.returns) continue;
    await setAccounts(tx, personId, true);
    await recordEvent(tx, { kind: 'person.returned', personId });
  }
  await linkAccounts(
    tx,
    working.flatMap((own) => accountsOf(own, parts.addressOf)),
    parts.today,
  );
  await setRoles(tx, all.flatMap(rolesOf));
  await saveMentors(tx, working.flatMap(placesOf), parts.usualCapacity);
  const { zone } = await organizationOfTx(tx);
  await leavingDays(
    tx,
    leavingKind,
    working.map(({ personId, row: { line } }) => ({
      personId,
      at: line.leftOn === null ? null : startOfDay(line.leftOn, zone),
    })),
  );
  await settleImported(tx);
  const count = (outcome: PlannedRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  await recordEvent(tx, { kind: 'people.imported', facts: { added: count('added'), changed: count('changed') } });
}
