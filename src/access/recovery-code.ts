import { randomInt } from 'node:crypto';

const RECOVERY_CODES = 10;
/** 80 bits: as none is guessed, none needs a slow digest, nor a count of its own. */
const LETTERS = 16;
const GROUP_LETTERS = 4;
/** Douglas Crockford's: none of them is taken for another. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const form = /^[0-9a-hjkmnp-tv-z]{16}$/;

/** Fresh codes for the day there is no phone, each good once, as they are written on paper: `xxxx-xxxx-xxxx-xxxx`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    Array.from(
      { length: LETTERS },
      (_, at) =>
        (at > 0 && at % GROUP_LETTERS === 0 ? '-' : '') + alphabet[randomInt(alphabet.length)],
    ).join(''),
  );

/** A recovery code however it was typed; null where it can be none. */
export function recoveryCodeIn(typed: string): string | null {
  const plain = typed
    .toLowerCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
  return form.test(plain) ? plain : null;
}
