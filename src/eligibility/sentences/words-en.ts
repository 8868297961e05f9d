/* What the words of the vocabulary are called in English, and how a list of them is said. */

import { spokenList } from '../../kernel/index.js';

export const or = (words: string[]) => spokenList(words, 'or', 'en');
export const and = (words: string[]) => spokenList(words, 'and', 'en');
export const money = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});
/** In the order of the table, which is that of the vocabulary: the same words are always heard alike. */
export const each = (table: Record<string, string>, said: readonly string[]) =>
  Object.entries(table).flatMap(([word, name]) => (said.includes(word) ? [name] : []));
export const has = (said: readonly string[], ...words: string[]) =>
  words.every((word) => said.includes(word));
export const named = (name: string | undefined, otherwise: string) => name ?? otherwise;

export const ages = (from?: number, to?: number) => {
  if (from !== undefined && to !== undefined)
    return from === to ? `aged ${from}` : `aged ${from} ${to - from === 1 ? 'or' : 'to'} ${to}`;
  return from !== undefined ? `aged ${from} and older` : `up to age ${to}`;
};
export const genders = {
  WOMAN: 'women',
  MAN: 'men',
  TWO_SPIRIT: 'Two-Spirit people',
  NONBINARY: 'nonbinary people',
};
export const young = {
  WOMAN: 'girls',
  MAN: 'boys',
  TWO_SPIRIT: 'Two-Spirit children',
  NONBINARY: 'nonbinary children',
};
export const households = {
  SINGLE: 'come alone',
  COUPLE: 'come as a couple',
  PREGNANT: 'are pregnant',
  PARENTING: 'bring their children',
  UNACCOMPANIED_MINOR: 'are minors without a parent or guardian',
};
export const happened = {
  SEX_TRAFFICKING: 'sex trafficked',
  LABOR_TRAFFICKING: 'labor trafficked',
  EXPLOITATION: 'sexually exploited',
  SEXUAL_ASSAULT: 'sexually assaulted',
};
export const happening = {
  AT_RISK: 'at risk of exploitation',
  DOMESTIC_VIOLENCE: 'leaving violence at home',
  STALKING: 'being stalked',
  HOMELESS: 'without a home',
};
export const bases = {
  ENROLLED: 'enrolled citizens of',
  DESCENDANT: 'descendants of',
  LIVES_WITHIN: 'people who live within the reservation of',
};
export const access = {
  WHEELCHAIR: 'use a wheelchair',
  DEAF: 'are Deaf or hard of hearing',
  BLIND: 'are blind or have low vision',
};
export const animals = { PET: 'a pet', SERVICE_ANIMAL: 'a service animal' };
export const use = {
  NONE: 'do not use alcohol or drugs',
  SOBER: 'are sober now',
  ON_MEDICATION: 'take medication for substance use',
  ACTIVE: 'are using alcohol or drugs now',
};
export const care = {
  MENTAL_HEALTH: 'mental health care',
  MEDICATION_HELP: 'help with medication',
  NURSING_CARE: 'nursing care',
};
export const convictions = {
  FELONY: 'a felony',
  VIOLENCE: 'violence',
  ARSON: 'arson',
  SEX_OFFENSE: 'a sex offense',
};
export const custody = {
  NONE: 'in no one’s custody',
  FOSTER_CARE: 'in foster care',
  JUVENILE_HOLD: 'on a juvenile hold',
  COURT_ORDER: 'placed by a court',
};
export const documents: Record<string, string> = {
  PHOTO_ID: 'a photo ID',
  TRIBAL_ID: 'a tribal ID',
  BIRTH_CERTIFICATE: 'a birth certificate',
  SOCIAL_SECURITY_CARD: 'a Social Security card',
  INCOME_PROOF: 'proof of income',
};
export const sources = {
  REGIONAL_NAVIGATOR: 'a regional navigator',
  CHILD_PROTECTION: 'child protection',
  POLICE: 'the police',
  HOSPITAL: 'a hospital',
};
export const statuses = {
  CITIZEN: 'citizens',
  PERMANENT_RESIDENT: 'permanent residents',
  ELIGIBLE_NONCITIZEN: 'eligible noncitizens',
  VISA_HOLDER: 'people with a visa',
  UNDOCUMENTED: 'people without papers',
};
