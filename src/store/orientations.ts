import type { Side } from '../mentoring';
import type { Tx } from './store';

/** That somebody was oriented on her side of a program: with which exchange she began (null: long past), and when she said that she has read it. */
export type Orientation = { readonly pairingId: string | null; readonly seenAt: Date | null };

type Whose = { readonly personId: string; readonly programId: string; readonly side: Side };

/** Notes that she begins with this exchange; false where she has begun on this side of the program before. */
export async function beginOrientation(
  tx: Tx,
  { personId, programId, side }: Whose,
  pairingId: string,
): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `insert into orientation (organization_id, person_id, program_id, side, pairing_id, told_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning person_id`,
    [tx.organizationId, personId, programId, side, pairingId, tx.at.toJSDate()],
  );
  return rows.length > 0;
}

/** How she began on this side of the program; undefined where she has not. */
export async function orientationOf(tx: Tx, { personId, programId, side }: Whose): Promise<Orientation | undefined> {
  const rows: Orientation[] = await tx.manager.query(
    `select pairing_id as "pairingId", seen_at as "seenAt" from orientation
     where organization_id = $1 and person_id = $2 and program_id = $3 and side = $4`,
    [tx.organizationId, personId, programId, side],
  );
  return rows[0];
}

/** She has read it; false where she said so before, or never began. */
export async function noteOriented(tx: Tx, { personId, programId, side }: Whose): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update orientation set seen_at = $5
     where organization_id = $1 and person_id = $2 and program_id = $3 and side = $4 and seen_at is null`,
    [tx.organizationId, personId, programId, side, tx.at.toJSDate()],
  );
  return count === 1;
}
