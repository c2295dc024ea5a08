import { organizationIds } from './installations';
import type { Store, Tx } from './store';

/** Adds up what each organization tells; counts and closed words only. */
async function overAll<Row>(store: Store, read: (tx: Tx) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (const organizationId of await organizationIds(store))
    all.push(...(await store.inOrganization(organizationId, undefined, read)));
  return all;
}

/** How many messages there are of which nobody knows whether they arrived. */
export async function countUncertain(store: Store): Promise<number> {
  const rows = await overAll<{ messages: number }>(store, (tx) =>
    tx.manager.query(
      `select count(*)::int as messages from message where organization_id = $1 and state in ('dead', 'uncertain') and state = 'uncertain'`,
      [tx.organizationId],
    ),
  );
  return rows.reduce((sum, { messages }) => sum + messages, 0);
}

/** How often somebody tried what she has no right to, by the kind of thing that it was about. */
export async function countDenied(store: Store): Promise<readonly { readonly rule: string; readonly times: number }[]> {
  const rows = await overAll<{ rule: string; times: number }>(store, (tx) =>
    tx.manager.query(
      `select object_kind as rule, count(*)::int as times from audit where organization_id = $1 and outcome = 'denied'
       group by object_kind`,
      [tx.organizationId],
    ),
  );
  const sums = new Map<string, number>();
  for (const { rule, times } of rows) sums.set(rule, (sums.get(rule) ?? 0) + times);
  return [...sums].map(([rule, times]) => ({ rule, times }));
}

/** Messages a second that the slowest installation of each platform is sent at present. */
export async function slowestRates(
  store: Store,
): Promise<readonly { readonly channel: string; readonly rate: number }[]> {
  const rows = await store.sql('select channel, min(rate) as rate from budget where rate > 0 group by channel');
  return rows.map(({ channel, rate }) => ({ channel: String(channel), rate: Number(rate) }));
}
