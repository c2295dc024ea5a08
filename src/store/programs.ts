import type { Tx } from './store';

/** Switches a program on, the first time with the topics that are open at its start; one that is on stays as it is. */
export async function switchOnProgram(tx: Tx, programId: string, topicIds: readonly string[]): Promise<void> {
  const added: unknown[] = await tx.manager.query(
    `insert into program_switch (organization_id, program_id, switched_on_at) values ($1, $2, $3)
     on conflict do nothing returning program_id`,
    [tx.organizationId, programId, tx.at.toJSDate()],
  );
  if (added.length > 0) for (const topicId of topicIds) await openTopic(tx, programId, topicId);
}

/** Opens a topic; false where it was open already. */
export async function openTopic(tx: Tx, programId: string, topicId: string): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `insert into topic_open (organization_id, program_id, topic_id, opened_at, opened_by) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning topic_id`,
    [tx.organizationId, programId, topicId, tx.at.toJSDate(), tx.actorId ?? null],
  );
  return rows.length > 0;
}

/** Closes a topic; false where it was not open. */
export async function closeTopic(tx: Tx, programId: string, topicId: string): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    'delete from topic_open where organization_id = $1 and program_id = $2 and topic_id = $3',
    [tx.organizationId, programId, topicId],
  );
  return count === 1;
}

export type OpenTopic = { readonly programId: string; readonly topicId: string };

/** The topics that are open now, of every program that is switched on. */
export async function openTopics(tx: Tx): Promise<readonly OpenTopic[]> {
  return tx.manager.query(
    `select program_id as "programId", topic_id as "topicId" from topic_open where organization_id = $1 order by program_id, opened_at, topic_id`,
    [tx.organizationId],
  );
}

/** The programs that are switched on here. */
export async function programsOn(tx: Tx): Promise<readonly string[]> {
  const rows: { id: string }[] = await tx.manager.query(
    'select program_id as id from program_switch where organization_id = $1 order by switched_on_at, program_id',
    [tx.organizationId],
  );
  return rows.map((row) => row.id);
}
