import type { ExactAddress } from '../../src/disclosure/index.js';
import { listHousing } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { registerOrganization, type RegisterOrganization } from '../../src/organizations/index.js';
import type { Target } from './attacker.js';
import type { Directory } from './directory.js';
import { TightenDisclosureDocument } from './documents.js';
import type { Spot } from './globe.js';
import { sampleHousing, sampleOrganization } from './makers.js';
import { comeIn } from './people.js';

const SPOTS = 400;
const CITIES_MAX = 12;

/**
 * How the door of a shelter is kept: sealed from the first; told, until its street was withheld; or as a place that
 * its own people, or partners, are told of, while everyone is told of the shelter that stands there.
 */
export const WAYS = ['SEALED', 'TIGHTENED', 'OWN', 'PARTNERS'] as const;
type Way = (typeof WAYS)[number];

/** A shelter of which everyone is told an area at most, and where it truly is. */
export interface HiddenShelter extends Target {
  way: Way;
  door: Spot;
  countyFips: string;
}

interface Drawn {
  fips: string;
  exact: ExactAddress & { point: Spot };
}

/** Doors drawn within the counties of Minnesota, some counties several times, each in the city and ZIP next to it. */
async function drawDoors({ database: { read } }: Directory, count: number): Promise<Drawn[]> {
  const rows = await read.rows<{ fips: string; city: string; zip: string } & Spot>(sql`
    select fips, st_y(door) as latitude, st_x(door) as longitude, city.name as city, zip.code as zip from (
      select c.fips, (st_dump(st_generatepoints(c.boundary::geometry, 1, ${1 + 7 * count}))).geom as door
      from (select * from pub.county where state = 'MN' order by md5(fips) limit ${count}) c) drawn
    cross join lateral (select name from pub.city where state = 'MN'
      order by point::geometry <-> door, name limit 1) city
    cross join lateral (select code from pub.zip where state = 'MN'
      order by point::geometry <-> door, code limit 1) zip
    order by fips`);
  return rows.map(({ fips, city, zip, ...point }, number) => ({
    fips,
    exact: { lines: [`${4_000 + number} Sample Thicket Lane`], city, postalCode: zip, point },
  }));
}

/** What anyone can know of an area that is told: spots all over it, and its cities. */
async function areaOf(
  { database: { read } }: Directory,
  { id, fips }: { id: string; fips: string },
) {
  const rows = await read.rows<{
    what: 'SPOT' | 'CITY';
    name: string;
    latitude: number;
    longitude: number;
  }>(sql`
    with placed as (
      select told.fips from pub.listing_detail d cross join lateral json_array_elements(d.places) place
      cross join lateral json_array_elements_text(place -> 'countyFips') told(fips) where d.listing_id = ${id}),
    told as materialized (
      -- Where no place is told, the county that it says it serves.
      select st_union(c.boundary::geometry) as land from pub.county c
      where c.fips in (select fips from placed) or (c.fips = ${fips} and not exists (select from placed)))
    select 'SPOT' as what, '' as name, st_y(spot) as latitude, st_x(spot) as longitude from (
      select (st_dump(st_generatepoints(land, ${SPOTS}, 11))).geom as spot from told) drawn
    union all (select 'CITY', c.name, st_y(c.point::geometry), st_x(c.point::geometry)
      from pub.city c join told on c.state = 'MN' and st_intersects(told.land, c.point::geometry)
      order by c.name limit ${CITIES_MAX})`);
  const of = (what: string) => rows.filter((row) => row.what === what);
  return {
    area: of('SPOT').map(({ latitude, longitude }) => ({ latitude, longitude })),
    cities: of('CITY').map(({ name, latitude, longitude }) => ({
      name,
      at: { latitude, longitude },
    })),
  };
}

/** The place at the door, as it is given. */
function placeAt(way: Way, { fips, exact }: Drawn): RegisterOrganization['locations'][number] {
  const place = { name: 'House', countyFips: fips };
  if (way === 'SEALED') {
    return { street: 'WITHHELD', ...place, withheldReason: 'CONFIDENTIAL_SHELTER', exact };
  }
  const { point, ...address } = exact;
  const disclosure = way === 'TIGHTENED' ? 'PUBLISHED' : way;
  return { street: 'TOLD', ...place, disclosure, address, point };
}

/** A shelter at its door, in an organization of its own. */
const shelterAt = (
  directory: Directory,
  named: { name: string; organization: string },
  way: Way,
  drawn: Drawn,
) =>
  directory.change(async (changing) => {
    const { id: organizationId, locations } = await registerOrganization(
      { ...sampleOrganization, name: named.organization, locations: [placeAt(way, drawn)] },
      changing,
    );
    const { id } = await listHousing(
      {
        ...sampleHousing(organizationId),
        name: named.name,
        kind: 'SAFE_HOUSE',
        siteIds: locations,
        serviceAreas: [{ kind: 'COUNTIES', countyFips: [drawn.fips] }],
        phones: [],
      },
      changing,
    );
    return { id, organizationId, place: locations[0]! };
  });

/** Makes shelters of which everyone is told an area at most; of each the directory knows the door, in one of the ways. */
export async function hideShelters(directory: Directory, count: number): Promise<HiddenShelter[]> {
  const steward = await comeIn(directory, 'STEWARD');
  const shelters: HiddenShelter[] = [];
  for (const [number, drawn] of (await drawDoors(directory, count)).entries()) {
    const way = WAYS[number % WAYS.length]!;
    const named = {
      name: `Sample house ${number}`,
      organization: `Sample circle ${number} of hidden houses`,
    };
    const { id, organizationId, place } = await shelterAt(directory, named, way, drawn);
    if (way === 'TIGHTENED') await withhold(directory, place, steward.headers);
    const { fips, exact } = drawn;
    const known = await areaOf(directory, { id, fips });
    shelters.push({
      id,
      organizationId,
      ...named,
      way,
      door: exact.point,
      countyFips: fips,
      ...known,
    });
  }
  return shelters;
}

async function withhold(
  directory: Directory,
  id: string,
  by: Record<string, string>,
): Promise<void> {
  const input = {
    id,
    to: 'STREET_WITHHELD' as const,
    withheldReason: 'CONFIDENTIAL_SHELTER' as const,
    reason: 'A sample house hides from now on.',
  };
  const { body } = await directory.ask(TightenDisclosureDocument, { input }, by);
  if (!body.data?.tightenDisclosure?.disclosed) throw new Error(JSON.stringify(body));
}
