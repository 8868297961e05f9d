import { z } from 'zod';
import { forgetLeading, holdAgainstDoors } from '../disclosure/index.js';
import { unknownAreas } from '../geography/index.js';
import type { Sealing } from '../vault/index.js';
import { newId, readInput, refuse, type Changing } from '../kernel/index.js';
import { isOrganization, timeZone } from '../organizations/index.js';
import { checkRecurrence, lastStart } from './recurrence.js';
import { saveConvening } from './library.store.js';

const DAY_MS = 86_400_000;
/** A meeting of more days is several. */
const DAYS_MAX = 31;
/** Of one that lies further away nobody is told anything of use. */
const YEARS_AWAY_MAX = 10;
const YEAR_DAYS = 366;

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
  /** By whose clock it recurs. */
  timeZone: timeZone.default('UTC'),
  recurrence: z.string().nullish(),
});
export type ScheduleConvening = z.input<typeof input>;
type Read = z.output<typeof input>;

/**
 * Schedules a convening, or writes a known one anew.
 * @param besides organizations that host it no more, and to whose doors its words may lead
 * @throws Refusal `INVALID` where it ends before it starts, or a host, the region or the rule is none
 */
export async function scheduleConvening(
  given: ScheduleConvening,
  changing: Sealing,
  besides: readonly string[] = [],
): Promise<string> {
  const read = readInput(input, given);
  const { hostIds, regionId, recurrence, startsAt, timeZone: zone, ...convening } = read;
  const id = convening.id ?? newId('Convening');
  checkTimes(read, changing);
  await checkThere(read, changing);
  const recurring = { startsAt, timeZone: zone, recurrence: recurrence ?? null };
  await saveConvening(
    changing,
    {
      ...recurring,
      id,
      region: regionId ?? null,
      title: convening.title,
      topic: convening.topic,
      description: convening.description ?? null,
      location: convening.location ?? null,
      endsAt: convening.endsAt,
      lastStartsAt: recurrence == null ? startsAt : lastStart({ ...recurring, recurrence }),
    },
    [...new Set(hostIds)],
  );
  // In one order, for each is held: two that are scheduled at once never wait for each other.
  for (const organizationId of [...hostIds, ...besides].toSorted()) {
    await holdAgainstDoors({ organizationId, given: convening }, changing);
  }
  await forgetLeading(changing, id);
  return id;
}

function checkTimes(
  { startsAt, endsAt, timeZone: zone, recurrence }: Read,
  { now }: Changing,
): void {
  if (endsAt <= startsAt) refuse('It must end after it starts.', 'endsAt');
  if (endsAt.getTime() - startsAt.getTime() > DAYS_MAX * DAY_MS)
    refuse('It ends within a month. What comes again has a recurrence.', 'endsAt');
  const away = Math.abs(startsAt.getTime() - now.getTime());
  if (away > YEARS_AWAY_MAX * YEAR_DAYS * DAY_MS)
    refuse('It starts within ten years of today.', 'startsAt');
  if (recurrence != null) checkRecurrence({ startsAt, timeZone: zone, recurrence }, 'recurrence');
}

/** That its hosts and its region are ones. */
async function checkThere({ hostIds, regionId }: Read, changing: Changing): Promise<void> {
  for (const [index, host] of hostIds.entries()) {
    if (!(await isOrganization(changing, host)))
      refuse('No organization has this id.', `hostIds.${index}`);
  }
  if (regionId == null) return;
  const unknown = await unknownAreas(changing, { regions: [regionId] });
  if (unknown.size > 0) refuse('No region has this id.', 'regionId');
}
