import { z } from 'zod';

/** Someone older than this is not turned away by age; a larger number is a slip of the hand. */
const AGE_MAX = 120;
const VALUES_MAX = 300;

const age = z.number().int().min(0).max(AGE_MAX);
const some = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(VALUES_MAX);
const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  some(z.enum(words));
const truth = z.literal(true);
const fips = z.string().regex(/^\d{5}$/, 'A county is named by its five-digit FIPS.');
const id = z.string().regex(/^[a-z]{3}_[\w-]+$/, 'Name it by its id.');

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
    genders: oneOf('WOMAN', 'MAN', 'TWO_SPIRIT', 'NONBINARY').optional(),
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
const documents = oneOf(
  'PHOTO_ID',
  'TRIBAL_ID',
  'BIRTH_CERTIFICATE',
  'SOCIAL_SECURITY_CARD',
  'INCOME_PROOF',
);

/** What the rules of each kind may say. Unknown members are refused: a rule half read is a wrong rule. */
export const terms = {
  AGE: range({ ageMin: age.optional(), ageMax: age.optional() }, 'ageMin', 'ageMax'),
  GENDER: z.strictObject({ genders: oneOf('WOMAN', 'MAN', 'TWO_SPIRIT', 'NONBINARY') }),
  HOUSEHOLD: z.union([
    z.strictObject({
      households: oneOf('SINGLE', 'COUPLE', 'PREGNANT', 'PARENTING', 'UNACCOMPANIED_MINOR'),
    }),
    z.strictObject({ children }),
    range({ peopleMin: people.optional(), peopleMax: people.optional() }, 'peopleMin', 'peopleMax'),
  ]),
  SITUATION: z.strictObject({
    situations: oneOf(
      'SEX_TRAFFICKING',
      'LABOR_TRAFFICKING',
      'EXPLOITATION',
      'AT_RISK',
      'DOMESTIC_VIOLENCE',
      'SEXUAL_ASSAULT',
      'STALKING',
      'HOMELESS',
      'RUNAWAY',
    ),
  }),
  LGBTQ: z.strictObject({ lgbtq: truth }),
  VETERAN: z.strictObject({ veteran: truth }),
  RESIDENCE: z.union([
    z.strictObject({ countyFips: some(fips) }),
    z.strictObject({ regions: some(id) }),
    z.strictObject({ outsideCountyFips: some(fips) }),
  ]),
  NATION: z.strictObject({
    nations: z.union([z.literal('ANY'), some(id)]),
    basis: z.enum(['ENROLLED', 'DESCENDANT', 'LIVES_WITHIN']),
  }),
  LANGUAGE: z.strictObject({ languages: some(z.string().regex(/^[a-z]{2,3}(-[\w-]+)?$/)) }),
  CULTURE: z.strictObject({ cultures: some(z.string().regex(/^[A-Z][A-Z_]{1,40}$/)) }),
  ACCESS: z.strictObject({ needs: oneOf('WHEELCHAIR', 'DEAF', 'BLIND') }),
  ANIMALS: z.strictObject({ animals: oneOf('PET', 'SERVICE_ANIMAL') }),
  SUBSTANCE_USE: z.strictObject({ use: oneOf('NONE', 'SOBER', 'ON_MEDICATION', 'ACTIVE') }),
  CARE_NEEDS: z.strictObject({
    needs: oneOf('MENTAL_HEALTH', 'MENTAL_HEALTH_CRISIS', 'MEDICATION_HELP', 'NURSING_CARE'),
  }),
  CONVICTIONS: z.strictObject({ convictions: oneOf('FELONY', 'VIOLENCE', 'ARSON', 'SEX_OFFENSE') }),
  CUSTODY: z.strictObject({
    custody: oneOf('NONE', 'FOSTER_CARE', 'JUVENILE_HOLD', 'COURT_ORDER'),
  }),
  DOCUMENTS: z.union([z.strictObject({ allOf: documents }), z.strictObject({ anyOf: documents })]),
  INCOME: range(
    { monthlyMin: dollars.optional(), monthlyMax: dollars.optional() },
    'monthlyMin',
    'monthlyMax',
  ),
  POLICE_COOPERATION: z.strictObject({ cooperates: truth }),
  REFERRAL_SOURCE: z.strictObject({
    sources: oneOf('SELF', 'REGIONAL_NAVIGATOR', 'CHILD_PROTECTION', 'POLICE', 'HOSPITAL'),
  }),
  IMMIGRATION: z.strictObject({
    statuses: z.union([
      z.literal('ANY'),
      oneOf('CITIZEN', 'PERMANENT_RESIDENT', 'ELIGIBLE_NONCITIZEN', 'VISA_HOLDER', 'UNDOCUMENTED'),
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
