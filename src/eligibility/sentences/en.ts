import type { Names, Sentences } from '../sentence.js';

const or = (words: string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(words);
const and = (words: string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
const money = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});
const each = (table: Record<string, string>, words: string[]) =>
  words.map((word) => table[word] ?? 'others');
const named = (name: string | undefined, otherwise: string) => name ?? otherwise;

const ages = (from?: number, to?: number) => {
  if (from !== undefined && to !== undefined)
    return from === to ? `aged ${from}` : `aged ${from} to ${to}`;
  return from !== undefined ? `aged ${from} and older` : `up to age ${to}`;
};
const genders = {
  WOMAN: 'women',
  MAN: 'men',
  TWO_SPIRIT: 'Two-Spirit people',
  NONBINARY: 'nonbinary people',
};
const young = {
  WOMAN: 'girls',
  MAN: 'boys',
  TWO_SPIRIT: 'Two-Spirit children',
  NONBINARY: 'nonbinary children',
};
const households = {
  SINGLE: 'people who come on their own',
  COUPLE: 'couples',
  PREGNANT: 'people who are pregnant',
  PARENTING: 'parents with their children',
  UNACCOMPANIED_MINOR: 'minors who come without a parent or guardian',
};
const situations = {
  SEX_TRAFFICKING: 'have been sex trafficked',
  LABOR_TRAFFICKING: 'have been labor trafficked',
  EXPLOITATION: 'have been sexually exploited',
  AT_RISK: 'are at risk of being exploited',
  DOMESTIC_VIOLENCE: 'are leaving domestic violence',
  SEXUAL_ASSAULT: 'have been sexually assaulted',
  STALKING: 'are being stalked',
  HOMELESS: 'have no home',
  RUNAWAY: 'have run away',
};
const bases = {
  ENROLLED: 'enrolled citizens of',
  DESCENDANT: 'descendants of',
  LIVES_WITHIN: 'people who live within the reservation of',
};
const access = {
  WHEELCHAIR: 'use a wheelchair',
  DEAF: 'are Deaf or hard of hearing',
  BLIND: 'are blind or have low vision',
};
const animals = { PET: 'a pet', SERVICE_ANIMAL: 'a service animal' };
const use = {
  NONE: 'do not use alcohol or drugs',
  SOBER: 'are sober now',
  ON_MEDICATION: 'take medication for substance use',
  ACTIVE: 'are using alcohol or drugs now',
};
const care = {
  MENTAL_HEALTH: 'need mental health care',
  MENTAL_HEALTH_CRISIS: 'are in a mental health crisis',
  MEDICATION_HELP: 'need help taking medication',
  NURSING_CARE: 'need nursing care',
};
const convictions = {
  FELONY: 'for a felony',
  VIOLENCE: 'for violence',
  ARSON: 'for arson',
  SEX_OFFENSE: 'for a sex offense',
};
const custody = {
  NONE: 'people who are in no one’s custody',
  FOSTER_CARE: 'young people in foster care',
  JUVENILE_HOLD: 'young people on a juvenile hold',
  COURT_ORDER: 'people placed by a court order',
};
const documents = {
  PHOTO_ID: 'a photo ID',
  TRIBAL_ID: 'a tribal ID',
  BIRTH_CERTIFICATE: 'a birth certificate',
  SOCIAL_SECURITY_CARD: 'a Social Security card',
  INCOME_PROOF: 'proof of income',
};
const sources = {
  SELF: 'people who come on their own account',
  REGIONAL_NAVIGATOR: 'people sent by a regional navigator',
  CHILD_PROTECTION: 'people sent by child protection',
  POLICE: 'people sent by the police',
  HOSPITAL: 'people sent by a hospital',
};
const statuses = {
  CITIZEN: 'citizens',
  PERMANENT_RESIDENT: 'permanent residents',
  ELIGIBLE_NONCITIZEN: 'eligible noncitizens',
  VISA_HOLDER: 'people with a visa',
  UNDOCUMENTED: 'people without papers',
};
const culture = (slug: string) =>
  slug
    .toLowerCase()
    .split('_')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ');
const counties = (fips: string[], names: Names) =>
  fips.map((one) => named(names.county(one), 'a county not named here'));

function household(terms: {
  households?: string[];
  children?: { genders?: string[]; ageMin?: number; ageMax?: number };
  peopleMin?: number;
  peopleMax?: number;
}): string {
  if (terms.households) return or(each(households, terms.households));
  if (terms.children) {
    const { genders: whose, ageMin, ageMax } = terms.children;
    const aged = ageMin === undefined && ageMax === undefined ? '' : ` ${ages(ageMin, ageMax)}`;
    return `people who bring ${whose ? or(each(young, whose)) : 'children'}${aged}`;
  }
  const { peopleMin: from, peopleMax: to } = terms;
  if (from !== undefined && to !== undefined) {
    return from === to ? `households of ${from}` : `households of ${from} to ${to} people`;
  }
  return from !== undefined
    ? `households of ${from} or more people`
    : `households of up to ${to} people`;
}

function income({ monthlyMin, monthlyMax }: { monthlyMin?: number; monthlyMax?: number }): string {
  if (monthlyMin !== undefined && monthlyMax !== undefined) {
    return `people whose income is ${money.format(monthlyMin)} to ${money.format(monthlyMax)} a month`;
  }
  return monthlyMin !== undefined
    ? `people whose income is at least ${money.format(monthlyMin)} a month`
    : `people whose income is at most ${money.format(monthlyMax ?? 0)} a month`;
}

function residence(
  {
    countyFips,
    regions,
    outsideCountyFips,
  }: { countyFips?: string[]; regions?: string[]; outsideCountyFips?: string[] },
  names: Names,
): string {
  if (countyFips) return `people who live in ${or(counties(countyFips, names))}`;
  if (outsideCountyFips)
    return `people whose home is outside ${and(counties(outsideCountyFips, names))}`;
  return `people who live in the ${or((regions ?? []).map((id) => named(names.region(id), 'a')))} region`;
}

function stayed(terms: {
  stayedWithinDays?: number;
  shelterStayWithinDays?: number;
  barred?: true;
}): string {
  if (terms.barred) return 'people who have been barred from here before';
  return terms.stayedWithinDays !== undefined
    ? `people who have stayed here in the last ${terms.stayedWithinDays} days`
    : `people who have stayed in a shelter in the last ${terms.shelterStayWithinDays} days`;
}

export const english: Sentences = {
  stance: {
    REQUIRES: (whom) => `Only for ${whom}.`,
    SERVES: (whom) => `Welcomes ${whom}, among others.`,
    REFUSES: (whom) => `Cannot take ${whom}.`,
    CASE_BY_CASE: (whom) => `Decides case by case about ${whom}: ask.`,
  },
  unread: (about) => `Has a rule about ${about}: ask.`,
  about: {
    AGE: 'age',
    GENDER: 'gender',
    HOUSEHOLD: 'who comes together',
    SITUATION: 'what has happened',
    LGBTQ: 'LGBTQ+ people',
    VETERAN: 'veterans',
    RESIDENCE: 'where someone lives',
    NATION: 'tribal nations',
    LANGUAGE: 'language',
    CULTURE: 'culture',
    ACCESS: 'access',
    ANIMALS: 'animals',
    SUBSTANCE_USE: 'alcohol and drugs',
    CARE_NEEDS: 'care',
    CONVICTIONS: 'convictions',
    CUSTODY: 'custody',
    DOCUMENTS: 'documents',
    INCOME: 'income',
    POLICE_COOPERATION: 'the police',
    REFERRAL_SOURCE: 'who sends someone',
    IMMIGRATION: 'immigration',
    STAY_HISTORY: 'earlier stays',
    WORK_OR_SCHOOL: 'work or school',
    FAITH: 'faith',
  },
  whom: {
    AGE: ({ ageMin, ageMax }: { ageMin?: number; ageMax?: number }) =>
      `people ${ages(ageMin, ageMax)}`,
    GENDER: ({ genders: whose }: { genders: string[] }) => or(each(genders, whose)),
    HOUSEHOLD: household,
    SITUATION: (terms: { situations: string[] }) =>
      `people who ${or(each(situations, terms.situations))}`,
    LGBTQ: () => 'LGBTQ+ people',
    VETERAN: () => 'veterans',
    RESIDENCE: residence,
    NATION: (
      { nations, basis }: { nations: 'ANY' | string[]; basis: keyof typeof bases },
      names: Names,
    ) =>
      `${bases[basis]} ${
        nations === 'ANY'
          ? 'any tribal nation'
          : or(nations.map((id) => named(names.nation(id), 'a nation not named here')))
      }`,
    LANGUAGE: ({ languages }: { languages: string[] }, names: Names) =>
      `people who speak ${or(languages.map((tag) => named(names.language(tag), 'a language not named here')))}`,
    CULTURE: ({ cultures }: { cultures: string[] }) =>
      `people from ${or(cultures.map(culture))} communities`,
    ACCESS: ({ needs }: { needs: string[] }) => `people who ${or(each(access, needs))}`,
    ANIMALS: (terms: { animals: string[] }) => `people with ${or(each(animals, terms.animals))}`,
    SUBSTANCE_USE: (terms: { use: string[] }) => `people who ${or(each(use, terms.use))}`,
    CARE_NEEDS: ({ needs }: { needs: string[] }) => `people who ${or(each(care, needs))}`,
    CONVICTIONS: (terms: { convictions: string[] }) =>
      `people with a conviction ${or(each(convictions, terms.convictions))}`,
    CUSTODY: (terms: { custody: string[] }) => or(each(custody, terms.custody)),
    DOCUMENTS: ({ allOf, anyOf }: { allOf?: string[]; anyOf?: string[] }) =>
      `people who can show ${allOf ? and(each(documents, allOf)) : or(each(documents, anyOf ?? []))}`,
    INCOME: income,
    POLICE_COOPERATION: () => 'people who work with the police',
    REFERRAL_SOURCE: (terms: { sources: string[] }) => or(each(sources, terms.sources)),
    IMMIGRATION: (terms: { statuses: 'ANY' | string[] }) =>
      terms.statuses === 'ANY'
        ? 'people of any immigration status'
        : or(each(statuses, terms.statuses)),
    STAY_HISTORY: stayed,
    WORK_OR_SCHOOL: ({ hoursWeeklyMin }: { hoursWeeklyMin: number }) =>
      `people who work or study at least ${hoursWeeklyMin} hours a week`,
    FAITH: () => 'people who take part in religious activities',
  } as Sentences['whom'],
};
