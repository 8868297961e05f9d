import { enumOf } from '../kernel/index.js';

/** `DUE`: the confirmation still holds, and runs out within 30 days. `OVERDUE`: it has run out. */
export const VerificationState = enumOf('CURRENT', 'DUE', 'OVERDUE', 'NEVER');
export type VerificationState = keyof typeof VerificationState;

const DAY_MS = 86_400_000;
/** A listing is confirmed twice a year, as 211 directories do (AIRS standard: at least yearly). */
export const CONFIRMATION_HOLDS_DAYS = 180;
const DUE_BEFORE_DAYS = 30;

export const dueAt = (confirmedAt: Date) =>
  new Date(confirmedAt.getTime() + CONFIRMATION_HOLDS_DAYS * DAY_MS);

/** @param dueAtText when the last confirmation runs out, ISO 8601; null where there was none */
export function verificationState(dueAtText: string | null, now: Date): VerificationState {
  if (dueAtText === null) return 'NEVER';
  const leftMs = Date.parse(dueAtText) - now.getTime();
  if (leftMs <= 0) return 'OVERDUE';
  return leftMs <= DUE_BEFORE_DAYS * DAY_MS ? 'DUE' : 'CURRENT';
}
