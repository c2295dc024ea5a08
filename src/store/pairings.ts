import { Not } from 'typeorm';
import type { Pairing } from '../mentoring';
import type { Tx } from './store';
import { PairingTable } from './tables';

export const insertPairing = async (tx: Tx, pairing: Pairing): Promise<void> => {
  await tx.manager.insert(PairingTable, { organizationId: tx.organizationId, ...pairing });
};

/** The pairing by its id. */
export async function pairingById(tx: Tx, pairingId: string): Promise<Pairing | undefined> {
  return (await tx.manager.findOneBy(PairingTable, { organizationId: tx.organizationId, pairingId })) ?? undefined;
}

/** The pairing that came of this request. */
export async function pairingOfRequest(tx: Tx, requestId: string): Promise<Pairing | undefined> {
  return (await tx.manager.findOneBy(PairingTable, { organizationId: tx.organizationId, requestId })) ?? undefined;
}

/** The pairing, its row locked until the transaction ends: whatever happens between its two people comes one after the other. */
export async function lockPairing(tx: Tx, pairingId: string): Promise<Pairing | undefined> {
  const where = { organizationId: tx.organizationId, pairingId };
  return (await tx.manager.findOne(PairingTable, { where, lock: { mode: 'pessimistic_write' } })) ?? undefined;
}

/** Writes the next state, on the version that was read; false where somebody was faster. */
export async function savePairing(tx: Tx, before: Pairing, after: Pairing): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update pairing set state = $4, version = $5, mentee_goes_on = $6, mentor_goes_on = $7, ended_at = $8, ended_by = $9, end_kind = $10
     where organization_id = $1 and pairing_id = $2 and version = $3`,
    [
      tx.organizationId,
      before.pairingId,
      before.version,
      after.state,
      after.version,
      after.menteeGoesOn,
      after.mentorGoesOn,
      after.endedAt?.toJSDate() ?? null,
      after.endedBy,
      after.endKind,
    ],
  );
  return count === 1;
}

/** Pairings that have not ended in which this person is mentor or mentee, the oldest first. */
export async function pairingsOf(tx: Tx, personId: string): Promise<readonly Pairing[]> {
  const own = { organizationId: tx.organizationId, state: Not<'ended'>('ended') };
  return tx.manager.find(PairingTable, {
    where: [
      { ...own, mentorId: personId },
      { ...own, menteeId: personId },
    ],
    order: { startedAt: 'ASC', pairingId: 'ASC' },
  });
}
