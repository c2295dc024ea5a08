import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

/** A sealed text could not be opened: another key, a changed byte, or a value moved to another row. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

const version = 's1';

const nonceBytes = 12;
/** Random bytes for many nonces, fetched at once: each fetch costs more than sealing a line. Each is handed out once. */
const nonces = Buffer.alloc(nonceBytes * 256);
let handedOut = nonces.length;

function freshNonce(): Buffer {
  if (handedOut === nonces.length) {
    randomFillSync(nonces);
    handedOut = 0;
  }
  handedOut += nonceBytes;
  return Buffer.from(nonces.subarray(handedOut - nonceBytes, handedOut));
}

/**
 * AES-256-GCM with a random 96-bit nonce and a 128-bit tag. `bound` names where the value belongs (organization, table,
 * row, field): it is authenticated, so a value moved elsewhere does not open.
 */
export function seal(key: Buffer, keyId: string, bound: string, plain: Buffer): string {
  const nonce = freshNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(`${bound}|${keyId}`));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const packed = Buffer.concat([nonce, cipher.getAuthTag(), body]);
  return `${version}.${keyId}.${packed.toString('base64url')}`;
}

function partsOf(sealed: string): { readonly keyId: string; readonly packed: Buffer } {
  const [kind, keyId, body, ...more] = sealed.split('.');
  if (kind !== version || !keyId || !body || more.length > 0) throw new SealError('This is not a sealed value.');
  const packed = Buffer.from(body, 'base64url');
  // Base64 has spare bits and is read leniently: a value that was not written by `seal` must not open.
  if (packed.toString('base64url') !== body) throw new SealError('This sealed value was changed.');
  return { keyId, packed };
}

/** Which key a sealed value needs. Throws SealError for anything that is no sealed value. */
export const keyIdOf = (sealed: string): string => partsOf(sealed).keyId;

/** The opposite of `seal`. Throws SealError unless key, place and every bit are right. */
export function unseal(key: Buffer, bound: string, sealed: string): Buffer {
  const { keyId, packed } = partsOf(sealed);
  if (packed.length < 28) throw new SealError('This sealed value is too short.');
  const decipher = createDecipheriv('aes-256-gcm', key, packed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(`${bound}|${keyId}`));
  decipher.setAuthTag(packed.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(packed.subarray(28)), decipher.final()]);
  } catch (cause) {
    throw new SealError('A sealed value did not open: wrong key, wrong place, or changed.', { cause });
  }
}
