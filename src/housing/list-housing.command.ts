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
import { saveHousing, saveUnits, unitsOf, type KnownUnit } from './housing.store.js';

const BEDS_MAX = 10_000;

const unitInput = z.strictObject({
  id: z.string().nullish(),
  name: z.string().trim().min(1).max(200),
  capacity: z.number().int().min(0).max(BEDS_MAX).nullish(),
  eligibility: z.array(criterionInput).max(100).nullish(),
});
type Unit = z.output<typeof unitInput>;

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
  const { kind, operatedBy, stayDaysMax, intake, transportOffered, ...said } = readInput(
    housingInput,
    given,
  );
  const { units: named, ...listing } = said;
  if (new Set(named.map(({ name }) => name)).size < named.length) {
    refuse('Two units have the same name.', 'units');
  }
  const id = listing.id ?? newId('HousingOption');
  const hasUnits = isWritten(differing, 'units');
  const known = hasUnits && listing.id ? await unitsOf(changing, id) : [];
  if (hasUnits) checkUnits(named, known);
  const units = wholeUnits(named, known);
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
  const written = units.map(({ eligibility, ...unit }, index) => ({
    ...unit,
    criteria: criteriaOf(eligibility, `units.${index}.eligibility`),
  }));
  const unitIds = hasUnits
    ? await saveUnits(changing, id, written, known)
    : written.flatMap(({ id: unit }) => unit ?? []);
  const told = { ...listing, units, intake };
  await holdListing(id, told, changing);
  return { id, units: unitIds };
}

/** A unit is written by its id only where it is one of this option's, or was. */
function checkUnits(units: readonly Unit[], known: readonly KnownUnit[]): void {
  const named = units.flatMap(({ id }) => id ?? []);
  if (new Set(named).size < named.length) refuse('Name each unit once.', 'units');
  const other = units.findIndex(({ id }) => id != null && !known.some((unit) => unit.id === id));
  if (other < 0) return;
  throw new Refusal('NOT_FOUND', 'This option has no such unit.', `units.${other}.id`);
}

/**
 * Units with all that they are to say. One is there already where it is named by its id, or, where no other is, by its name: what is
 * absent of it stays. One that was left out comes back by its id alone.
 */
function wholeUnits(units: readonly Unit[], known: readonly KnownUnit[]) {
  const named = new Set(units.map(({ id }) => id));
  return units.map(({ id, name, capacity, eligibility }) => {
    const there = known.find((unit) =>
      id ? unit.id === id : unit.isThere && unit.name === name && !named.has(unit.id),
    );
    return {
      id: id ?? there?.id ?? null,
      name,
      capacity: (capacity === undefined ? there?.capacity : capacity) ?? null,
      eligibility: (eligibility === undefined ? there?.eligibility : eligibility) ?? [],
    };
  });
}
