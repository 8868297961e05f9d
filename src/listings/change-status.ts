import {
  discloseWithState,
  holdNoted,
  madeAs,
  reasonText,
  reasonToKeep,
  sitesOf,
} from '../disclosure/index.js';
import { changesBetween } from '../history/index.js';
import { checkVersion, readInput, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { z } from 'zod';
import { keptListing, type Kept } from './keeping.js';
import { saveState, type ListingState } from './listing.store.js';
import { note } from './revise-listing.js';

const asked = z.strictObject({ id: z.string(), version: z.number().int(), reason: reasonText });
export type ChangeStatus = z.input<typeof asked>;

/** What a listing's state becomes, and how far it is told where that changes. @throws Refusal where it cannot become it */
type Becomes = (
  kept: Kept,
  told: string | null,
) => Omit<ListingState, 'type' | 'version'> & { disclosure?: 'OWN' };

/**
 * Changes whether a listing takes people, and says why. Words of whoever may not know a door are not told: what of hers would be
 * refused for leading to one, would tell her that door.
 * @returns the listing's id
 * @throws Refusal `NOT_FOUND`; `STALE_VERSION`; `INVALID` where the reason repeats a withheld door
 */
export async function changeStatus(
  given: ChangeStatus,
  action: string,
  becomes: Becomes,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { id, version, reason } = readInput(asked, given, 'input');
  const kept = await keptListing(id, viewer, sealing);
  checkVersion(version, kept.version);
  const { status, statusReason, pausedUntil, disclosure, organization, knowsDoors } = kept;
  const before = { status, statusReason, pausedUntil, disclosure };
  const after = { disclosure, ...becomes(kept, knowsDoors ? reason : null) };
  await discloseWithState(sealing, { id, organization, to: after.disclosure });
  await saveState(sealing, id, after);
  const changes = changesBetween(before, after);
  const sites = await sitesOf(sealing, id);
  const written = knowsDoors ? reason : await reasonToKeep(kept, reason, sites, sealing);
  await note(
    { id, ...madeAs(kept, viewer) },
    { action, reason: written, changes },
    viewer,
    sealing,
  );
  if (knowsDoors) await holdNoted(organization, { reason }, sites, sealing);
  return id;
}
