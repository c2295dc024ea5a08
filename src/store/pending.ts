import type { Token } from '../chat';
import type { Tx } from './store';

/** What a follow-up of this person would mean ("next"): the last offer stands, an earlier one is forgotten. */
export async function notePending(tx: Tx, personId: string, { intent, args }: Token): Promise<void> {
  await tx.manager.query(
    `insert into pending (organization_id, person_id, intent, args, since) values ($1, $2, $3, $4, $5)
     on conflict (organization_id, person_id) do update set intent = $3, args = $4, since = $5`,
    [tx.organizationId, personId, intent, JSON.stringify(args), tx.at.toJSDate()],
  );
}

/** Nothing is pending with this person any more. */
export async function clearPending(tx: Tx, personId: string): Promise<void> {
  await tx.manager.query('delete from pending where organization_id = $1 and person_id = $2', [
    tx.organizationId,
    personId,
  ]);
}

/** What was offered to this person since that moment and can be followed up. */
export async function pendingSince(tx: Tx, personId: string, since: Date): Promise<Token | undefined> {
  const rows: Token[] = await tx.manager.query(
    'select intent, args from pending where organization_id = $1 and person_id = $2 and since >= $3',
    [tx.organizationId, personId, since],
  );
  return rows[0];
}
