import { enumOf } from '../kernel/index.js';

export const ListingStatus = enumOf('ACTIVE', 'PAUSED', 'WITHDRAWN');
export type ListingStatus = keyof typeof ListingStatus;

export const ServiceAreaKind = enumOf('COUNTIES', 'REGION', 'NATION', 'STATEWIDE', 'NATIONWIDE');
export type ServiceAreaKind = keyof typeof ServiceAreaKind;

/** What a listing does or does not ask of the person who comes. */
export const Policy = enumOf(
  'NO_ID_REQUIRED',
  'NO_POLICE_REPORT_REQUIRED',
  'SELF_REFERRAL',
  'NO_SOBRIETY_REQUIRED',
  'PETS_WELCOME',
  'PHONE_KEPT',
  'NIGHT_INTAKE',
  'WALK_IN',
  'NO_FEE',
  'NO_PROGRAM_REQUIRED',
  'NO_CURFEW',
  'STAFF_AWAKE_OVERNIGHT',
  'CHILDREN_STAY_TOGETHER',
  'SURVIVOR_LED',
);
export type Policy = keyof typeof Policy;

/**
 * What is confirmed by itself, for it is found out in another way. `CONTACT`: how it is reached. `ELIGIBILITY`: whom it takes, and what it
 * asks. `HOURS`: when it is open. `PLACE`: where it is, and where those whom it serves are.
 */
export const FieldGroup = enumOf('CONTACT', 'ELIGIBILITY', 'HOURS', 'PLACE');
export type FieldGroup = keyof typeof FieldGroup;
export const fieldGroups = Object.values(FieldGroup);

export const ConfirmationMethod = enumOf('CALL', 'VISIT', 'EMAIL', 'OWN_STAFF');
export type ConfirmationMethod = keyof typeof ConfirmationMethod;
