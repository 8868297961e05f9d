import { z } from 'zod';
import { holdAgainstDoors } from '../disclosure/index.js';
import type { Sealing } from '../vault/index.js';
import { newId, readInput, refuse } from '../kernel/index.js';
import { isOrganization } from '../organizations/index.js';
import { checkRecurrence, lastStart } from './recurrence.js';
import { saveConvening } from './library.store.js';

const input = z.strictObject({
  id: z.string().optional(),
  regionId: z.string().nullish(),
  title: z.string().trim().min(1).max(300),
  topic: z.string().trim().min(1).max(1_000),
  description: z.string().trim().max(10_000).nullish(),
  location: z.string().trim().max(300).nullish(),
  hostIds: z.array(z.string()).min(1).max(20),
  startsAt: z.date(),
  endsAt: z.date(),
  recurrence: z.string().nullish(),
});
export type ScheduleConvening = z.input<typeof input>;

/**
 * Schedules a convening, or writes a known one anew.
 * @throws Refusal `INVALID` where it ends before it starts, or a host or the rule is none
 */
export async function scheduleConvening(
  given: ScheduleConvening,
  changing: Sealing,
): Promise<string> {
  const { hostIds, regionId, recurrence, ...convening } = readInput(input, given);
  const id = convening.id ?? newId('Convening');
  if (convening.endsAt <= convening.startsAt) refuse('It must end after it starts.', 'endsAt');
  for (const [index, host] of hostIds.entries()) {
    if (!(await isOrganization(changing, host)))
      refuse('No organization has this id.', `hostIds.${index}`);
  }
  // In one order, for each is held: two that are scheduled at once never wait for each other.
  for (const organizationId of hostIds.toSorted()) {
    await holdAgainstDoors({ organizationId, given: convening, siteIds: [] }, changing);
  }
  const rule = recurrence == null ? null : checkRecurrence(recurrence, 'recurrence');
  await saveConvening(
    changing,
    {
      id,
      region: regionId ?? null,
      title: convening.title,
      topic: convening.topic,
      description: convening.description ?? null,
      location: convening.location ?? null,
      startsAt: convening.startsAt,
      endsAt: convening.endsAt,
      recurrence: rule,
      lastStartsAt: rule === null ? convening.startsAt : lastStart(rule, convening.startsAt),
    },
    [...new Set(hostIds)],
  );
  return id;
}
