import { record } from '../audit/index.js';
import { noteWritten } from '../disclosure/index.js';
import { atInput, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { spokenFor } from './keeping.js';
import type { ScheduleConveningInput } from './library-changes.input.js';
import { scheduleConvening, type ScheduleConvening } from './schedule-convening.command.js';

/**
 * Schedules a convening, each host of which is the viewer's to speak for.
 * @returns its id
 * @throws Refusal `NOT_FOUND`, `FORBIDDEN` and `INVALID` as `spokenFor` and `scheduleConvening`
 */
export async function scheduleConveningAs(
  given: Omit<ScheduleConveningInput, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const spoken = await spokenFor(given.hostIds, viewer, sealing, (nth) => `input.hostIds.${nth}`);
  const id = await atInput(() => scheduleConvening(given as ScheduleConvening, sealing));
  await record(sealing, viewer, { action: 'scheduleConvening', thing: id });
  for (const one of spoken) await noteWritten(one, viewer, sealing);
  return id;
}
