import type { Asking } from '../kernel/index.js';
import { countiesOf, regionById } from '../geography/index.js';
import { languageName } from '../organizations/index.js';
import { nationById } from '../tribal-nations/index.js';

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** The names of the counties, regions and nations that a rule speaks of, and of a home county beside them. */
export async function namesOf(
  { terms, home }: { terms: unknown; home?: string | undefined },
  asking: Asking,
) {
  const { countyFips, outsideCountyFips, regions, nations } = (terms ?? {}) as Record<
    string,
    unknown
  >;
  const [counties, regionNames, nationNames] = await Promise.all([
    countiesOf(
      [...listOf(countyFips), ...listOf(outsideCountyFips), ...(home ? [home] : [])],
      asking,
    ),
    Promise.all(listOf(regions).map((id) => regionById(id, asking))),
    Promise.all(listOf(nations).map((id) => nationById(id, asking))),
  ]);
  const names = new Map<string, string>([
    ...counties.map(({ fips, name }) => [fips, name] as const),
    ...[...regionNames, ...nationNames].flatMap((row) =>
      row ? [[row.id, row.name] as const] : [],
    ),
  ]);
  const nameOf = (id: string) => names.get(id);
  return {
    county: nameOf,
    region: nameOf,
    nation: nameOf,
    language: (tag: string) => languageName(tag, asking.language),
  };
}
