import { randomBytes } from 'node:crypto';
import type { Clock } from '../mentoring';
import {
  clearDue,
  deleteFile,
  fileById,
  fileLink,
  insertFile,
  recordAudit,
  type Store,
  type StoredFile,
  setDue,
  type Tx,
} from '../store';
import type { House } from './house';

/** A file whose day is over. */
export const fileEndKind = 'file-ends';
const hours = 24;

/** Keeps a file for one person for 24 hours; returns the token of its link, which is kept nowhere. */
export async function offerFile(tx: Tx, file: StoredFile): Promise<string> {
  const fileId = tx.newId();
  const token = randomBytes(32).toString('base64url');
  const ends = tx.at.plus({ hours }).toJSDate();
  await insertFile(tx, { ...file, fileId }, token, ends);
  await setDue(tx, fileEndKind, fileId, ends);
  return token;
}

/** The address of a file by its token; undefined where nobody has said how the running program is reached. */
export const fileAddress = ({ publicUrl }: Pick<House, 'publicUrl'>, token: string): string | undefined =>
  publicUrl === undefined
    ? undefined
    : new URL(`files/${token}`, publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`).toString();

export type Fetched =
  | { readonly found: 'file'; readonly name: string; readonly content: string }
  | { readonly found: 'nothing' }
  | { readonly found: 'ended' };

/** The file of a token, once more noted in the audit: for whom it is, of what kind, and when; never what it says. */
export async function fetchFile(store: Store, clock: Clock, token: string): Promise<Fetched> {
  const link = await fileLink(store, token);
  if (!link) return { found: 'nothing' };
  if (link.expiresAt <= clock.now().toJSDate()) return { found: 'ended' };
  return store.inOrganization(link.organizationId, undefined, async (tx) => {
    const file = await fileById(tx, link.fileId);
    if (!file) return { found: 'ended' };
    const reader = file.personId === null ? tx : { ...tx, actorId: file.personId };
    await recordAudit(reader, {
      action: 'fetch',
      objectKind: `file:${file.kind}`,
      objectId: link.fileId,
      outcome: 'done',
    });
    return { found: 'file', name: file.name, content: file.content };
  });
}

/** Deletes a file whose day is over. */
export async function endFile(tx: Tx, fileId: string): Promise<void> {
  await deleteFile(tx, fileId);
  await clearDue(tx, [fileEndKind], fileId);
}
