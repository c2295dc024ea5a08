import type { MessageRef } from '../chat';
import type { Tx } from './store';

export type About = {
  readonly kind:
    | 'request'
    | 'pairing'
    | 'meeting'
    | 'session'
    | 'person'
    | 'topic'
    | 'wish'
    | 'claim'
    | 'organization'
    | 'concern';
  readonly id: string;
};
export type NoticeRow = {
  readonly noticeId: string;
  readonly personId: string;
  readonly kind: string;
  readonly about: About;
  readonly occurrence: string;
  /** It goes out from then on; null: as soon as it can. */
  readonly notBefore: Date | null;
  /** When it was written down. */
  readonly writtenAt: Date;
};

/** Writes a notice under its unique key (who, kind, about what, occurrence); undefined where it stands there already. */
export async function insertNotice(
  tx: Tx,
  notice: Omit<NoticeRow, 'noticeId' | 'writtenAt'>,
  messageId: string,
): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.manager.query(
    `insert into notice (organization_id, notice_id, person_id, kind, about_kind, about_id, occurrence, message_id, state, created_at, not_before)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $10) on conflict do nothing returning notice_id as id`,
    [
      tx.organizationId,
      tx.newId(),
      notice.personId,
      notice.kind,
      notice.about.kind,
      notice.about.id,
      notice.occurrence,
      messageId,
      tx.at.toJSDate(),
      notice.notBefore,
    ],
  );
  return rows[0]?.id;
}

const noticeColumns = `notice_id as "noticeId", person_id as "personId", kind,
  json_build_object('kind', about_kind, 'id', about_id) as about, occurrence, not_before as "notBefore",
  created_at as "writtenAt"`;

/** What a message says, oldest notice first. */
export async function noticesOf(tx: Tx, messageId: string): Promise<readonly NoticeRow[]> {
  return tx.manager.query(
    `select ${noticeColumns} from notice where organization_id = $1 and message_id = $2 and state in ('waiting', 'told')
     order by created_at, notice_id`,
    [tx.organizationId, messageId],
  );
}

/** Ends notices that are not wanted any more, with the reason. */
export async function suppressNotices(tx: Tx, noticeIds: readonly string[], reason: string): Promise<void> {
  await tx.manager.query(
    `update notice set state = 'suppressed', reason = $3 where organization_id = $1 and notice_id = any($2) and state = 'waiting'`,
    [tx.organizationId, [...noticeIds], reason],
  );
}

/** Whether that message tells just this one thing. */
export async function tellsOnly(tx: Tx, messageId: string, kind: string, about: About): Promise<boolean> {
  const told = await noticesOf(tx, messageId);
  return (
    told.length === 1 && told[0]?.kind === kind && told[0].about.kind === about.kind && told[0].about.id === about.id
  );
}

/** The channel in which a notice stands or will be read: where it was sent, else where its person was seen last. */
export async function channelOfNotice(tx: Tx, noticeId: string): Promise<'slack' | 'teams' | undefined> {
  const rows: { channel: 'slack' | 'teams' | null }[] = await tx.manager.query(
    `select coalesce(m.channel, (
       select i.channel from identity i where i.organization_id = $1 and i.person_id = n.person_id and i.active and i.address is not null
       order by i.seen_at desc nulls last, i.channel limit 1)) as channel
     from notice n left join message m on m.organization_id = $1 and m.message_id = n.message_id
     where n.organization_id = $1 and n.notice_id = $2`,
    [tx.organizationId, noticeId],
  );
  return rows[0]?.channel ?? undefined;
}

/** Whether this person has been told this already, or may have been: an uncertain message counts, as it may have arrived. */
export async function wasTold(tx: Tx, personId: string, kind: string, about: About): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `select 1 from notice n left join message m on m.organization_id = $1 and m.message_id = n.message_id
     where n.organization_id = $1 and n.person_id = $2 and n.kind = $3 and n.about_kind = $4 and n.about_id = $5
       and (n.state = 'told' or (n.state = 'waiting' and m.state = 'uncertain'))`,
    [tx.organizationId, personId, kind, about.kind, about.id],
  );
  return rows.length > 0;
}

/** Whether all that was to tell this person about this found no way to her, and nothing more is under way. */
export async function isUntold(tx: Tx, personId: string, about: About): Promise<boolean> {
  const rows: { untold: boolean | null }[] = await tx.manager.query(
    `select bool_and(m.state = 'dead') as untold from notice n
     join message m on m.organization_id = $1 and m.message_id = n.message_id
     where n.organization_id = $1 and n.person_id = $2 and n.about_kind = $3 and n.about_id = $4`,
    [tx.organizationId, personId, about.kind, about.id],
  );
  return rows[0]?.untold === true;
}

/** Whether a message tells this person this, or is about to. */
export async function isBeingTold(tx: Tx, personId: string, kind: string, about: About): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `select 1 from notice n join message m on m.organization_id = $1 and m.message_id = n.message_id
     where n.organization_id = $1 and n.person_id = $2 and n.kind = $3 and n.about_kind = $4 and n.about_id = $5
       and n.state in ('waiting', 'told') and m.state in ('queued', 'sending', 'sent', 'uncertain')`,
    [tx.organizationId, personId, kind, about.kind, about.id],
  );
  return rows.length > 0;
}

/** Whether its person has done something anywhere since this notice arose. */
export async function hasActedSince(tx: Tx, { noticeId, personId }: NoticeRow): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `select 1 from notice n join identity i on i.organization_id = $1 and i.person_id = $3 and i.seen_at > n.created_at
     where n.organization_id = $1 and n.notice_id = $2 limit 1`,
    [tx.organizationId, noticeId, personId],
  );
  return rows.length > 0;
}

/** Nothing more is said to this person: what waits for her is canceled, for this reason; how many notices that were. */
export async function cancelNotices(tx: Tx, personId: string, reason: string): Promise<number> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update notice set state = 'canceled', reason = $3 where organization_id = $1 and person_id = $2 and state = 'waiting'`,
    [tx.organizationId, personId, reason],
  );
  await tx.manager.query(
    `update message set state = 'canceled', reason = $3
     where organization_id = $1 and person_id = $2 and state in ('queued', 'dead')`,
    [tx.organizationId, personId, reason],
  );
  return count;
}

/** The ledger as one can look at it: what was told to whom, about what, and how each message stands. The newest first. */
export async function ledgerOf(tx: Tx): Promise<unknown> {
  return tx.manager.query(
    `select n.notice_id as id, n.kind, n.state as notice, n.about_kind as about, n.occurrence, p.name as "to", m.state as message, m.reason,
       m.channel, n.created_at as "at", m.sent_at as "sentAt"
     from notice n join person p on p.organization_id = n.organization_id and p.person_id = n.person_id
     left join message m on m.organization_id = n.organization_id and m.message_id = n.message_id
     where n.organization_id = $1 order by n.created_at desc, n.notice_id limit 200`,
    [tx.organizationId],
  );
}

/** Whether the message that this person has there tells more than one thing. */
export async function tellsSeveral(tx: Tx, personId: string, ref: MessageRef): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `select 1 from message m join notice n on n.organization_id = $1 and n.message_id = m.message_id and n.state in ('waiting', 'told')
     where m.organization_id = $1 and m.person_id = $2 and m.channel = $3 and m.platform_id = $4 and m.state = 'sent' limit 2`,
    [tx.organizationId, personId, ref.address.channel, ref.message],
  );
  return rows.length > 1;
}
