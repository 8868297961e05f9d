import type { Client } from 'pg';
import { GENERATED_AT } from './columns.js';
import { loadLand } from '../../src/geography/index.js';
import type { Database } from '../../src/server/database/open-database.js';

/** Counties of one state that make a region: some 300 regions over the country. */
const REGION_COUNTIES = 11;
const RESERVATION_METERS = 15_000;

export interface Zip {
  code: string;
  city: string;
  state: string;
  latitude: number;
  longitude: number;
  county: string;
}

/** The country that everything generated stands in. */
export interface Land {
  zips: Zip[];
  states: string[];
  /** Counties of each region, in the order of their FIPS. */
  regions: string[][];
  regionOfCounty: Map<string, number>;
  countiesOfState: Map<string, string[]>;
}

/** Loads the land of the product, and makes up how many people live where. */
export async function makeLand(database: Database, client: Client): Promise<void> {
  await loadLand({ em: database.em(), now: new Date() });
  await client.query(`create table bench.zip_county as
    select z.code, (select c.fips from pub.county c where c.boundary && z.point
      and st_covers(c.boundary::geometry, z.point::geometry) order by c.fips limit 1) as county
    from pub.zip z`);
  // Places have no told population here: it follows from their ZIPs, so that small counties stay small.
  await client.query(`update pub.county c set population = 1 + (c.fips::int * 7919) % 9000
    + 5000 * (select count(*) from bench.zip_county z where z.county = c.fips)`);
}

/** A reservation of a circle around the seat of each nation. */
export async function makeTribalAreas(client: Client): Promise<void> {
  await client.query(
    `insert into pub.tribal_area (geoid, name, boundary, source, imported_at)
    select land_geoids[1], name, st_multi(st_buffer(seat_point, ${RESERVATION_METERS})::geometry)::geography,
      'made up', $1 from org.tribal_nation`,
    [GENERATED_AT],
  );
}

export async function readLand(client: Client): Promise<Land> {
  const zips = await client.query<Zip>(`select z.code, z.city, z.state, county,
      st_y(point::geometry) as latitude, st_x(point::geometry) as longitude
    from pub.zip z join bench.zip_county m on m.code = z.code
    where county is not null order by z.code`);
  const counties = await client.query<{ state: string; fips: string[] }>(
    'select state, array_agg(fips order by fips) as fips from pub.county group by state order by state',
  );
  const regions = counties.rows.flatMap(({ fips }) => inRegions(fips));
  return {
    zips: zips.rows,
    states: counties.rows.map(({ state }) => state),
    regions,
    regionOfCounty: new Map(
      regions.flatMap((fips, index) => fips.map((one) => [one, index] as const)),
    ),
    countiesOfState: new Map(counties.rows.map(({ state, fips }) => [state, fips])),
  };
}

function inRegions(fips: string[]): string[][] {
  const many = Math.max(1, Math.round(fips.length / REGION_COUNTIES));
  const edge = (index: number) => Math.round((index * fips.length) / many);
  return Array.from({ length: many }, (_, index) => fips.slice(edge(index), edge(index + 1)));
}
