import { DateTime } from 'luxon';
import type { Address } from '../chat';
import type { Tx } from './store';

/**
 * A message that may or may not have arrived is uncertain. As long as its platform can be asked, it keeps when its sending
 * began, where it was to go and what it showed; all by the database's time, as this is about the wire.
 */
export type Doubt = {
  readonly key: string;
  readonly tries: number;
  /** Where it was to go; undefined where that is not known any more. */
  readonly to: Address | undefined;
  readonly drawn: string;
  readonly began: DateTime;
  /** Seconds since then. */
  readonly age: number;
};

/** Nobody knows whether the message arrived that is under way. */
export async function doubtMessage(tx: Tx, messageId: string, reason: string): Promise<void> {
  await tx.manager.query(
    `update message set state = 'uncertain', reason = $3
     where organization_id = $1 and message_id = $2 and state in ('sending', 'uncertain')`,
    [tx.organizationId, messageId, reason],
  );
}

/** The same for messages whose sending began more than `seconds` ago and never ended, as their sender died. */
export async function doubtMessages(tx: Tx, seconds: number): Promise<void> {
  await tx.manager.query(
    `update message set state = 'uncertain', reason = 'sender-stopped'
     where organization_id = $1 and state = 'sending' and sending_since < now() - make_interval(secs => $2)`,
    [tx.organizationId, seconds],
  );
}

type Row = Pick<Doubt, 'key' | 'tries' | 'age'> & {
  readonly channel: Address['channel'] | null;
  readonly address: string | null;
  readonly drawn: string | null;
  readonly began: Date;
};

/** The doubt about a message, its row locked until the transaction ends; undefined where there is none (any more). */
export async function lockDoubt(tx: Tx, messageId: string): Promise<Doubt | undefined> {
  const rows: Row[] = await tx.manager.query(
    `select key, tries, channel, address, drawn, sending_since as began, extract(epoch from now() - sending_since)::float8 as age
     from message where organization_id = $1 and message_id = $2 and state = 'uncertain' and sending_since is not null for update`,
    [tx.organizationId, messageId],
  );
  return rows.map(({ channel, address, drawn, began, ...row }) => ({
    ...row,
    to: channel === null || address === null ? undefined : { channel, ref: address },
    drawn: drawn ?? '',
    began: DateTime.fromJSDate(began, { zone: 'utc' }),
  }))[0];
}

/** Nobody will ever know: the message stays uncertain, and its platform is not asked any more. */
export async function leaveInDoubt(tx: Tx, messageId: string): Promise<void> {
  await tx.manager.query(
    `update message set sending_since = null where organization_id = $1 and message_id = $2 and state = 'uncertain'`,
    [tx.organizationId, messageId],
  );
}

const inJobs = (task: string, queues: string): string => `m.message_id::text in (
  select j.data->>'messageId' from pgboss.job j where j.name = any(${queues}) and j.state < 'completed' and j.data->>'task' = '${task}')`;

/** Whether a message `m` waits for its moment: the heartbeat gives it a job then. */
const isPutOff = `exists (select 1 from due d where d.organization_id = m.organization_id and d.kind = 'message' and d.subject_id = m.message_id)`;

/** Whether a message `m` waits for a send or a look that no job in these queues is for; read at once, as a queue can be long. */
export const lacksJob = (
  queues: string,
): string => `((m.state = 'queued' and not ${inJobs('send', queues)} and not ${isPutOff})
  or (m.state = 'uncertain' and m.sending_since is not null and not ${inJobs('seek', queues)}))`;

/** Messages that wait for a send or for a look, while no job in these queues is for that; the oldest first, at most so many. */
export async function withoutJob(
  tx: Tx,
  queues: readonly string[],
  most: number,
): Promise<readonly { readonly messageId: string; readonly task: 'send' | 'seek' }[]> {
  return tx.manager.query(
    `select m.message_id as "messageId", case m.state when 'queued' then 'send' else 'seek' end as task from message m
     where m.organization_id = $1 and ${lacksJob('$2')} order by m.created_at, m.message_id limit $3`,
    [tx.organizationId, [...queues], most],
  );
}
