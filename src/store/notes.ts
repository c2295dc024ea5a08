import { ownerKeys } from './people';
import type { Tx } from './store';

const place = (sessionId: string, personId: string): string => `note|${sessionId}|${personId}|words`;

/** Keeps this person's private note on a session, sealed with her key; an empty one is taken away. */
export async function saveNote(tx: Tx, sessionId: string, personId: string, words: string): Promise<void> {
  if (words === '') {
    await tx.manager.query('delete from note where organization_id = $1 and session_id = $2 and person_id = $3', [
      tx.organizationId,
      sessionId,
      personId,
    ]);
    return;
  }
  const sealed = tx.vault.sealFor(await ownerKeys(tx, personId), place(sessionId, personId), words);
  await tx.manager.query(
    `insert into note (organization_id, session_id, person_id, words, written_at) values ($1, $2, $3, $4, $5)
     on conflict (organization_id, session_id, person_id) do update set words = $4, written_at = $5`,
    [tx.organizationId, sessionId, personId, sealed, tx.at.toJSDate()],
  );
}

/** Her own note on a session: nobody else's is ever read. '' where there is none. */
export async function noteOf(tx: Tx, sessionId: string, personId: string): Promise<string> {
  const rows: { words: string }[] = await tx.manager.query(
    'select words from note where organization_id = $1 and session_id = $2 and person_id = $3',
    [tx.organizationId, sessionId, personId],
  );
  const sealed = rows[0]?.words;
  return sealed === undefined
    ? ''
    : tx.vault.openFor(await ownerKeys(tx, personId), place(sessionId, personId), sealed);
}
