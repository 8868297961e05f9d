import { z } from 'zod';
import { holdAgainstDoors } from '../disclosure/index.js';
import type { Sealing } from '../vault/index.js';
import { readInput, refuse } from '../kernel/index.js';
import { ConfirmationMethod, FieldGroup, fieldGroups } from './listing.js';
import { addConfirmation, ownerOf, touchListing } from './listing.store.js';
import { dueAt } from './verification.js';

export const confirmation = z.strictObject({
  listingId: z.string(),
  method: z.enum(ConfirmationMethod),
  /** A role and an organization, never a person: the name of an organization has 300 letters at most. */
  confirmedBy: z.string().trim().min(1).max(400),
  confirmedAt: z.date().optional(),
  /** What was found true; absent, all that it says. */
  groups: z
    .array(z.enum(FieldGroup))
    .min(1, 'Name what was found true, or leave it out where all was.')
    .nullish(),
});
export type ConfirmListing = z.input<typeof confirmation>;

/**
 * Records that a listing, or some groups of what it says, was found true.
 * @throws Refusal `INVALID` where there is no such listing, the day lies ahead, or a withheld door is repeated
 */
export async function confirmListing(given: ConfirmListing, changing: Sealing): Promise<string> {
  const {
    listingId,
    method,
    confirmedBy,
    confirmedAt = changing.now,
    groups,
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
    groups: fieldGroups.filter((group) => !groups || groups.includes(group)),
  });
}
