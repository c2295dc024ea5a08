import { In } from 'typeorm';
import type { ResourceAsk } from '../mentoring';
import { ownerKeys } from './people';
import type { Tx } from './store';
import { ResourcePersonTable } from './tables';

const place = ({ pairingId, personId }: Pick<ResourceAsk, 'pairingId' | 'personId'>): string =>
  `resource_person|${pairingId}.${personId}|words`;

/**
 * Stores that somebody is asked, what the mentee adds sealed with her key. False where that person was asked for this
 * exchange before, or another one is asked or has agreed.
 */
export async function insertResourceAsk(
  tx: Tx,
  ask: ResourceAsk,
  { menteeId, words }: { readonly menteeId: string; readonly words: string | null },
): Promise<boolean> {
  const sealed = words === null ? null : tx.vault.sealFor(await ownerKeys(tx, menteeId), place(ask), words);
  const rows: unknown[] = await tx.manager.query(
    `insert into resource_person (organization_id, pairing_id, person_id, state, version, words, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning person_id`,
    [tx.organizationId, ask.pairingId, ask.personId, ask.state, ask.version, sealed, ask.askedAt.toJSDate()],
  );
  return rows.length > 0;
}

/** What the mentee added to it, for the one who is asked. */
export async function wordsOfResourceAsk(tx: Tx, ask: ResourceAsk, menteeId: string): Promise<string | null> {
  const { organizationId } = tx;
  const { pairingId, personId } = ask;
  const { words } = await tx.manager.findOneByOrFail(ResourcePersonTable, { organizationId, pairingId, personId });
  return words === null ? null : tx.vault.openFor(await ownerKeys(tx, menteeId), place(ask), words);
}

/** Who was asked for this exchange, the first one first. */
export async function resourceAsksOf(tx: Tx, pairingId: string): Promise<readonly ResourceAsk[]> {
  const where = { organizationId: tx.organizationId, pairingId };
  return tx.manager.find(ResourcePersonTable, { where, order: { askedAt: 'ASC', personId: 'ASC' } });
}

/** What is asked of this person and not over, and what she has agreed to. */
export async function openResourceAsksOf(tx: Tx, personId: string): Promise<readonly ResourceAsk[]> {
  return tx.manager.findBy(ResourcePersonTable, {
    organizationId: tx.organizationId,
    personId,
    state: In(['asked', 'yes']),
  });
}

/** What this person was asked, its row locked until the transaction ends. */
export async function lockResourceAsk(tx: Tx, pairingId: string, personId: string): Promise<ResourceAsk | undefined> {
  const where = { organizationId: tx.organizationId, pairingId, personId };
  return (await tx.manager.findOne(ResourcePersonTable, { where, lock: { mode: 'pessimistic_write' } })) ?? undefined;
}

/** Writes the next state, on the version that was read; false where somebody was faster. */
export async function saveResourceAsk(tx: Tx, before: ResourceAsk, after: ResourceAsk): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update resource_person set state = $5, version = $6, answered_at = $7
     where organization_id = $1 and pairing_id = $2 and person_id = $3 and version = $4`,
    [
      tx.organizationId,
      before.pairingId,
      before.personId,
      before.version,
      after.state,
      after.version,
      after.answeredAt?.toJSDate() ?? null,
    ],
  );
  return count === 1;
}
