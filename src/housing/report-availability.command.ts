import { z } from 'zod';
import { readInput, refuse, type Changing } from '../kernel/index.js';
import { touchListing } from '../listings/index.js';
import { goodUntil } from './availability.js';
import { ReportNote } from './housing.js';
import { addReport, optionOfUnit } from './housing.store.js';

const beds = z.number().int().min(0).max(10_000);

const input = z.strictObject({
  unitId: z.string(),
  accepting: z.boolean(),
  bedsOpen: beds.nullish(),
  bedsTotal: beds.nullish(),
  waitlist: z.boolean().optional(),
  note: z.enum(ReportNote).nullish(),
  reportedAt: z.date().optional(),
});
export type ReportAvailability = z.input<typeof input>;

/**
 * Records what a unit has free, for as long as its kind of housing makes that hold.
 * @throws Refusal `INVALID` where there is no such unit, or more beds are open than there are
 */
export async function reportAvailability(
  given: ReportAvailability,
  changing: Changing,
): Promise<string> {
  const { unitId, reportedAt = changing.now, ...report } = readInput(input, given);
  const option = await optionOfUnit(changing, unitId);
  if (!option) refuse('No unit has this id.', 'unitId');
  if (reportedAt > changing.now) refuse('A report cannot lie ahead.', 'reportedAt');
  if (report.bedsOpen != null && report.bedsTotal != null && report.bedsOpen > report.bedsTotal) {
    refuse('More beds cannot be open than there are.', 'bedsOpen');
  }
  await touchListing(changing, option.listing);
  return addReport(changing, {
    listing: option.listing,
    unit: unitId,
    reportedAt,
    goodUntil: goodUntil(option.kind, reportedAt),
    accepting: report.accepting,
    bedsOpen: report.bedsOpen ?? null,
    bedsTotal: report.bedsTotal ?? null,
    waitlist: report.waitlist ?? false,
    note: report.note ?? null,
  });
}
