import { refuse, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { changeStatus, type ChangeStatus } from './change-status.js';

/**
 * Takes a listing out: nobody but those who keep it is told of it any more. What it was stays, and it can be restored.
 * @throws Refusal `INVALID` where it is withdrawn already; and as `changeStatus`
 */
export function withdrawListing(
  given: ChangeStatus,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const withdraw = (kept: { status: string }, told: string | null) => {
    if (kept.status === 'WITHDRAWN') refuse('It is withdrawn already.', 'input.id');
    return { status: 'WITHDRAWN', statusReason: told, pausedUntil: null } as const;
  };
  return changeStatus(given, 'withdrawListing', withdraw, viewer, sealing);
}
