import type { EligibilityCase } from './cases.js';
import type { SeekerFacts } from './facts.js';

type Rule = EligibilityCase['listing']['criteria'][number];
const rule = (criterion: string, stance: string, values: Rule['values']): Rule => ({
  criterion,
  stance,
  values,
});
const ages = (stance: string, ageMin: number, ageMax: number) =>
  rule('AGE', stance, { ageMin, ageMax });

/**
 * What the cases leave open, as the oracle reads it: rules, rules of the one unit, seeker, outcome.
 */
export const readings: Record<string, [Rule[], Rule[], SeekerFacts, string | undefined]> = {
  'a unit that serves her decides over what its listing serves (Q2)': [
    [ages('SERVES', 18, 99)],
    [ages('SERVES', 16, 17)],
    { age: 17 },
    'MET',
  ],
  'a unit that does not name her leaves the listing to ask (Q2)': [
    [ages('SERVES', 18, 99)],
    [rule('GENDER', 'REQUIRES', { genders: ['WOMAN'] })],
    { age: 17 },
    'UNKNOWN',
  ],
  'a unit that requires what its listing shuts out is asked about (Q2)': [
    [ages('REQUIRES', 18, 99)],
    [ages('REQUIRES', 16, 17)],
    { age: 17 },
    'UNKNOWN',
  ],
  'so is a unit for families larger than its listing takes (Q2)': [
    [rule('HOUSEHOLD', 'REQUIRES', { peopleMax: 2 })],
    [rule('HOUSEHOLD', 'REQUIRES', { peopleMin: 3 })],
    { partner: true, children: [{ age: 9 }] },
    'UNKNOWN',
  ],
  'a unit that refuses adds up (Q2)': [
    [ages('SERVES', 16, 24)],
    [ages('REFUSES', 16, 17), ages('REQUIRES', 16, 24)],
    { age: 17 },
    'NOT_MET',
  ],
  'two requirements of several facts add up (Q2)': [
    [rule('DOCUMENTS', 'REQUIRES', { allOf: ['PHOTO_ID'] })],
    [rule('DOCUMENTS', 'REQUIRES', { allOf: ['TRIBAL_ID'] })],
    {
      documents: [
        { kind: 'PHOTO_ID', has: false },
        { kind: 'TRIBAL_ID', has: true },
      ],
    },
    'NOT_MET',
  ],
  'an exception that may be hers is asked about (Q4)': [
    [rule('HOUSEHOLD', 'REQUIRES', { households: ['SINGLE'] })],
    [rule('HOUSEHOLD', 'CASE_BY_CASE', { households: ['PREGNANT'] })],
    { partner: true },
    'UNKNOWN',
  ],
  'an exception does not soften a refusal (Q4)': [
    [ages('REFUSES', 0, 17), ages('CASE_BY_CASE', 17, 17)],
    [],
    { age: 17 },
    'NOT_MET',
  ],
  'a welcome to others asks nothing (Q1)': [
    [rule('LGBTQ', 'SERVES', { lgbtq: true })],
    [],
    { lgbtq: false },
    undefined,
  ],
  'to require any status is to require none (Q5)': [
    [rule('IMMIGRATION', 'REQUIRES', { statuses: ['ANY'] })],
    [],
    {},
    'MET',
  ],
  'a status that is required is asked of the provider (Q5)': [
    [rule('IMMIGRATION', 'REQUIRES', { statuses: ['CITIZEN'] })],
    [],
    {},
    'UNKNOWN',
  ],
  'whom one rule of what is served names, the next need not': [
    [
      rule('HOUSEHOLD', 'SERVES', { households: ['PREGNANT'] }),
      rule('HOUSEHOLD', 'SERVES', { children: { ageMax: 5 } }),
    ],
    [],
    { pregnant: false, children: [{ age: 3 }] },
    'MET',
  ],
  'but what the listing serves and what its unit serves are two sayings': [
    [ages('SERVES', 18, 24), ages('SERVES', 16, 17)],
    [ages('SERVES', 21, 24)],
    { age: 17 },
    'UNKNOWN',
  ],
  'to be welcome as a parent takes in no child': [
    [rule('HOUSEHOLD', 'SERVES', { children: { ageMax: 5 } })],
    [rule('HOUSEHOLD', 'REQUIRES', { households: ['PARENTING'] })],
    { children: [{ age: 12 }] },
    'UNKNOWN',
  ],
  'nor does it to be welcome in other words': [
    [
      rule('HOUSEHOLD', 'SERVES', { households: ['PREGNANT'] }),
      rule('HOUSEHOLD', 'SERVES', { children: { ageMax: 5 } }),
    ],
    [],
    { pregnant: true, children: [{ age: 3 }, { age: 12 }] },
    'UNKNOWN',
  ],
  'who brings none is welcome as who she is': [
    [
      rule('HOUSEHOLD', 'SERVES', { households: ['SINGLE'] }),
      rule('HOUSEHOLD', 'SERVES', { children: { ageMax: 5 } }),
    ],
    [],
    { partner: false, children: [] },
    'MET',
  ],
  'two rules take in the children whom either names': [
    [
      rule('HOUSEHOLD', 'SERVES', { children: { genders: ['WOMAN'] } }),
      rule('HOUSEHOLD', 'SERVES', { children: { genders: ['MAN'], ageMax: 12 } }),
    ],
    [],
    {
      children: [
        { age: 15, gender: 'WOMAN' },
        { age: 9, gender: 'MAN' },
      ],
    },
    'MET',
  ],
  'a service animal that is served takes in no pet': [
    [rule('ANIMALS', 'SERVES', { animals: ['SERVICE_ANIMAL'] })],
    [],
    { serviceAnimal: true, pets: true },
    'UNKNOWN',
  ],
  'a service animal comes along where pets do': [
    [rule('ANIMALS', 'SERVES', { animals: ['PET'] })],
    [],
    { serviceAnimal: true, pets: true },
    'MET',
  ],
  'one conviction that is served takes in no other': [
    [rule('CONVICTIONS', 'SERVES', { convictions: ['ARSON'] })],
    [],
    { convictions: ['ARSON', 'SEX_OFFENSE'] },
    'UNKNOWN',
  ],
  'a child who fits opens the door to no other': [
    [rule('HOUSEHOLD', 'SERVES', { children: { ageMax: 5 } })],
    [],
    { children: [{ age: 3 }, { age: 12 }] },
    'UNKNOWN',
  ],
  'nor does one of whom nobody knows the age': [
    [rule('HOUSEHOLD', 'SERVES', { children: { ageMax: 5 } })],
    [],
    { children: [{}, { age: 3 }] },
    'UNKNOWN',
  ],
  'who brings none that are served is asked about (Q1)': [
    [rule('HOUSEHOLD', 'SERVES', { children: { ageMax: 5 } })],
    [],
    { children: [{ age: 12 }] },
    'UNKNOWN',
  ],
  'where all of them fit, they are served': [
    [rule('HOUSEHOLD', 'SERVES', { children: { ageMax: 5 } })],
    [],
    { children: [{ age: 3 }, { age: 5, gender: 'MAN' }] },
    'MET',
  ],
  'of two children one such as is required is not enough': [
    [],
    [rule('HOUSEHOLD', 'REQUIRES', { children: { ageMax: 11 } })],
    { children: [{ age: 9 }, { age: 15 }] },
    'UNKNOWN',
  ],
  'of two children neither such as is required': [
    [],
    [rule('HOUSEHOLD', 'REQUIRES', { children: { ageMax: 11 } })],
    { children: [{ age: 15 }, { age: 12 }] },
    'NOT_MET',
  ],
  'who brings no child brings none such as is required': [
    [rule('HOUSEHOLD', 'REQUIRES', { children: { ageMax: 11 } })],
    [],
    { children: [] },
    'NOT_MET',
  ],
  'but one child is enough to be refused': [
    [rule('HOUSEHOLD', 'REFUSES', { children: { ageMin: 13 } })],
    [],
    { children: [{ age: 3 }, { age: 15 }] },
    'NOT_MET',
  ],
  'and one is enough to be an exception': [
    [rule('HOUSEHOLD', 'REQUIRES', { households: ['SINGLE'] })],
    [rule('HOUSEHOLD', 'CASE_BY_CASE', { children: { ageMax: 5 } })],
    { children: [{ age: 3 }, { age: 12 }] },
    'UNKNOWN',
  ],
  'es-MX satisfies es (Q8)': [
    [rule('LANGUAGE', 'REQUIRES', { languages: ['es'] })],
    [],
    { languages: ['es-MX'] },
    'MET',
  ],
  'who has no conviction is not asked by those who serve people with one': [
    [rule('CONVICTIONS', 'SERVES', { convictions: ['FELONY'] })],
    [],
    { convictions: [] },
    undefined,
  ],
  'nor who comes without an animal by those who take animals': [
    [rule('ANIMALS', 'SERVES', { animals: ['PET'] })],
    [],
    { pets: false, serviceAnimal: false },
    undefined,
  ],
  'but who brings another animal is asked about': [
    [rule('ANIMALS', 'SERVES', { animals: ['SERVICE_ANIMAL'] })],
    [],
    { pets: true, serviceAnimal: false },
    'UNKNOWN',
  ],
  'whether arson was a felony is asked (Q9)': [
    [rule('CONVICTIONS', 'REFUSES', { convictions: ['FELONY'] })],
    [],
    { convictions: ['ARSON'] },
    'UNKNOWN',
  ],
  'whether medication is sober is asked (Q9)': [
    [rule('SUBSTANCE_USE', 'REQUIRES', { use: ['SOBER'] })],
    [],
    { substanceUse: 'ON_MEDICATION' },
    'UNKNOWN',
  ],
  'one who uses nothing is asked about where sobriety is required (Q9)': [
    [rule('SUBSTANCE_USE', 'REQUIRES', { use: ['SOBER'] })],
    [],
    { substanceUse: 'NONE' },
    'UNKNOWN',
  ],
  'active use is never sober': [
    [rule('SUBSTANCE_USE', 'REQUIRES', { use: ['NONE', 'SOBER'] })],
    [],
    { substanceUse: 'ACTIVE' },
    'NOT_MET',
  ],
  'a missing paper is weighed where that is case by case (Q4)': [
    [rule('DOCUMENTS', 'REQUIRES', { allOf: ['PHOTO_ID'] })],
    [rule('DOCUMENTS', 'CASE_BY_CASE', { anyOf: ['PHOTO_ID'] })],
    { documents: [{ kind: 'PHOTO_ID', has: false }] },
    'UNKNOWN',
  ],
  'a paper she has leaves nothing to weigh (Q3)': [
    [rule('DOCUMENTS', 'CASE_BY_CASE', { anyOf: ['PHOTO_ID'] })],
    [],
    { documents: [{ kind: 'PHOTO_ID', has: true }] },
    undefined,
  ],
  'how many a unit takes does not decide whose children its listing serves (Q2)': [
    [rule('HOUSEHOLD', 'SERVES', { children: { ageMax: 5 } })],
    [rule('HOUSEHOLD', 'SERVES', { peopleMax: 6 })],
    { partner: false, children: [{ age: 9 }] },
    'UNKNOWN',
  ],
  'a family that is considered case by case is an exception to singles (Q4)': [
    [rule('HOUSEHOLD', 'REQUIRES', { households: ['SINGLE'] })],
    [rule('HOUSEHOLD', 'CASE_BY_CASE', { peopleMin: 3 })],
    { partner: true, children: [{ age: 9 }] },
    'UNKNOWN',
  ],
  'another paper that may be weighed is an exception too (Q4)': [
    [rule('DOCUMENTS', 'REQUIRES', { allOf: ['PHOTO_ID'] })],
    [rule('DOCUMENTS', 'CASE_BY_CASE', { allOf: ['INCOME_PROOF'] })],
    { documents: [{ kind: 'PHOTO_ID', has: false }] },
    'UNKNOWN',
  ],
  'a language not named is unknown (Q10)': [
    [rule('LANGUAGE', 'REQUIRES', { languages: ['en'] })],
    [],
    { languages: ['so'] },
    'UNKNOWN',
  ],
  'nobody of 30 is a minor alone (Q11)': [
    [rule('HOUSEHOLD', 'REQUIRES', { households: ['UNACCOMPANIED_MINOR'] })],
    [],
    { age: 30 },
    'NOT_MET',
  ],
  'two people are two, whoever else there is': [
    [rule('HOUSEHOLD', 'REQUIRES', { peopleMin: 2 })],
    [],
    { partner: true },
    'MET',
  ],
  'whoever comes is one at least': [
    [rule('HOUSEHOLD', 'REQUIRES', { peopleMin: 1 })],
    [],
    {},
    'MET',
  ],
  'but nobody is refused of whom nothing is told': [
    [rule('HOUSEHOLD', 'REFUSES', { peopleMin: 1 })],
    [],
    {},
    'UNKNOWN',
  ],
  'a home in a region is in one of its counties': [
    [rule('RESIDENCE', 'REQUIRES', { regions: ['northwest'] })],
    [],
    { homeCountyFips: '27007' },
    'MET',
  ],
  'a home outside a region is not': [
    [rule('RESIDENCE', 'REQUIRES', { regions: ['northwest'] })],
    [],
    { homeCountyFips: '27053' },
    'NOT_MET',
  ],
};
