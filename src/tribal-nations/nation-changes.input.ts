import { Field, ID, InputType, Int } from 'type-graphql';
import { PointInput } from '../geography/index.js';
import { OnceInput } from '../once/index.js';
import { TribalPeople } from './nation.js';

@InputType({ description: 'Where a nation’s government sits: it is told with its address.' })
export class SeatInput {
  @Field(() => [String], { description: 'Street and number.' })
  lines!: string[];

  @Field(() => String)
  city!: string;

  @Field(() => String)
  postalCode!: string;

  @Field(() => String, { description: 'Five digits.' })
  countyFips!: string;

  @Field(() => PointInput)
  point!: PointInput;
}

@InputType({
  description:
    'What a nation says of itself. What is absent stays as it is; null empties what can be empty. Whom to call there is its ' +
    'organization’s to say (reviseOrganization); its land and the counties where that lies are no words of its record.',
})
export class ReviseNationInput extends OnceInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;

  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => String, { nullable: true, description: 'What it calls itself.' })
  endonym?: string | null;

  @Field(() => TribalPeople, { nullable: true })
  people?: TribalPeople;

  @Field(() => String, { nullable: true })
  website?: string | null;

  @Field(() => SeatInput, { nullable: true })
  seat?: SeatInput;

  @Field(() => [String], {
    nullable: true,
    description: 'The counties where it serves its people; five digits each.',
  })
  serviceCounties?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why: kept with the change for those who keep it. Never an address.',
  })
  reason?: string | null;
}
