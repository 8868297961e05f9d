import { enumOf, sql, type Asking } from '../kernel/index.js';
import type { Located } from '../geography/index.js';

/** Why a nation is named for a place. Three different facts; a nation may be named for several. */
export const CoverageBasis = enumOf('WITHIN_RESERVATION', 'COUNTY', 'SERVICE_COUNTY');
export type CoverageBasis = keyof typeof CoverageBasis;

export interface NationOfPlace {
  nationId: string;
  how: CoverageBasis[];
}

/** The nations of a place, by name. A county as a whole lies within no reservation: only a point can. */
export async function nationsOfPlace(
  { point, exact, countyFips }: Located,
  { read }: Pick<Asking, 'read'>,
): Promise<NationOfPlace[]> {
  const within = exact
    ? sql`select n.id, 'WITHIN_RESERVATION' as how, 1 as rank
        from pub.tribal_area a join pub.tribal_nation n on n.land_geoids @> array[a.geoid]
        where st_covers(a.boundary,
          st_makepoint(${point.longitude}::float8, ${point.latitude}::float8)::geography) union all`
    : sql``;
  return read.rows<NationOfPlace>(sql`
    select n.id as "nationId", array_agg(found.how order by found.rank) as how
    from (${within} select nation_id, how, case how when 'COUNTY' then 2 else 3 end
      from pub.nation_county where county_fips = ${countyFips}) found(id, how, rank)
    join pub.tribal_nation n on n.id = found.id
    group by n.id, n.sort_key order by n.sort_key, n.id`);
}
