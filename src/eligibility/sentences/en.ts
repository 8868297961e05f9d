import type { Names, Sentences } from '../sentence.js';
import { listed } from './listed.js';
import {
  access,
  ages,
  and,
  animals,
  bases,
  care,
  convictions,
  custody,
  documents,
  each,
  genders,
  happened,
  happening,
  has,
  households,
  money,
  named,
  or,
  sources,
  statuses,
  use,
  young,
} from './words-en.js';

const culture = (slug: string) =>
  slug
    .toLowerCase()
    .split('_')
    .filter(Boolean)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ');
/** From three on, the word *County* is said once. */
const counties = (fips: string[], names: Names, list: (words: string[]) => string) => {
  const all = fips.map((one) => named(names.county(one), 'a county not named here'));
  return listed(all, (each) => {
    const short = each.length > 2 && each.every((name) => name.endsWith(' County'));
    return list(short ? each.map((name, at) => (at < each.length - 1 ? bare(name) : name)) : each);
  });
};
const regions = (ids: string[], names: Names) => {
  const known = ids.filter((id) => names.region(id));
  return listed(ids, () => {
    const named = `the ${or(known.map((id) => names.region(id)!))} region`;
    const others = known.length < ids.length ? ['a region not named here'] : [];
    return or(known.length > 0 ? [named, ...others] : others);
  });
};
const bare = (county: string) => county.slice(0, -' County'.length);

function people(parts: (string | false)[]): string {
  return `people who ${or(parts.filter((part) => part !== false))}`;
}

function gendersOf(whose: string[]): string {
  if (has(whose, ...Object.keys(genders))) return 'people of every gender';
  const words = each(genders, whose);
  const both = has(whose, 'TWO_SPIRIT', 'NONBINARY');
  return or(both ? words.map((word) => word.replace('Spirit people', 'Spirit')) : words);
}

function situationsOf(said: string[]): string {
  const [were, are] = [each(happened, said), each(happening, said)];
  return people([
    were.length > 0 && `have been ${or(were)}`,
    are.length > 0 && `are ${or(are)}`,
    said.includes('RUNAWAY') && 'have run away',
  ]);
}

function useOf(said: string[]): string {
  if (has(said, 'NONE', 'SOBER', 'ON_MEDICATION')) {
    return said.includes('ACTIVE')
      ? 'people whether or not they use alcohol or drugs'
      : 'people who are not using alcohol or drugs now, medication aside';
  }
  return people(each(use, said));
}

function careOf(said: string[]): string {
  const needs = each(care, said);
  return people([
    needs.length > 0 && `need ${or(needs)}`,
    said.includes('MENTAL_HEALTH_CRISIS') && 'are in a mental health crisis',
  ]);
}

function custodyOf(said: string[]): string {
  return has(said, ...Object.keys(custody))
    ? 'people whoever has custody of them'
    : `people ${or(each(custody, said))}`;
}

function sentBy(said: string[]): string {
  const others = each(sources, said);
  if (!said.includes('SELF')) return `people sent by ${or(others)}`;
  if (others.length === 0) return 'people who call for themselves';
  return `people who call for themselves or are sent by ${or(others)}`;
}

function household(terms: {
  households?: string[];
  children?: { genders?: string[]; ageMin?: number; ageMax?: number };
  peopleMin?: number;
  peopleMax?: number;
}): string {
  if (terms.households) {
    if (has(terms.households, 'SINGLE', 'COUPLE', 'PARENTING')) {
      const minors = terms.households.includes('UNACCOMPANIED_MINOR');
      return and([
        'people alone',
        'couples',
        'families',
        ...(minors ? ['minors on their own'] : []),
      ]);
    }
    if (terms.households.join() === 'UNACCOMPANIED_MINOR')
      return 'minors without a parent or guardian';
    return people(each(households, terms.households));
  }
  if (terms.children) {
    const { genders: whose, ageMin, ageMax } = terms.children;
    const aged = ageMin === undefined && ageMax === undefined ? '' : ` ${ages(ageMin, ageMax)}`;
    return `people who bring ${whose ? or(each(young, whose)) : 'children'}${aged}`;
  }
  const { peopleMin: from = 1, peopleMax: to } = terms;
  if (to === undefined) return `${from} or more people together`;
  if (to === 1) return 'people who come alone';
  if (from === to) return `${to} people together`;
  return from === 1 ? `up to ${to} people together` : `${from} to ${to} people together`;
}

function income({ monthlyMin, monthlyMax }: { monthlyMin?: number; monthlyMax?: number }): string {
  const least = monthlyMin === undefined ? '' : money.format(monthlyMin);
  const most = monthlyMax === undefined ? '' : money.format(monthlyMax);
  if (least && most) return `people with an income of ${least} to ${most} a month`;
  return `people with an income of ${least ? `at least ${least}` : `at most ${most}`} a month`;
}

function residence(
  {
    countyFips,
    regions: regionIds = [],
    outsideCountyFips,
  }: { countyFips?: string[]; regions?: string[]; outsideCountyFips?: string[] },
  names: Names,
): string {
  if (outsideCountyFips) {
    const where = counties(outsideCountyFips, names, and) ?? 'certain counties';
    return `people whose home is outside ${where}`;
  }
  const where = countyFips ? counties(countyFips, names, or) : regions(regionIds, names);
  if (where !== null) return `people who live in ${where}`;
  return countyFips ? 'people from certain counties' : 'people from certain regions';
}

function stayed(terms: {
  stayedWithinDays?: number;
  shelterStayWithinDays?: number;
  barred?: true;
}): string {
  if (terms.barred) return 'people who were barred before';
  return terms.stayedWithinDays !== undefined
    ? `people who stayed there in the last ${terms.stayedWithinDays} days`
    : `people who stayed in a shelter in the last ${terms.shelterStayWithinDays} days`;
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
  lacking: {
    DOCUMENTS: ({ allOf, anyOf }: { allOf?: string[]; anyOf?: string[] }) =>
      `people who cannot show ${allOf ? and(each(documents, allOf)) : or(each(documents, anyOf ?? []))}`,
    WORK_OR_SCHOOL: ({ hoursWeeklyMin }: { hoursWeeklyMin: number }) =>
      `people who work or study less than ${hoursWeeklyMin} hours a week`,
    FAITH: () => 'people who take no part in religious activities',
    // Whether those who do or those who do not are weighed, houses mean differently.
    POLICE_COOPERATION: () => 'working with the police',
  },
  whom: {
    AGE: ({ ageMin, ageMax }: { ageMin?: number; ageMax?: number }) =>
      `people ${ages(ageMin, ageMax)}`,
    GENDER: (terms: { genders: string[] }) => gendersOf(terms.genders),
    HOUSEHOLD: household,
    SITUATION: (terms: { situations: string[] }) => situationsOf(terms.situations),
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
          : (listed(
              nations.map((id) => named(names.nation(id), 'a nation not named here')),
              or,
            ) ?? 'certain tribal nations')
      }`,
    LANGUAGE: ({ languages }: { languages: string[] }, names: Names) =>
      `people who speak ${
        listed(
          languages.map((tag) => named(names.language(tag), 'a language not named here')),
          or,
        ) ?? 'certain languages'
      }`,
    CULTURE: ({ cultures }: { cultures: string[] }) =>
      `people from ${listed(cultures.map(culture), or) ?? 'certain'} communities`,
    ACCESS: ({ needs }: { needs: string[] }) => people(each(access, needs)),
    ANIMALS: (terms: { animals: string[] }) => `people with ${or(each(animals, terms.animals))}`,
    SUBSTANCE_USE: (terms: { use: string[] }) => useOf(terms.use),
    CARE_NEEDS: ({ needs }: { needs: string[] }) => careOf(needs),
    CONVICTIONS: (terms: { convictions: string[] }) =>
      `people with a conviction for ${or(each(convictions, terms.convictions))}`,
    CUSTODY: (terms: { custody: string[] }) => custodyOf(terms.custody),
    DOCUMENTS: ({ allOf, anyOf }: { allOf?: string[]; anyOf?: string[] }) =>
      `people who can show ${allOf ? and(each(documents, allOf)) : or(each(documents, anyOf ?? []))}`,
    INCOME: income,
    POLICE_COOPERATION: () => 'people who work with the police',
    REFERRAL_SOURCE: (terms: { sources: string[] }) => sentBy(terms.sources),
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
