import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  timingSafeEqual,
} from 'node:crypto';
import { refuse } from './refusal.js';

const SIGNATURE_BYTES = 12;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ANOTHER_QUESTION =
  'This cursor was altered, or comes from another question. Ask again without it.';

/** Where a walk stands: the sort keys of the last row seen. All of them are told already. */
export type Position = string[];

/** Opaque cursors: signed, so that an altered one or one from another question is refused. */
export class Cursors {
  private readonly cipherKey: Buffer;

  constructor(private readonly key: Buffer) {
    this.cipherKey = createHmac('sha256', key).update('what cursors hide').digest();
  }

  /** @param question what was asked, its arguments included, without `first` and `after` */
  seal(question: string, position: Position): string {
    const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
    return `${payload}.${this.sign(question, payload)}`;
  }

  /** @throws Refusal `INVALID` where the cursor is altered, or is another question's */
  open(question: string, cursor: string): Position {
    const [payload = '', signature = '', ...rest] = cursor.split('.');
    // Text against text: base64url decodes the same bytes from more than one.
    const [given, right] = [Buffer.from(signature), Buffer.from(this.sign(question, payload))];
    if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) {
      refuse(ANOTHER_QUESTION, 'after');
    }
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Position;
  }

  /**
   * A cursor whose place nobody reads, nor how far apart two of them are: for numbers that are told to nobody. The same place of
   * the same question has one cursor, and places of one size have cursors of one size: there is nothing else to compare.
   */
  hide(question: string, place: Buffer): string {
    // Made of what it hides: no two texts ever share one.
    const nonce = createHmac('sha256', this.key)
      .update('what cursors hide\0')
      .update(question)
      .update('\0')
      .update(place)
      .digest()
      .subarray(0, NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.cipherKey, nonce).setAAD(Buffer.from(question));
    const hidden = Buffer.concat([cipher.update(place), cipher.final()]);
    return Buffer.concat([nonce, hidden, cipher.getAuthTag()]).toString('base64url');
  }

  /**
   * @param words of the refusal
   * @throws Refusal `INVALID` where the cursor is altered, or is another question's
   */
  reveal(question: string, cursor: string, words: string): Buffer {
    const whole = Buffer.from(cursor, 'base64url');
    // Text against text: base64url decodes the same bytes from more than one.
    if (whole.length < NONCE_BYTES + TAG_BYTES || whole.toString('base64url') !== cursor)
      refuse(words, 'after');
    const decipher = createDecipheriv(CIPHER, this.cipherKey, whole.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(question))
      .setAuthTag(whole.subarray(-TAG_BYTES));
    try {
      const place = decipher.update(whole.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([place, decipher.final()]);
    } catch {
      refuse(words, 'after');
    }
  }

  private sign(question: string, payload: string): string {
    const hmac = createHmac('sha256', this.key).update(question).update('\0').update(payload);
    return hmac.digest().subarray(0, SIGNATURE_BYTES).toString('base64url');
  }
}

/** A part of what is written as JSON, its fields in one order: so that the same has one form. */
export function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A name for a question and its arguments; what is absent and what is null are the same. */
export function questionOf(name: string, args: unknown): string {
  const plain = JSON.stringify(args, (_key, value: unknown) => inOrder(value) ?? undefined);
  return `${name}:${createHash('sha256')
    .update(plain ?? '')
    .digest('base64url')}`;
}
