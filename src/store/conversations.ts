import { ownerKeys } from './people';
import { SealError } from './seal';
import type { Tx } from './store';

const place = (personId: string): string => `conversation|${personId}|words`;

/** Keeps what is open between the bot and this person until that moment, sealed; it takes the place of what was before. */
export async function keepConversation(tx: Tx, personId: string, words: string, until: Date): Promise<void> {
  const sealed = tx.vault.sealFor(await ownerKeys(tx, personId), place(personId), words);
  await tx.manager.query(
    `insert into conversation (organization_id, person_id, words, until) values ($1, $2, $3, $4)
     on conflict (organization_id, person_id) do update set words = excluded.words, until = excluded.until`,
    [tx.organizationId, personId, sealed, until],
  );
}

/** What is open with this person now; undefined where nothing is, or it cannot be opened any more. */
export async function conversationOf(tx: Tx, personId: string): Promise<string | undefined> {
  const rows: { words: string }[] = await tx.manager.query(
    'select words from conversation where organization_id = $1 and person_id = $2 and until > $3',
    [tx.organizationId, personId, tx.at.toJSDate()],
  );
  const [row] = rows;
  if (!row) return undefined;
  try {
    return tx.vault.openFor(await ownerKeys(tx, personId), place(personId), row.words);
  } catch (fault) {
    if (fault instanceof SealError) return undefined;
    throw fault;
  }
}

/** Nothing is open with this person any more. */
export async function endConversation(tx: Tx, personId: string): Promise<void> {
  await tx.manager.query('delete from conversation where organization_id = $1 and person_id = $2', [
    tx.organizationId,
    personId,
  ]);
}

/**
 * Names that this person can mean: her partners, those whose request is open with her either way, and mentors who offer
 * something, at most so many of all.
 */
export async function namesAround(tx: Tx, personId: string, most: number): Promise<readonly string[]> {
  const rows: { name: string }[] = await tx.manager.query(
    `with near as (
       select case when mentee_id = $2 then mentor_id else mentee_id end as id from pairing
         where organization_id = $1 and $2 in (mentee_id, mentor_id) and state <> 'ended'
       union
       select case when mentee_id = $2 then mentor_id else mentee_id end from request
         where organization_id = $1 and $2 in (mentee_id, mentor_id) and state = 'waiting'),
     mentors as (select person_id as id from mentor_profile where organization_id = $1 limit $3)
     select distinct p.name from (select id from near union select id from mentors) who
     join person p on p.organization_id = $1 and p.person_id = who.id
     where p.person_id <> $2 and (p.left_on is null or p.left_on > $4::date) order by p.name limit $3`,
    [tx.organizationId, personId, most, tx.at.toISODate()],
  );
  return rows.map(({ name }) => name);
}
