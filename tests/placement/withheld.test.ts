import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from '../../src/kernel/index.js';
import { testBothWays } from '../support/both-ways.js';
import { openDirectory } from '../support/directory.js';
import { HousingFoundDocument, type FindHousingInput } from '../support/documents.js';
import { listSampleHousing } from '../support/makers.js';

const COUNTY = '27137';
const SAFE_HOUSE = 'Merganser safe house';
const WITHHELD = 'The House Nobody Tells Of';
const directory = await openDirectory();
directory.setNow(new Date());
const { read } = directory.database;
await directory.change((changing) =>
  listSampleHousing(changing, { street: 'WITHHELD', countyFips: COUNTY, name: WITHHELD }),
);
const { id } = await directory.change((changing) =>
  listSampleHousing(changing, { street: 'TOLD', countyFips: COUNTY, name: 'The Moving House' }),
);

interface Spot {
  latitude: number;
  longitude: number;
}
/** Across St. Louis County and some 100 km around it. */
const spots: Spot[] = fc.sample(
  fc.record({
    latitude: fc.double({ min: 45.8, max: 49.4, noNaN: true }),
    longitude: fc.double({ min: -94.6, max: -89.9, noNaN: true }),
  }),
  { numRuns: 200, seed: 20_261_124 },
);
const radii = [1, 5_000, 15_000, 40_000, 80_000, 160_000, 400_000, 1_000_000, null];
const everything = {
  availability: ['OPEN', 'WAITLIST', 'UNKNOWN', 'FULL'],
  verdicts: ['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'],
} satisfies FindHousingInput;
/** Of which both houses made here are, and of whose beds nothing was said. */
const shelters = {
  ...everything,
  kinds: ['EMERGENCY_SHELTER'],
  availability: ['UNKNOWN'],
} satisfies FindHousingInput;

const found = async (input: FindHousingInput, first = 10) =>
  (await directory.data(HousingFoundDocument, { input, first })).findHousing!;
const of = (answer: Awaited<ReturnType<typeof found>>, name: string) =>
  answer.edges.find(({ node }) => node.option.name === name)?.node;

/** As PostGIS measures it: metres from each spot to the nearest point of the county. */
async function metersToCounty(): Promise<number[]> {
  const rows = await read.rows<{ meters: number }>(sql`
    select st_distance(c.boundary, st_makepoint(s.longitude, s.latitude)::geography, false) as meters
    from json_to_recordset(${JSON.stringify(spots)}::json) s(latitude float8, longitude float8)
    cross join pub.county c where c.fips = ${COUNTY}`);
  return rows.map(({ meters }) => meters);
}

const ends = [5, 15, 40, 80, 160, 400].map((km) => [km * 1_000, `WITHIN_${km}_KM`] as const);
const bandAt = (meters: number) => ends.find(([end]) => meters <= end)?.[1] ?? 'BEYOND_400_KM';

testBothWays(directory, 'a withheld shelter is found from its city, by its area', async () => {
  const input = {
    ...everything,
    at: { city: { name: 'Duluth', state: 'MN' } },
    withinMeters: 40_000,
  };
  const match = of(await found(input, 100), SAFE_HOUSE);
  assert.deepEqual(match?.distance, { band: 'WITHIN_5_KM', basis: 'AREA', meters: null });
  assert.deepEqual(match.option.places, [
    { __typename: 'WithheldPlace', area: 'St. Louis County' },
  ]);
});

testBothWays(directory, 'its distance is the county’s outline’s and nothing else', async () => {
  const meters = await metersToCounty();
  const bands = new Set<string>();
  for (const [index, at] of spots.entries()) {
    const withinMeters = radii[index % radii.length];
    const asked = { ...shelters, at: { point: at }, withinMeters };
    const match = of(await found(asked, 100), WITHHELD);
    const band = bandAt(meters[index]!);
    const isNear = withinMeters == null || meters[index]! <= withinMeters;
    assert.deepEqual(match?.distance, isNear ? { band, basis: 'AREA', meters: null } : undefined);
    bands.add(band);
  }
  assert.ok(bands.size >= 4, [...bands].join());
});

test('what a search touches of it is its county', async () => {
  const rows = await read.rows<{ points: unknown[]; area: string[]; sites: unknown[] }>(sql`
    select p.row -> 'points' as points, p.row -> 'area' as area,
      (select json_agg(json_build_array(county_fips, point)) from pub.placement_site s
        where s.listing_id = p.listing_id) as sites
    from pub.placement p join pub.listing l on l.id = p.listing_id where l.name = ${SAFE_HOUSE}`);
  assert.deepEqual(rows, [{ points: [], area: [COUNTY], sites: [[COUNTY, null]] }]);
});

const doors = {
  hibbing: { city: 'Hibbing', latitude: 47.4271, longitude: -92.9377 },
  ely: { city: 'Ely', latitude: 47.9032, longitude: -91.8671 },
};

/** Tells the door of a listing, or tells it no more. */
async function moveTo(id: string, door: keyof typeof doors | null): Promise<void> {
  const { city, latitude, longitude } = doors[door ?? 'ely'];
  const to = door
    ? `street_told = true, withheld_reason = null, lines = array['7 Sample Road'], postal_code = '55700',
      city = '${city}', point = st_makepoint(${longitude}, ${latitude})::geography`
    : `street_told = false, withheld_reason = 'CONFIDENTIAL_SHELTER', lines = null, postal_code = null,
      city = null, point = null`;
  await directory.change(({ em }) =>
    em.execute(
      `update org.location set ${to} where id in
      (select location_id from org.listing_site where listing_id = ?)`,
      [id],
    ),
  );
}

testBothWays(
  directory,
  'a door that is told no more is gone from the very next answer',
  async () => {
    for (const door of ['hibbing', 'ely'] as const) {
      await moveTo(id, door);
      await directory.house.placements.settle();
      const input = { ...everything, at: { point: spotOf(door) }, withinMeters: 40_000 };
      const told = of(await found(input, 100), 'The Moving House');
      assert.deepEqual(told?.distance, { band: 'WITHIN_5_KM', basis: 'PLACE', meters: 0 });
      await moveTo(id, null);
      const next = of(await found(input, 100), 'The Moving House');
      assert.deepEqual(next?.distance, { band: 'WITHIN_5_KM', basis: 'AREA', meters: null });
      assert.equal(next.option.places[0]?.__typename, 'WithheldPlace');
    }
  },
);

const spotOf = (door: keyof typeof doors) => {
  const { latitude, longitude } = doors[door];
  return { latitude, longitude };
};

testBothWays(directory, 'wherever its door was, every answer is the same to the byte', async () => {
  const answers = async (door: keyof typeof doors) => {
    await moveTo(id, door);
    await moveTo(id, null);
    await directory.house.placements.settle();
    const texts: string[] = [];
    for (const [index, point] of [
      spotOf('hibbing'),
      spotOf('ely'),
      ...spots.slice(0, 100),
    ].entries()) {
      const withinMeters = radii[index % radii.length];
      const asked = index % 2 === 0 ? everything : shelters;
      const input = { ...asked, at: { point }, withinMeters };
      const first = 20 + (index % 12);
      const { text, body } = await directory.ask(HousingFoundDocument, { input, first });
      assert.equal(body.errors, undefined, text);
      texts.push(text);
    }
    return texts;
  };
  const [hibbing, ely] = [await answers('hibbing'), await answers('ely')];
  assert.ok(hibbing.filter((text) => text.includes('The Moving House')).length > 25);
  assert.deepEqual(hibbing, ely);
});
