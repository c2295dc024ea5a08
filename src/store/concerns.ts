import { Not } from 'typeorm';
import type { Concern, ConcernReader } from '../mentoring';
import { unitHolds } from './directory';
import { ownerKeys } from './people';
import type { Tx } from './store';
import { ConcernTable } from './tables';

const place = (concernId: string): string => `concern|${concernId}|words`;

/** Stores a new concern, its words sealed with the writer's key; false where the id is taken. */
export async function insertConcern(tx: Tx, concern: Concern, words: string): Promise<boolean> {
  const sealed = tx.vault.sealFor(await ownerKeys(tx, concern.writerId), place(concern.concernId), words);
  const rows: unknown[] = await tx.manager.query(
    `insert into concern (organization_id, concern_id, writer_id, pairing_id, kind, words, state, version, handler_id, passed_over, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning concern_id`,
    [
      tx.organizationId,
      concern.concernId,
      concern.writerId,
      concern.pairingId,
      concern.kind,
      sealed,
      concern.state,
      concern.version,
      concern.handlerId,
      [...concern.passedOver],
      concern.openedAt.toJSDate(),
    ],
  );
  return rows.length > 0;
}

/** The concern by its id, without its words. */
export async function concernById(tx: Tx, concernId: string): Promise<Concern | undefined> {
  return (await tx.manager.findOneBy(ConcernTable, { organizationId: tx.organizationId, concernId })) ?? undefined;
}

/** The concern, its row locked until the transaction ends: two handlers come one after the other. */
export async function lockConcern(tx: Tx, concernId: string): Promise<Concern | undefined> {
  const where = { organizationId: tx.organizationId, concernId };
  return (await tx.manager.findOne(ConcernTable, { where, lock: { mode: 'pessimistic_write' } })) ?? undefined;
}

/** The words of a concern, for its writer and its handler alone. */
export async function wordsOfConcern(tx: Tx, { concernId, writerId }: Concern): Promise<string> {
  const row = await tx.manager.findOneByOrFail(ConcernTable, { organizationId: tx.organizationId, concernId });
  return tx.vault.openFor(await ownerKeys(tx, writerId), place(concernId), row.words);
}

/** Writes the next state, on the version that was read; false where somebody was faster. */
export async function saveConcern(tx: Tx, before: Concern, after: Concern): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update concern set state = $4, version = $5, handler_id = $6, passed_over = $7, taken_at = $8, closed_at = $9
     where organization_id = $1 and concern_id = $2 and version = $3`,
    [
      tx.organizationId,
      before.concernId,
      before.version,
      after.state,
      after.version,
      after.handlerId,
      [...after.passedOver],
      after.takenAt?.toJSDate() ?? null,
      after.closedAt?.toJSDate() ?? null,
    ],
  );
  return count === 1;
}

const found = (tx: Tx, where: object): Promise<readonly Concern[]> =>
  tx.manager.find(ConcernTable, {
    where: { organizationId: tx.organizationId, ...where },
    order: { openedAt: 'DESC', concernId: 'ASC' },
  });

/** What this person has written, the newest first. */
export const concernsWrittenBy = (tx: Tx, writerId: string): Promise<readonly Concern[]> => found(tx, { writerId });

/** Those that this person reads and that are not closed, the newest first. */
export const concernsFor = (tx: Tx, handlerId: string): Promise<readonly Concern[]> =>
  found(tx, { handlerId, state: Not('closed') });

/** All concerns that are not closed, the newest first. */
export const concernsNotClosed = (tx: Tx): Promise<readonly Concern[]> => found(tx, { state: Not('closed') });

/**
 * The coordinators and program managers of this program (null: of any) who work here and can be written to, with how
 * near each is to this person's unit; by name.
 */
export async function concernCandidates(
  tx: Tx,
  writerId: string,
  programId: string | null,
): Promise<readonly ConcernReader[]> {
  return tx.manager.query(
    `with own as (
       select coalesce(u.path, '') as path from person p
       left join unit u on u.organization_id = $1 and u.unit_id = p.unit_id where p.organization_id = $1 and p.person_id = $2)
     select p.person_id as "personId", r.role, max(case
       when r.unit_path = '' then 0
       when ${unitHolds('r.unit_path', 'own.path')} > 0
         then ${unitHolds('r.unit_path', 'own.path')} + length(r.unit_path)
       else -1 end)::int as near
     from own, person_role r join person p on p.organization_id = $1 and p.person_id = r.person_id
     where r.organization_id = $1 and r.role in ('coordinator', 'program_manager')
       and ($3::text is null or r.program_id in ('', $3)) and (p.left_on is null or p.left_on > $4::date)
       and exists (select 1 from identity i where i.organization_id = $1 and i.person_id = p.person_id and i.reachable)
     group by p.person_id, p.name, r.role order by p.name, p.person_id`,
    [tx.organizationId, writerId, programId, tx.at.toISODate()],
  );
}
