import { listHousing } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { registerOrganization } from '../../src/organizations/index.js';
import type { Target } from './attacker.js';
import type { Directory } from './directory.js';
import type { Spot } from './globe.js';
import { sampleHousing, sampleOrganization } from './makers.js';

const SPOTS = 400;
const CITIES_MAX = 12;

/** A shelter that tells only its area, and where it truly is. */
export interface HiddenShelter extends Target {
  door: Spot;
  countyFips: string;
}

/** Doors drawn within the counties of Minnesota, some counties several times. */
const drawDoors = ({ database: { read } }: Directory, count: number) =>
  read.rows<{ fips: string; latitude: number; longitude: number }>(sql`
    select fips, st_y(door) as latitude, st_x(door) as longitude from (
      select c.fips, (st_dump(st_generatepoints(c.boundary::geometry, 1, ${1 + 7 * count}))).geom as door
      from (select * from pub.county where state = 'MN' order by md5(fips) limit ${count}) c) drawn
    order by fips`);

/** What anyone can know of an area that is told: spots all over it, and its cities. */
async function areaOf({ database: { read } }: Directory, id: string) {
  const rows = await read.rows<{
    what: 'SPOT' | 'CITY';
    name: string;
    latitude: number;
    longitude: number;
  }>(sql`
    with told as materialized (
      select st_union(c.boundary::geometry) as land from pub.listing_detail d
      cross join lateral json_array_elements(d.places) place
      cross join lateral json_array_elements_text(place -> 'countyFips') told(fips)
      join pub.county c on c.fips = told.fips where d.listing_id = ${id})
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

/** Makes shelters whose street is withheld. Nothing of a door is written anywhere. */
export async function hideShelters(directory: Directory, count: number): Promise<HiddenShelter[]> {
  const shelters: HiddenShelter[] = [];
  for (const [number, { fips, ...door }] of (await drawDoors(directory, count)).entries()) {
    const [name, organization] = [
      `Sample house ${number}`,
      `Sample circle ${number} of hidden houses`,
    ];
    const { id, organizationId } = await directory.change(async (changing) => {
      const made = await registerOrganization(
        {
          ...sampleOrganization,
          name: organization,
          locations: [
            {
              street: 'WITHHELD',
              name: 'House',
              countyFips: fips,
              withheldReason: 'CONFIDENTIAL_SHELTER',
            },
          ],
        },
        changing,
      );
      const listed = await listHousing(
        {
          ...sampleHousing(made.id),
          name,
          kind: 'SAFE_HOUSE',
          siteIds: made.locations,
          phones: [],
        },
        changing,
      );
      return { id: listed.id, organizationId: made.id };
    });
    shelters.push({
      id,
      name,
      organizationId,
      organization,
      door,
      countyFips: fips,
      ...(await areaOf(directory, id)),
    });
  }
  return shelters;
}
