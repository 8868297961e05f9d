import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, DateTime, UserErrorView } from '../kernel/index.js';
import { OnceInput } from '../once/index.js';

@InputType()
export class GrantRevealInput extends OnceInput {
  @Field(() => ID, { description: 'Of an advocate: Viewer.id, as she sees it.' })
  personId!: string;

  @Field(() => ID, { description: 'Of a listing of your own organization.' })
  listingId!: string;

  @Field(() => String, { description: 'Why: it is written down. 10 to 500 characters.' })
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
  sortKey?: string;

  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  personId!: string;

  @Field(() => String, { description: 'Her name, as people of the network know her.' })
  personName!: string;

  @Field(() => ID)
  listingId!: string;

  @Field(() => String)
  listingName!: string;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => String, { description: 'Why, as whoever granted it said.' })
  reason!: string;

  @Field(() => DateTime)
  grantedAt!: string;

  @Field(() => String)
  grantedBy!: string;

  @Field(() => DateTime, { description: 'Until when she may, or could.' })
  endsAt!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it was ended before its day: by someone, with her last role, or with its listing.',
  })
  revokedAt!: string | null;

  @Field(() => String, { nullable: true })
  revokedBy!: string | null;
}

export const RevealGrantConnection = connectionOf('RevealGrant', () => RevealGrantView);

@ObjectType('RevealGrantPayload', { simpleResolvers: true })
export class RevealGrantPayload {
  @Field(() => RevealGrantView, { nullable: true, description: 'As it is now.' })
  grant!: RevealGrantView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
