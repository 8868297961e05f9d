import { primaryLanguage } from '../kernel/index.js';
import type { Criterion, CriterionKind } from './criterion.js';
import type { Child, Land, Seeker } from './seeker.js';
import {
  convictionsItMayBe,
  Custody,
  Gender,
  NO_MINOR_AGE_YEARS,
  SubstanceUse,
  usesItMayBe,
  type ConvictionKind,
  type Household,
} from './vocabulary.js';

/** Whether something is so of the seeker; undefined where what was told leaves it open. */
export type Truth = boolean | undefined;

/** What a rule of a kind may say. */
export type Terms<Kind extends CriterionKind = CriterionKind> = Extract<
  Criterion,
  { kind: Kind }
>['terms'];

/** So as soon as one is so; not so only when every one is known not to be. */
export function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.every((truth) => truth === false) ? false : undefined;
}

/** So only when every one is so; not so as soon as one is not. */
export function every(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.every((truth) => truth === true) ? true : undefined;
}

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

/** From here to there, both inclusive; a bound that is not said bounds nothing. */
function within(fact: number | undefined, least: number | undefined, most: number | undefined) {
  if (fact === undefined) return undefined;
  return (least === undefined || fact >= least) && (most === undefined || fact <= most);
}

const oneOf = <Word>(words: readonly Word[], fact: Word | undefined): Truth =>
  fact === undefined ? undefined : words.includes(fact);

/** For lists that name what is so and leave the rest unknown. */
const named = <Word>(words: readonly Word[], told: readonly Word[] | undefined): Truth =>
  words.some((word) => told?.includes(word)) ? true : undefined;

function isHousehold(household: Household, seeker: Seeker): Truth {
  const { partner, pregnant, unaccompaniedMinor, age } = seeker;
  const children = seeker.children && seeker.children.length > 0;
  switch (household) {
    case 'SINGLE':
      return every([not(partner), not(children)]);
    case 'COUPLE':
      return partner;
    case 'PREGNANT':
      return pregnant;
    case 'PARENTING':
      return children;
    case 'UNACCOMPANIED_MINOR':
      return age !== undefined && age >= NO_MINOR_AGE_YEARS ? false : unaccompaniedMinor;
  }
}

/** How many come together: seeker, partner and children. More may come while the children are unknown. */
export function people({ partner, children }: Seeker): { least: number; most: number } {
  const others = children ? children.length : 0;
  return {
    least: 1 + (partner ? 1 : 0) + others,
    most: children ? 1 + (partner === false ? 0 : 1) + others : Infinity,
  };
}

export type SuchChildren = Extract<Terms<'HOUSEHOLD'>, { children: object }>['children'];

export function isSuchChild(such: SuchChildren) {
  return ({ age, gender }: Child): Truth =>
    every([
      such.genders ? oneOf(such.genders, gender) : true,
      such.ageMin === undefined && such.ageMax === undefined
        ? true
        : within(age, such.ageMin, such.ageMax),
    ]);
}

function isOfHousehold(terms: Terms<'HOUSEHOLD'>, seeker: Seeker): Truth {
  if ('households' in terms) return any(terms.households.map((one) => isHousehold(one, seeker)));
  if ('children' in terms) {
    return seeker.children && any(seeker.children.map(isSuchChild(terms.children)));
  }
  // What nobody told breaks no rule, not even one that refuses all who come (`namesEveryone` keeps the rest).
  if (seeker.partner === undefined && !seeker.children) return undefined;
  const { least, most } = people(seeker);
  const { peopleMin = 0, peopleMax = Infinity } = terms;
  if (least >= peopleMin && most <= peopleMax) return true;
  return most < peopleMin || least > peopleMax ? false : undefined;
}

function livesThere(terms: Terms<'RESIDENCE'>, home: string | undefined, land: Land): Truth {
  if (home === undefined) return undefined;
  if ('countyFips' in terms) return terms.countyFips.includes(home);
  if ('outsideCountyFips' in terms) return !terms.outsideCountyFips.includes(home);
  return any(terms.regions.map((region) => land.countiesOfRegion(region)?.includes(home)));
}

const factOfBasis = {
  ENROLLED: 'enrolled',
  DESCENDANT: 'descendant',
  LIVES_WITHIN: 'livesWithin',
} as const;

/** Of a nation that nobody told of, nothing is known; so nobody is known to belong to none. */
function isOfNation({ nations, basis }: Terms<'NATION'>, told: Seeker['nations'] = []): Truth {
  const fact = factOfBasis[basis];
  if (nations === 'ANY') return told.some((nation) => nation[fact]) || undefined;
  return any(nations.map((id) => told.find(({ nationId }) => nationId === id)?.[fact]));
}

function isConvictedOf(kind: ConvictionKind, told: readonly ConvictionKind[]): Truth {
  if (told.includes(kind)) return true;
  return told.some((one) => convictionsItMayBe[one].includes(kind)) ? undefined : false;
}

/** Whoever is not alone has a partner or children with her. */
const everyHousehold = ['SINGLE', 'COUPLE', 'PARENTING'] as const;

/**
 * Whether there is nobody whom a rule leaves out, so that it depends on no fact: of any status, of every
 * gender, whatever one uses, one person or more. Nobody is asked her status, so a rule that names each of
 * them is not among these.
 */
export function namesEveryone(terms: Terms): boolean {
  const has = <Word extends string>(said: readonly Word[], all: readonly Word[]) =>
    all.every((word) => said.includes(word));
  if ('statuses' in terms) return terms.statuses === 'ANY';
  if ('genders' in terms) return has(terms.genders, Object.values(Gender));
  if ('use' in terms) return has(terms.use, Object.values(SubstanceUse));
  if ('custody' in terms) return has(terms.custody, Object.values(Custody));
  if ('households' in terms) return has(terms.households, everyHousehold);
  return 'peopleMin' in terms && terms.peopleMin === 1 && terms.peopleMax === undefined;
}

/**
 * Whether the seeker is among those whom a rule names, by kind. What has no fact is never known. Of
 * children, animals and convictions it is whether any is such: that the rest may come too, `brought.ts` says.
 */
export const holds: {
  [Kind in CriterionKind]: (terms: Terms<Kind>, seeker: Seeker, land: Land) => Truth;
} = {
  AGE: ({ ageMin, ageMax }, { age }) => within(age, ageMin, ageMax),
  GENDER: ({ genders }, { gender }) => oneOf(genders, gender),
  HOUSEHOLD: isOfHousehold,
  SITUATION: ({ situations }, seeker) => named(situations, seeker.situations),
  LGBTQ: (_, { lgbtq }) => lgbtq,
  VETERAN: (_, { veteran }) => veteran,
  RESIDENCE: (terms, { homeCountyFips }, land) => livesThere(terms, homeCountyFips, land),
  NATION: (terms, { nations }) => isOfNation(terms, nations),
  LANGUAGE: ({ languages }, seeker) =>
    named(languages.map(primaryLanguage), seeker.languages?.map(primaryLanguage)),
  CULTURE: () => undefined,
  ACCESS: ({ needs }, { accessNeeds }) => named(needs, accessNeeds),
  ANIMALS: ({ animals }, { pets, serviceAnimal }) =>
    any(animals.map((animal) => (animal === 'PET' ? pets : serviceAnimal))),
  SUBSTANCE_USE: ({ use }, { substanceUse: told }) =>
    told && (use.includes(told) || (named(use, usesItMayBe[told]) ? undefined : false)),
  CARE_NEEDS: ({ needs }, { careNeeds }) => named(needs, careNeeds),
  CONVICTIONS: (terms, { convictions: told }) =>
    told && any(terms.convictions.map((kind) => isConvictedOf(kind, told))),
  CUSTODY: (terms, { custody }) => oneOf(terms.custody, custody),
  DOCUMENTS: (terms, { documents }) => {
    const has = (kind: string) => documents?.find((one) => one.kind === kind)?.has;
    return 'allOf' in terms ? every(terms.allOf.map(has)) : any(terms.anyOf.map(has));
  },
  INCOME: ({ monthlyMin, monthlyMax }, { monthlyIncome }) =>
    within(monthlyIncome, monthlyMin, monthlyMax),
  POLICE_COOPERATION: (_, { policeCooperation }) => policeCooperation,
  REFERRAL_SOURCE: ({ sources }, { referredBy }) => oneOf(sources, referredBy),
  IMMIGRATION: () => undefined,
  STAY_HISTORY: () => undefined,
  WORK_OR_SCHOOL: () => undefined,
  FAITH: () => undefined,
};
