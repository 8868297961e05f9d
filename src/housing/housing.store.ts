import type { Criterion } from '../eligibility/index.js';
import { newId, type Changing } from '../kernel/index.js';
import { addCriteria } from '../listings/index.js';
import type { StoredHours } from '../organizations/index.js';
import type { HousingKind } from './housing.js';
import { AvailabilityReportEntity, HousingOptionEntity, UnitEntity } from './housing.entity.js';

export interface HousingRow {
  listing: string;
  kind: HousingKind;
  operatedBy: string[];
  stayDaysMax: number | null;
  intake: StoredHours | null;
  transportOffered: boolean;
}

export interface UnitParts {
  name: string;
  capacity: number | null;
  criteria: Criterion[];
}

/** Writes what makes a listing a housing option. */
export async function saveHousing({ em }: Changing, housing: HousingRow): Promise<void> {
  await em.upsert(HousingOptionEntity, housing);
}

/**
 * Writes all units of an option. A unit keeps its id, and so its reports, for as long as its name stays.
 * @returns their ids, in the order given
 */
export async function saveUnits(
  changing: Changing,
  listing: string,
  units: UnitParts[],
): Promise<string[]> {
  const { em } = changing;
  const known = await em.execute<{ id: string; name: string }[]>(
    'select id, name from org.unit where listing_id = ?',
    [listing],
  );
  const rows = units.map(({ name, capacity }, position) => ({
    id: known.find((unit) => unit.name === name)?.id ?? newId('Unit'),
    listing,
    position,
    name,
    capacity,
  }));
  const kept = rows.map(({ id }) => id);
  await em.nativeDelete(UnitEntity, { listing, id: { $nin: kept } });
  await em.upsertMany(UnitEntity, rows);
  for (const [index, { criteria }] of units.entries()) {
    await addCriteria(changing, listing, kept[index]!, criteria);
  }
  return kept;
}

export interface ReportRow {
  listing: string;
  unit: string;
  reportedAt: Date;
  goodUntil: Date;
  accepting: boolean;
  bedsOpen: number | null;
  bedsTotal: number | null;
  waitlist: boolean;
  note: string | null;
}

export async function addReport({ em }: Changing, report: ReportRow): Promise<string> {
  const id = newId('Report');
  await em.insert(AvailabilityReportEntity, { id, ...report });
  return id;
}

/** The option that a unit belongs to, and its kind. */
export async function optionOfUnit({ em }: Changing, unit: string) {
  const [found] = await em.execute<{ listing: string; kind: HousingKind }[]>(
    `select u.listing_id as listing, h.kind from org.unit u
     join org.housing_option h on h.listing_id = u.listing_id where u.id = ?`,
    [unit],
  );
  return found ?? null;
}
