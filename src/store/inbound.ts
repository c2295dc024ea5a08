import { organizationOfTx } from './organizations';
import { SealError } from './seal';
import type { Tx } from './store';

export type Recorded = 'new' | 'unfinished' | 'finished';

/** Keeps an act, sealed, before anything is done about it. A repeat is told from a first by its id. */
export async function recordInbound(tx: Tx, inboundId: string, payload: string): Promise<Recorded> {
  const organization = await organizationOfTx(tx);
  const sealed = tx.vault.sealInOrganization(
    tx.organizationId,
    organization.wrappedKey,
    `inbound|${inboundId}`,
    payload,
  );
  const rows: unknown[] = await tx.manager.query(
    `insert into inbound (organization_id, inbound_id, state, payload, received_at) values ($1, $2, 'received', $3, now())
     on conflict do nothing returning inbound_id`,
    [tx.organizationId, inboundId, sealed],
  );
  if (rows.length > 0) return 'new';
  const known: { state: string }[] = await tx.manager.query(
    'select state from inbound where organization_id = $1 and inbound_id = $2',
    [tx.organizationId, inboundId],
  );
  return known[0]?.state === 'received' ? 'unfinished' : 'finished';
}

/**
 * Marks the act done and erases its words, in the transaction that carries it out. False where another delivery of the
 * same act was faster: it waited here for that one to end.
 */
export async function finishInbound(tx: Tx, inboundId: string): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update inbound set state = 'done', payload = null, done_at = now()
     where organization_id = $1 and inbound_id = $2 and state = 'received'`,
    [tx.organizationId, inboundId],
  );
  return count === 1;
}

/** Keeps the act anew, not done: in the transaction that has just marked it so, as if that had not been. */
export async function reopenInbound(tx: Tx, inboundId: string, payload: string): Promise<void> {
  const { wrappedKey } = await organizationOfTx(tx);
  await tx.manager.query(
    `update inbound set state = 'received', payload = $3, done_at = null where organization_id = $1 and inbound_id = $2`,
    [
      tx.organizationId,
      inboundId,
      tx.vault.sealInOrganization(tx.organizationId, wrappedKey, `inbound|${inboundId}`, payload),
    ],
  );
}

/** Marks an act whose person was told that it failed: it is not taken up again. */
export async function failInbound(tx: Tx, inboundId: string): Promise<void> {
  await tx.manager.query(
    `update inbound set state = 'failed', payload = null where organization_id = $1 and inbound_id = $2 and state = 'received'`,
    [tx.organizationId, inboundId],
  );
}

/**
 * Acts kept more than `seconds` ago, by the database's time, that nobody finished (a crash), each counted as one more try;
 * at most 20, oldest first. One that cannot be opened with the keys of today counts as failed.
 */
export async function unfinishedInbound(
  tx: Tx,
  seconds: number,
): Promise<readonly { inboundId: string; payload: string; tries: number }[]> {
  const organization = await organizationOfTx(tx);
  const [rows]: [{ inboundId: string; payload: string; tries: number }[], number] = await tx.manager.query(
    `update inbound set tries = tries + 1, received_at = now() where organization_id = $1 and inbound_id in (
       select inbound_id from inbound
       where organization_id = $1 and state = 'received' and received_at < now() - make_interval(secs => $2)
       order by received_at limit 20 for update skip locked)
     returning inbound_id as "inboundId", payload, tries`,
    [tx.organizationId, seconds],
  );
  const open = (inboundId: string, payload: string): string | undefined => {
    try {
      return tx.vault.openInOrganization(tx.organizationId, organization.wrappedKey, `inbound|${inboundId}`, payload);
    } catch (fault) {
      if (fault instanceof SealError) return undefined;
      throw fault;
    }
  };
  const readable: { inboundId: string; payload: string; tries: number }[] = [];
  for (const { inboundId, payload, tries } of rows) {
    const opened = open(inboundId, payload);
    if (opened === undefined) await failInbound(tx, inboundId);
    else readable.push({ inboundId, payload: opened, tries });
  }
  return readable;
}
