import type { Changing } from '../kernel/index.js';
import type { Boundary } from './boundaries.js';
import type { Point } from './point.js';
import { states } from './states.js';

/** Rows sent at once: few enough that a statement stays some megabytes. */
const BATCH_ROWS = 400;
const PLACES_BATCH_ROWS = 5_000;

const shape = 'st_multi(st_geomfromgeojson(row.geojson))::geography';

export interface CountyRow extends Boundary {
  state: string;
  population: number | null;
}

export interface ZipRow extends Point {
  code: string;
  city: string;
  state: string;
}

export interface CityRow extends Point {
  name: string;
  state: string;
}

type Told = (done: number, total: number) => void;

/** Every row of a list in batches, as one JSON parameter each. */
async function inBatches(
  rows: object[],
  size: number,
  run: (json: string) => Promise<unknown>,
  told?: Told,
) {
  for (let from = 0; from < rows.length; from += size) {
    await run(JSON.stringify(rows.slice(from, from + size)));
    told?.(Math.min(from + size, rows.length), rows.length);
  }
}

export async function saveStates({ em }: Changing): Promise<void> {
  const rows = states.map(([fips, code, name]) => ({ fips, code, name }));
  await em.execute(
    `insert into pub.state (code, fips, name)
    select code, fips, name from jsonb_to_recordset(?::jsonb) as row(code text, fips text, name text)
    on conflict (code) do update set name = excluded.name`,
    [JSON.stringify(rows)],
  );
}

/** Keeps a population that is already known where the new row knows none. */
export async function saveCounties(
  { em }: Changing,
  rows: CountyRow[],
  told?: Told,
): Promise<void> {
  await inBatches(
    rows,
    BATCH_ROWS,
    (json) =>
      em.execute(
        `insert into pub.county (fips, name, state, population, boundary)
     select row.geoid, row.name, row.state, row.population, ${shape}
     from jsonb_to_recordset(?::jsonb)
       as row(geoid text, name text, state text, population int, geojson text)
     on conflict (fips) do update set name = excluded.name, boundary = excluded.boundary,
       population = coalesce(excluded.population, county.population)`,
        [json],
      ),
    told,
  );
}

export async function saveZips({ em }: Changing, rows: ZipRow[], told?: Told): Promise<void> {
  await inBatches(
    rows,
    PLACES_BATCH_ROWS,
    (json) =>
      em.execute(
        `insert into pub.zip (code, city, state, point)
     select code, city, state, st_makepoint(longitude, latitude)::geography
     from jsonb_to_recordset(?::jsonb)
       as row(code text, city text, state text, longitude float8, latitude float8)
     on conflict (code) do update set city = excluded.city, state = excluded.state,
       point = excluded.point`,
        [json],
      ),
    told,
  );
}

export async function saveCities({ em }: Changing, rows: CityRow[], told?: Told): Promise<void> {
  await inBatches(
    rows,
    PLACES_BATCH_ROWS,
    (json) =>
      em.execute(
        `insert into pub.city (state, key, name, point)
     select distinct on (state, pub.place_key(name)) state, pub.place_key(name), name,
       st_makepoint(longitude, latitude)::geography
     from jsonb_to_recordset(?::jsonb) as row(state text, name text, longitude float8, latitude float8)
     on conflict (state, key) do nothing`,
        [json],
      ),
    told,
  );
}

export async function saveTribalAreas(
  { em, now }: Changing,
  rows: Boundary[],
  source: string,
  told?: Told,
): Promise<void> {
  await inBatches(
    rows,
    BATCH_ROWS,
    (json) =>
      em.execute(
        `insert into pub.tribal_area (geoid, name, boundary, source, imported_at)
     select row.geoid, row.name, ${shape}, ?, ?
     from jsonb_to_recordset(?::jsonb) as row(geoid text, name text, geojson text)
     on conflict (geoid) do update set name = excluded.name, boundary = excluded.boundary,
       source = excluded.source, imported_at = excluded.imported_at`,
        [source, now.toISOString(), json],
      ),
    told,
  );
}

/** The counties whose middle lies in a boundary. */
export async function countiesInside({ em }: Changing, { geojson }: Boundary): Promise<string[]> {
  const found = await em.execute<{ fips: string }[]>(
    `select c.fips from pub.county c, (select ${shape} as boundary from (select ?::text as geojson) row) area
     where st_covers(area.boundary, st_pointonsurface(c.boundary::geometry)::geography)
     order by c.fips`,
    [geojson],
  );
  return found.map(({ fips }) => fips);
}

export async function hasCounties({ em }: Changing): Promise<boolean> {
  return (await em.execute<unknown[]>('select 1 from pub.county limit 1')).length > 0;
}
