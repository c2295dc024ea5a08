import type { Tx } from './store';

/** A topic that somebody would like a mentor for as soon as one can be had. */
export type Wish = {
  readonly wishId: string;
  readonly personId: string;
  readonly topicId: string;
  readonly state: 'kept' | 'met' | 'dropped';
};

const columns = `wish_id as "wishId", person_id as "personId", topic_id as "topicId", state`;

/**
 * Lets keepers and meeters of wishes for this topic follow one another until the transaction ends: else a wish that is
 * kept in the very moment in which somebody offers the topic would wait for ever.
 */
export async function holdWishes(tx: Tx, topicId: string): Promise<void> {
  await tx.manager.query('select pg_advisory_xact_lock(hashtext($1))', [`wishes|${tx.organizationId}|${topicId}`]);
}

/** Keeps a wish; false where the same one is kept already. */
export async function insertWish(tx: Tx, wishId: string, personId: string, topicId: string): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `insert into wish (organization_id, wish_id, person_id, topic_id, state, kept_at) values ($1, $2, $3, $4, 'kept', $5)
     on conflict do nothing returning wish_id`,
    [tx.organizationId, wishId, personId, topicId, tx.at.toJSDate()],
  );
  return rows.length > 0;
}

export async function wishById(tx: Tx, wishId: string): Promise<Wish | undefined> {
  const rows: Wish[] = await tx.manager.query(
    `select ${columns} from wish where organization_id = $1 and wish_id = $2`,
    [tx.organizationId, wishId],
  );
  return rows[0];
}

/** The wishes that this person keeps, oldest first. */
export async function wishesOf(tx: Tx, personId: string): Promise<readonly Wish[]> {
  return tx.manager.query(
    `select ${columns} from wish where organization_id = $1 and person_id = $2 and state = 'kept' order by kept_at, wish_id`,
    [tx.organizationId, personId],
  );
}

/** The wish that this person keeps for a topic. */
export async function keptWishFor(tx: Tx, personId: string, topicId: string): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.manager.query(
    `select wish_id as id from wish where organization_id = $1 and person_id = $2 and topic_id = $3 and state = 'kept'`,
    [tx.organizationId, personId, topicId],
  );
  return rows[0]?.id;
}

/** Ends a kept wish of this person; false where it is not kept, or not hers. */
export async function dropKeptWish(tx: Tx, wishId: string, personId: string): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update wish set state = 'dropped', ended_at = $4
     where organization_id = $1 and wish_id = $2 and person_id = $3 and state = 'kept'`,
    [tx.organizationId, wishId, personId, tx.at.toJSDate()],
  );
  return count === 1;
}

/** Ends all that this person wishes for. */
export async function dropWishesOf(tx: Tx, personId: string): Promise<void> {
  await tx.manager.query(
    `update wish set state = 'dropped', ended_at = $3 where organization_id = $1 and person_id = $2 and state = 'kept'`,
    [tx.organizationId, personId, tx.at.toJSDate()],
  );
}

/** A kept wish; `told` where its person has heard of a mentor before. */
export type KeptWish = Wish & { readonly told: boolean };

const toldOf = `select 1 from notice n where n.organization_id = $1 and n.kind = 'wish-met' and n.about_kind = 'wish'
  and n.about_id = w.wish_id`;

/**
 * The wishes for this topic that this mentor could meet, the longest kept first: not her own, nor those of people who
 * have asked her already, are paired with her in it, to whom she said no since then, or who were told of this occurrence.
 */
export async function wishesFor(
  tx: Tx,
  topicId: string,
  mentorId: string,
  { noSince, occurrence }: { readonly noSince: Date; readonly occurrence: string },
): Promise<readonly KeptWish[]> {
  return tx.manager.query(
    `select ${columns}, exists (${toldOf}) as told from wish w
     where w.organization_id = $1 and w.topic_id = $2 and w.state = 'kept' and w.person_id <> $3
       and not exists (${toldOf} and n.occurrence = $5)
       and not exists (select 1 from request r where r.organization_id = $1 and r.topic_id = $2 and r.mentor_id = $3
         and r.mentee_id = w.person_id and (r.state = 'waiting' or (r.state = 'declined' and r.ended_at > $4)))
       and not exists (select 1 from pairing p where p.organization_id = $1 and p.topic_id = $2 and p.mentor_id = $3
         and p.mentee_id = w.person_id and p.state <> 'ended')
     order by w.kept_at, w.wish_id`,
    [tx.organizationId, topicId, mentorId, noSince, occurrence],
  );
}

/** The occurrence of which people with a wish for this topic were told last, among those that begin so. */
export async function lastToldOf(tx: Tx, topicId: string, beginning: string): Promise<string | undefined> {
  const rows: { occurrence: string }[] = await tx.manager.query(
    `select n.occurrence from notice n join wish w on w.organization_id = $1 and w.wish_id = n.about_id and w.topic_id = $2
     where n.organization_id = $1 and n.kind = 'wish-met' and n.about_kind = 'wish' and starts_with(n.occurrence, $3)
     order by n.created_at desc limit 1`,
    [tx.organizationId, topicId, beginning],
  );
  return rows[0]?.occurrence;
}

/** Ends the wish of somebody who is paired in its topic now. */
export async function meetWish(tx: Tx, personId: string, topicId: string, mentorId: string): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update wish set state = 'met', met_by = $4, ended_at = $5
     where organization_id = $1 and person_id = $2 and topic_id = $3 and state = 'kept'`,
    [tx.organizationId, personId, topicId, mentorId, tx.at.toJSDate()],
  );
  return count > 0;
}

/** How many wishes are kept for each topic. */
export async function wishesByTopic(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows: { topicId: string; wishes: number }[] = await tx.manager.query(
    `select topic_id as "topicId", count(*)::int as wishes from wish where organization_id = $1 and state = 'kept' group by topic_id`,
    [tx.organizationId],
  );
  return new Map(rows.map((row) => [row.topicId, row.wishes]));
}
