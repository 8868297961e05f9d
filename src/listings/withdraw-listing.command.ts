import { refuse, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { changeStatus, type ChangeStatus } from './change-status.js';

/**
 * Takes a listing out: nobody but those who keep it is told of it any more, nor of a place that was told no further than it. What it
 * was stays; when it is restored it is told as a new one is, to its own people, until two tell it further.
 * @throws Refusal `INVALID` where it is withdrawn already; and as `changeStatus`
 */
export function withdrawListing(
  given: ChangeStatus,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const withdraw = (kept: { isWithdrawn: boolean }) => {
    if (kept.isWithdrawn) refuse('It is withdrawn already.', 'input.id');
    return {
      status: 'WITHDRAWN',
      // There is nobody to tell it to; its history keeps why.
      statusReason: null,
      pausedUntil: null,
      disclosure: 'OWN',
    } as const;
  };
  return changeStatus(given, 'withdrawListing', withdraw, viewer, sealing);
}
