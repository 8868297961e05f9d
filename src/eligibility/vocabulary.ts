import { enumOf } from '../kernel/index.js';

/*
 * The closed sets of words that rules and seekers share. A rule's terms (`terms.ts`), a seeker's facts
 * (`seeker.ts`, `seeker.input.ts`) and the bits of the compact form (`clause.ts`) all take them from here.
 */

/** A trans woman is a woman, a trans man a man; girls and boys too. */
export const Gender = enumOf('WOMAN', 'MAN', 'TWO_SPIRIT', 'NONBINARY');
export type Gender = keyof typeof Gender;

export const Household = enumOf('SINGLE', 'COUPLE', 'PREGNANT', 'PARENTING', 'UNACCOMPANIED_MINOR');
export type Household = keyof typeof Household;

export const Situation = enumOf(
  'SEX_TRAFFICKING',
  'LABOR_TRAFFICKING',
  'EXPLOITATION',
  'AT_RISK',
  'DOMESTIC_VIOLENCE',
  'SEXUAL_ASSAULT',
  'STALKING',
  'HOMELESS',
  'RUNAWAY',
);
export type Situation = keyof typeof Situation;

/** How someone belongs to a nation: three facts, never merged. */
export const NationBasis = enumOf('ENROLLED', 'DESCENDANT', 'LIVES_WITHIN');
export type NationBasis = keyof typeof NationBasis;

export const AccessNeed = enumOf('WHEELCHAIR', 'DEAF', 'BLIND');
export type AccessNeed = keyof typeof AccessNeed;

/** A service animal is not a pet. */
export const Animal = enumOf('PET', 'SERVICE_ANIMAL');
export type Animal = keyof typeof Animal;

export const SubstanceUse = enumOf('NONE', 'SOBER', 'ON_MEDICATION', 'ACTIVE');
export type SubstanceUse = keyof typeof SubstanceUse;

export const CareNeed = enumOf(
  'MENTAL_HEALTH',
  'MENTAL_HEALTH_CRISIS',
  'MEDICATION_HELP',
  'NURSING_CARE',
);
export type CareNeed = keyof typeof CareNeed;

export const ConvictionKind = enumOf('FELONY', 'VIOLENCE', 'ARSON', 'SEX_OFFENSE');
export type ConvictionKind = keyof typeof ConvictionKind;

export const Custody = enumOf('NONE', 'FOSTER_CARE', 'JUVENILE_HOLD', 'COURT_ORDER');
export type Custody = keyof typeof Custody;

export const DocumentKind = enumOf(
  'PHOTO_ID',
  'TRIBAL_ID',
  'BIRTH_CERTIFICATE',
  'SOCIAL_SECURITY_CARD',
  'INCOME_PROOF',
);
export type DocumentKind = keyof typeof DocumentKind;

export const ReferralSource = enumOf(
  'SELF',
  'REGIONAL_NAVIGATOR',
  'CHILD_PROTECTION',
  'POLICE',
  'HOSPITAL',
);
export type ReferralSource = keyof typeof ReferralSource;

/**
 * What someone of one word may also be under another, for all that was told: whoever never used is sober
 * in some houses' words, and a conviction for arson is a felony or is not. Nothing is implied either way,
 * so a rule that names the other word is asked about.
 */
export const usesItMayBe: Readonly<Record<SubstanceUse, readonly SubstanceUse[]>> = {
  NONE: ['SOBER'],
  SOBER: ['NONE'],
  ON_MEDICATION: ['NONE', 'SOBER'],
  ACTIVE: [],
};
export const convictionsItMayBe: Readonly<Record<ConvictionKind, readonly ConvictionKind[]>> = {
  FELONY: [],
  VIOLENCE: ['FELONY'],
  ARSON: ['FELONY'],
  SEX_OFFENSE: ['FELONY'],
};

/** From this age on nobody is a minor in any state of the country (the highest: 21, Mississippi). */
export const NO_MINOR_AGE_YEARS = 21;
