import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  CountyShapes,
  countyShapes,
  locate,
  locateIn,
  metersBetween,
  type Point,
} from '../../src/geography/index.js';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';

const { database } = await openDirectory();
const shapes = await countyShapes(database);
const counties = await database.read.rows<Point & { fips: string }>(sql`
  select fips, st_y(middle) as latitude, st_x(middle) as longitude
  from (select fips, st_pointonsurface(boundary::geometry) as middle from pub.county) c
  order by fips`);

/** Where two counties are as near as this, either may be given: a border, or a corner of both. */
const TIE_METERS = 2;
const NEAR_DEGREES = 0.8;
/** How far along a line the shore's end may differ: more than what it differs by across. */
const SHORE_ERROR_METERS = 5;
const REACH_METERS = 1_000_000;

/** By integers: doubles are drawn by their bits, and nearly all of those are next to 0. */
const degrees = fc
  .integer({ min: -NEAR_DEGREES * 1e6, max: NEAR_DEGREES * 1e6 })
  .map((millionths) => millionths / 1e6);
/** Points on land, on its shores and a little out at sea: around the middle of some county. */
const nearSomeCounty = fc
  .record({ county: fc.constantFrom(...counties), north: degrees, east: degrees })
  .map(({ county, north, east }) => ({
    latitude: county.latitude + north,
    longitude: ((county.longitude + east + 540) % 360) - 180,
  }));
const sampled = (count: number, seed: number) =>
  fc.sample(nearSomeCounty, { numRuns: count, seed });

const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

test('a hole is outside, an island inside, and a county without a ring nowhere', () => {
  const drawn = CountyShapes.of([
    { fips: '00001', state: 'AA', rings: [square(0, 0, 3), square(1, 1, 1), square(5, 0, 1)] },
    { fips: '00002', state: 'BB', rings: [] },
  ]);
  const at = (longitude: number, latitude: number) =>
    drawn.countyAt({ longitude, latitude })?.fips ?? null;
  assert.deepEqual(
    [at(0.5, 0.5), at(1.5, 1.5), at(5.5, 0.5), at(4, 0.5), at(3.05, 1)],
    ['00001', null, '00001', null, '00001'],
  );
  const hole = drawn.from({ longitude: 1.5, latitude: 1.25 });
  const toItsEdge = metersBetween(
    { longitude: 1.5, latitude: 1.25 },
    { longitude: 1.5, latitude: 1 },
  );
  assert.ok(Math.abs(hole.metersTo('00001') - toItsEdge) < 5);
  assert.deepEqual([hole.metersTo('00002'), hole.metersTo('99999')], [Infinity, Infinity]);
});

test('180° is no border, and the far side of the globe is far', () => {
  const drawn = CountyShapes.of([{ fips: '02016', state: 'AK', rings: [square(178, 50, 4)] }]);
  assert.equal(drawn.countyAt({ longitude: -179, latitude: 52 })?.state, 'AK');
  const over = drawn.from({ longitude: -177, latitude: 50 }).metersTo('02016');
  const along = metersBetween({ longitude: -177, latitude: 50 }, { longitude: -178, latitude: 50 });
  assert.ok(Math.abs(over - along) < along / 100);
  const antipode = { longitude: 0, latitude: -52 };
  assert.equal(drawn.countyAt(antipode), null);
  assert.ok(drawn.from(antipode).metersTo('02016') > 19_000_000);
  assert.deepEqual(drawn.touching(antipode, 21_000_000), ['02016'], 'a circle around the globe');
});

test('metres to a county are those of PostGIS on the sphere, to 1,000 km', async () => {
  const points = sampled(2_400, 1).map((point, index) => {
    const near = shapes.touching(point, index % 2 === 0 ? REACH_METERS : REACH_METERS / 20);
    return { ...point, fips: near[(index * 7_919) % near.length] ?? '27021' };
  });
  const rows = await database.read.rows<{ meters: number }>(sql`
    select st_distance(c.boundary, st_makepoint(x, y)::geography, false) as meters
    from unnest(${points.map(({ longitude }) => longitude)}::float8[],
      ${points.map(({ latitude }) => latitude)}::float8[],
      ${points.map(({ fips }) => fips)}::text[]) with ordinality p(x, y, fips, place)
    join pub.county c using (fips) order by place`);
  assert.equal(rows.length, points.length);
  rows.forEach(({ meters }, index) => {
    const { fips, ...point } = points[index]!;
    const ours = shapes.from(point).metersTo(fips);
    assert.ok(
      Math.abs(ours - meters) <= Math.max(1, meters / 10_000),
      `${JSON.stringify(points[index])}: ${ours}, not ${meters}`,
    );
  });
  assert.ok(rows.filter(({ meters }) => meters === 0).length > 100);
  assert.ok(rows.filter(({ meters }) => meters > REACH_METERS / 2).length > 100);
});

test('a point is located in the process as the database locates it', async () => {
  let atSea = 0;
  let offShore = 0;
  for (const point of sampled(2_400, 2)) {
    const [ours, theirs] = [locateIn(shapes, point), await locate({ point }, database)];
    const reach = shapes.from(point);
    if (theirs.countyFips === null) atSea += 1;
    else if (reach.metersTo(theirs.countyFips) > 0) offShore += 1;
    if (ours.countyFips === theirs.countyFips) assert.deepEqual(ours, theirs);
    else {
      const [toOurs, toTheirs] = [ours, theirs].map(({ countyFips }) =>
        reach.metersTo(countyFips ?? ''),
      );
      assert.ok(
        Math.abs(toOurs! - toTheirs!) < TIE_METERS,
        JSON.stringify({ point, ours, theirs, toOurs, toTheirs }),
      );
    }
  }
  assert.ok(atSea > 50 && offShore > 20, `${atSea} at sea, ${offShore} off a shore`);
});

test('the shore ends where the database ends it: 10 km on the ellipsoid', async () => {
  const out = sampled(2_400, 2).filter((point) => shapes.countyAt(point) === null);
  for (const point of out.slice(0, 60)) {
    const { county } = nearestMiddle(point);
    const on = (share: number) => ({
      latitude: county.latitude + share * (point.latitude - county.latitude),
      longitude: county.longitude + share * (point.longitude - county.longitude),
    });
    let [land, sea] = [0, 1];
    while (metersBetween(on(land), on(sea)) > 0.1) {
      const middle = (land + sea) / 2;
      if (shapes.countyAt(on(middle))) land = middle;
      else sea = middle;
    }
    const step = SHORE_ERROR_METERS / metersBetween(on(0), on(1));
    const found = [land - step, sea + step].map((share) => locate({ point: on(share) }, database));
    const [inside, outside] = await Promise.all(found);
    assert.ok(
      inside!.countyFips !== null && outside!.countyFips === null,
      JSON.stringify(on(land)),
    );
  }
  assert.ok(out.length > 50);

  function nearestMiddle(point: Point) {
    const away = counties.map((county) => ({ county, meters: metersBetween(county, point) }));
    return away.reduce((best, next) => (next.meters < best.meters ? next : best));
  }
});

test('a city that stands as a square over its neighbours has what lies in it', async () => {
  const point = { latitude: 38.8929, longitude: -77.1719 };
  assert.deepEqual(shapes.touching(point, 1), ['51059', '51610']);
  assert.equal(locateIn(shapes, point).countyFips, '51610');
});

test('a circle touches the counties that PostGIS says it does', async () => {
  const radii = [1, 5_000, 40_000, 160_000, REACH_METERS];
  const circles = sampled(150, 3).map((point, index) => ({
    ...point,
    meters: radii[index % radii.length]!,
  }));
  const rows = await database.read.rows<{ place: number; fips: string[] }>(sql`
    select place::int as place, coalesce(array_agg(c.fips order by c.fips)
      filter (where c.fips is not null), '{}') as fips
    from unnest(${circles.map(({ longitude }) => longitude)}::float8[],
      ${circles.map(({ latitude }) => latitude)}::float8[],
      ${circles.map(({ meters }) => meters)}::float8[]) with ordinality p(x, y, meters, place)
    left join pub.county c
      on st_dwithin(c.boundary, st_makepoint(x, y)::geography, meters, false)
    group by place order by place`);
  rows.forEach(({ fips }, index) => {
    const { meters, ...point } = circles[index]!;
    const reach = shapes.from(point);
    const ours = shapes.touching(point, meters);
    const differ = [...new Set(ours).symmetricDifference(new Set(fips))];
    for (const county of differ) {
      assert.ok(Math.abs(reach.metersTo(county) - meters) < 1, `${JSON.stringify(circles[index])}`);
    }
    assert.deepEqual(ours, ours.toSorted());
  });
});

test('every point of the earth is answered, and what is none is refused by its field', () => {
  const poles = [90, -90].map((latitude) => locateIn(shapes, { latitude, longitude: 0 }).state);
  assert.deepEqual(poles, [null, null]);
  assert.throws(() => locateIn(shapes, { latitude: 91, longitude: 0 }), {
    code: 'INVALID',
    field: 'at.point.latitude',
  });
});
