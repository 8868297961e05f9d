import { changesBetween } from '../history/index.js';
import type { Changing } from '../kernel/index.js';
import { endedPauses, saveState, stateOf } from './listing.store.js';
import { note } from './revise-listing.js';

/** In one transaction: many at once would keep everyone else's changes waiting. */
const AT_ONCE = 50;

const ACTIVE = { status: 'ACTIVE', statusReason: null, pausedUntil: null } as const;

/**
 * Makes active again what was paused until now, or a time gone by. What was told of it while it was paused is told still: nothing
 * has to be held against doors anew.
 * @returns how many; fewer than there are where many ended, or another server is at it
 */
export async function endPauses(changing: Changing): Promise<number> {
  const ended = await endedPauses(changing, AT_ONCE);
  for (const id of ended) {
    const { status, statusReason, pausedUntil } = await stateOf(changing, id);
    const changes = changesBetween({ status, statusReason, pausedUntil }, ACTIVE);
    await saveState(changing, id, ACTIVE);
    await note(
      { id, madeAs: 'HOST', organization: null },
      { action: 'restoreListing', reason: null, changes },
      { kind: 'HOST' },
      changing,
    );
  }
  return ended.length;
}
