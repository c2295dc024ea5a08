import type { Token } from '../chat';
import type { Tx } from './store';

/**
 * What a follow-up of this person would mean ("next"): the last offer stands, an earlier one is forgotten. A list of mentors
 * is `shown` by their ids: it is what "the second one" means from then on, so what was open in words is over. Like "next"
 * itself it stands unsealed: it holds ids, and no word that anybody wrote.
 */
export async function notePending(
  tx: Tx,
  personId: string,
  { intent, args }: Token,
  shown: readonly string[] | undefined,
): Promise<void> {
  await tx.manager.query(
    `with over as (
       delete from conversation where organization_id = $1 and person_id = $2 and $6::uuid[] is not null)
     insert into pending (organization_id, person_id, intent, args, since, shown) values ($1, $2, $3, $4, $5, $6)
     on conflict (organization_id, person_id) do update set intent = $3, args = $4, since = $5, shown = $6`,
    [tx.organizationId, personId, intent, JSON.stringify(args), tx.at.toJSDate(), shown ?? null],
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
