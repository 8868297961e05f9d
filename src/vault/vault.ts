import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { Refusal } from '../kernel/index.js';

const CIPHER = 'aes-256-gcm';
export const KEY_BYTES = 32;
/** Drawn anew for every sealing: 2^32 of one key are safe (NIST SP 800-38D, 8.3), and a network has thousands. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface DataKey {
  id: string;
  /** 32 random bytes. */
  bytes: Buffer;
}

/** The one column of the one row that a text is sealed for; it opens nowhere else. */
export interface SealedPlace {
  schema: string;
  table: string;
  column: string;
  row: string;
}

export interface Sealed {
  keyId: string;
  nonce: Buffer;
  /** What was sealed, and after it the tag by which any change is seen. */
  sealed: Buffer;
}

/** What cannot be opened, and why: its key is not at hand, or it is not what was sealed there. */
export class SealFault extends Refusal {
  constructor(readonly reason: 'NO_KEY' | 'BROKEN') {
    super(
      'UNAVAILABLE',
      reason === 'NO_KEY'
        ? 'What is sealed here is under a key that this server was not given. Whoever runs it must add that ' +
            'key to HARBORLIGHT_DATA_KEY or HARBORLIGHT_DATA_KEY_FILE; "harborlight doctor" says which it is.'
        : 'What is sealed here cannot be opened: it was changed, moved, or sealed under another key of the ' +
            'same name. Bring it back from a backup, or enter it anew.',
    );
  }
}

/**
 * Seals texts and opens them again: AES-256-GCM under the first of its keys, each text bound to its place.
 * The others open what was sealed before. Nothing of a key is seen in what a vault prints as.
 */
export class Vault {
  readonly #keys: ReadonlyMap<string, KeyObject>;
  /** Seals; null where there is no key. */
  readonly currentKeyId: string | null;

  /** @param keys the newest first */
  constructor(keys: readonly DataKey[]) {
    this.#keys = new Map(keys.map(({ id, bytes }) => [id, createSecretKey(bytes)]));
    this.currentKeyId = keys[0]?.id ?? null;
  }

  /** By how many keys it opens. */
  get size(): number {
    return this.#keys.size;
  }

  /** @throws Error where there is no key: whoever seals asks for `currentKeyId` first */
  seal(text: string, place: SealedPlace): Sealed {
    const keyId = this.currentKeyId;
    if (keyId === null) throw new Error('A vault without a key was asked to seal.');
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#keys.get(keyId)!, nonce, {
      authTagLength: TAG_BYTES,
    });
    cipher.setAAD(boundTo(place, keyId));
    const body = [cipher.update(text, 'utf8'), cipher.final()];
    return { keyId, nonce, sealed: Buffer.concat([...body, cipher.getAuthTag()]) };
  }

  /** @throws SealFault where its key is not at hand, or anything of it, its place or its key is another's */
  open({ keyId, nonce, sealed }: Sealed, place: SealedPlace): string {
    const key = this.#keys.get(keyId);
    if (!key) throw new SealFault('NO_KEY');
    if (nonce.length !== NONCE_BYTES || sealed.length < TAG_BYTES) throw new SealFault('BROKEN');
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(place, keyId));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const body = decipher.update(sealed.subarray(0, -TAG_BYTES));
    try {
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    } catch {
      throw new SealFault('BROKEN');
    }
  }
}

/** A list written as JSON: no two places are written alike. */
export const boundTo = ({ schema, table, column, row }: SealedPlace, keyId: string): Buffer =>
  Buffer.from(JSON.stringify(['harborlight', schema, table, column, row, keyId]));
