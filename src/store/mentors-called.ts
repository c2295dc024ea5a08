import type { Tx } from './store';

/**
 * Those on the mentors' list whose name has all of these words (in lower case), or whose account it is; at most so many.
 * Who has left is none of them.
 */
export async function mentorsCalled(
  tx: Tx,
  { words, account }: { readonly words: readonly string[]; readonly account: string | undefined },
  most: number,
): Promise<readonly string[]> {
  const rows: { id: string }[] = await tx.manager.query(
    `select p.person_id as id from mentor_profile m
     join person p on p.organization_id = $1 and p.person_id = m.person_id
     where m.organization_id = $1 and (p.left_on is null or p.left_on > $4::date)
       and exists (select 1 from offer o where o.organization_id = $1 and o.mentor_id = m.person_id)
       and case when $3::text is null then regexp_split_to_array(lower(p.name), '[^[:alnum:]''’-]+') @> $2::text[]
         else exists (select 1 from identity i where i.organization_id = $1 and i.person_id = m.person_id and i.user_id = $3) end
     order by p.name, p.person_id limit $5`,
    [tx.organizationId, [...words], account ?? null, tx.at.toISODate(), most],
  );
  return rows.map((row) => row.id);
}
