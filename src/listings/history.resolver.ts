import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { historyOf, RevisionConnection } from '../history/index.js';
import { askedOf, type Asking } from '../kernel/index.js';
import { ListingView } from './listing.view.js';

@Resolver(() => ListingView)
export class ListingHistoryResolver {
  @FieldResolver(() => RevisionConnection, {
    nullable: true,
    description: 'What was changed, the latest first; only to those who keep it true.',
  })
  history(
    @Root() { id, organizationId }: ListingView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return historyOf({ id, organizationId }, { first, after }, askedOf(info), asking);
  }
}
