import { z } from 'zod';
import { SPOKEN } from '../kernel/index.js';
import {
  AccessNeed,
  Animal,
  CareNeed,
  ConvictionKind,
  Custody,
  DocumentKind,
  Gender,
  Household,
  NationBasis,
  ReferralSource,
  Situation,
  SubstanceUse,
} from './vocabulary.js';

/** Someone older than this is not turned away by age; a larger number is a slip of the hand. */
const AGE_YEARS_MAX = 120;
const VALUES_MAX = 300;

export const age = z.number().int().min(0).max(AGE_YEARS_MAX);
const some = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(VALUES_MAX);
const oneOf = <const Words extends Readonly<Record<string, string>>>(words: Words) =>
  some(z.enum(words));
const truth = z.literal(true);
export const fips = z.string().regex(/^\d{5}$/, 'A county is named by its five-digit FIPS.');
export const id = z.string().regex(/^[a-z]{3}_[\w-]+$/, 'Name it by its id.');

/** At least one of the members is said, and the least is not above the most. */
const range = <Shape extends z.ZodRawShape>(shape: Shape, least: string, most: string) =>
  z
    .strictObject(shape)
    .refine(
      (value) => Object.values(value).some((one) => one !== undefined),
      'Say at least one bound.',
    )
    .refine((value) => {
      const { [least]: from, [most]: to } = value as Record<string, number | undefined>;
      return from === undefined || to === undefined || from <= to;
    }, `${least} must not be above ${most}.`);

const children = z
  .strictObject({
    genders: oneOf(Gender).optional(),
    ageMin: age.optional(),
    ageMax: age.optional(),
  })
  .refine(
    ({ ageMin, ageMax }) => ageMin === undefined || ageMax === undefined || ageMin <= ageMax,
    'ageMin must not be above ageMax.',
  );
const people = z.number().int().min(1).max(50);
const days = z.number().int().min(1).max(36_500);
const dollars = z.number().min(0).max(1_000_000);
const documents = oneOf(DocumentKind);

/** What the rules of each kind may say. Unknown members are refused: a rule half read is a wrong rule. */
export const terms = {
  AGE: range({ ageMin: age.optional(), ageMax: age.optional() }, 'ageMin', 'ageMax'),
  GENDER: z.strictObject({ genders: oneOf(Gender) }),
  HOUSEHOLD: z.union([
    z.strictObject({
      households: oneOf(Household),
    }),
    z.strictObject({ children }),
    range({ peopleMin: people.optional(), peopleMax: people.optional() }, 'peopleMin', 'peopleMax'),
  ]),
  SITUATION: z.strictObject({ situations: oneOf(Situation) }),
  LGBTQ: z.strictObject({ lgbtq: truth }),
  VETERAN: z.strictObject({ veteran: truth }),
  RESIDENCE: z.union([
    z.strictObject({ countyFips: some(fips) }),
    z.strictObject({ regions: some(id) }),
    z.strictObject({ outsideCountyFips: some(fips) }),
  ]),
  NATION: z.strictObject({
    nations: z.union([z.literal('ANY'), some(id)]),
    basis: z.enum(NationBasis),
  }),
  LANGUAGE: z.strictObject({ languages: some(z.string().regex(SPOKEN)) }),
  CULTURE: z.strictObject({ cultures: some(z.string().regex(/^[A-Z][A-Z_]{1,40}$/)) }),
  ACCESS: z.strictObject({ needs: oneOf(AccessNeed) }),
  ANIMALS: z.strictObject({ animals: oneOf(Animal) }),
  SUBSTANCE_USE: z.strictObject({ use: oneOf(SubstanceUse) }),
  CARE_NEEDS: z.strictObject({ needs: oneOf(CareNeed) }),
  CONVICTIONS: z.strictObject({ convictions: oneOf(ConvictionKind) }),
  CUSTODY: z.strictObject({ custody: oneOf(Custody) }),
  DOCUMENTS: z.union([z.strictObject({ allOf: documents }), z.strictObject({ anyOf: documents })]),
  INCOME: range(
    { monthlyMin: dollars.optional(), monthlyMax: dollars.optional() },
    'monthlyMin',
    'monthlyMax',
  ),
  POLICE_COOPERATION: z.strictObject({ cooperates: truth }),
  REFERRAL_SOURCE: z.strictObject({ sources: oneOf(ReferralSource) }),
  IMMIGRATION: z.strictObject({
    statuses: z.union([
      z.literal('ANY'),
      some(
        z.enum([
          'CITIZEN',
          'PERMANENT_RESIDENT',
          'ELIGIBLE_NONCITIZEN',
          'VISA_HOLDER',
          'UNDOCUMENTED',
        ]),
      ),
    ]),
  }),
  STAY_HISTORY: z.union([
    z.strictObject({ stayedWithinDays: days }),
    z.strictObject({ shelterStayWithinDays: days }),
    z.strictObject({ barred: truth }),
  ]),
  WORK_OR_SCHOOL: z.strictObject({ hoursWeeklyMin: z.number().int().min(1).max(80) }),
  FAITH: z.strictObject({ participation: truth }),
};
