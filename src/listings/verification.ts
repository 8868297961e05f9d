import { Temporal } from 'temporal-polyfill';
import { enumOf } from '../kernel/index.js';
import { fieldGroups, type ConfirmationMethod, type FieldGroup } from './listing.js';

/** `DUE`: the confirmation still holds, and runs out within 30 days. `OVERDUE`: it has run out. */
export const VerificationState = enumOf('CURRENT', 'DUE', 'OVERDUE', 'NEVER');
export type VerificationState = keyof typeof VerificationState;

const DAY_MS = 86_400_000;
/** Beds change more than lines and offices do; the AIRS standard asks for once a year at least, of anything. */
const HOLDS_MONTHS = { HOUSING: 6, SERVICE: 12 } as const;
const DUE_BEFORE_DAYS = 30;

/** A confirmation as it is told, before the clock says what state that is; null in all of it where there was none. */
export interface ToldConfirmation {
  confirmedAt: string | null;
  dueAt: string | null;
  method: ConfirmationMethod | null;
  confirmedBy: string | null;
}

/** Of the group that was confirmed longest ago; each group where the last confirmation is not of them all. */
export interface ToldConfirmations extends ToldConfirmation {
  groups?: (ToldConfirmation & { group: FieldGroup })[];
}

const NONE: ToldConfirmation = { confirmedAt: null, dueAt: null, method: null, confirmedBy: null };
const dateOf = (text: string | null) => (text === null ? null : new Date(text));

const foundTrue = (
  { confirmedAt, dueAt: due, method, confirmedBy }: ToldConfirmation,
  now: Date,
) => ({
  state: verificationState(due, now),
  confirmedAt: dateOf(confirmedAt),
  confirmedBy,
  method,
  dueAt: dateOf(due),
});

/** How a listing, and each group of what it says, stands at a moment. */
export function verificationOf(told: ToldConfirmations | null | undefined, now: Date) {
  const whole: ToldConfirmations = told ?? NONE;
  const groups = whole.groups ?? fieldGroups.map((group) => ({ ...whole, group }));
  return {
    ...foundTrue(whole, now),
    groups: groups.map((one) => ({ group: one.group, ...foundTrue(one, now) })),
  };
}

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
