import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** The master keys, by id; new secrets are wrapped with `current`. 32 bytes each. */
export type MasterKeys = { readonly current: string; readonly byId: ReadonlyMap<string, Buffer> };

export type ParsedKeys =
  | { readonly ok: true; readonly keys: MasterKeys }
  | { readonly ok: false; readonly reason: string };

/** Reads `id:base64,id:base64` (the first is the current one). The reason never repeats a value. */
export function parseMasterKeys(text: string): ParsedKeys {
  const byId = new Map<string, Buffer>();
  for (const [index, entry] of text.split(',').entries()) {
    const [id, encoded] = entry.trim().split(':');
    if (!id || !encoded || !/^[a-z0-9_-]{1,20}$/i.test(id)) {
      return { ok: false, reason: `entry ${index + 1} is not of the form id:key, like k1:… (32 bytes in base64)` };
    }
    const key = Buffer.from(encoded, 'base64');
    if (key.length !== 32)
      return { ok: false, reason: `the key "${id}" is ${key.length} bytes long, and 32 are needed` };
    if (byId.has(id)) return { ok: false, reason: `the key id "${id}" stands there twice` };
    byId.set(id, key);
  }
  const current = byId.keys().next().value;
  return current === undefined ? { ok: false, reason: 'it holds no key' } : { ok: true, keys: { current, byId } };
}

/** A fresh value for MENTOR_KEYS, or for its front: under an id that none of the known keys has. */
export function makeMasterKeys(known: Iterable<string> = []): string {
  const numbers = [...known].map((id) => Number(/^k(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `k${Math.max(0, ...numbers) + 1}:${randomBytes(32).toString('base64')}`;
}

/** The keys of the embedded database: made at first use, kept beside it in a file only its owner can read. */
export function keysInFolder(folder: string): string {
  const file = keysFile(folder);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${makeMasterKeys()}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

/** Where the keys of the embedded database stand. */
export const keysFile = (folder: string): string => join(folder, 'keys');

/** Writes other keys into the folder's file, in one step: whoever reads it finds the old ones or the new ones, whole. */
export function writeKeysInFolder(folder: string, text: string): void {
  const beside = `${keysFile(folder)}.new`;
  writeFileSync(beside, `${text}\n`, { mode: 0o600 });
  sync(beside);
  renameSync(beside, keysFile(folder));
  sync(folder);
}

function sync(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
