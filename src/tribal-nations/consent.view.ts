import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { RecordStanding } from '../geography/index.js';
import { DateTime, UserErrorView } from '../kernel/index.js';
import { OnceInput } from '../once/index.js';

@InputType()
export class RecordConsentInput extends OnceInput {
  @Field(() => ID)
  nationId!: string;

  @Field(() => String, {
    description: 'Who of the nation has consented: a role and a body, never a person.',
  })
  givenBy!: string;

  @Field(() => DateTime, { nullable: true, description: 'When; now where nothing is said.' })
  givenAt?: Date | null;

  @Field(() => String, { description: 'On what terms, in the words of the nation.' })
  terms!: string;

  @Field(() => Boolean, { description: 'Whether it confirms the record of the nation itself.' })
  coversRecord!: boolean;

  @Field(() => [ID], { description: 'The listings of the nation that may be told beyond it.' })
  listingIds!: string[];
}

@InputType()
export class WithdrawConsentInput extends OnceInput {
  @Field(() => ID)
  nationId!: string;

  @Field(() => String, { description: 'Why: it is written down. 10 to 500 characters.' })
  reason!: string;
}

@ObjectType('Consent', {
  description: 'What a nation has consented to be told of it. One holds at a time.',
  simpleResolvers: true,
})
export class ConsentView {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  nationId!: string;

  @Field(() => String)
  givenBy!: string;

  @Field(() => DateTime)
  givenAt!: Date;

  @Field(() => String)
  terms!: string;

  @Field(() => Boolean)
  coversRecord!: boolean;

  @Field(() => [ID])
  listingIds!: string[];

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it holds.' })
  endedAt!: Date | null;
}

@ObjectType('ConsentPayload', { simpleResolvers: true })
export class ConsentPayload {
  @Field(() => ConsentView, { nullable: true, description: 'Recorded, or withdrawn.' })
  consent!: ConsentView | null;

  @Field(() => RecordStanding, { nullable: true, description: 'Of the nation’s record, now.' })
  standing!: RecordStanding | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Listings that were told beyond the nation until then, and no longer are.',
  })
  withdrawnListingIds!: string[] | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
