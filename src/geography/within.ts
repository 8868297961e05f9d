import { refuse, sql, type Asking, type Sql } from '../kernel/index.js';
import { locate } from './locate.query.js';
import { checkKnown } from './known-area.query.js';
import type { AreaInput, BoxInput, CircleInput } from './place.input.js';
import { checkReach, metersBetween } from './point.js';
import { isState } from './states.js';

/** The circle around a box is drawn this much wider than its corners, for the sphere is not the ellipsoid. */
const REACH_MARGIN = 1.01;

/** Beyond this many degrees from side to side a circle around a box would hold half the globe: none is drawn. */
const BOX_CIRCLED_MAX_DEGREES = 90;

/** The sites that a condition may touch: told points, and counties where no point is told. */
export interface SiteTable {
  /** `pub.listing_site`, for one. */
  table: Sql;
  /** The column that names whose site it is. */
  owner: Sql;
}

/**
 * Whose sites lie in an area, as a set of ids. A site without a told point counts where its told
 * counties touch the area: what is told is all that a search may touch.
 * @throws Refusal `INVALID` where the area is none or is not known
 */
export async function within(
  area: AreaInput,
  { table, owner }: SiteTable,
  asking: Pick<Asking, 'read'>,
  field: string,
): Promise<Sql> {
  const inCounties = (fips: Sql) =>
    sql`select s.${owner} from ${table} s where s.county_fips in (${fips})`;
  if (area.circle != null) return inShape(await circle(area.circle, asking, `${field}.circle`));
  if (area.box != null) return inShape(box(area.box, `${field}.box`));
  await checkKnown(area, asking, field);
  if (area.countyFips != null) return inCounties(sql`${area.countyFips.trim()}::text`);
  if (area.regionId != null) {
    return inCounties(
      sql`select county_fips from pub.region_county where region_id = ${area.regionId}`,
    );
  }
  if (area.nationId != null) {
    return inCounties(sql`select county_fips from pub.nation_county
      where nation_id = ${area.nationId} and how = 'COUNTY'`);
  }
  if (area.state != null) {
    const state = area.state.trim().toUpperCase();
    if (!isState(state)) refuse('The state is two letters, as MN.', `${field}.state`);
    return inCounties(sql`select fips from pub.county where state = ${state}`);
  }
  return refuse(
    'Name the area by a circle, a box, a county, a region, a nation or a state.',
    field,
  );

  function inShape({ holds, touches }: Shape): Sql {
    return sql`select s.${owner} from ${table} s where s.point is not null and ${holds}
      union all select s.${owner} from ${table} s where s.point is null
        and s.county_fips in (select c.fips from pub.county c where ${touches})`;
  }
}

interface Shape {
  /** Of a site `s`: its point lies in the shape. */
  holds: Sql;
  /** Of a county `c`: it touches the shape. */
  touches: Sql;
}

async function circle(
  input: CircleInput,
  asking: Pick<Asking, 'read'>,
  field: string,
): Promise<Shape> {
  checkReach(input.withinMeters, `${field}.withinMeters`);
  const { point } = await locate(input.at, asking, `${field}.at`);
  const centre = sql`st_makepoint(${point.longitude}::float8, ${point.latitude}::float8)::geography`;
  const meters = sql`${input.withinMeters}::float8`;
  return {
    holds: sql`st_dwithin(s.point, ${centre}, ${meters})`,
    touches: sql`st_dwithin(c.boundary, ${centre}, ${meters})`,
  };
}

function box({ south, west, north, east }: BoxInput, field: string): Shape {
  const sidesOf: [name: string, degrees: number, most: number][] = [
    ['south', south, 90],
    ['west', west, 180],
    ['north', north, 90],
    ['east', east, 180],
  ];
  for (const [name, degrees, most] of sidesOf) {
    if (!(Math.abs(degrees) <= most)) {
      refuse(`${name} must be from -${most} to ${most}.`, `${field}.${name}`);
    }
  }
  if (south >= north) refuse('south must be below north.', `${field}.south`);
  if (west >= east)
    refuse('west must be left of east; ask for two boxes across 180 degrees.', `${field}.west`);
  const sides = sql`${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8`;
  const envelope = sql`st_makeenvelope(${sides}, 4326)`;
  return {
    holds: sql`${around({ south, west, north, east })} and st_intersects(${envelope}, s.point::geometry)`,
    touches: sql`st_intersects(${envelope}, c.boundary::geometry)`,
  };
}

/**
 * The index knows circles on the globe, not boxes of degrees: a circle around the box finds, the box
 * decides. Around a box that spans much of the globe, or both of its halves, there is none.
 */
function around({ south, west, north, east }: BoxInput): Sql {
  if (east - west > BOX_CIRCLED_MAX_DEGREES || (south < 0 && north > 0)) return sql`true`;
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 };
  const edge = [south, middle.latitude, north].flatMap((latitude) =>
    [west, middle.longitude, east].map((longitude) => ({ latitude, longitude })),
  );
  const reach = Math.max(...edge.map((point) => metersBetween(middle, point))) * REACH_MARGIN;
  return sql`st_dwithin(s.point,
    st_makepoint(${middle.longitude}::float8, ${middle.latitude}::float8)::geography, ${reach}::float8)`;
}
