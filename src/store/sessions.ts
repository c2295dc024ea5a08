import type { Session } from '../mentoring';
import { ownerKeys } from './people';
import type { Tx } from './store';
import { SessionTable } from './tables';

const place = (sessionId: string): string => `session|${sessionId}|summary`;

/** Stores a new session; false where the two have one on that day. The pairing's row must be locked. */
export async function insertSession(tx: Tx, session: Session): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `insert into session (organization_id, session_id, pairing_id, state, version, held_on, minutes, way, topic_id, logged_by, logged_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning session_id`,
    [
      tx.organizationId,
      session.sessionId,
      session.pairingId,
      session.state,
      session.version,
      session.heldOn,
      session.minutes,
      session.way,
      session.topicId,
      session.loggedBy,
      session.loggedAt.toJSDate(),
    ],
  );
  return rows.length > 0;
}

/** Writes the next state, on the version that was read; false where somebody was faster. */
export async function saveSession(tx: Tx, before: Session, after: Session): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update session set state = $4, version = $5, held_on = $6, minutes = $7, way = $8, topic_id = $9, logged_by = $10, logged_at = $11, confirmed_at = $12
     where organization_id = $1 and session_id = $2 and version = $3`,
    [
      tx.organizationId,
      before.sessionId,
      before.version,
      after.state,
      after.version,
      after.heldOn,
      after.minutes,
      after.way,
      after.topicId,
      after.loggedBy,
      after.loggedAt.toJSDate(),
      after.confirmedAt?.toJSDate() ?? null,
    ],
  );
  return count === 1;
}

/** The session by its id, without its words. */
export const sessionById = async (tx: Tx, sessionId: string): Promise<Session | undefined> =>
  (await tx.manager.findOneBy(SessionTable, { organizationId: tx.organizationId, sessionId })) ?? undefined;

/** What these two have logged of that day (ISO). */
export const sessionOn = async (tx: Tx, pairingId: string, heldOn: string): Promise<Session | undefined> =>
  (await tx.manager.findOneBy(SessionTable, { organizationId: tx.organizationId, pairingId, heldOn })) ?? undefined;

/** The sessions of a pairing, the newest first. */
export const sessionsIn = (tx: Tx, pairingId: string): Promise<readonly Session[]> =>
  tx.manager.find(SessionTable, {
    where: { organizationId: tx.organizationId, pairingId },
    order: { heldOn: 'DESC', sessionId: 'ASC' },
  });

/** Sessions that wait for this person's word, as her partner has logged them, the oldest first. */
export async function sessionsToConfirm(tx: Tx, personId: string): Promise<readonly Session[]> {
  const rows: { id: string }[] = await tx.manager.query(
    `select s.session_id as id from session s
     join pairing p on p.organization_id = s.organization_id and p.pairing_id = s.pairing_id
     where s.organization_id = $1 and s.state = 'logged' and s.logged_by <> $2 and $2 in (p.mentor_id, p.mentee_id)
     order by s.held_on, s.session_id`,
    [tx.organizationId, personId],
  );
  const found: Session[] = [];
  for (const { id } of rows) found.push(...[await sessionById(tx, id)].flatMap((session) => session ?? []));
  return found;
}

/** Keeps the line about a session that its coordinator may see, sealed with the key of who wrote it; null takes it away. */
export async function saveSummary(tx: Tx, sessionId: string, writerId: string, summary: string | null): Promise<void> {
  const sealed = summary === null ? null : tx.vault.sealFor(await ownerKeys(tx, writerId), place(sessionId), summary);
  await tx.manager.query(
    'update session set summary = $3, summary_by = $4 where organization_id = $1 and session_id = $2',
    [tx.organizationId, sessionId, sealed, sealed === null ? null : writerId],
  );
}

/** That line, for those who may read it; null where there is none. */
export async function summaryOf(tx: Tx, sessionId: string): Promise<string | null> {
  const rows: { summary: string | null; writer: string | null }[] = await tx.manager.query(
    'select summary, summary_by as writer from session where organization_id = $1 and session_id = $2',
    [tx.organizationId, sessionId],
  );
  const { summary = null, writer = null } = rows[0] ?? {};
  return summary === null || writer === null
    ? null
    : tx.vault.openFor(await ownerKeys(tx, writer), place(sessionId), summary);
}

/** How many sessions this mentor has given, and to how many mentees. */
export async function givenBy(
  tx: Tx,
  mentorId: string,
): Promise<{ readonly sessions: number; readonly mentees: number }> {
  const rows: { sessions: number; mentees: number }[] = await tx.manager.query(
    `select count(*)::int as sessions, count(distinct p.mentee_id)::int as mentees from pairing p
     join session s on s.organization_id = $1 and s.pairing_id = p.pairing_id
     where p.organization_id = $1 and p.mentor_id = $2`,
    [tx.organizationId, mentorId],
  );
  return rows[0] ?? { sessions: 0, mentees: 0 };
}
