import { Field, ID, InputType, Int } from 'type-graphql';
import { CriterionInput, listingWords, revisionOf } from '../listings/index.js';
import { OnceInput } from '../once/index.js';
import { HoursInput } from '../organizations/index.js';
import { HousingKind, OperatorKind, ReportNote } from './housing.js';

@InputType({
  description: 'Single rooms, family rooms, youth beds: each with its own rules and numbers.',
})
export class UnitInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Of a unit that is there, or was left out and comes back: it keeps its reports, whatever it is called now.',
  })
  id?: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a unit that is there, absent stays as it is; null where nobody knows.',
  })
  capacity?: number | null;

  @Field(() => [CriterionInput], {
    nullable: true,
    description:
      'Beside those of the option. Of a unit that is there, absent stay as they are; an empty list takes them away.',
  })
  eligibility?: CriterionInput[] | null;
}

@InputType()
export class ListHousingInput extends listingWords(true) {
  @Field(() => ID, { description: 'One of which you are coordinator.' })
  organizationId!: string;

  @Field(() => HousingKind)
  kind!: HousingKind;

  @Field(() => [OperatorKind], { description: 'Who runs it, which is not what it is.' })
  operatedBy!: OperatorKind[];

  @Field(() => Int, { nullable: true })
  stayDaysMax?: number | null;

  @Field(() => HoursInput, { nullable: true, description: 'When people are taken in.' })
  intake?: HoursInput | null;

  @Field(() => Boolean)
  transportOffered!: boolean;

  @Field(() => [UnitInput], { description: 'At least one.' })
  units!: UnitInput[];
}

@InputType({ description: 'What is absent stays as it is; null empties what can be empty.' })
export class ReviseHousingInput extends revisionOf(listingWords(false)) {
  @Field(() => HousingKind, { nullable: true })
  kind?: HousingKind;

  @Field(() => [OperatorKind], { nullable: true })
  operatedBy?: OperatorKind[];

  @Field(() => Int, { nullable: true })
  stayDaysMax?: number | null;

  @Field(() => HoursInput, { nullable: true })
  intake?: HoursInput | null;

  @Field(() => Boolean, { nullable: true })
  transportOffered?: boolean;

  @Field(() => [UnitInput], {
    nullable: true,
    description:
      'All of them: one that is not named is left out. Its reports are kept, and by its id it comes back with them.',
  })
  units?: UnitInput[];
}

@InputType()
export class ReportAvailabilityInput extends OnceInput {
  @Field(() => ID)
  unitId!: string;

  @Field(() => Boolean, { description: 'Whether it takes anyone now.' })
  accepting!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: '0 only where there is none; absent where you do not know.',
  })
  bedsOpen?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many there are in all, where that is more or fewer than the capacity of the unit.',
  })
  bedsTotal?: number | null;

  @Field(() => Boolean, { defaultValue: false })
  waitlist!: boolean;

  @Field(() => ReportNote, { nullable: true })
  note?: ReportNote | null;
}
