import { z } from 'zod';
import { ownerKeys } from './people';
import { SealError } from './seal';
import type { Tx } from './store';

/** Whose draft of which form: one for each person, intent and what it is about. */
export type DraftKey = { readonly personId: string; readonly intent: string; readonly subject: string };

/** What was typed, by field id, and the arguments with which the form opens again. */
export type DraftWords = z.infer<typeof wordsSchema>;
export type StandingDraft = Pick<DraftKey, 'intent' | 'subject'> & { readonly keptAt: Date };

const wordsSchema = z.object({
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

const place = ({ personId, intent, subject }: DraftKey): string => `draft|${personId}|${intent}|${subject}|words`;
const keyOf = (tx: Tx, { personId, intent, subject }: DraftKey): string[] => [
  tx.organizationId,
  personId,
  intent,
  subject,
];

/** Keeps what a person has typed, sealed with her key; it takes the place of what was kept of the same form before. */
export async function saveDraft(tx: Tx, key: DraftKey, words: DraftWords): Promise<void> {
  const sealed = tx.vault.sealFor(await ownerKeys(tx, key.personId), place(key), JSON.stringify(words));
  await tx.manager.query(
    `insert into draft (organization_id, person_id, intent, subject, words, kept_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (organization_id, person_id, intent, subject) do update set words = excluded.words, kept_at = excluded.kept_at`,
    [...keyOf(tx, key), sealed, tx.at.toJSDate()],
  );
}

/** What was typed; undefined where nothing is kept, or it cannot be opened any more. */
export async function draftAt(tx: Tx, key: DraftKey): Promise<DraftWords | undefined> {
  const rows: { words: string }[] = await tx.manager.query(
    'select words from draft where organization_id = $1 and person_id = $2 and intent = $3 and subject = $4',
    keyOf(tx, key),
  );
  const [row] = rows;
  if (!row) return undefined;
  try {
    const opened = tx.vault.openFor(await ownerKeys(tx, key.personId), place(key), row.words);
    return wordsSchema.safeParse(JSON.parse(opened)).data;
  } catch (fault) {
    if (fault instanceof SealError) return undefined;
    throw fault;
  }
}

/** Deletes a draft; false where there is none. */
export async function deleteDraft(tx: Tx, key: DraftKey): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    'delete from draft where organization_id = $1 and person_id = $2 and intent = $3 and subject = $4',
    keyOf(tx, key),
  );
  return count > 0;
}

/** The forms that this person has begun, the newest first; what she typed stays sealed. */
export async function draftsOf(tx: Tx, personId: string): Promise<readonly StandingDraft[]> {
  return tx.manager.query(
    `select intent, subject, kept_at as "keptAt" from draft where organization_id = $1 and person_id = $2
     order by kept_at desc, intent, subject`,
    [tx.organizationId, personId],
  );
}
