import { Field, ObjectType } from 'type-graphql';
import { UserErrorView } from '../kernel/index.js';
import { ListingView } from './listing.view.js';

@ObjectType('ListingPayload', { simpleResolvers: true })
export class ListingPayload {
  @Field(() => ListingView, { nullable: true, description: 'As it is now.' })
  listing!: ListingView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
