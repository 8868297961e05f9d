import { Field, ID, InputType, Int } from 'type-graphql';
import { CriterionKind, CriterionTerms, Stance } from '../eligibility/index.js';
import { DateTime, LanguageTag } from '../kernel/index.js';
import { OnceInput } from '../once/index.js';
import { ContactInput, HoursInput, PhoneInput } from '../organizations/index.js';
import { ConfirmationMethod, FieldGroup, Policy, ServiceAreaKind } from './listing.js';

@InputType({ description: 'Whom it serves, by where they are: of each kind what it needs.' })
export class ServiceAreaInput {
  @Field(() => ServiceAreaKind)
  kind!: ServiceAreaKind;

  @Field(() => [String], { nullable: true, description: 'Of COUNTIES: five digits each.' })
  countyFips?: string[] | null;

  @Field(() => ID, { nullable: true })
  regionId?: string | null;

  @Field(() => ID, { nullable: true })
  nationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of STATEWIDE: two letters.' })
  state?: string | null;
}

@InputType({ description: 'One rule. What no rule says is not known.' })
export class CriterionInput {
  @Field(() => CriterionKind)
  kind!: CriterionKind;

  @Field(() => Stance)
  stance!: Stance;

  @Field(() => CriterionTerms)
  terms!: object;
}

@InputType()
export class PolicyStatementInput {
  @Field(() => Policy)
  policy!: Policy;

  @Field(() => Boolean, { description: 'False: that it does not hold.' })
  holds!: boolean;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

/** What a listing says of how to reach it and of what it asks; all of it may be absent. */
@InputType()
abstract class ListingManners extends OnceInput {
  @Field(() => [PolicyStatementInput], { nullable: true })
  policies?: PolicyStatementInput[] | null;

  @Field(() => [ContactInput], { nullable: true })
  contacts?: ContactInput[] | null;

  @Field(() => [PhoneInput], { nullable: true })
  phones?: PhoneInput[] | null;

  @Field(() => [LanguageTag], { nullable: true })
  languages?: string[] | null;

  @Field(() => HoursInput, { nullable: true })
  hours?: HoursInput | null;

  @Field(() => String, { nullable: true })
  fees?: string | null;

  @Field(() => String, { nullable: true })
  howToApply?: string | null;

  @Field(() => [String], { nullable: true })
  requiredDocuments?: string[] | null;
}

/**
 * What every listing says of itself, as it is given: to be listed, where some of it must be, or to be revised, where
 * what is absent stays as it is.
 */
export function listingWords(whole: boolean) {
  const needed = { nullable: !whole };
  const open = { nullable: true };

  @InputType()
  abstract class ListingWords extends ListingManners {
    @Field(() => String, needed)
    name?: string;

    @Field(() => String, { ...needed, description: 'In a few sentences; never an address.' })
    summary?: string;

    @Field(() => String, open)
    description?: string | null;

    @Field(() => [ID], { ...open, description: 'Locations of its organization where it is.' })
    siteIds?: string[] | null;

    @Field(() => [ServiceAreaInput], {
      ...needed,
      description: whole
        ? 'Empty: of whom it serves, by where they are, nothing is said.'
        : 'Null, and an empty list, take out all: of whom it serves, by where they are, nothing is said any more.',
    })
    serviceAreas?: ServiceAreaInput[] | null;

    @Field(() => [CriterionInput], open)
    eligibility?: CriterionInput[] | null;

    @Field(() => String, { ...open, description: 'What no rule says.' })
    eligibilityNotes?: string | null;
  }
  return ListingWords;
}

const why = {
  nullable: true,
  description: 'Why: kept with the change for those who keep the listing. Never an address.',
} as const;

/** What names the listing, and what was read of it. */
export function revisionOf(words: ReturnType<typeof listingWords>) {
  @InputType()
  abstract class Revision extends words {
    @Field(() => ID)
    id!: string;

    @Field(() => Int, { description: 'The version that you read.' })
    version!: number;

    @Field(() => String, why)
    reason?: string | null;
  }
  return Revision;
}

@InputType()
export class PauseListingInput extends OnceInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;

  @Field(() => String, {
    description:
      'Why, in words that are told with the listing; a steward’s are kept with the change alone. ' +
      '10 to 500 characters.',
  })
  reason!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it ends by itself; else it is restored.',
  })
  until?: Date | null;
}

@InputType()
export class WithdrawListingInput extends OnceInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;

  @Field(() => String, {
    description: 'Why: kept with the change. Never an address. 10 to 500 characters.',
  })
  reason!: string;
}

@InputType()
export class ConfirmListingInput extends OnceInput {
  @Field(() => ID)
  listingId!: string;

  @Field(() => ConfirmationMethod)
  method!: ConfirmationMethod;

  @Field(() => [FieldGroup], {
    nullable: true,
    description: 'What was found true, where it was not all: the rest stays as it was.',
  })
  groups?: FieldGroup[] | null;
}
