import { ownerKeys } from './people';
import { SealError } from './seal';
import type { Tx } from './store';

const place = (personId: string): string => `conversation|${personId}|words`;

/** What is open between the bot and one person: her words, as they were kept; or the mentors of a list that she was shown. */
export type OpenTalk =
  | { readonly words: string }
  | { readonly topic: string; readonly mentors: readonly { readonly id: string; readonly name: string }[] };

/** Keeps what is open between the bot and this person until that moment, sealed; it takes the place of what was before. */
export async function keepConversation(tx: Tx, personId: string, words: string, until: Date): Promise<void> {
  const sealed = tx.vault.sealFor(await ownerKeys(tx, personId), place(personId), words);
  await tx.manager.query(
    `with over as (
       update pending set shown = null where organization_id = $1 and person_id = $2 and shown is not null)
     insert into conversation (organization_id, person_id, words, until) values ($1, $2, $3, $4)
     on conflict (organization_id, person_id) do update set words = excluded.words, until = excluded.until`,
    [tx.organizationId, personId, sealed, until],
  );
}

/**
 * What is open with this person now; undefined where nothing is, or it cannot be opened any more. A list counts that was
 * shown after `since`.
 */
export async function conversationOf(tx: Tx, personId: string, since: Date): Promise<OpenTalk | undefined> {
  const rows: { words: string | null; topic: string | null; mentors: { id: string; name: string }[] | null }[] =
    await tx.manager.query(
      `select c.words, l.args ->> 'topic' as topic, l.mentors from (select $1::uuid as organization_id, $2::uuid as person_id) who
       left join conversation c on c.organization_id = who.organization_id and c.person_id = who.person_id and c.until > $3
       left join lateral (
         select n.args, (select json_agg(json_build_object('id', s.id, 'name', coalesce(p.name, '')) order by s.place)
           from unnest(n.shown) with ordinality s (id, place)
           left join person p on p.organization_id = n.organization_id and p.person_id = s.id) as mentors
         from pending n where n.organization_id = who.organization_id and n.person_id = who.person_id
           and n.shown is not null and n.since > $4) l on true`,
      [tx.organizationId, personId, tx.at.toJSDate(), since],
    );
  const [row] = rows;
  if (!row?.words) return row?.topic && row.mentors ? { topic: row.topic, mentors: row.mentors } : undefined;
  try {
    return { words: tx.vault.openFor(await ownerKeys(tx, personId), place(personId), row.words) };
  } catch (fault) {
    if (fault instanceof SealError) return undefined;
    throw fault;
  }
}

/** Nothing is open with this person any more. */
export async function endConversation(tx: Tx, personId: string): Promise<void> {
  await tx.manager.query(
    `with over as (
       update pending set shown = null where organization_id = $1 and person_id = $2 and shown is not null)
     delete from conversation where organization_id = $1 and person_id = $2`,
    [tx.organizationId, personId],
  );
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
