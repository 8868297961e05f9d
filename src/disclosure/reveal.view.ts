import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { UserErrorView } from '../kernel/index.js';

@InputType()
export class RevealAddressInput {
  @Field(() => ID, { description: 'Of a listing of your own organization.' })
  listingId!: string;

  @Field(() => String, { description: 'What the address is needed for: it is written down.' })
  purpose!: string;
}

@ObjectType('RevealedPoint', { simpleResolvers: true })
export class RevealedPointView {
  @Field(() => Float)
  latitude!: number;

  @Field(() => Float)
  longitude!: number;
}

@ObjectType('RevealedAddress', {
  description: 'Where a withheld site is. Told once, to one person, and kept by nobody on the way.',
  simpleResolvers: true,
})
export class RevealedAddressView {
  @Field(() => String, { description: 'What its organization calls the site.' })
  site!: string;

  @Field(() => [String])
  lines!: string[];

  @Field(() => String)
  city!: string;

  @Field(() => String)
  postalCode!: string;

  @Field(() => RevealedPointView, { nullable: true })
  point!: RevealedPointView | null;

  @Field(() => String, { nullable: true, description: 'What must be known at the door.' })
  notes!: string | null;
}

@ObjectType('RevealAddressPayload', { simpleResolvers: true })
export class RevealAddressPayload {
  @Field(() => [RevealedAddressView], { nullable: true })
  addresses!: RevealedAddressView[] | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
