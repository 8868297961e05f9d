import { stateOfFips } from './states.js';

/** What a county is called where it is not called one. Source: Census Bureau, legal area descriptions. */
const words: Record<string, string> = { LA: 'Parish', PR: 'Municipio', AK: 'Borough' };
const bareNames = new Set(['AS', 'DC', 'GU', 'MP', 'VI']);
const alaska: Record<string, readonly string[]> = {
  'Census Area': [
    '02016',
    '02050',
    '02070',
    '02105',
    '02158',
    '02180',
    '02198',
    '02240',
    '02261',
    '02290',
  ],
  'City and Borough': ['02110', '02220', '02275', '02282'],
  Municipality: ['02020', '02230'],
};
const alaskaWords = new Map(
  Object.entries(alaska).flatMap(([word, counties]) =>
    counties.map((fips) => [fips, word] as const),
  ),
);
/** Independent cities outside Virginia: Baltimore, St. Louis, Carson City. */
const independentCities = new Set(['24510', '29510', '32510']);
/** In Virginia, cities that belong to no county are numbered from here. */
const VIRGINIA_CITIES_FROM = '51510';

/** The full name of a county whose file gives only its first words: "Cass" in 27021 is "Cass County". */
export function countyName(fips: string, name: string): string {
  const state = stateOfFips(fips) ?? '';
  if (bareNames.has(state)) return name;
  if (independentCities.has(fips) || (state === 'VA' && fips >= VIRGINIA_CITIES_FROM)) {
    return /\bcity$/i.test(name) ? name : `${name} city`;
  }
  return `${name} ${alaskaWords.get(fips) ?? words[state] ?? 'County'}`;
}
