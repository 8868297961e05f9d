import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { askedUnder, payloadOf, type Viewer } from '../kernel/index.js';
import { changeOnce, type OnceAsking, type OnceInput } from '../once/index.js';
import type { Sealing } from '../vault/index.js';
import { confirmListingAs } from './confirm-listing-as.command.js';
import { keptListing } from './keeping.js';
import {
  ConfirmListingInput,
  PauseListingInput,
  WithdrawListingInput,
} from './listing-changes.input.js';
import { ListingPayload } from './listing-changes.view.js';
import type { ListingView } from './listing.view.js';
import { listingById } from './listings.query.js';
import { pauseListing } from './pause-listing.command.js';
import { withdrawListing } from './withdraw-listing.command.js';

@Resolver()
export class ListingChangesResolver {
  @Mutation(() => ListingPayload, {
    nullable: true,
    description: 'For now it takes nobody. It stays in the directory and says so.',
  })
  pauseListing(
    @Arg('input', () => PauseListingInput) input: PauseListingInput,
    @Ctx() asking: OnceAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listingChanged('pauseListing', input, pauseListing, asking, info);
  }

  @Mutation(() => ListingPayload, {
    nullable: true,
    description:
      'Takes it out of the directory, with a place that was told no further. What it was is kept: restoreListing brings it ' +
      'back to its own people, and two tell it further again.',
  })
  withdrawListing(
    @Arg('input', () => WithdrawListingInput) input: WithdrawListingInput,
    @Ctx() asking: OnceAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listingChanged('withdrawListing', input, withdrawListing, asking, info);
  }

  @Mutation(() => ListingPayload, {
    nullable: true,
    description:
      'Says that what stands in the listing, or the groups of it that are named, was found true today.',
  })
  confirmListing(
    @Arg('input', () => ConfirmListingInput) input: ConfirmListingInput,
    @Ctx() asking: OnceAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listingChanged('confirmListing', input, confirmListingAs, asking, info);
  }
}

/** A listing that was changed, as it is then to whoever changed it. */
export function listingChanged<Input extends OnceInput>(
  name: string,
  input: Input,
  change: (
    given: Omit<Input, 'idempotencyKey'>,
    viewer: Viewer,
    sealing: Sealing,
  ) => Promise<string>,
  asking: OnceAsking,
  info: GraphQLResolveInfo,
) {
  return payloadOf(
    async () => {
      const id = await changeOnce(asking, name, input, ofListing(change));
      return { listing: await listingById<ListingView>(id, askedUnder('listing', info), asking) };
    },
    { listing: null },
  );
}

/** A change of a listing in its two halves: of one that was changed before, that it is still hers. */
export const ofListing = <Change>(change: Change) => ({
  change,
  shown: async (id: string, viewer: Viewer, sealing: Sealing): Promise<string> =>
    (await keptListing(id, viewer, sealing)).id,
  justChanged: (id: string): string => id,
});
