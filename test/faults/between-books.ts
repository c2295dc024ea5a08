import type { Tx } from '../../src/store';

/** A message that stands in a chat: by its key, and when it arrived (Unix seconds). */
export type Standing = { readonly key: string; readonly at: number };

/**
 * What must be 0 between the ledger and the chats: messages that count as sent and stand nowhere, that stand and do not
 * count as sent, that stand more than once, and that arrived before they were written. Quiet hours cannot be told here.
 */
export async function betweenBooks(tx: Tx, standing: readonly Standing[]) {
  const rows: { key: string; at: Date; sent: boolean; adopted: boolean }[] = await tx.manager.query(
    `select key, created_at as at, state = 'sent' as sent, tries = 0 as adopted from message`,
  );
  const sent = new Map(rows.filter((row) => row.sent).map((row) => [row.key, row.at]));
  const keys = standing.map(({ key }) => key);
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return {
    // A card that she acted on counts as sent without having been.
    phantoms: rows.filter((row) => row.sent && !row.adopted && !times.has(row.key)).length,
    orphans: keys.filter((key) => !sent.has(key)).length,
    doubled: [...times.values()].filter((count) => count > 1).length,
    early: standing.filter(({ key, at }) => at * 1000 < (sent.get(key)?.getTime() ?? 0)).length,
  };
}

export const nothing = { phantoms: 0, orphans: 0, doubled: 0, early: 0 };
