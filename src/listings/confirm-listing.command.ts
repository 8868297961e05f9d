import { z } from 'zod';
import { holdAgainstDoors } from '../disclosure/index.js';
import type { Sealing } from '../vault/index.js';
import { readInput, refuse } from '../kernel/index.js';
import { ConfirmationMethod } from './listing.js';
import { addConfirmation, ownerOf, touchListing } from './listing.store.js';
import { dueAt } from './verification.js';

export const confirmation = z.strictObject({
  listingId: z.string(),
  method: z.enum(ConfirmationMethod),
  /** A role and an organization, never a person: the name of an organization has 300 letters at most. */
  confirmedBy: z.string().trim().min(1).max(400),
  confirmedAt: z.date().optional(),
});
export type ConfirmListing = z.input<typeof confirmation>;

/**
 * Records that a listing was found true.
 * @throws Refusal `INVALID` where there is no such listing, the day lies ahead, or a withheld door is repeated
 */
export async function confirmListing(given: ConfirmListing, changing: Sealing): Promise<string> {
  const {
    listingId,
    method,
    confirmedBy,
    confirmedAt = changing.now,
  } = readInput(confirmation, given);
  const listing = await ownerOf(changing, listingId);
  if (!listing) refuse('No listing has this id.', 'listingId');
  const { organizationId, type } = listing;
  if (confirmedAt > changing.now) refuse('A confirmation cannot lie ahead.', 'confirmedAt');
  // The listing is held before its organization, as by whoever decides how far it is told.
  await touchListing(changing, listingId);
  await holdAgainstDoors({ organizationId, given: { confirmedBy }, siteIds: [] }, changing);
  return addConfirmation(changing, {
    listing: listingId,
    method,
    confirmedBy,
    confirmedAt,
    dueAt: dueAt(confirmedAt, type),
  });
}
