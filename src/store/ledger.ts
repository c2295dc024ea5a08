import type { MessageRef } from '../chat';
import type { Tx } from './store';

export type About = {
  readonly kind: 'request' | 'pairing' | 'person' | 'topic' | 'wish' | 'claim' | 'organization';
  readonly id: string;
};
export type NoticeRow = {
  readonly noticeId: string;
  readonly personId: string;
  readonly kind: string;
  readonly about: About;
  readonly occurrence: string;
};
export type MessageState = 'queued' | 'sending' | 'sent' | 'uncertain' | 'suppressed' | 'canceled' | 'dead';
export type MessageRow = {
  readonly messageId: string;
  readonly personId: string;
  readonly state: MessageState;
  readonly tries: number;
  readonly key: string;
  readonly channel: 'slack' | 'teams' | null;
  readonly address: string | null;
  readonly platformId: string | null;
  readonly drawn: string | null;
};

/** Writes a notice under its unique key (who, kind, about what, occurrence); undefined where it stands there already. */
export async function insertNotice(
  tx: Tx,
  notice: Omit<NoticeRow, 'noticeId'>,
  messageId: string,
): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.manager.query(
    `insert into notice (organization_id, notice_id, person_id, kind, about_kind, about_id, occurrence, message_id, state, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9) on conflict do nothing returning notice_id as id`,
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
    ],
  );
  return rows[0]?.id;
}

/** A message that waits to be sent. `key` is random and says nothing: it goes out with the message. */
export async function insertMessage(tx: Tx, messageId: string, personId: string): Promise<void> {
  await tx.manager.query(
    `insert into message (organization_id, message_id, person_id, state, key, created_at) values ($1, $2, $3, 'queued', $4, $5)`,
    [tx.organizationId, messageId, personId, tx.newId(), tx.at.toJSDate()],
  );
}

export async function deleteMessage(tx: Tx, messageId: string): Promise<void> {
  await tx.manager.query('delete from message where organization_id = $1 and message_id = $2', [
    tx.organizationId,
    messageId,
  ]);
}

const messageColumns = `message_id as "messageId", person_id as "personId", state, tries, key, channel, address, platform_id as "platformId", drawn`;

/** The message, its row locked until the transaction ends. */
export async function lockMessage(tx: Tx, messageId: string): Promise<MessageRow | undefined> {
  const rows: MessageRow[] = await tx.manager.query(
    `select ${messageColumns} from message where organization_id = $1 and message_id = $2 for update`,
    [tx.organizationId, messageId],
  );
  return rows[0];
}

const noticeColumns = `notice_id as "noticeId", person_id as "personId", kind,
  json_build_object('kind', about_kind, 'id', about_id) as about, occurrence`;

/** What a message says, oldest notice first. */
export async function noticesOf(tx: Tx, messageId: string): Promise<readonly NoticeRow[]> {
  return tx.manager.query(
    `select ${noticeColumns} from notice where organization_id = $1 and message_id = $2 and state in ('waiting', 'told')
     order by created_at, notice_id`,
    [tx.organizationId, messageId],
  );
}

/** Holds this person's lane until the transaction ends: two of her messages are never made ready at the same time. */
export async function holdLane(tx: Tx, messageId: string): Promise<void> {
  await tx.manager.query(
    `select 1 from person where organization_id = $1 and person_id = (
       select person_id from message where organization_id = $1 and message_id = $2) for no key update`,
    [tx.organizationId, messageId],
  );
}

/** Lets the person's other waiting notices of these kinds join this message; the messages they leave empty are canceled. */
export async function joinNotices(tx: Tx, message: MessageRow, kinds: readonly string[]): Promise<void> {
  const [rows]: [{ left: string }[], number] = await tx.manager.query(
    `update notice n set message_id = $3 from message m
     where n.organization_id = $1 and n.person_id = $2 and n.state = 'waiting' and n.kind = any($4)
       and m.organization_id = $1 and m.message_id = n.message_id and m.state = 'queued' and m.message_id <> $3
     returning m.message_id as left`,
    [tx.organizationId, message.personId, message.messageId, [...kinds]],
  );
  if (rows.length === 0) return;
  await tx.manager.query(
    `update message set state = 'canceled', reason = 'joined' where organization_id = $1 and state = 'queued'
     and message_id = any($2) and not exists (
       select 1 from notice n where n.organization_id = $1 and n.message_id = message.message_id and n.state = 'waiting')`,
    [tx.organizationId, rows.map((row) => row.left)],
  );
}

/** Ends notices that are not wanted any more, with the reason. */
export async function suppressNotices(tx: Tx, noticeIds: readonly string[], reason: string): Promise<void> {
  await tx.manager.query(
    `update notice set state = 'suppressed', reason = $3 where organization_id = $1 and notice_id = any($2) and state = 'waiting'`,
    [tx.organizationId, [...noticeIds], reason],
  );
}

/** Takes the message for sending: one at a time for each person. False where another of hers is under way. */
export async function claimMessage(tx: Tx, messageId: string): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.manager.query(
    `update message set state = 'sending', tries = tries + 1, sending_since = now()
     where organization_id = $1 and message_id = $2 and state = 'queued' and not exists (
       select 1 from message other where other.organization_id = $1 and other.person_id = message.person_id and other.state = 'sending')
     returning message_id`,
    [tx.organizationId, messageId],
  );
  return rows.length === 1;
}

/** Ends or requeues the sending of a message. */
export async function settleMessage(
  tx: Tx,
  messageId: string,
  state: MessageState,
  reason: string | null,
): Promise<void> {
  await tx.manager.query(
    `update message set state = $3, reason = $4, sending_since = null where organization_id = $1 and message_id = $2`,
    [tx.organizationId, messageId, state, reason],
  );
}

/** The message stands in the chat: where, under which platform id, and a digest of the card that it shows. */
export async function markSent(tx: Tx, messageId: string, ref: MessageRef, drawn: string): Promise<void> {
  await tx.manager.query(
    `update message set state = 'sent', reason = null, sending_since = null, sent_at = $3, channel = $4, address = $5, platform_id = $6, drawn = $7
     where organization_id = $1 and message_id = $2`,
    [tx.organizationId, messageId, tx.at.toJSDate(), ref.address.channel, ref.address.ref, ref.message, drawn],
  );
  await tx.manager.query(
    `update notice set state = 'told' where organization_id = $1 and message_id = $2 and state = 'waiting'`,
    [tx.organizationId, messageId],
  );
}

/**
 * The card in the chat was redrawn from `before` to `drawn`. False where another redraw was under way beside this one:
 * which of the two stands in the chat is unknown then, and the card counts as one that nobody has drawn.
 */
export async function noteDrawn(tx: Tx, message: MessageRow, drawn: string): Promise<boolean> {
  const rows: { asRead: boolean }[] = await tx.manager.query(
    `select drawn is not distinct from $3 as "asRead" from message where organization_id = $1 and message_id = $2 for update`,
    [tx.organizationId, message.messageId, message.drawn],
  );
  const asRead = rows[0]?.asRead === true;
  await tx.manager.query('update message set drawn = $3 where organization_id = $1 and message_id = $2', [
    tx.organizationId,
    message.messageId,
    asRead ? drawn : '',
  ]);
  return asRead;
}

/** The message that stands for what is seen under this platform id today; undefined where nothing does. */
export async function messageAt(tx: Tx, personId: string, ref: MessageRef): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.manager.query(
    `select message_id as id from message where organization_id = $1 and person_id = $2 and channel = $3 and platform_id = $4 and state = 'sent'`,
    [tx.organizationId, personId, ref.address.channel, ref.message],
  );
  return rows[0]?.id;
}

/**
 * She has acted on a card about this, so she has it before her eyes: a message that was to bring it to her, and of which
 * nobody knew whether it arrived, stands there from now on.
 */
export async function noteArrived(tx: Tx, personId: string, about: About, ref: MessageRef): Promise<void> {
  const rows: { id: string }[] = await tx.manager.query(
    `select m.message_id as id from message m where m.organization_id = $1 and m.person_id = $2 and m.state = 'uncertain'
     and exists (select 1 from notice n where n.organization_id = $1 and n.message_id = m.message_id
       and n.about_kind = $3 and n.about_id = $4) order by m.created_at limit 1 for update`,
    [tx.organizationId, personId, about.kind, about.id],
  );
  if (rows[0]) await markSent(tx, rows[0].id, ref, '');
}

/** Whether that message tells just this one thing. */
export async function tellsOnly(tx: Tx, messageId: string, kind: string, about: About): Promise<boolean> {
  const told = await noticesOf(tx, messageId);
  return (
    told.length === 1 && told[0]?.kind === kind && told[0].about.kind === about.kind && told[0].about.id === about.id
  );
}

/** Whatever the card in the chat shows now, the next redraw draws it. */
export async function forgetDrawn(tx: Tx, messageId: string): Promise<void> {
  await tx.manager.query(`update message set drawn = '' where organization_id = $1 and message_id = $2`, [
    tx.organizationId,
    messageId,
  ]);
}

/** Messages about a subject that stand in a chat and may have to be redrawn. */
export async function sentAbout(tx: Tx, about: About): Promise<readonly MessageRow[]> {
  return tx.manager.query(
    `select ${messageColumns} from message where organization_id = $1 and state = 'sent' and message_id in (
       select message_id from notice where organization_id = $1 and about_kind = $2 and about_id = $3)
     order by created_at, message_id`,
    [tx.organizationId, about.kind, about.id],
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

/** Messages whose sending began more than `seconds` ago and never ended (a crash): whether they arrived is unknown. */
export async function doubtfulMessages(tx: Tx, seconds: number): Promise<number> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update message set state = 'uncertain', reason = 'sender-stopped', sending_since = null
     where organization_id = $1 and state = 'sending' and sending_since < now() - make_interval(secs => $2)`,
    [tx.organizationId, seconds],
  );
  return count;
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

/** The message in the chat shows something else from now on: whatever stood there is not redrawn any more. */
export async function releaseMessage(tx: Tx, personId: string, ref: MessageRef): Promise<void> {
  await tx.manager.query(
    `update message set platform_id = null, address = null
     where organization_id = $1 and person_id = $2 and channel = $3 and platform_id = $4`,
    [tx.organizationId, personId, ref.address.channel, ref.message],
  );
}

/** Nothing that this person was sent in a channel is redrawn any more: the chat there turned out to be somebody else's. */
export async function releaseChat(tx: Tx, personId: string, channel: 'slack' | 'teams'): Promise<void> {
  await tx.manager.query(
    `update message set platform_id = null, address = null where organization_id = $1 and person_id = $2 and channel = $3`,
    [tx.organizationId, personId, channel],
  );
}

/** Messages of this person that found no way to her wait again; their ids, the oldest first. What is no longer wanted falls out at sending. */
export async function reviveMessages(tx: Tx, personId: string): Promise<readonly string[]> {
  const rows: { id: string }[] = await tx.manager.query(
    `with back as (
       update message set state = 'queued', reason = null where organization_id = $1 and person_id = $2 and state = 'dead'
         and (reason = 'no-address' or reason like 'unreachable:%') returning message_id, created_at)
     select message_id as id from back order by created_at, message_id`,
    [tx.organizationId, personId],
  );
  return rows.map((row) => row.id);
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
