import { createHmac } from 'node:crypto';

const STEP_MS = 30_000;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes of a text in base32. */
export function bytesOf(base32: string): Buffer {
  const bits = [...base32]
    .map((one) => alphabet.indexOf(one).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}

/**
 * What an authenticator app shows (RFC 6238, RFC 4226), written a second time: by the standard, and by none of the
 * libraries of the server.
 */
export function shownBy(secret: string, at: Date, steps = 0, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / STEP_MS) + steps));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const word = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff;
  return String(word % 10 ** digits).padStart(digits, '0');
}

/** Six digits that it shows neither now nor a few steps about. */
export function shownNever(secret: string, at: Date): string {
  const shown = new Set(Array.from({ length: 9 }, (_, step) => shownBy(secret, at, step - 4)));
  return [
    '000000',
    '111111',
    '222222',
    '333333',
    '444444',
    '555555',
    '666666',
    '777777',
    '888888',
    '999999',
  ].find((code) => !shown.has(code))!;
}
