import { holdListingAgainstDoors } from '../disclosure/index.js';
import { refuse, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { changeStatus, type ChangeStatus } from './change-status.js';
import type { Kept } from './keeping.js';
import { checkMayRevise } from './revise-listing.js';

/**
 * Ends a pause, or brings a withdrawn listing back.
 * @throws Refusal `INVALID` where it is active already, and where its words lead to an address withheld since; `FORBIDDEN` of a
 *   steward where its organization withholds any; and as `changeStatus`
 */
export async function reactivateListing(
  given: ChangeStatus,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  let back: Kept | null = null;
  const bringBack = (kept: Kept) => {
    if (kept.status === 'ACTIVE') refuse('It is active already.', 'input.id');
    back = kept;
    return { status: 'ACTIVE', statusReason: null, pausedUntil: null } as const;
  };
  const id = await changeStatus(given, 'restoreListing', bringBack, viewer, sealing);
  await holdBack(back!, sealing);
  return id;
}

/** While it was out, an address may have been withheld that its words still lead to: they are told again only if none does. */
async function holdBack(kept: Kept, sealing: Sealing): Promise<void> {
  await checkMayRevise(kept, sealing);
  await holdListingAgainstDoors(kept.organization, kept.id, sealing, 'input.id');
}
