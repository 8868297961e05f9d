import { Field, ID, InputType, Int } from 'type-graphql';
import { OnceInput } from '../once/index.js';

@InputType()
export class CreateReportLinkInput extends OnceInput {
  @Field(() => ID, { description: 'A housing option of your own organization.' })
  listingId!: string;

  @Field(() => String, {
    description: 'Whom it is for, as "Night desk": 1 to 60 characters. Your own people read it.',
  })
  label!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'For so many days, at most 366; 90 where nothing is said.',
  })
  days?: number | null;
}

@InputType()
export class RevokeReportLinkInput extends OnceInput {
  @Field(() => ID)
  id!: string;
}
