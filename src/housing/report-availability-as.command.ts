import type { z } from 'zod';
import { record } from '../audit/index.js';
import { checkThere } from '../disclosure/index.js';
import { keptListing } from '../listings/index.js';
import { atInput, readInput, Refusal, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { optionOfUnit } from './housing.store.js';
import { report, reportAvailability } from './report-availability.command.js';

const input = report.omit({ reportedAt: true });
export type ReportAvailabilityAs = z.input<typeof input>;

const noUnit = () =>
  new Refusal('NOT_FOUND', 'There is no such thing among those that you keep.', 'input.unitId');

/**
 * Records what a unit of an own option has free, as of now.
 * @returns the option's id
 * @throws Refusal `NOT_FOUND` where the unit is none, or another's: alike; `INVALID` naming the field at fault
 */
export async function reportAvailabilityAs(
  given: ReportAvailabilityAs,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const said = readInput(input, given, 'input');
  const option = await optionOfUnit(sealing, said.unitId);
  if (!option) throw noUnit();
  const kept = await keptListing(option.listing, viewer, sealing, 'input.unitId');
  // What is free tonight is said by those who are there.
  if (kept.capacity !== 'OWN') throw noUnit();
  checkThere(kept, 'input.unitId');
  const made = await atInput(() => reportAvailability(said, sealing));
  await record(sealing, viewer, {
    action: 'reportAvailability',
    thing: kept.id,
    detail: { report: made },
  });
  return kept.id;
}
