import { changesBetween } from '../history/index.js';
import type { Changing } from '../kernel/index.js';
import { holdEndedPause, saveState, stateOf } from './listing.store.js';
import { note } from './revise-listing.js';

const ACTIVE = { status: 'ACTIVE', statusReason: null, pausedUntil: null } as const;

/**
 * Makes a listing active again that was paused until now, or a time gone by; one that another server is at, or that is paused no
 * more, stays as it is. What was told of it while it was paused is told still: nothing has to be held against doors anew.
 */
export async function endPause(changing: Changing, id: string): Promise<void> {
  if (!(await holdEndedPause(changing, id))) return;
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
