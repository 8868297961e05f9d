import { Temporal } from 'temporal-polyfill';
import { enumOf } from '../kernel/index.js';

/** `DUE`: the confirmation still holds, and runs out within 30 days. `OVERDUE`: it has run out. */
export const VerificationState = enumOf('CURRENT', 'DUE', 'OVERDUE', 'NEVER');
export type VerificationState = keyof typeof VerificationState;

const DAY_MS = 86_400_000;
/** Beds change more than lines and offices do; the AIRS standard asks for once a year at least, of anything. */
const HOLDS_MONTHS = { HOUSING: 6, SERVICE: 12 } as const;
const DUE_BEFORE_DAYS = 30;

/** When a listing is to be confirmed again: on the same day of a later month, or its last. */
export const dueAt = (confirmedAt: Date, type: keyof typeof HOLDS_MONTHS): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(confirmedAt.getTime())
      .toZonedDateTimeISO('UTC')
      .add({ months: HOLDS_MONTHS[type] }).epochMilliseconds,
  );

/** @param dueAtText when the last confirmation runs out, ISO 8601; null where there was none */
export function verificationState(dueAtText: string | null, now: Date): VerificationState {
  if (dueAtText === null) return 'NEVER';
  const leftMs = Date.parse(dueAtText) - now.getTime();
  if (leftMs <= 0) return 'OVERDUE';
  return leftMs <= DUE_BEFORE_DAYS * DAY_MS ? 'DUE' : 'CURRENT';
}
