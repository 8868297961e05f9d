import { parsePhoneNumberFromString, parseDigits } from 'libphonenumber-js/max';
import { z } from 'zod';
import { refuse } from '../kernel/index.js';

export const phoneKinds = ['VOICE', 'TEXT', 'TTY', 'FAX'] as const;

export const phoneInput = z.strictObject({
  number: z.string().trim().min(2).max(40),
  kind: z.enum(phoneKinds),
  extension: z
    .string()
    .regex(/^\d{1,10}$/)
    .nullish(),
  note: z.string().max(300).nullish(),
});

export interface DialedNumber {
  /** E.164, or a short code as it is dialed. */
  number: string;
  display: string;
}

/** Numbers that are dialed as they stand: 911, 988, 211, 711, and text codes of five or six digits. */
const SHORT_CODE_DIGITS_MAX = 6;

/**
 * @throws Refusal `INVALID` where no such number can be dialed in the United States or from abroad
 */
export function dialedNumber(written: string, field: string): DialedNumber {
  const digits = parseDigits(written);
  if (
    digits.length >= 3 &&
    digits.length <= SHORT_CODE_DIGITS_MAX &&
    !written.trim().startsWith('+')
  ) {
    return { number: digits, display: digits };
  }
  const parsed = parsePhoneNumberFromString(written, 'US');
  if (!parsed?.isPossible()) refuse(`"${written}" is not a number that can be dialed.`, field);
  const national = parsed.countryCallingCode === '1';
  return {
    number: parsed.number,
    display: national
      ? parsed.formatNational().replace(/^\((\d{3})\) /, '$1-')
      : parsed.formatInternational(),
  };
}
