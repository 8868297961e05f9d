import type { Point } from '../../../src/geography/index.js';
import { join, raw, sql, type Reader } from '../../../src/kernel/index.js';

/** Rows by source table, their members named as its columns; every row of a table has the same. */
export type SourceRows = Record<string, readonly Record<string, unknown>[]>;

/** Writes rows straight into the source tables, all in one statement, whatever their order. */
export async function enter(read: Reader, tables: SourceRows): Promise<void> {
  const inserts = Object.entries(tables)
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => {
      const columns = raw(Object.keys(rows[0]!).join(', '));
      return sql`${raw(`into_${table}`)} as (
        insert into ${raw(`org.${table}`)} (${columns})
        select ${columns} from jsonb_populate_recordset(
          null::${raw(`org.${table}`)}, ${JSON.stringify(rows)}::jsonb))`;
    });
  await read.rows(sql`with ${join(inserts)} select 1`);
}

const written = { created_at: '2026-11-01T00:00:00Z', updated_at: '2026-11-01T00:00:00Z' };

/** An admitted organization. */
export const organizationRow = (id: string) => ({
  id,
  name: 'Sample',
  kind: 'NONPROFIT',
  roles: [],
  standing: 'SAMPLE',
  admitted_at: '2026-11-01T00:00:00Z',
  version: 1,
  ...written,
});

/** A published, active listing of it. */
export const listingRow = (id: string, organization: string) => ({
  id,
  type: 'HOUSING',
  organization_id: organization,
  name: id,
  summary: 'Sample.',
  policies: [] as object[],
  languages: [] as string[],
  required_documents: [],
  disclosure: 'PUBLISHED',
  status: 'ACTIVE',
  version: 1,
  ...written,
});

/** Where something is: at a told door, or somewhere in its county. */
export const locationRow = (id: string, organization: string, county: string, door?: Point) => ({
  id,
  organization_id: organization,
  name: 'House',
  street_told: door !== undefined,
  lines: door ? ['1 Main'] : null,
  city: door ? 'Town' : null,
  state: 'MN',
  postal_code: door ? '56601' : null,
  country: 'US',
  point: door ? `SRID=4326;POINT(${door.longitude} ${door.latitude})` : null,
  county_fips: county,
  withheld_reason: door ? null : 'BY_REQUEST',
});

/** Whom a listing serves, by where they are. */
export interface Area {
  kind: string;
  county_fips?: string[];
  region_id?: string;
  nation_id?: string;
  state?: string;
}

export const areaRows = (listing: string, areas: readonly Area[]) =>
  areas.map((area, position) => ({
    id: `${listing}/${position}`,
    listing_id: listing,
    position,
    kind: area.kind,
    county_fips: area.county_fips ?? null,
    region_id: area.region_id ?? null,
    nation_id: area.nation_id ?? null,
    state: area.state ?? null,
  }));

export const optionRow = (listing: string, kind: string) => ({
  listing_id: listing,
  kind,
  operated_by: ['NONPROFIT'],
  transport_offered: false,
});
