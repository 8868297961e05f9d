import { faulty } from './cell-fault.js';
import { listed, listIn } from './cell-text.js';
import type { Known } from './known.js';

/** Whom a listing serves, by where they are, as it is given. */
export interface GivenArea {
  kind: 'COUNTIES' | 'REGION' | 'NATION' | 'STATEWIDE' | 'NATIONWIDE';
  countyFips: string[] | null;
  regionId: string | null;
  nationId: string | null;
  state: string | null;
}

const none = { countyFips: null, regionId: null, nationId: null, state: null } as const;

/** Counties as *Itasca County, MN*, a state by its letters, a region or a nation by its name, *nationwide*. */
export const areasCell = (areas: readonly GivenArea[], known: Known): string =>
  listed(
    areas.flatMap(({ kind, countyFips, regionId, nationId, state }) => {
      if (kind === 'COUNTIES') return countyFips!.map((fips) => known.counties.called(fips));
      if (kind === 'REGION') return known.regions.called(regionId!);
      if (kind === 'NATION') return known.nations.called(nationId!);
      return state ?? 'nationwide';
    }),
  );

/** Counties that follow each other are one area. @throws CellFault */
export function areasIn(cell: string, known: Known): GivenArea[] {
  const areas: GivenArea[] = [];
  for (const text of listIn(cell)) {
    const area = areaIn(text, known);
    const last = areas.at(-1);
    if (area.kind === 'COUNTIES' && last?.kind === 'COUNTIES') {
      last.countyFips!.push(...area.countyFips!);
    } else areas.push(area);
  }
  return areas;
}

function areaIn(text: string, known: Known): GivenArea {
  if (/^nationwide$/i.test(text)) return { ...none, kind: 'NATIONWIDE' };
  if (/^[a-z]{2}$/i.test(text)) return { ...none, kind: 'STATEWIDE', state: text.toUpperCase() };
  // A spreadsheet takes the first zero of a number away.
  const county = known.counties.idOf(/^\d{4}$/.test(text) ? `0${text}` : text);
  if (county !== null) return { ...none, kind: 'COUNTIES', countyFips: [county] };
  const region = known.regions.idOf(text);
  if (region !== null) return { ...none, kind: 'REGION', regionId: region };
  const nation = known.nations.idOf(text);
  if (nation !== null) return { ...none, kind: 'NATION', nationId: nation };
  return faulty(
    'Name counties with their state (Itasca County, MN), a state by two letters, a region or a nation by its name, or ' +
      'write: nationwide. Put a semicolon between them.',
  );
}
