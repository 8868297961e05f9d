import type { Asking } from '../kernel/index.js';
import {
  countiesOf,
  locate,
  regionOfCounty,
  type CountyView,
  type PlaceInput,
  type RegionView,
} from '../geography/index.js';
import { listingsServing, scopesWith } from '../listings/index.js';
import type { ServiceView } from '../services/index.js';
import {
  nationById,
  nationsOfPlace,
  type CoverageBasis,
  type TribalNationView,
} from '../tribal-nations/index.js';

/** More lines than this help nobody at night. */
const CRISIS_LINES_MAX = 50;

export interface Coverage {
  county: CountyView | null;
  region: RegionView | null;
  nations: { nation: TribalNationView; how: CoverageBasis[] }[];
  crisisLines: (asked: ReadonlySet<string>) => Promise<ServiceView[]>;
}

/**
 * What serves a place, in one call.
 * @throws Refusal `INVALID` where the place is none or is not known
 */
export async function coverage(at: PlaceInput, asking: Asking): Promise<Coverage> {
  const located = await locate(at, asking);
  const { countyFips } = located;
  const [[county], region, named] = await Promise.all([
    countyFips ? countiesOf([countyFips], asking) : [],
    countyFips ? regionOfCounty(countyFips, asking) : null,
    nationsOfPlace(located, asking),
  ]);
  const nations = await Promise.all(
    named.map(async ({ nationId, how }) => {
      const nation = await nationById(nationId, asking);
      return nation ? [{ nation, how }] : [];
    }),
  );
  const scopes = scopesWith(
    located,
    region?.id ?? null,
    named.map(({ nationId }) => nationId),
  );
  return {
    county: county ?? null,
    region,
    nations: nations.flat(),
    crisisLines: (asked) =>
      listingsServing<ServiceView>('CRISIS_LINE', scopes, CRISIS_LINES_MAX, asked, asking),
  };
}
