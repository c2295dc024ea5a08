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

/** Everybody's kept wishes for this topic are met by that mentor; her own are not. The oldest first. */
export async function meetKeptWishes(tx: Tx, topicId: string, mentorId: string): Promise<readonly Wish[]> {
  const [rows]: [Wish[], number] = await tx.manager.query(
    `update wish set state = 'met', met_by = $3, ended_at = $4
     where organization_id = $1 and topic_id = $2 and state = 'kept' and person_id <> $3 returning ${columns}`,
    [tx.organizationId, topicId, mentorId, tx.at.toJSDate()],
  );
  return rows;
}

/** How many wishes are kept for each topic. */
export async function wishesByTopic(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows: { topicId: string; wishes: number }[] = await tx.manager.query(
    `select topic_id as "topicId", count(*)::int as wishes from wish where organization_id = $1 and state = 'kept' group by topic_id`,
    [tx.organizationId],
  );
  return new Map(rows.map((row) => [row.topicId, row.wishes]));
}
