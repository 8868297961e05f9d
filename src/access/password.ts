import { hash, verify } from '@node-rs/argon2';
import { Line, refuse } from '../kernel/index.js';

export const PASSWORD_LETTERS_MIN = 12;
const PASSWORD_LETTERS_MAX = 200;
/** OWASP's first choice for argon2id, 2025: 19 MiB, two passes, one lane; the library's own standard. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each takes 19 MiB and some tens of milliseconds of a core: so many at once, and so many in line. */
const HASHES_AT_ONCE = 2;
const HASHES_WAITING_MAX = 32;

const line = new Line(HASHES_AT_ONCE, HASHES_WAITING_MAX, 'Too many are signing in.');
/** Held against a password where there is no account, so that both take alike. Of a password nobody knows. */
let nobodys: Promise<string> | null = null;

/** @throws Refusal `INVALID` where it is too short to hold, or too long */
export function checkPassword(password: string, field: string): void {
  const letters = [...password].length;
  if (letters < PASSWORD_LETTERS_MIN || letters > PASSWORD_LETTERS_MAX) {
    refuse(
      `A password has ${PASSWORD_LETTERS_MIN} to ${PASSWORD_LETTERS_MAX} letters; four or five words are a good one.`,
      field,
    );
  }
}

/** Written in one of the ways of Unicode: the same keys give the same letters on every device. */
const written = (password: string) => password.normalize('NFC');

export const hashOf = (password: string): Promise<string> =>
  line.through(() => hash(written(password), cost));

/** @param known what is kept of the password; null where there is no account */
export async function isPassword(password: string, known: string | null): Promise<boolean> {
  nobodys ??= hash(crypto.randomUUID(), cost);
  const against = known ?? (await nobodys);
  const isIt = await line.through(() => verify(against, written(password)));
  return isIt && known !== null;
}
