import { Field, ID, InputType, Int } from 'type-graphql';
import { OnceInput } from '../once/index.js';

@InputType()
export class RestoreListingInput extends OnceInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'To what it said at this version, as its history tells. Absent: back from its pause or withdrawal.',
  })
  asOfVersion?: number | null;

  @Field(() => String, {
    description: 'Why: kept with the change. Never an address. 10 to 500 characters.',
  })
  reason!: string;
}
