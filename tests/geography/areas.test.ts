import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import {
  CoverageAtDocument,
  HousingPageDocument,
  NationsDocument,
  ServicePageDocument,
} from '../support/documents.js';
import { openDirectory } from '../support/directory.js';

const directory = await openDirectory();
const { read } = directory.database;
const world = { south: -90, west: -180, north: 90, east: 180 };
const minnesota = { south: 43.49, west: -97.24, north: 49.39, east: -89.48 };

interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** What lies in a box by the told points and the counties alone, without any circle. */
async function inBox(type: 'HOUSING' | 'SERVICE', { south, west, north, east }: Box) {
  const envelope = sql`st_makeenvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326)`;
  const [row] = await read.rows<{ many: number }>(sql`
    select count(distinct l.id) as many from pub.listing_site s join pub.listing l on l.id = s.listing_id
    join pub.county c on c.fips = s.county_fips
    where l.type = ${type} and st_intersects(${envelope}, coalesce(s.point::geometry, c.boundary::geometry))`);
  return Number(row!.many);
}

test('a box holds all that lies in it, however large it is and wherever on the globe', async () => {
  const boxes: [string, Box][] = [
    ['the world', world],
    ['Minnesota', minnesota],
    ['the northern half', { ...world, south: 0 }],
    ['from the equator up', { south: 0, west: -130, north: 80, east: -60 }],
    ['to the pole', { south: 46, west: -130, north: 90, east: -60 }],
    ['across the equator', { south: -60, west: -110, north: 47, east: -80 }],
    ['a strip', { south: 44, west: -139, north: 45.2, east: -50 }],
  ];
  for (const [what, box] of boxes) {
    const filter = { isIn: { box } };
    const [housing, services] = await Promise.all([
      directory.data(HousingPageDocument, { first: 1, filter }),
      directory.data(ServicePageDocument, { first: 1, filter }),
    ]);
    const all = [await inBox('HOUSING', box), await inBox('SERVICE', box)];
    assert.ok(
      all.every((many) => many > 0),
      what,
    );
    assert.deepEqual(
      [housing.housingOptions!.totalCount, services.services!.totalCount],
      all,
      what,
    );
  }
});

test('an area by a name that is none, or that nobody knows, is refused and not empty', async () => {
  const areas: [string, string][] = [
    ['countyFips: "abc"', 'countyFips'],
    ['countyFips: ""', 'countyFips'],
    ['countyFips: "99999"', 'countyFips'],
    ['regionId: "reg_AAAAAAAAAAAAAAAAAAAAAA"', 'regionId'],
    ['regionId: "northwest"', 'regionId'],
    ['nationId: "nat_AAAAAAAAAAAAAAAAAAAAAA"', 'nationId'],
    ['nationId: "Red Lake"', 'nationId'],
  ];
  for (const kind of ['housingOptions', 'services', 'organizations', 'tribalNations']) {
    for (const [area, field] of areas) {
      const { body, status } = await directory.ask(
        `{ ${kind}(filter: { isIn: { ${area} } }) { totalCount } }`,
      );
      const extensions = body.errors?.[0]?.extensions;
      assert.deepEqual(
        [status, extensions?.code, extensions?.field],
        [200, 'INVALID', `filter.isIn.${field}`],
        `${kind} ${area}`,
      );
    }
  }
});

test('an area by a known name holds what it did', async () => {
  const { tribalNations } = await directory.data(NationsDocument);
  const nationId = tribalNations!.nodes[0]!.id;
  const [region] = await read.rows<{ id: string }>(sql`select id from pub.region limit 1`);
  const areas = [`nationId: "${nationId}"`, `regionId: "${region!.id}"`, 'countyFips: " 27053 "'];
  for (const area of areas) {
    const { body } = await directory.ask<Record<string, { totalCount: number }>, object>(
      `{ organizations(filter: { isIn: { ${area} } }) { totalCount }
         services(filter: { isIn: { ${area} } }) { totalCount } }`,
    );
    assert.ok(body.data!['organizations']!.totalCount > 0, area);
    assert.ok(body.data!['services']!.totalCount > 0, area);
  }
});

test('of two counties equally near, the one with the lower FIPS is given, every time', async () => {
  const square = 'st_multi(st_makeenvelope(-41, 29, -39, 31, 4326))::geography';
  for (const fips of ['27902', '27901', '27903']) {
    await directory.change(({ em }) =>
      em.execute(
        `insert into pub.county (fips, name, state, boundary) values (?, 'Twin', 'MN', ${square})`,
        [fips],
      ),
    );
  }
  const at = { point: { latitude: 30, longitude: -40 } };
  const { coverage } = await directory.data(CoverageAtDocument, { at });
  assert.equal(coverage?.county?.fips, '27901');
});
