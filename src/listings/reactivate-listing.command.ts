import { refuse, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { changeStatus, type ChangeStatus } from './change-status.js';

/**
 * Ends a pause, or brings a withdrawn listing back.
 * @throws Refusal `INVALID` where it is active already; and as `changeStatus`
 */
export function reactivateListing(
  given: ChangeStatus,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const bringBack = (kept: { status: string }) => {
    if (kept.status === 'ACTIVE') refuse('It is active already.', 'input.id');
    return { status: 'ACTIVE', statusReason: null, pausedUntil: null } as const;
  };
  return changeStatus(given, 'restoreListing', bringBack, viewer, sealing);
}
