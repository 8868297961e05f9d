import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { refuse } from './refusal.js';

const SIGNATURE_BYTES = 12;

/** Where a walk stands: the sort keys of the last row seen. All of them are told already. */
export type Position = string[];

/** Opaque cursors: signed, so that an altered one or one from another question is refused. */
export class Cursors {
  constructor(private readonly key: Buffer) {}

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
      refuse(
        'This cursor was altered, or comes from another question. Ask again without it.',
        'after',
      );
    }
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Position;
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
