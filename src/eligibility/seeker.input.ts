import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { LanguageTag, languageTag, readInput } from '../kernel/index.js';
import type { Seeker } from './seeker.js';
import { age, fips, id } from './terms.js';
import {
  AccessNeed,
  CareNeed,
  ConvictionKind,
  Custody,
  DocumentKind,
  Gender,
  NO_MINOR_AGE_YEARS,
  ReferralSource,
  Situation,
  SubstanceUse,
} from './vocabulary.js';

registerEnumType(Gender, {
  name: 'Gender',
  description: 'A trans woman is WOMAN, a trans man MAN; girls and boys too.',
});
registerEnumType(Situation, { name: 'Situation', description: 'What has happened, or is near.' });
registerEnumType(AccessNeed, { name: 'AccessNeed' });
registerEnumType(SubstanceUse, {
  name: 'SubstanceUse',
  valuesConfig: {
    SOBER: { description: 'In recovery.' },
    ON_MEDICATION: { description: 'For opioid use disorder, as methadone or buprenorphine.' },
  },
});
registerEnumType(CareNeed, { name: 'CareNeed' });
registerEnumType(Custody, { name: 'Custody' });
registerEnumType(ConvictionKind, { name: 'ConvictionKind' });
registerEnumType(ReferralSource, { name: 'ReferralSource', description: 'Who sends someone.' });
registerEnumType(DocumentKind, { name: 'DocumentKind' });

const LIST_ITEMS_MAX = 50;
/** Longer than any tag in use; BCP 47 itself sets no end. */
const TAG_LETTERS_MAX = 35;

@InputType({ description: 'A child who comes with the person.' })
export class ChildInput {
  @Field(() => Int, { nullable: true })
  age?: number | null;

  @Field(() => Gender, { nullable: true })
  gender?: Gender | null;
}

@InputType({ description: 'Three different facts; each is true, false, or not known.' })
export class SeekerNationInput {
  @Field(() => ID)
  nationId!: string;

  @Field(() => Boolean, { nullable: true })
  enrolled?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  descendant?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Lives within its reservation.' })
  livesWithin?: boolean | null;
}

@InputType()
export class DocumentInput {
  @Field(() => DocumentKind)
  kind!: DocumentKind;

  @Field(() => Boolean)
  has!: boolean;
}

@InputType({
  description:
    'The person who needs help. Never stored, never logged. What is absent is unknown, and so is null.',
})
export class SeekerInput {
  @Field(() => Int, { nullable: true, description: 'Whole years, 0 to 120.' })
  age?: number | null;

  @Field(() => Gender, { nullable: true })
  gender?: Gender | null;

  @Field(() => Boolean, { nullable: true })
  lgbtq?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  veteran?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  pregnant?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Comes with a partner.' })
  partner?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Comes without a parent or guardian.' })
  unaccompaniedMinor?: boolean | null;

  @Field(() => [ChildInput], { nullable: true, description: 'Given: all of them. []: none.' })
  children?: ChildInput[] | null;

  @Field(() => [Situation], { nullable: true, description: 'What is so; the rest is unknown.' })
  situations?: Situation[] | null;

  @Field(() => [SeekerNationInput], { nullable: true })
  nations?: SeekerNationInput[] | null;

  @Field(() => String, { nullable: true, description: 'Where home is: five digits, as 27021.' })
  homeCountyFips?: string | null;

  @Field(() => [AccessNeed], { nullable: true })
  accessNeeds?: AccessNeed[] | null;

  @Field(() => Boolean, { nullable: true })
  serviceAnimal?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'A service animal is not a pet.' })
  pets?: boolean | null;

  @Field(() => [LanguageTag], { nullable: true })
  languages?: string[] | null;

  @Field(() => [DocumentInput], { nullable: true })
  documents?: DocumentInput[] | null;

  @Field(() => SubstanceUse, { nullable: true })
  substanceUse?: SubstanceUse | null;

  @Field(() => [CareNeed], { nullable: true })
  careNeeds?: CareNeed[] | null;

  @Field(() => Custody, { nullable: true })
  custody?: Custody | null;

  @Field(() => [ConvictionKind], { nullable: true, description: 'Given: all of them. []: none.' })
  convictions?: ConvictionKind[] | null;

  @Field(() => Int, { nullable: true, description: 'Dollars; 0 is an income of nothing.' })
  monthlyIncome?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Works with the police, and wants to.' })
  policeCooperation?: boolean | null;

  @Field(() => ReferralSource, { nullable: true })
  referredBy?: ReferralSource | null;
}

/** Null is absent. */
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);
const listOf = <Schema extends z.ZodType>(item: Schema) =>
  maybe(z.array(item).max(LIST_ITEMS_MAX, `At most ${LIST_ITEMS_MAX}.`));
/** The same thing named twice might be said to be so and not so. */
const listOfOnce = <Schema extends z.ZodType>(item: Schema, name: (one: never) => string) =>
  listOf(item).refine(
    (items) => new Set(items?.map(name as () => string)).size === (items?.length ?? 0),
    'Name each one once.',
  );
const truth = maybe(z.boolean());
const facts = z
  .strictObject({
    age: maybe(age),
    gender: maybe(z.enum(Gender)),
    lgbtq: truth,
    veteran: truth,
    pregnant: truth,
    partner: truth,
    unaccompaniedMinor: truth,
    children: listOf(z.strictObject({ age: maybe(age), gender: maybe(z.enum(Gender)) })),
    situations: listOf(z.enum(Situation)),
    nations: listOfOnce(
      z.strictObject({ nationId: id, enrolled: truth, descendant: truth, livesWithin: truth }),
      ({ nationId }: { nationId: string }) => nationId,
    ),
    homeCountyFips: maybe(fips),
    accessNeeds: listOf(z.enum(AccessNeed)),
    serviceAnimal: truth,
    pets: truth,
    languages: listOf(z.string().max(TAG_LETTERS_MAX).pipe(languageTag)),
    documents: listOfOnce(
      z.strictObject({ kind: z.enum(DocumentKind), has: z.boolean() }),
      ({ kind }: { kind: string }) => kind,
    ),
    substanceUse: maybe(z.enum(SubstanceUse)),
    careNeeds: listOf(z.enum(CareNeed)),
    custody: maybe(z.enum(Custody)),
    convictions: listOf(z.enum(ConvictionKind)),
    monthlyIncome: maybe(z.number().int().min(0)),
    policeCooperation: truth,
    referredBy: maybe(z.enum(ReferralSource)),
  })
  .refine(({ age, unaccompaniedMinor }) => !(unaccompaniedMinor && age! >= NO_MINOR_AGE_YEARS), {
    path: ['unaccompaniedMinor'],
    message: 'Nobody of that age is a minor.',
  });

/**
 * What was told of the seeker, as a plain thing; whatever was null or undefined is absent. No message
 * repeats a value that was given.
 * @param field where it stands in the input, as `input.seeker`
 * @throws Refusal `INVALID` naming the field at fault
 */
export function readSeeker(input: SeekerInput | null | undefined, field: string): Seeker {
  return withoutAbsent(readInput(facts, input ?? {}, field)) as Seeker;
}

function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      member === undefined ? [] : [[name, withoutAbsent(member)]],
    ),
  );
}
