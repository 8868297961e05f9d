import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { boundTo, KEY_BYTES, SealFault, type SealedPlace } from './vault.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of one thing alone, as a vault seals it: to seal that under another data key, what it encloses is not touched. */
export const newContentKey = (): string => randomBytes(KEY_BYTES).toString('base64');

/** Encloses bytes under a content key, each bound to its place: nonce, what is sealed, and the tag by which any change is seen. */
export function enclose(contentKey: string, bytes: Uint8Array, place: SealedPlace): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, Buffer.from(contentKey, 'base64'), nonce, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(boundTo(place, ''));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws SealFault where anything of it, its place or its key is another's */
export function disclose(contentKey: string, enclosed: Buffer, place: SealedPlace): Buffer {
  if (enclosed.length < NONCE_BYTES + TAG_BYTES) throw new SealFault('BROKEN');
  const nonce = enclosed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, Buffer.from(contentKey, 'base64'), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(place, ''));
  decipher.setAuthTag(enclosed.subarray(-TAG_BYTES));
  const body = decipher.update(enclosed.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([body, decipher.final()]);
  } catch {
    throw new SealFault('BROKEN');
  }
}
