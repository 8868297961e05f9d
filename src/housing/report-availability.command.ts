import { z } from 'zod';
import { readInput, refuse, type Changing } from '../kernel/index.js';
import { touchListing } from '../listings/index.js';
import { goodUntil } from './availability.js';
import { ReportNote } from './housing.js';
import { addReport, momentOfReport, optionOfUnit } from './housing.store.js';

const beds = z.number().int().min(0).max(10_000);

export const report = z.strictObject({
  unitId: z.string(),
  accepting: z.boolean(),
  bedsOpen: beds.nullish(),
  bedsTotal: beds.nullish(),
  waitlist: z.boolean().optional(),
  note: z.enum(ReportNote).nullish(),
  reportedAt: z.date().optional(),
});
export type ReportAvailability = z.input<typeof report>;

/**
 * Records what a unit has free, for as long as reports of its kind of housing hold now.
 * @param linkId by which it is reported, if by one
 * @throws Refusal `INVALID` where there is no such unit, or more beds are open than there are
 */
export async function reportAvailability(
  given: ReportAvailability,
  changing: Changing,
  linkId: string | null = null,
): Promise<string> {
  const { unitId, reportedAt: earlier, ...said } = readInput(report, given);
  const option = await optionOfUnit(changing, unitId);
  if (!option) refuse('No unit has this id.', 'unitId');
  if (earlier && earlier > changing.now) refuse('A report cannot lie ahead.', 'reportedAt');
  checkBeds(said, option.capacity);
  // The row is held from here on: reports of one option come one after another, on however many servers.
  await touchListing(changing, option.listing);
  const reportedAt = earlier ?? (await momentOfReport(changing, unitId));
  return addReport(changing, {
    listing: option.listing,
    unit: unitId,
    reportedAt,
    goodUntil: goodUntil(option.holdsHours, reportedAt),
    accepting: said.accepting,
    bedsOpen: said.bedsOpen ?? null,
    bedsTotal: said.bedsTotal ?? null,
    waitlist: said.waitlist ?? false,
    note: said.note ?? null,
    linkId,
  });
}

/** @param capacity how many beds the unit has where the report does not say it */
function checkBeds(
  { bedsOpen, bedsTotal }: Pick<z.output<typeof report>, 'bedsOpen' | 'bedsTotal'>,
  capacity: number | null,
): void {
  const total = bedsTotal ?? capacity;
  if (bedsOpen == null || total === null || bedsOpen <= total) return;
  if (bedsTotal != null) refuse('More beds cannot be open than there are.', 'bedsOpen');
  refuse(
    'More beds cannot be open than the unit has. Where it has more now, name them too: bedsTotal.',
    'bedsOpen',
  );
}
