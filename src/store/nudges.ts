import type { Pace } from '../mentoring';
import type { About } from './notices';
import type { Tx } from './store';

/** When two people met last and when the last meeting is over that they plan, propose or have had; whether they are marked as fine. */
export type ContactFacts = {
  readonly lastOn: string | null;
  readonly busyUntil: Date | null;
  readonly fineUntil: Date | null;
};

export async function contactOfPair(tx: Tx, pairingId: string): Promise<ContactFacts> {
  const rows: ContactFacts[] = await tx.manager.query(
    `select (select max(held_on)::text from session where organization_id = $1 and pairing_id = $2) as "lastOn",
       (select max(coalesce(m.starts_at, (select max(option) from unnest(m.options) option)) + make_interval(mins => m.minutes))
         from meeting m where m.organization_id = $1 and m.pairing_id = $2 and m.state in ('proposed', 'planned', 'past')) as "busyUntil",
       (select until from pairing_fine where organization_id = $1 and pairing_id = $2) as "fineUntil"`,
    [tx.organizationId, pairingId],
  );
  const [row] = rows;
  if (!row) throw new Error('A question without an answer.');
  return row;
}

/** What one person has heard of one thing, by nudges of these kinds. */
export type HeardFacts = { readonly heard: number; readonly lastAt: Date | null };

/** How many of these she has heard, or is to hear, since she last did something in this exchange, and when the last was written. */
export async function heardSince(
  tx: Tx,
  personId: string,
  kinds: readonly string[],
  about: About,
  pairingId: string,
): Promise<HeardFacts> {
  const rows: HeardFacts[] = await tx.manager.query(
    `select max(n.created_at) as "lastAt", count(*) filter (where n.state in ('waiting', 'told') and n.created_at > coalesce(
         (select max(e.at) from event e where e.organization_id = $1 and e.pairing_id = $6 and e.actor_id = $2), '-infinity'))::int as heard
     from notice n where n.organization_id = $1 and n.about_kind = $3 and n.about_id = $4 and n.person_id = $2 and n.kind = any($5)`,
    [tx.organizationId, personId, about.kind, about.id, [...kinds], pairingId],
  );
  return rows[0] ?? { heard: 0, lastAt: null };
}

/** What she has answered: not before then, and how many times less often. */
export type NudgeWish = { readonly until: Date | null; readonly pace: Pace };

export async function nudgeWishOf(tx: Tx, pairingId: string, personId: string): Promise<NudgeWish> {
  const rows: NudgeWish[] = await tx.manager.query(
    'select until, pace from nudge_wish where organization_id = $1 and pairing_id = $2 and person_id = $3',
    [tx.organizationId, pairingId, personId],
  );
  return rows[0] ?? { until: null, pace: 1 };
}

/** Keeps it in the place of what she answered before. */
export async function saveNudgeWish(tx: Tx, pairingId: string, personId: string, wish: NudgeWish): Promise<void> {
  await tx.manager.query(
    `insert into nudge_wish (organization_id, pairing_id, person_id, until, pace) values ($1, $2, $3, $4, $5)
     on conflict (organization_id, pairing_id, person_id) do update set until = excluded.until, pace = excluded.pace`,
    [tx.organizationId, pairingId, personId, wish.until, wish.pace],
  );
}

/** Whether a message with a nudge of these kinds was sent to this person since then. */
export async function wasNudgedSince(
  tx: Tx,
  personId: string,
  kinds: readonly string[],
  since: Date,
): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `select 1 from message m where m.organization_id = $1 and m.person_id = $2 and m.sent_at >= $3
       and exists (select 1 from notice n where n.organization_id = $1 and n.message_id = m.message_id and n.kind = any($4) and n.state = 'told')
     limit 1`,
    [tx.organizationId, personId, since, [...kinds]],
  );
  return rows.length > 0;
}

/** Notes of all pairs that run, and of all mentors who have agreed to be some, that somebody looks after them by now. */
export async function beginNudges(tx: Tx, kind: string, ofMentor: string): Promise<void> {
  await tx.manager.query(
    `insert into due (organization_id, kind, subject_id, due_at)
     select $1, $2, pairing_id, $4 from pairing where organization_id = $1 and state <> 'ended'
     union all select $1, $3, person_id, $4 from mentor_profile where organization_id = $1 and agreed_at is not null
     on conflict do nothing`,
    [tx.organizationId, kind, ofMentor, tx.at.toJSDate()],
  );
}
