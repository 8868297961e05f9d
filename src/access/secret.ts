import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

const SECRET_BYTES = 32;
const PREFIX_LETTERS = 8;
const CHECK_LETTERS = 8;
const KEY_MARK = 'hbl_';
const keyForm = /^hbl_[A-Za-z0-9_-]{43}_[0-9a-f]{8}$/;
const tokenForm = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits, as text that goes into an address or a cookie as it is. */
export const newToken = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** Whether a text may be a token: what cannot be one is not looked for. */
export const isToken = (text: string): boolean => tokenForm.test(text);

/** What is kept of a secret of 256 bits: it proves the secret, and does not tell it. */
export const proofOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Hexadecimal, as statements take it. */
export const proofText = (secret: string): string => proofOf(secret).toString('hex');

const checkOf = (body: string) => crc32(body).toString(16).padStart(CHECK_LETTERS, '0');

/**
 * A new key for an app: a mark by which leaked keys are found, 256 random bits, and a checksum by which
 * a mistyped one is known without asking the database.
 */
export function newAppKey(): { key: string; prefix: string } {
  const body = KEY_MARK + newToken();
  return {
    key: `${body}_${checkOf(body)}`,
    prefix: body.slice(0, KEY_MARK.length + PREFIX_LETTERS),
  };
}

export function isAppKey(text: string): boolean {
  if (!keyForm.test(text)) return false;
  const at = text.length - CHECK_LETTERS;
  return timingSafeEqual(Buffer.from(text.slice(at)), Buffer.from(checkOf(text.slice(0, at - 1))));
}
