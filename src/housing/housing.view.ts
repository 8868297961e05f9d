import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTime } from '../kernel/index.js';
import { CriterionView } from '../eligibility/index.js';
import { ListingView } from '../listings/index.js';
import { HoursView } from '../organizations/index.js';
import { AvailabilityState, Freshness, type Availability, type Report } from './availability.js';
import { HousingKind, OperatorKind, ReportNote } from './housing.js';

registerEnumType(HousingKind, { name: 'HousingKind' });
registerEnumType(OperatorKind, {
  name: 'OperatorKind',
  description: 'Who runs it, which is not what it is.',
});
registerEnumType(ReportNote, { name: 'ReportNote' });
registerEnumType(AvailabilityState, {
  name: 'AvailabilityState',
  valuesConfig: {
    FULL: { description: 'Reported: no bed, and no list to wait on.' },
    UNKNOWN: { description: 'Nobody has said, or what was said has run out. Ask by phone.' },
  },
});
registerEnumType(Freshness, {
  name: 'Freshness',
  valuesConfig: {
    FRESH: { description: 'In the first quarter of the time that a report of this kind holds.' },
    AGING: { description: 'It still holds.' },
    STALE: { description: 'It has run out.' },
    NEVER: { description: 'There was none.' },
  },
});

@ObjectType('AvailabilityReport', {
  simpleResolvers: true,
  description: 'What was said, as it was said.',
})
export class AvailabilityReportView implements Report {
  @Field(() => DateTime)
  reportedAt!: string;

  @Field(() => DateTime)
  goodUntil!: string;

  @Field(() => Boolean)
  accepting!: boolean;

  @Field(() => Int, { nullable: true })
  bedsOpen!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many there are in all; null too where the listing has said another number since.',
  })
  bedsTotal!: number | null;

  @Field(() => Boolean)
  waitlist!: boolean;

  @Field(() => ReportNote, { nullable: true })
  note!: ReportNote | null;
}

@ObjectType('Availability', { simpleResolvers: true })
export class AvailabilityView implements Availability {
  @Field(() => AvailabilityState)
  state!: AvailabilityState;

  @Field(() => Int, {
    nullable: true,
    description:
      'Null where unknown; 0 only where reported. Null too where nobody is taken and beds are free all the same: none of them is open.',
  })
  bedsOpen!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'By who said it last: the listing, or a report.',
  })
  capacity!: number | null;

  @Field(() => DateTime, { nullable: true })
  reportedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  goodUntil!: Date | null;

  @Field(() => Freshness)
  freshness!: Freshness;

  @Field(() => AvailabilityReportView, {
    nullable: true,
    description: 'Kept when stale: the state is then UNKNOWN, what was said is still told.',
  })
  lastReport!: AvailabilityReportView | null;
}

@ObjectType('Unit', {
  simpleResolvers: true,
  description:
    'Single rooms, family rooms, youth beds: each with its own rules, numbers and report.',
})
export class UnitView {
  report!: Report | null;

  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int, { nullable: true })
  capacity!: number | null;

  @Field(() => [CriterionView], {
    description: "The unit's own rules, beside those of the whole option.",
  })
  eligibility!: CriterionView[];
}

@ObjectType('HousingOption', { implements: ListingView, simpleResolvers: true })
export class HousingOptionView extends ListingView {
  __typename!: 'HousingOption';

  @Field(() => HousingKind)
  kind!: HousingKind;

  @Field(() => [OperatorKind])
  operatedBy!: OperatorKind[];

  @Field(() => Int, { nullable: true })
  stayDaysMax!: number | null;

  @Field(() => HoursView, { nullable: true, description: 'When people are taken in.' })
  intake!: HoursView | null;

  @Field(() => Boolean)
  transportOffered!: boolean;

  @Field(() => [UnitView])
  units!: UnitView[];
}

export const HousingOptionConnection = connectionOf('HousingOption', () => HousingOptionView);
