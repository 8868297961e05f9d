import { holdNoted, madeAs, reasonText, reasonToKeep } from '../disclosure/index.js';
import { changesBetween } from '../history/index.js';
import { checkVersion, readInput, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { z } from 'zod';
import { keptListing, type Kept } from './keeping.js';
import { saveState, type ListingState } from './listing.store.js';
import { note } from './revise-listing.js';

const asked = z.strictObject({ id: z.string(), version: z.number().int(), reason: reasonText });
export type ChangeStatus = z.input<typeof asked>;

/** What a listing's state becomes. @throws Refusal where it cannot become it */
type Becomes = (kept: Kept, told: string | null) => Omit<ListingState, 'type' | 'version'>;

/**
 * Changes whether a listing takes people, and says why. Words of a steward are not told: what of hers would be refused for
 * leading to a withheld door, would tell her that door.
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
  const isOwn = kept.capacity === 'OWN';
  if (isOwn) await holdNoted(kept.organization, { reason }, sealing);
  const written = isOwn ? reason : await reasonToKeep(kept, reason, sealing);
  const { status, statusReason, pausedUntil } = kept;
  const before = { status, statusReason, pausedUntil };
  const after = becomes(kept, isOwn ? reason : null);
  await saveState(sealing, id, after);
  const changes = changesBetween(before, after);
  await note({ id, ...madeAs(kept) }, { action, reason: written, changes }, viewer, sealing);
  return id;
}
