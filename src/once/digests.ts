import { createHmac } from 'node:crypto';
import { inOrder, Refusal } from '../kernel/index.js';

/** What is kept of a key and of what it was given with, in hexadecimal. */
export interface KeyDigests {
  /** Of the key, and of whose it is: nobody else's is ever the same. */
  key: string;
  /** Of the change, and of all that was given for it. */
  input: string;
}

/** What digests are made of begins with these, so that neither is taken for the other; each ends in its version. */
const KEY_FORM = 'harborlight idempotency key 1';
const INPUT_FORM = 'harborlight idempotency input 1';
const SECRET_FORM = 'harborlight secret 1';
const SECRET_BYTES = 16;

/**
 * Digests under a key of the server. The key that was given goes into both, and is kept nowhere: whoever has the whole
 * database, the server's key too, would have to guess it before she could try out what was given.
 */
export class Digests {
  /**
   * @param serverKey the key; or why there is none at hand: what needs a digest is turned down so, and a server answers all else
   */
  constructor(private readonly serverKey: Buffer | Refusal) {}

  of(viewer: string, key: string, change: string, given: object): KeyDigests {
    return {
      key: this.digest([KEY_FORM, viewer, key]),
      input: this.digest([INPUT_FORM, viewer, key, change, given]),
    };
  }

  /**
   * What nobody can guess of a thing of ours, and nobody must keep: 128 bits, the same each time.
   * @param of the thing's id; and what else only whoever is told the secret has, where not even a thief of the database
   *   with the server's key may make it
   */
  secretOf(purpose: string, ...of: string[]): string {
    return Buffer.from(this.digest([SECRET_FORM, purpose, ...of]), 'hex')
      .subarray(0, SECRET_BYTES)
      .toString('base64url');
  }

  /** Of JSON, fields in one order. What is absent and what is null differ: a change may leave one and empty the other. */
  private digest(parts: readonly unknown[]): string {
    if (this.serverKey instanceof Refusal) throw this.serverKey;
    const text = JSON.stringify(parts, (_name, value: unknown) => inOrder(value));
    return createHmac('sha256', this.serverKey).update(text).digest('hex');
  }
}
