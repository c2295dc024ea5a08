import type { EntityManager } from 'typeorm';
import type { Store, Tx } from '../store';
import { tableRules } from '.';
import type { Expiry, TableRule } from './rule';

/** How many rows of a table are over, or were deleted or emptied. */
export type Expired = { readonly table: string; readonly does: Expiry['does']; readonly rows: number };

const atOnce = 1000;

const over = (rule: TableRule, expiry: Expiry): string => {
  const filled =
    expiry.does === 'empties' ? `(${expiry.columns.map((column) => `t.${column} is not null`).join(' or ')}) and ` : '';
  return `from ${rule.table} t where t.organization_id = $1 and ${filled}(${expiry.when})`;
};

async function expireSome(manager: EntityManager, rule: TableRule, expiry: Expiry, values: unknown[]): Promise<number> {
  const some = `t.ctid in (select t.ctid ${over(rule, expiry)} and $2::timestamptz is not null limit ${atOnce})`;
  const change =
    expiry.does === 'deletes'
      ? `delete from ${rule.table} t where ${some}`
      : `update ${rule.table} t set ${expiry.columns.map((column) => `${column} = null`).join(', ')} where ${some}`;
  const [, count]: [unknown[], number] = await manager.query(change, values);
  return count;
}

async function countOver(tx: Tx, rule: TableRule, expiry: Expiry, values: unknown[]): Promise<number> {
  const rows: { rows: number }[] = await tx.manager.query(
    `select count(*)::int as rows ${over(rule, expiry)} and $2::timestamptz is not null`,
    values,
  );
  return rows[0]?.rows ?? 0;
}

/**
 * What is over by now. It is deleted to be counted, as rows go that stand in the way of others, and all of it is brought
 * back: nothing is changed.
 */
export async function countExpired(tx: Tx): Promise<readonly Expired[]> {
  const values = [tx.organizationId, tx.at.toJSDate()];
  const counts: Expired[] = [];
  await tx.manager.query('savepoint before_count');
  for (const rule of tableRules)
    for (const expiry of rule.expires) {
      let rows = 0;
      if (rule.appendOnly) rows = await countOver(tx, rule, expiry, values);
      else
        for (let count = atOnce; count === atOnce; rows += count)
          count = await expireSome(tx.manager, rule, expiry, values);
      counts.push({ table: rule.table, does: expiry.does, rows });
    }
  await tx.manager.query('rollback to savepoint before_count');
  return counts;
}

/** One transaction as the login role, which owns the tables; row-level security holds for it as well. */
const asOwner = <T>(store: Store, organizationId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> =>
  store.dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('mentor.organization', $1, true)`, [organizationId]);
    return work(manager);
  });

/**
 * Deletes what is over, in small transactions. The business role may only append to events and audit: those are cleared by
 * the login role, inside the same row-level security and by the organization's own id.
 */
export async function expire(store: Store, organizationId: string): Promise<readonly Expired[]> {
  const values = [
    organizationId,
    await store.inOrganization(organizationId, undefined, async (tx) => tx.at.toJSDate()),
  ];
  const done: Expired[] = [];
  for (const rule of tableRules) {
    const within = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
      rule.appendOnly
        ? asOwner(store, organizationId, work)
        : store.inOrganization(organizationId, undefined, (tx) => work(tx.manager));
    for (const expiry of rule.expires) {
      let rows = 0;
      for (let count = atOnce; count === atOnce; rows += count)
        count = await within((manager) => expireSome(manager, rule, expiry, values));
      done.push({ table: rule.table, does: expiry.does, rows });
    }
  }
  return done;
}
