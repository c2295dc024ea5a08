import type { Request } from '../mentoring';
import { ownerKeys } from './people';
import type { Tx } from './store';
import { RequestTable } from './tables';
import type { Owner } from './vault';

/** The mentee's wish, and when it suits her. */
export type Wording = { readonly need: string; readonly suits: string | null };
/** What is written as a request goes on: the mentor's reason for a no and her question, and the mentee's answer to it. */
export type LaterWords = { readonly reason?: string; readonly question?: string; readonly answer?: string };
/** The private words of a request. */
export type RequestWords = Wording & {
  readonly reason: string | null;
  readonly question: string | null;
  readonly answer: string | null;
};

const place = (requestId: string, field: string): string => `request|${requestId}|${field}`;

/**
 * Stores a new request, its words sealed with the mentee's key. False where the same wish (mentee, mentor, topic) waits
 * already, or the id is taken.
 */
export async function insertRequest(tx: Tx, request: Request, words: Wording): Promise<boolean> {
  const owner = await ownerKeys(tx, request.menteeId);
  const sealed = (field: string, text: string): string =>
    tx.vault.sealFor(owner, place(request.requestId, field), text);
  const rows: unknown[] = await tx.manager.query(
    `insert into request (organization_id, request_id, program_id, topic_id, mentee_id, mentor_id, state, version, need, ways, suits, asked_at,
       rank, next_choices, follows)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict do nothing returning request_id`,
    [
      tx.organizationId,
      request.requestId,
      request.programId,
      request.topicId,
      request.menteeId,
      request.mentorId,
      request.state,
      request.version,
      sealed('need', words.need),
      [...request.ways],
      words.suits === null ? null : sealed('suits', words.suits),
      request.askedAt.toJSDate(),
      request.rank,
      [...request.nextChoices],
      request.follows,
    ],
  );
  return rows.length > 0;
}

/** The request by its id, without its private words. */
export async function requestById(tx: Tx, requestId: string): Promise<Request | undefined> {
  const row = await tx.manager.findOneBy(RequestTable, { organizationId: tx.organizationId, requestId });
  return row ?? undefined;
}

/** The request, its row locked until the transaction ends: two answers at once come one after the other. */
export async function lockRequest(tx: Tx, requestId: string): Promise<Request | undefined> {
  const row = await tx.manager.findOne(RequestTable, {
    where: { organizationId: tx.organizationId, requestId },
    lock: { mode: 'pessimistic_write' },
  });
  return row ?? undefined;
}

/** The private words of a request, for those who may read them; `need` is '' where they are no longer kept. */
export async function wordsOf(tx: Tx, request: Request): Promise<RequestWords> {
  const row = await tx.manager.findOneByOrFail(RequestTable, {
    organizationId: tx.organizationId,
    requestId: request.requestId,
  });
  const mentee = await ownerKeys(tx, request.menteeId);
  const mentor = row.reason === null && row.question === null ? undefined : await ownerKeys(tx, request.mentorId);
  const open = (owner: Owner | undefined, field: string, sealed: string | null): string | null =>
    owner === undefined || sealed === null ? null : tx.vault.openFor(owner, place(request.requestId, field), sealed);
  return {
    need: open(mentee, 'need', row.need) ?? '',
    suits: open(mentee, 'suits', row.suits),
    reason: open(mentor, 'reason', row.reason),
    question: open(mentor, 'question', row.question),
    answer: open(mentee, 'answer', row.answer),
  };
}

/** Writes the next state, on the version that was read, and what was written with it; false where somebody was faster. */
export async function saveRequest(tx: Tx, before: Request, after: Request, words: LaterWords = {}): Promise<boolean> {
  const sealed = async (ownerId: string, field: keyof LaterWords): Promise<string | null> => {
    const text = words[field];
    return text === undefined
      ? null
      : tx.vault.sealFor(await ownerKeys(tx, ownerId), place(after.requestId, field), text);
  };
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update request set state = $4, version = $5, reason_kind = $6, reminded_at = $7, ended_at = $8, begins = $9,
       more = $10, more_at = $11, reason = coalesce($12, reason), question = coalesce($13, question), answer = coalesce($14, answer)
     where organization_id = $1 and request_id = $2 and version = $3 and state = $15`,
    [
      tx.organizationId,
      before.requestId,
      before.version,
      after.state,
      after.version,
      after.reasonKind,
      after.remindedAt?.toJSDate() ?? null,
      after.endedAt?.toJSDate() ?? null,
      after.begins,
      after.more,
      after.moreAt?.toJSDate() ?? null,
      await sealed(after.mentorId, 'reason'),
      await sealed(after.mentorId, 'question'),
      await sealed(after.menteeId, 'answer'),
      before.state,
    ],
  );
  return count === 1;
}

/** The request that came by itself of this one, which did not work out. */
export async function followerOf(tx: Tx, requestId: string): Promise<Request | undefined> {
  const row = await tx.manager.findOneBy(RequestTable, { organizationId: tx.organizationId, follows: requestId });
  return row ?? undefined;
}

const asRequests = (tx: Tx, where: object): Promise<Request[]> =>
  tx.manager.find(RequestTable, {
    where: { organizationId: tx.organizationId, ...where },
    order: { askedAt: 'ASC', requestId: 'ASC' },
  });

/** How many requests wait in this topic, whoever they are for. */
export async function waitingIn(tx: Tx, topicId: string): Promise<number> {
  const rows: { waiting: number }[] = await tx.manager.query(
    `select count(*)::int as waiting from request where organization_id = $1 and topic_id = $2 and state = 'waiting'`,
    [tx.organizationId, topicId],
  );
  return rows[0]?.waiting ?? 0;
}

/** Requests that wait for this mentor, oldest first. */
export const waitingFor = (tx: Tx, mentorId: string): Promise<readonly Request[]> =>
  asRequests(tx, { mentorId, state: 'waiting' });

/** Requests of this mentee that still wait, oldest first. */
export const waitingOf = (tx: Tx, menteeId: string): Promise<readonly Request[]> =>
  asRequests(tx, { menteeId, state: 'waiting' });

/** The mentors whom this mentee has asked in this topic before, with how it ended. */
export async function askedBefore(tx: Tx, menteeId: string, topicId: string): Promise<readonly Request[]> {
  return asRequests(tx, { menteeId, topicId });
}

export type Asked = Pick<Request, 'mentorId' | 'state'> & { readonly askedAt: Date; readonly endedAt: Date | null };

/** The same as the find needs it, and it needs it at every turn: who was asked, when, and how it ended; oldest first. */
export async function mentorsAsked(tx: Tx, menteeId: string, topicId: string): Promise<readonly Asked[]> {
  return tx.manager.query(
    `select mentor_id as "mentorId", state, asked_at as "askedAt", ended_at as "endedAt" from request
     where organization_id = $1 and mentee_id = $2 and topic_id = $3 order by asked_at, request_id`,
    [tx.organizationId, menteeId, topicId],
  );
}

/** How many requests this person has sent since that moment; those that came of her next choices are not counted. */
export async function requestsSince(tx: Tx, menteeId: string, since: Date): Promise<number> {
  const rows: { sent: number }[] = await tx.manager.query(
    `select count(*)::int as sent from request
     where organization_id = $1 and mentee_id = $2 and asked_at > $3 and follows is null`,
    [tx.organizationId, menteeId, since],
  );
  return rows[0]?.sent ?? 0;
}
