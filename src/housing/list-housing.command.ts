import { z } from 'zod';
import { criterionInput } from '../eligibility/index.js';
import type { Sealing } from '../vault/index.js';
import { newId, readInput, Refusal, refuse } from '../kernel/index.js';
import {
  criteriaOf,
  holdListing,
  isWritten,
  listingInput,
  writeListing,
  type Differing,
} from '../listings/index.js';
import { hoursInput, storedHours } from '../organizations/index.js';
import { HousingKind, OperatorKind } from './housing.js';
import { saveHousing, saveUnits, unitsOf } from './housing.store.js';

const BEDS_MAX = 10_000;

const unitInput = z.strictObject({
  id: z.string().nullish(),
  name: z.string().trim().min(1).max(200),
  capacity: z.number().int().min(0).max(BEDS_MAX).nullish(),
  eligibility: z.array(criterionInput).max(100),
});

/** What every housing option says of itself. */
export const housingInput = listingInput.extend({
  kind: z.enum(HousingKind),
  operatedBy: z.array(z.enum(OperatorKind)).min(1).max(8),
  stayDaysMax: z.number().int().min(1).max(36_500).nullish(),
  intake: hoursInput.nullish(),
  transportOffered: z.boolean(),
  units: z.array(unitInput).min(1).max(50),
});
export type ListHousing = z.input<typeof housingInput>;

const OF_OPTION = ['kind', 'operatedBy', 'stayDaysMax', 'intake', 'transportOffered'];

/**
 * Lists a housing option, or writes a known one anew.
 * @param differing of one that is held, what is to be written
 * @returns its id and those of its units, in the order given
 * @throws Refusal `INVALID` naming the field at fault
 */
export async function listHousing(
  given: ListHousing,
  changing: Sealing,
  differing?: Differing,
): Promise<{ id: string; units: string[] }> {
  const { kind, operatedBy, stayDaysMax, intake, transportOffered, units, ...listing } = readInput(
    housingInput,
    given,
  );
  if (new Set(units.map(({ name }) => name)).size < units.length) {
    refuse('Two units have the same name.', 'units');
  }
  const id = listing.id ?? newId('HousingOption');
  const hasUnits = isWritten(differing, 'units');
  if (hasUnits) await checkUnits(id, units, changing);
  await writeListing(id, 'HOUSING', listing, changing, differing);
  if (isWritten(differing, ...OF_OPTION)) {
    await saveHousing(changing, {
      listing: id,
      kind,
      operatedBy,
      stayDaysMax: stayDaysMax ?? null,
      intake: intake ? storedHours(intake) : null,
      transportOffered,
    });
  }
  const written = units.map(({ id: unit, name, capacity, eligibility }, index) => ({
    id: unit ?? null,
    name,
    capacity: capacity ?? null,
    criteria: criteriaOf(eligibility, `units.${index}.eligibility`),
  }));
  const unitIds = hasUnits
    ? await saveUnits(changing, id, written)
    : written.flatMap(({ id: unit }) => unit ?? []);
  const told = { ...listing, units, intake };
  await holdListing(id, told, changing);
  return { id, units: unitIds };
}

/** A unit is written by its id only where it is one of this option's. */
async function checkUnits(
  option: string,
  units: z.output<typeof unitInput>[],
  changing: Sealing,
): Promise<void> {
  const named = units.flatMap(({ id }) => id ?? []);
  if (named.length === 0) return;
  if (new Set(named).size < named.length) refuse('Name each unit once.', 'units');
  const own = await unitsOf(changing, option);
  const other = units.findIndex(({ id }) => id != null && !own.includes(id));
  if (other < 0) return;
  throw new Refusal('NOT_FOUND', 'This option has no such unit.', `units.${other}.id`);
}
