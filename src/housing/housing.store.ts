import type { z } from 'zod';
import type { Criterion, criterionInput } from '../eligibility/index.js';
import { newId, textArray, type Changing } from '../kernel/index.js';
import type { Statement } from '../history/index.js';
import { addCriteria, clearUnitRules, listingStatements, rules } from '../listings/index.js';
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

/** A unit that an option has, or left out, and its rules as they were given. */
export interface KnownUnit {
  id: string;
  name: string;
  capacity: number | null;
  eligibility: z.output<typeof criterionInput>[];
  isThere: boolean;
}

export interface UnitParts {
  /** Of a unit that is there already and keeps its reports, whatever it is called now. */
  id: string | null;
  name: string;
  capacity: number | null;
  criteria: Criterion[];
}

/** Writes what makes a listing a housing option. */
export async function saveHousing({ em }: Changing, housing: HousingRow): Promise<void> {
  await em.upsert(HousingOptionEntity, housing);
}

/**
 * Writes all units of an option. A unit keeps its id, and so its reports, also while it is left out: it is none of the option's then, so
 * that nobody is told of it, and the option may take it back.
 * @param known those that it has, or left out
 * @returns their ids, in the order given
 */
export async function saveUnits(
  changing: Changing,
  listing: string,
  units: UnitParts[],
  known: readonly KnownUnit[],
): Promise<string[]> {
  const { em } = changing;
  const rows = units.map(({ id, name, capacity }, position) => ({
    id: id ?? newId('Unit'),
    listing,
    wasOf: null,
    position,
    name,
    capacity,
  }));
  const kept = rows.map(({ id }) => id);
  if (known.length > 0) await clearUnitRules(changing, kept);
  await em.nativeUpdate(
    UnitEntity,
    { listing, id: { $nin: kept } },
    { listing: null, wasOf: listing },
  );
  await em.upsertMany(UnitEntity, rows);
  const revised = rows.filter(({ id, capacity }) =>
    known.some((unit) => unit.id === id && unit.capacity !== capacity),
  );
  await noteCapacity(
    changing,
    revised.map(({ id }) => id),
  );
  for (const [index, { criteria }] of units.entries()) {
    await addCriteria(changing, listing, kept[index]!, criteria);
  }
  return kept;
}

/** How many beds these units have was said just now, later than by any report of them. */
async function noteCapacity({ em, now }: Changing, units: string[]): Promise<void> {
  if (units.length === 0) return;
  await em.execute(
    `update org.unit u set capacity_at = greatest(?::timestamptz, (select max(reported_at) + interval '1 ms'
       from org.availability_report where unit_id = u.id)) where id = any (?::text[])`,
    [now, textArray(units)],
  );
}

const statement = `json_build_object('kind', h.kind, 'operatedBy', h.operated_by, 'stayDaysMax', h.stay_days_max,
  'intake', h.intake - 'week', 'transportOffered', h.transport_offered,
  'units', coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name, 'capacity', u.capacity,
      'eligibility', ${rules('r.unit_id = u.id')}) order by u.position)
    from org.unit u where u.listing_id = h.listing_id), '[]'::json))`;

/** What options say of themselves, by the names of their input. */
export const housingStatements = (
  changing: Changing,
  ids: readonly string[],
): Promise<Map<string, Statement>> =>
  listingStatements(changing, ids, {
    join: 'org.housing_option h on h.listing_id = l.id',
    said: statement,
  });

/** The units of an option, and those that it left out. */
export const unitsOf = ({ em }: Changing, listing: string): Promise<KnownUnit[]> =>
  em.execute(
    `select u.id, u.name, u.capacity, ${rules('r.unit_id = u.id')} as eligibility,
       u.listing_id is not null as "isThere"
     from org.unit u where u.listing_id = ? or u.was_of = ?`,
    [listing, listing],
  );

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
  linkId: string | null;
}

export async function addReport({ em }: Changing, report: ReportRow): Promise<string> {
  const id = newId('Report');
  await em.insert(AvailabilityReportEntity, { id, ...report });
  return id;
}

/** The option that a unit belongs to, how many beds the unit has, and for how many hours a report of it holds that is made now. */
export async function optionOfUnit({ em }: Changing, unit: string) {
  const [found] = await em.execute<
    { listing: string; holdsHours: number; capacity: number | null }[]
  >(
    `select u.listing_id as listing, r.hours as "holdsHours", u.capacity from org.unit u
     join org.housing_option h on h.listing_id = u.listing_id
     join org.report_hold r on r.kind = h.kind where u.id = ?`,
    [unit],
  );
  return found ?? null;
}

/**
 * When a report that comes now is made: later than every other of its unit, and than what its listing said of it, whatever the clocks
 * of servers say, so that the last that is written is the last that was said. Whoever asks holds the listing.
 */
export async function momentOfReport({ em, now }: Changing, unit: string): Promise<Date> {
  const [row] = await em.execute<{ last: string | null }[]>(
    `select greatest(u.capacity_at, (select max(reported_at) from org.availability_report where unit_id = u.id)) as last
     from org.unit u where u.id = ?`,
    [unit],
  );
  const last = row?.last == null ? null : new Date(row.last);
  return last && last >= now ? new Date(last.getTime() + 1) : now;
}
