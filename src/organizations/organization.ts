import { enumOf } from '../kernel/index.js';

/** What an organization is. */
export const OrganizationKind = enumOf(
  'NONPROFIT',
  'TRIBAL_GOVERNMENT',
  'STATE_AGENCY',
  'COUNTY_AGENCY',
  'CITY_AGENCY',
  'FAITH_BASED',
  'HEALTH_SYSTEM',
  'SCHOOL_DISTRICT',
  'UNIVERSITY',
  'LAW_ENFORCEMENT',
  'PROSECUTOR_OFFICE',
  'COURT',
  'LODGING_BUSINESS',
  'COALITION',
  // No source says what it is: of many a public listing tells the name alone.
  'UNSTATED',
);
export type OrganizationKind = keyof typeof OrganizationKind;

/** What it does in the response; one may do several. */
export const NetworkRole = enumOf(
  'PROVIDER',
  'ADVOCACY',
  'REGIONAL_NAVIGATOR',
  'PROSECUTION',
  'POLICE',
  'HEALTH',
  'SCHOOL',
  'LODGING',
  'TRIBAL_GOVERNMENT',
  'STATE_AGENCY',
  'CHILD_PROTECTION',
  'MULTIDISCIPLINARY_TEAM',
  'CRISIS_LINE',
  'LEGAL_AID',
  'YOUTH_SERVICES',
  'FAITH_COMMUNITY',
  'SURVIVOR_LED',
  'TRAINING',
);
export type NetworkRole = keyof typeof NetworkRole;

/** What a contact is for. */
export const ContactPurpose = enumOf(
  'GENERAL',
  'INTAKE',
  'CRISIS',
  'NAVIGATION',
  'REFERRAL',
  'ADMINISTRATION',
  'SOCIAL_SERVICES',
  'CHILD_WELFARE',
  'LAW_ENFORCEMENT',
  'PROSECUTION',
  'TRAINING',
  'MULTIDISCIPLINARY_TEAM',
);
export type ContactPurpose = keyof typeof ContactPurpose;
