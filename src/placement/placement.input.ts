import { Directive, Field, InputType, Int, registerEnumType } from 'type-graphql';
import { enumOf, LanguageTag } from '../kernel/index.js';
import { CriterionKind, SeekerInput, Verdict } from '../eligibility/index.js';
import { CircleInput, PlaceInput } from '../geography/index.js';
import { AvailabilityState, HousingKind } from '../housing/index.js';
import { Policy } from '../listings/index.js';
import { ServiceKind } from '../services/index.js';

registerEnumType(Verdict, {
  name: 'Verdict',
  valuesConfig: {
    ELIGIBLE: { description: 'No stated rule speaks against it, and nothing is left to ask.' },
    ASK: { description: 'Call and ask: something is not known, or is decided case by case.' },
    NOT_ELIGIBLE: { description: 'A rule that is stated is broken by a fact that was given.' },
  },
});

export const Reach = enumOf('NEAR', 'SERVES_HERE');
registerEnumType(Reach, {
  name: 'Reach',
  valuesConfig: {
    NEAR: {
      description: 'What lies within reach, and whatever serves the whole state or country.',
    },
    SERVES_HERE: {
      description: 'What says that it serves people of this place, wherever it lies itself.',
    },
  },
});

@Directive('@oneOf')
@InputType({
  description:
    'Where the person must not be placed. What may lie there by what is told is left out.',
})
export class PlaceAvoidInput {
  @Field(() => String, { nullable: true, description: 'A county, by its FIPS.' })
  countyFips?: string;

  @Field(() => CircleInput, { nullable: true, description: 'Within so many metres of a place.' })
  circle?: CircleInput;
}

@InputType()
export abstract class PlacementInput {
  @Field(() => PlaceInput, {
    nullable: true,
    description: 'Where the seeker is, or wants to be.',
  })
  at?: PlaceInput;

  @Field(() => Int, { nullable: true, description: 'From 1 to 1,000,000; needs a place.' })
  withinMeters?: number;

  // Nullable: graphql-jit gives no default to a field of an input that may not be null.
  @Field(() => Reach, { nullable: true, defaultValue: Reach.NEAR })
  reach?: keyof typeof Reach | null;

  @Field(() => [PlaceAvoidInput], { nullable: true, description: 'At most 20.' })
  avoid?: PlaceAvoidInput[];

  @Field(() => SeekerInput, {
    nullable: true,
    description:
      'The person who needs help. Never stored, never logged. What is absent is unknown.',
  })
  seeker?: SeekerInput;

  @Field(() => [Policy], {
    nullable: true,
    description: 'Wished for. A listing that is silent about one is to be asked.',
  })
  policies?: Policy[];

  @Field(() => [LanguageTag], {
    nullable: true,
    description: 'Wished for: any of them. A listing that names none of them is to be asked.',
  })
  languages?: string[];

  @Field(() => [Verdict], { nullable: true, description: 'When absent: ELIGIBLE and ASK.' })
  verdicts?: Verdict[];

  @Field(() => [CriterionKind], {
    nullable: true,
    description: 'Rules that may be left to ask about even where verdicts leave ASK out.',
  })
  askAbout?: CriterionKind[];
}

@InputType({ description: 'A place to stay for one person. Every part may be left out.' })
export class FindHousingInput extends PlacementInput {
  @Field(() => [HousingKind], { nullable: true, description: 'Any of these.' })
  kinds?: HousingKind[];

  @Field(() => Int, {
    nullable: true,
    description: 'Beds needed. A listing that does not say how many are open is to be asked.',
  })
  bedsFor?: number;

  @Field(() => [AvailabilityState], {
    nullable: true,
    description: 'When absent: OPEN, WAITLIST and UNKNOWN.',
  })
  availability?: AvailabilityState[];
}

@InputType({ description: 'Help of other kinds for one person. Every part may be left out.' })
export class FindServicesInput extends PlacementInput {
  @Field(() => [ServiceKind], { nullable: true, description: 'Any of these.' })
  kinds?: ServiceKind[];
}
