import { createHash } from 'node:crypto';
import { organizationOfTx } from './organizations';
import type { Store, Tx } from './store';

export type NewFile = {
  readonly fileId: string;
  /** Whom it is for; null for the administrator at the console. */
  readonly personId: string | null;
  /** What it is, like `import-results`. */
  readonly kind: string;
  /** The name under which it is saved. */
  readonly name: string;
  readonly content: string;
};
export type StoredFile = Omit<NewFile, 'fileId'>;
export type FileLink = { readonly organizationId: string; readonly fileId: string; readonly expiresAt: Date };

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const place = (fileId: string): string => `file|${fileId}|content`;

/** Keeps a file, sealed with the organization's key, and a link to it by the hash of its token: the token itself is kept nowhere. */
export async function insertFile(tx: Tx, file: NewFile, token: string, expiresAt: Date): Promise<void> {
  const { wrappedKey } = await organizationOfTx(tx);
  const sealed = tx.vault.sealInOrganization(tx.organizationId, wrappedKey, place(file.fileId), file.content);
  await tx.manager.query(
    `insert into file (organization_id, file_id, person_id, kind, name, content, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.organizationId, file.fileId, file.personId, file.kind, file.name, sealed, tx.at.toJSDate()],
  );
  await tx.manager.query(
    'insert into file_link (token_hash, organization_id, file_id, expires_at) values ($1, $2, $3, $4)',
    [hashOf(token), tx.organizationId, file.fileId, expiresAt],
  );
}

/** Where the file of this token lies; found across organizations, ids and a time only. */
export async function fileLink(store: Store, token: string): Promise<FileLink | undefined> {
  const [row] = await store.sql(
    'select organization_id as "organizationId", file_id as "fileId", expires_at as "expiresAt" from file_link where token_hash = $1',
    [hashOf(token)],
  );
  return typeof row?.organizationId === 'string' && typeof row.fileId === 'string' && row.expiresAt instanceof Date
    ? { organizationId: row.organizationId, fileId: row.fileId, expiresAt: row.expiresAt }
    : undefined;
}

/** The file, opened; undefined where it has been deleted. */
export async function fileById(tx: Tx, fileId: string): Promise<StoredFile | undefined> {
  const rows: (Omit<StoredFile, 'content'> & { content: string })[] = await tx.manager.query(
    'select person_id as "personId", kind, name, content from file where organization_id = $1 and file_id = $2',
    [tx.organizationId, fileId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { wrappedKey } = await organizationOfTx(tx);
  return {
    ...row,
    content: tx.vault.openInOrganization(tx.organizationId, wrappedKey, place(fileId), row.content),
  };
}

export async function deleteFile(tx: Tx, fileId: string): Promise<void> {
  await tx.manager.query('delete from file where organization_id = $1 and file_id = $2', [tx.organizationId, fileId]);
}

/** Forgets links that ended before that moment; until then they can say that they have ended. */
export async function forgetLinks(store: Store, before: Date): Promise<void> {
  await store.sql('delete from file_link where expires_at < $1', [before]);
}
