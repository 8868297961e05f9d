import { textArray, type Changing } from '../kernel/index.js';

/** Areas as a change names them: counties by FIPS, regions and nations by id. */
export interface NamedAreas {
  counties?: readonly string[];
  regions?: readonly string[];
  nations?: readonly string[];
}

const NONE = (table: string, key: string) =>
  `select named as area from unnest(?::text[]) named where not exists (select from ${table} t where t.${key} = named)`;

/** Which of some areas there are none of. */
export async function unknownAreas(
  { em }: Changing,
  { counties = [], regions = [], nations = [] }: NamedAreas,
): Promise<Set<string>> {
  if (counties.length + regions.length + nations.length === 0) return new Set();
  const rows = await em.execute<{ area: string }[]>(
    [NONE('pub.county', 'fips'), NONE('org.region', 'id'), NONE('org.tribal_nation', 'id')].join(
      ' union all ',
    ),
    [textArray(counties), textArray(regions), textArray(nations)],
  );
  return new Set(rows.map(({ area }) => area));
}
