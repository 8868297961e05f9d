import { refuse, sql, type Asking, type Sql } from '../kernel/index.js';
import { SHORE_METERS, type CountyShapes } from './county-shapes.js';
import { checkPoint, type Point } from './point.js';
import type { PlaceInput } from './place.input.js';
import { isState } from './states.js';

/** A place found: its point and its county. */
export interface Located {
  point: Point;
  /** False where the point only stands for something larger: a county. */
  exact: boolean;
  /** Null where no county is within 10 km. */
  countyFips: string | null;
  state: string | null;
  nationId: string | null;
}

type Found = Omit<Located, 'point' | 'exact'> & Point;

/** @throws Refusal `INVALID` where the place is not written as one; `INVALID` where none is known so */
export async function locate(
  place: PlaceInput,
  { read }: Pick<Asking, 'read'>,
  field = 'at',
): Promise<Located> {
  const { select, unknown } = questionFor(place, field);
  const [found] = await read.rows<Found>(select);
  if (!found) return refuse(unknown, field);
  const { latitude, longitude, ...rest } = found;
  return { point: { latitude, longitude }, exact: place.countyFips == null, ...rest };
}

/**
 * A point located in the process, without the database; answered as `locate` answers it.
 * @throws Refusal `INVALID` where it is no point of the earth
 */
export function locateIn(shapes: CountyShapes, point: Point, field = 'at'): Located {
  checkPoint(point, `${field}.point`);
  const { latitude, longitude } = point;
  const county = shapes.countyAt(point);
  return {
    point: { latitude, longitude },
    exact: true,
    countyFips: county?.fips ?? null,
    state: county?.state ?? null,
    nationId: null,
  };
}

function questionFor(place: PlaceInput, field: string): { select: Sql; unknown: string } {
  if (place.point != null) {
    const { latitude, longitude } = place.point;
    checkPoint(place.point, `${field}.point`);
    const point = sql`select st_makepoint(${longitude}::float8, ${latitude}::float8)::geography as point`;
    return { select: withCounty(sql`${point}, null::text as nation`), unknown: 'No such point.' };
  }
  if (place.zip != null) return zip(place.zip.trim(), `${field}.zip`);
  if (place.countyFips != null) return county(place.countyFips.trim(), `${field}.countyFips`);
  if (place.city != null) return city(place.city.name, place.city.state, `${field}.city`);
  if (place.nationId != null) {
    return {
      select: withCounty(
        sql`select seat_point as point, id as nation, seat_county_fips as fips
        from pub.tribal_nation where id = ${place.nationId}`,
        true,
      ),
      unknown: 'No nation has this id.',
    };
  }
  return refuse('Name the place by a point, a ZIP, a county, a city or a nation.', field);
}

function zip(code: string, field: string) {
  if (!/^[0-9]{5}$/.test(code)) refuse('A ZIP is five digits.', field);
  return {
    select: withCounty(sql`select point, null::text as nation from pub.zip where code = ${code}`),
    unknown: 'This ZIP is not known. Try the county or the city.',
  };
}

function city(name: string, state: string, field: string) {
  const code = state.trim().toUpperCase();
  if (!isState(code)) refuse('The state is two letters, as MN.', `${field}.state`);
  return {
    select: withCounty(sql`select point, null::text as nation from pub.city
      where state = ${code} and key = pub.place_key(${name})`),
    unknown: 'No city of that name is known in that state. Try its ZIP or its county.',
  };
}

function county(fips: string, field: string) {
  if (!/^[0-9]{5}$/.test(fips))
    refuse('A county is named by its five-digit FIPS, as 27021.', field);
  return {
    select: withCounty(
      sql`select st_pointonsurface(boundary::geometry)::geography as point, null::text as nation, fips
      from pub.county where fips = ${fips}`,
      true,
    ),
    unknown: 'No county has this FIPS.',
  };
}

/** Adds the county that a point lies in, or the nearest one to a point just off a shore. */
function withCounty(place: Sql, countyKnown = false): Sql {
  const county = countyKnown
    ? sql`select fips, state from pub.county where fips = place.fips`
    : sql`select fips, state from (
        select c.fips, c.state, c.boundary from pub.county c
        where st_dwithin(c.boundary, place.point, ${SHORE_METERS})) near
        order by st_distance(boundary, place.point), fips limit 1`;
  return sql`select st_y(place.point::geometry) as latitude, st_x(place.point::geometry) as longitude,
      place.nation as "nationId", county.fips as "countyFips", county.state
    from (${place}) place left join lateral (${county}) county on true limit 1`;
}
