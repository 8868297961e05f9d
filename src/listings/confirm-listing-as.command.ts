import type { z } from 'zod';
import { record } from '../audit/index.js';
import { checkThere } from '../disclosure/index.js';
import { readInput, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { confirmation, confirmListing } from './confirm-listing.command.js';
import { keptListing } from './keeping.js';
import { organizationName } from './listing.store.js';

const input = confirmation.pick({ listingId: true, method: true, groups: true });
export type ConfirmListingAs = z.input<typeof input>;

/**
 * Records that whoever keeps a listing found it, or some of it, true, now. Of her it is told as what she confirmed it, never who she
 * is; of an app, that it was one.
 * @returns the listing's id
 * @throws Refusal `NOT_FOUND`; `INVALID` where it is withdrawn, for nobody comes to it, and where it names no group
 */
export async function confirmListingAs(
  given: ConfirmListingAs,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { listingId, method, groups } = readInput(input, given, 'input');
  const kept = await keptListing(listingId, viewer, sealing, 'input.listingId');
  checkThere(kept, 'input.listingId');
  const confirmedBy =
    kept.capacity === 'STEWARD'
      ? 'Steward of the network'
      : `${viewer.kind === 'APP' ? 'App' : 'Coordinator'}, ${await organizationName(sealing, kept.organization)}`;
  await confirmListing({ listingId, method, confirmedBy, groups }, sealing);
  const detail = { method, ...(groups ? { groups } : {}) };
  await record(sealing, viewer, { action: 'confirmListing', thing: listingId, detail });
  return listingId;
}
