import type { Address, Identity } from '../../chat';
import {
  linkAccount,
  offerTopics,
  organizationOfTx,
  type PersonInput,
  recordEvent,
  saveMentor,
  savePeople,
  setRoles,
  settleImported,
  type Tx,
  unitByPath,
} from '../../store';
import type { PersonLine } from './row';

export type Saved = { readonly added: number; readonly changed: number };

/** Where an account can be written to before it ever wrote to us, as its channel knows. */
export type AddressOf = (identity: Identity) => Address | undefined;

/** Writes checked people: units made as needed, accounts linked, offers of the contact sheet opened. One transaction. */
export async function saveLines(
  tx: Tx,
  lines: readonly PersonLine[],
  defaultCapacity: number,
  addressOf: AddressOf,
): Promise<Saved> {
  const unitIds = new Map<string, string>();
  for (const { unit } of lines) if (unit !== null && !unitIds.has(unit)) unitIds.set(unit, await unitByPath(tx, unit));
  const { wrappedKey } = await organizationOfTx(tx);
  const rows = lines.map((line): PersonInput => {
    const personId = tx.newId();
    return {
      ...line,
      personId,
      unitId: line.unit === null ? null : (unitIds.get(line.unit) ?? null),
      wrappedKey: tx.vault.newPersonKey(tx.organizationId, wrappedKey, personId),
    };
  });
  const saved = await savePeople(tx, rows);
  let added = 0;
  let changed = 0;
  for (const line of lines) {
    const own = saved.get(line.email);
    if (!own) continue;
    if (own.outcome === 'added') added += 1;
    if (own.outcome === 'changed') changed += 1;
    await attach(tx, own.personId, line, defaultCapacity, addressOf);
  }
  await settleImported(tx);
  await recordEvent(tx, { kind: 'people.imported', facts: { added, changed } });
  return { added, changed };
}

async function attach(
  tx: Tx,
  personId: string,
  line: PersonLine,
  defaultCapacity: number,
  addressOf: AddressOf,
): Promise<void> {
  for (const [channel, account] of [
    ['slack', line.slack],
    ['teams', line.teams],
  ] as const) {
    if (account === null) continue;
    const identity = { channel, ...account };
    await linkAccount(tx, personId, identity, addressOf(identity));
  }
  if (line.roles.length > 0) await setRoles(tx, personId, line.roles);
  if (line.topics.length > 0 || line.capacity !== null) {
    await saveMentor(tx, personId, line.capacity, defaultCapacity, line.topics.length > 0);
    await offerTopics(tx, personId, line.topics);
  }
}
