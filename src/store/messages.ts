import type { Address, MessageRef } from '../chat';
import type { About } from './notices';
import type { Tx } from './store';

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

/** Holds this person's lane until the transaction ends: two of her messages are never made ready at the same time. */
export async function holdLane(tx: Tx, messageId: string): Promise<void> {
  await tx.manager.query(
    `select 1 from person where organization_id = $1 and person_id = (
       select person_id from message where organization_id = $1 and message_id = $2) for no key update`,
    [tx.organizationId, messageId],
  );
}

/**
 * Lets the person's other waiting notices of these kinds, as far as they may go out by now, join this message; the messages
 * they leave empty are canceled.
 */
export async function joinNotices(tx: Tx, message: MessageRow, kinds: readonly string[]): Promise<void> {
  const [rows]: [{ left: string }[], number] = await tx.manager.query(
    `update notice n set message_id = $3 from message m
     where n.organization_id = $1 and n.person_id = $2 and n.state = 'waiting' and n.kind = any($4)
       and (n.not_before is null or n.not_before <= $5) and m.organization_id = $1 and m.message_id = n.message_id and m.state = 'queued' and m.message_id <> $3
     returning m.message_id as left`,
    [tx.organizationId, message.personId, message.messageId, [...kinds], tx.at.toJSDate()],
  );
  if (rows.length === 0) return;
  await tx.manager.query(
    `update message set state = 'canceled', reason = 'joined' where organization_id = $1 and state = 'queued'
     and message_id = any($2) and not exists (
       select 1 from notice n where n.organization_id = $1 and n.message_id = message.message_id and n.state = 'waiting')`,
    [tx.organizationId, rows.map((row) => row.left)],
  );
}

/**
 * Takes the message for sending to that address, with a card of this digest: one at a time for each person. Which try of it
 * this is; undefined where another message to her is under way.
 */
export async function claimMessage(tx: Tx, messageId: string, to: Address, drawn: string): Promise<number | undefined> {
  const [rows]: [{ tries: number }[], number] = await tx.manager.query(
    `update message set state = 'sending', tries = tries + 1, sending_since = now(), channel = $3, address = $4, drawn = $5
     where organization_id = $1 and message_id = $2 and state = 'queued' and not exists (
       select 1 from message other where other.organization_id = $1 and other.person_id = message.person_id and other.state = 'sending')
     returning tries`,
    [tx.organizationId, messageId, to.channel, to.ref, drawn],
  );
  return rows[0]?.tries;
}

/** Ends or requeues a message that stands nowhere. */
export async function settleMessage(
  tx: Tx,
  messageId: string,
  state: 'queued' | 'suppressed' | 'dead',
  reason: string,
): Promise<void> {
  await tx.manager.query(
    `update message set state = $3, reason = $4, sending_since = null, channel = null, address = null, drawn = null
     where organization_id = $1 and message_id = $2`,
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

/** Whatever the card in the chat shows now, the next redraw draws it. */
export async function forgetDrawn(tx: Tx, messageId: string): Promise<void> {
  await tx.manager.query(`update message set drawn = '' where organization_id = $1 and message_id = $2`, [
    tx.organizationId,
    messageId,
  ]);
}

/** Messages about a subject that stand in a chat, or will soon: a card that is just being sent may show a state that has passed. */
export async function sentAbout(tx: Tx, about: About): Promise<readonly MessageRow[]> {
  return tx.manager.query(
    `select ${messageColumns} from message where organization_id = $1 and state in ('queued', 'sending', 'sent') and message_id in (
       select message_id from notice where organization_id = $1 and about_kind = $2 and about_id = $3)
     order by created_at, message_id`,
    [tx.organizationId, about.kind, about.id],
  );
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

/** All that this message tells goes out from then on. */
export async function postponeMessage(tx: Tx, messageId: string, until: Date): Promise<void> {
  await tx.manager.query(
    `update notice set not_before = $3 where organization_id = $1 and message_id = $2 and state = 'waiting'`,
    [tx.organizationId, messageId, until],
  );
}

/** For whom a message is that still waits; undefined for any other. */
export async function messageReader(tx: Tx, messageId: string): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.manager.query(
    `select person_id as id from message where organization_id = $1 and message_id = $2 and state = 'queued'`,
    [tx.organizationId, messageId],
  );
  return rows[0]?.id;
}
/** Nothing was sent, as the platform asked to wait: the message waits again, and this was no try. */
export async function takeBack(tx: Tx, messageId: string, reason: string): Promise<void> {
  await settleMessage(tx, messageId, 'queued', reason);
  await tx.manager.query(
    'update message set tries = greatest(tries - 1, 0) where organization_id = $1 and message_id = $2',
    [tx.organizationId, messageId],
  );
}
