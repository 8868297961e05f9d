import type { z } from 'zod';
import { record } from '../audit/index.js';
import { checkThere } from '../disclosure/index.js';
import { readInput, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { confirmation, confirmListing } from './confirm-listing.command.js';
import { keptListing } from './keeping.js';
import { organizationName } from './listing.store.js';

const input = confirmation.pick({ listingId: true, method: true });
export type ConfirmListingAs = z.input<typeof input>;

/**
 * Records that whoever keeps a listing found it true, now. Of her it is told as what she confirmed it, never who she is; of an app,
 * that it was one.
 * @returns the listing's id
 * @throws Refusal `NOT_FOUND`; `INVALID` where it is withdrawn: nobody comes to it
 */
export async function confirmListingAs(
  given: ConfirmListingAs,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { listingId, method } = readInput(input, given, 'input');
  const kept = await keptListing(listingId, viewer, sealing, 'input.listingId');
  checkThere(kept, 'input.listingId');
  const confirmedBy =
    kept.capacity === 'STEWARD'
      ? 'Steward of the network'
      : `${viewer.kind === 'APP' ? 'App' : 'Coordinator'}, ${await organizationName(sealing, kept.organization)}`;
  await confirmListing({ listingId, method, confirmedBy }, sealing);
  await record(sealing, viewer, { action: 'confirmListing', thing: listingId, detail: { method } });
  return listingId;
}
