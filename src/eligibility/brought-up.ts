import { CriterionKind } from './criterion.js';
import type { Seeker } from './seeker.js';

const ADULT_AGE_YEARS = 18;

/**
 * The criteria that the seeker's stated facts bring up: those on which a listing that does not speak of
 * them might still turn her away. With nothing told, nothing is brought up.
 */
export function broughtUp(seeker: Seeker): ReadonlySet<CriterionKind> {
  const { age, gender, children, substanceUse, custody } = seeker;
  const named = (list: readonly unknown[] | undefined) => list !== undefined && list.length > 0;
  const speaksEnglish = seeker.languages?.some((tag) => /^en\b/i.test(tag));
  // Talk and therapy are had elsewhere, wherever she sleeps.
  const careNeeds = seeker.careNeeds?.filter((need) => need !== 'MENTAL_HEALTH');
  const facts: Partial<Record<CriterionKind, boolean | undefined>> = {
    AGE: age !== undefined && age < ADULT_AGE_YEARS,
    GENDER: gender !== undefined && gender !== 'WOMAN',
    HOUSEHOLD: seeker.partner || seeker.pregnant || seeker.unaccompaniedMinor || named(children),
    LGBTQ: seeker.lgbtq,
    NATION: seeker.nations?.some((one) => one.enrolled || one.descendant || one.livesWithin),
    LANGUAGE: named(seeker.languages) && !speaksEnglish,
    ACCESS: named(seeker.accessNeeds),
    ANIMALS: seeker.pets || seeker.serviceAnimal,
    SUBSTANCE_USE: substanceUse === 'ON_MEDICATION' || substanceUse === 'ACTIVE',
    CARE_NEEDS: named(careNeeds),
    CONVICTIONS: named(seeker.convictions),
    CUSTODY: custody !== undefined && custody !== 'NONE',
    REFERRAL_SOURCE: seeker.referredBy !== undefined,
    RESIDENCE: seeker.homeCountyFips !== undefined,
    DOCUMENTS: seeker.documents?.some(({ has }) => !has),
  };
  return new Set(Object.values(CriterionKind).filter((kind) => facts[kind]));
}
