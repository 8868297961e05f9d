import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { listingChanged, ListingPayload } from '../listings/index.js';
import type { OnceAsking } from '../once/index.js';
import { restoreListing } from './restore-listing.command.js';
import { RestoreListingInput } from './restore-listing.input.js';

@Resolver()
export class RestoreListingResolver {
  @Mutation(() => ListingPayload, {
    nullable: true,
    description:
      'Brings it back from a pause, or from a withdrawal to its own people; or to what it said at an earlier version.',
  })
  restoreListing(
    @Arg('input', () => RestoreListingInput) input: RestoreListingInput,
    @Ctx() asking: OnceAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listingChanged('restoreListing', input, restoreListing, asking, info);
  }
}
