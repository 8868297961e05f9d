import { generateSecret, generateURI, verifySync } from 'otplib';

/** What every authenticator app takes, and some take nothing else (RFC 6238: SHA-1, six digits, half a minute). */
const STEP_SECONDS = 30;
/** Of clocks that differ: one step before this one, and one after. */
const TOLERANCE_SECONDS = 30;
/** RFC 4226, 4: 160 bits. */
const SECRET_BYTES = 20;
const ISSUER = 'Harborlight';
const MS = 1_000;
const codeForm = /^\d{6}$/;

/** A fresh secret, in base32. */
export const newSecret = (): string => generateSecret({ length: SECRET_BYTES });

/** A secret as an app takes it from a picture of squares: `otpauth://totp/…`. */
export const secretAddress = (secret: string, email: string): string =>
  generateURI({ issuer: ISSUER, label: email, secret });

/**
 * The step of time that a code is of: how many half minutes since 1970.
 * @param code six digits; blanks between them are passed over
 * @returns null where it is the code of no step that counts now
 */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!codeForm.test(token)) return null;
  const epoch = Math.floor(now.getTime() / MS);
  const held = verifySync({ secret, token, epoch, epochTolerance: TOLERANCE_SECONDS });
  return held.valid ? Math.floor(epoch / STEP_SECONDS) + held.delta : null;
}
