import { checkThere } from '../disclosure/index.js';
import { refuse, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { changeStatus, type ChangeStatus } from './change-status.js';

export type PauseListing = ChangeStatus & { until?: Date | null };

/** Longer than that, it is not a pause. */
const PAUSE_DAYS_MAX = 366;
const DAY_MS = 24 * 3_600_000;

/**
 * For now a listing takes nobody; at the end that is named it is active again by itself.
 * @throws Refusal `INVALID` where the end does not lie ahead, or it is withdrawn; and as `changeStatus`
 */
export function pauseListing(
  { until = null, ...given }: PauseListing,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const leftMs = until === null ? DAY_MS : until.getTime() - sealing.now.getTime();
  if (leftMs <= 0) refuse('It must end later than now.', 'input.until');
  if (leftMs > PAUSE_DAYS_MAX * DAY_MS) refuse('A pause ends within a year.', 'input.until');
  const pause = (kept: { isWithdrawn: boolean }, told: string | null) => {
    checkThere(kept, 'input.id');
    return { status: 'PAUSED', statusReason: told, pausedUntil: until } as const;
  };
  return changeStatus(given, 'pauseListing', pause, viewer, sealing);
}
