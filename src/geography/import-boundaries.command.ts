import { refuse, type Changing } from '../kernel/index.js';
import { readBoundaries, type Boundary } from './boundaries.js';
import { countyName } from './county-name.js';
import { enterRegion, type EnterRegion } from './enter-region.command.js';
import { countiesInside, saveCounties, saveStates, saveTribalAreas } from './land.store.js';
import { hasCounties, knownRegion, releaseCounties } from './region.store.js';
import { stateOfFips } from './states.js';

export type BoundaryKind = 'tribal-area' | 'county' | 'region';

export interface ImportBoundaries {
  kind: BoundaryKind;
  /** A GeoJSON FeatureCollection. */
  text: string;
  /** Where the file comes from, told beside what it says. */
  source: string;
}

/** What the full name of a county ends with. */
const legalWord = /\s(county|parish|borough|area|municipality|municipio|city|island)$/i;

type Told = (done: number, total: number) => void;

/**
 * Takes in a file of boundaries: all of it, or nothing of it.
 * @returns how many boundaries were taken in
 * @throws Refusal `INVALID` naming the feature at fault
 */
export async function importBoundaries(
  { kind, text, source }: ImportBoundaries,
  changing: Changing,
  told?: Told,
): Promise<number> {
  const boundaries = readBoundaries(text);
  if (kind === 'tribal-area') await saveTribalAreas(changing, boundaries, source, told);
  else if (kind === 'county') await importCounties(boundaries, changing, told);
  else await importRegions(boundaries, source, changing, told);
  return boundaries.length;
}

async function importCounties(boundaries: Boundary[], changing: Changing, told?: Told) {
  const rows = boundaries.map(({ geoid: given, name, geojson }) => {
    // A number loses its leading zero.
    const geoid = given.padStart(5, '0');
    const state = /^\d{5}$/.test(geoid) ? stateOfFips(geoid) : null;
    if (!state) return refuse(`"${geoid}" is not the FIPS of a county.`, 'file');
    const whole = legalWord.test(name) ? name : countyName(geoid, name);
    return { geoid, name: whole, state, population: null, geojson };
  });
  await saveStates(changing);
  await saveCounties(changing, rows, told);
}

/** A region is a set of counties: those whose middle lies within its boundary. */
async function importRegions(
  boundaries: Boundary[],
  source: string,
  changing: Changing,
  told?: Told,
) {
  const regions: EnterRegion[] = [];
  const redrawn: string[] = [];
  for (const boundary of boundaries) {
    const slug = boundary.geoid
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const counties = await countiesInside(changing, boundary);
    if (counties.length === 0) refuse(`No county has its middle in "${boundary.name}".`, 'file');
    const known = await knownRegion(changing, slug);
    if (known) redrawn.push(known.id);
    // Of a region that is known, a boundary says nothing but its name and its counties: where those are
    // others than before, what was verified of it was another region.
    const isAsBefore = known !== null && (await hasCounties(changing, known.id, counties));
    const region = isAsBefore
      ? known
      : {
          ...known,
          standing: 'INFERRED' as const,
          standingNote: `Its counties are those whose middle lies in the boundary of ${source}.`,
        };
    regions.push({ ...region, slug, name: boundary.name, counties });
  }
  // What a county leaves and what it joins may come in either order.
  await releaseCounties(changing, redrawn);
  for (const [index, region] of regions.entries()) {
    await enterRegion(region, changing);
    told?.(index + 1, regions.length);
  }
}
