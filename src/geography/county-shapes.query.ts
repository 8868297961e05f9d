import { sql, type Asking } from '../kernel/index.js';
import { CountyShapes, type CountyKey } from './county-shapes.js';

/** Digits after the point of a degree: a tenth of a millimetre. */
const DEGREE_DIGITS = 9;

/** The boundaries of all counties as they now are, in one statement. An import outdates them. */
export async function countyShapes({ read }: Pick<Asking, 'read'>): Promise<CountyShapes> {
  const rows = await read.rows<CountyKey & { polygons: string }>(sql`
    select fips, state,
      st_asgeojson(boundary, ${DEGREE_DIGITS}::int)::json ->> 'coordinates' as polygons
    from pub.county`);
  return CountyShapes.of(
    rows.map(({ fips, state, polygons }) => ({
      fips,
      state,
      rings: (JSON.parse(polygons) as number[][][][]).flat(),
    })),
  );
}
