import { ownerKeys } from './people';
import type { Tx } from './store';

/** What a coordinator has written to both people of a pair. */
export type PairLetter = { readonly letterId: string; readonly pairingId: string; readonly writerId: string };

const place = (letterId: string): string => `pair_letter|${letterId}|words`;

/** Keeps the words, sealed with the writer's key; false where a letter of this id is there already. */
export async function insertLetter(tx: Tx, letter: PairLetter, words: string): Promise<boolean> {
  const { letterId, pairingId, writerId } = letter;
  const sealed = tx.vault.sealFor(await ownerKeys(tx, writerId), place(letterId), words);
  const rows: unknown[] = await tx.manager.query(
    `insert into pair_letter (organization_id, letter_id, pairing_id, writer_id, words, written_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning letter_id`,
    [tx.organizationId, letterId, pairingId, writerId, sealed, tx.at.toJSDate()],
  );
  return rows.length > 0;
}

/** The letter with its words, for the two to whom it was written; undefined where it is gone. */
export async function letterById(tx: Tx, letterId: string): Promise<(PairLetter & { words: string }) | undefined> {
  const [row]: (PairLetter & { words: string })[] = await tx.manager.query(
    `select letter_id as "letterId", pairing_id as "pairingId", writer_id as "writerId", words
     from pair_letter where organization_id = $1 and letter_id = $2`,
    [tx.organizationId, letterId],
  );
  return row && { ...row, words: tx.vault.openFor(await ownerKeys(tx, row.writerId), place(letterId), row.words) };
}
