import { randomBytes } from 'node:crypto';
import { refuse } from '../kernel/index.js';
import { KEY_BYTES, type DataKey } from './vault.js';

const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** What tells apart two keys made on one day. */
const ID_BYTES = 4;

/** One key as it is written down: its id, a colon, and 32 bytes in base64. */
export const writeDataKey = ({ id, bytes }: DataKey): string => `${id}:${bytes.toString('base64')}`;

/** A fresh key, whose id says on which day it was made. */
export function newDataKey(now: Date): DataKey {
  const day = now.toISOString().slice(0, 10);
  return { id: `${day}.${randomBytes(ID_BYTES).toString('hex')}`, bytes: randomBytes(KEY_BYTES) };
}

/**
 * The keys of a text, the newest first: one a line, or several with commas between. Lines that begin with #
 * are for people.
 * @param source the setting it comes from, for the words of a refusal; those never repeat what was written
 * @throws Refusal `INVALID` that says which of them cannot be used, why, and what to do
 */
export function readDataKeys(text: string, source: string): DataKey[] {
  const written = text
    .split(/\r?\n/)
    .filter((line) => !line.trim().startsWith('#'))
    .flatMap((line) => line.split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (written.length === 0) refuse(`${source} holds no key. ${MAKE_ONE}`, source);
  const keys = written.map((one, index) =>
    readDataKey(one, `${source}, key ${index + 1}:`, source),
  );
  keys.forEach(({ id, bytes }, index) => {
    const before = keys.slice(0, index);
    const say = (fault: string) => refuse(`${source}, key ${index + 1}: ${fault}`, source);
    if (before.some((key) => key.id === id)) {
      say('another before it has the same id. Give each key the id it was made with.');
    }
    if (before.some((key) => key.bytes.equals(bytes))) {
      say(`another before it is the same key under another id. ${MAKE_ONE}`);
    }
  });
  return keys;
}

const MAKE_ONE = 'Make one with "harborlight keys new-data".';

function readDataKey(written: string, at: string, field: string): DataKey {
  const colon = written.indexOf(':');
  const id = written.slice(0, Math.max(colon, 0)).trim();
  if (!idForm.test(id)) {
    refuse(
      `${at} it must be written id:key, the id of at most 64 letters, digits, dots, dashes. ${MAKE_ONE}`,
      field,
    );
  }
  const base64 = written.slice(colon + 1).trim();
  const bytes = Buffer.from(base64, 'base64');
  // Node passes over what is not base64: only what is written back the same was read whole.
  if (bytes.length !== KEY_BYTES || bytes.toString('base64') !== base64) {
    refuse(`${at} what follows the colon is not ${KEY_BYTES} bytes in base64. ${MAKE_ONE}`, field);
  }
  if (bytes.every((byte) => byte === bytes[0])) {
    refuse(`${at} all its bytes are the same, so it is no random key. ${MAKE_ONE}`, field);
  }
  return { id, bytes };
}
