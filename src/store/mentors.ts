import type { Tx } from './store';

/** A mentor's entry in the directory, but for her topics. `pausedUntil` is an ISO day; `agreedAt` when she took part by her own act. */
export type MentorProfile = {
  readonly capacity: number;
  readonly load: number;
  readonly ways: readonly string[];
  readonly times: readonly string[];
  readonly pausedUntil: string | null;
  readonly agreedAt: Date | null;
};

/** This person's entry; undefined for somebody who never was a mentor. */
export async function mentorProfile(tx: Tx, personId: string): Promise<MentorProfile | undefined> {
  const rows: MentorProfile[] = await tx.manager.query(
    `select capacity, load, ways, times, paused_until::text as "pausedUntil", agreed_at as "agreedAt" from mentor_profile
     where organization_id = $1 and person_id = $2`,
    [tx.organizationId, personId],
  );
  return rows[0];
}

/** Lets those who change this mentor's entry follow one another until the transaction ends. */
export async function holdMentor(tx: Tx, personId: string): Promise<void> {
  await tx.manager.query('select 1 from mentor_profile where organization_id = $1 and person_id = $2 for update', [
    tx.organizationId,
    personId,
  ]);
}

export type EntryInput = Pick<MentorProfile, 'capacity' | 'ways' | 'times'>;

/** Makes or changes a mentor's entry by her own act; what an import had carried over is hers from now on. */
export async function saveEntry(tx: Tx, personId: string, { capacity, ways, times }: EntryInput): Promise<void> {
  await tx.manager.query(
    `insert into mentor_profile (organization_id, person_id, capacity, ways, times, agreed_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (organization_id, person_id) do update set capacity = $3, ways = $4, times = $5,
       agreed_at = coalesce(mentor_profile.agreed_at, $6), told_at = coalesce(mentor_profile.told_at, $6)`,
    [tx.organizationId, personId, capacity, [...ways], [...times], tx.at.toJSDate()],
  );
}

/** Pauses a mentor until that day, or ends her pause (null); false where she is no mentor. */
export async function setPause(tx: Tx, personId: string, until: string | null): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    'update mentor_profile set paused_until = $3 where organization_id = $1 and person_id = $2',
    [tx.organizationId, personId, until],
  );
  return count === 1;
}
