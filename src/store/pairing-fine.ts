import type { Tx } from './store';

/** Until then the pair is fine as it is: its coordinators hear nothing of it. A later word takes the place of the one before. */
export async function markFine(tx: Tx, pairingId: string, until: Date): Promise<void> {
  await tx.manager.query(
    `insert into pairing_fine (organization_id, pairing_id, until) values ($1, $2, $3)
     on conflict (organization_id, pairing_id) do update set until = excluded.until`,
    [tx.organizationId, pairingId, until],
  );
}

/** Its coordinators hear of the pair again. */
export async function unmarkFine(tx: Tx, pairingId: string): Promise<void> {
  await tx.manager.query('delete from pairing_fine where organization_id = $1 and pairing_id = $2', [
    tx.organizationId,
    pairingId,
  ]);
}
