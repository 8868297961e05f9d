import type { Asking } from '../kernel/index.js';
import { countiesOf, regionById } from '../geography/index.js';
import { languageName } from '../organizations/index.js';
import { nationById } from '../tribal-nations/index.js';

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** The names of the counties, regions and nations that rules speak of, and of a home county beside them. */
export async function namesOf(
  { terms, home }: { terms: readonly unknown[]; home?: string | undefined },
  asking: Asking,
) {
  const all = (...members: string[]) => [
    ...new Set(
      (terms as readonly (Record<string, unknown> | null | undefined)[]).flatMap((one) =>
        members.flatMap((member) => listOf(one?.[member])),
      ),
    ),
  ];
  const [counties, regionNames, nationNames] = await Promise.all([
    countiesOf([...all('countyFips', 'outsideCountyFips'), ...(home ? [home] : [])], asking),
    Promise.all(all('regions').map((id) => regionById(id, asking))),
    Promise.all(all('nations').map((id) => nationById(id, asking))),
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
