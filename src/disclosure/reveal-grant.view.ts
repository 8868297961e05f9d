import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, UserErrorView } from '../kernel/index.js';
import { OnceInput } from '../once/index.js';

@InputType()
export class GrantRevealInput extends OnceInput {
  @Field(() => ID, { description: 'Of an advocate: Viewer.id, as she sees it.' })
  personId!: string;

  @Field(() => ID, { description: 'Of a listing of your own organization.' })
  listingId!: string;

  @Field(() => String, { description: 'Why: it is written down.' })
  reason!: string;

  @Field(() => Int, { nullable: true, description: 'For so many days; 30 where nothing is said.' })
  days?: number | null;
}

@InputType()
export class RevokeRevealInput extends OnceInput {
  @Field(() => ID)
  personId!: string;

  @Field(() => ID)
  listingId!: string;
}

@ObjectType('RevealGrant', {
  description: 'That someone may ask by revealAddress where one withheld listing is.',
  simpleResolvers: true,
})
export class RevealGrantView {
  @Field(() => ID)
  personId!: string;

  @Field(() => ID)
  listingId!: string;

  @Field(() => DateTime)
  endsAt!: Date;
}

@ObjectType('RevealGrantPayload', { simpleResolvers: true })
export class RevealGrantPayload {
  @Field(() => RevealGrantView, { nullable: true, description: 'As it is now.' })
  grant!: RevealGrantView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
