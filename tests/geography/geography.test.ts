import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { countyName, importBoundaries, metersBetween } from '../../src/geography/index.js';
import { sql } from '../../src/kernel/index.js';
import { CoverageAtDocument, RegionsDocument } from '../support/documents.js';
import { boundaryFile } from '../support/boundary-file.js';
import { openDirectory } from '../support/directory.js';
import { sharedFile, withoutShared } from '../support/shared-data.js';

const directory = await openDirectory();
const coverage = async (at: object) =>
  (await directory.data(CoverageAtDocument, { at: at as never })).coverage!;

test('every county of the United States is there, whole and well drawn', async () => {
  const [row] = await directory.database.read.rows<Record<string, number>>(sql`
    select count(*) as counties, count(*) filter (where not st_isvalid(boundary::geometry)) as crossed,
      count(*) filter (where state = 'MN') as minnesota, count(distinct state) as states from pub.county`);
  assert.deepEqual(row, { counties: 3231, crossed: 0, minnesota: 87, states: 56 });
});

test('counties are called what they are called', () => {
  const names = [
    '27021 Cass',
    '22071 Orleans',
    '02110 Juneau',
    '51610 Falls Church',
    '24510 Baltimore',
    '24005 Baltimore',
    '72127 San Juan',
    '11001 District of Columbia',
  ].map((line) => countyName(line.slice(0, 5), line.slice(6)));
  assert.deepEqual(names, [
    'Cass County',
    'Orleans Parish',
    'Juneau City and Borough',
    'Falls Church city',
    'Baltimore city',
    'Baltimore County',
    'San Juan Municipio',
    'District of Columbia',
  ]);
});

test('eight regions cover each of the 87 counties once, and each says how sure it is', async () => {
  const { regions } = await directory.data(RegionsDocument);
  assert.equal(regions?.length, 8);
  const fips = regions!.flatMap(({ counties }) => counties.map((county) => county.fips));
  assert.equal(fips.length, 87);
  assert.equal(new Set(fips).size, 87);
  const standings = Map.groupBy(regions!, ({ standing }) => standing);
  assert.deepEqual([...standings].map(([standing, rows]) => [standing, rows.length]).sort(), [
    ['BELIEVED', 3],
    ['INFERRED', 1],
    ['PUBLIC_SOURCE', 4],
  ]);
  for (const { standingNote } of regions!) assert.ok(standingNote && standingNote.length > 20);
});

test('a ZIP, a point, a city, a county and a nation each resolve to a place', async () => {
  const [nation] = await directory.database.read.rows<{ id: string }>(
    sql`select id from pub.tribal_nation where name like 'Leech Lake%'`,
  );
  const places = [
    { zip: '56633' },
    { point: { latitude: 47.3797, longitude: -94.6022 } },
    { city: { name: 'cass  lake', state: 'mn' } },
    { countyFips: '27021' },
    { nationId: nation!.id },
  ];
  for (const at of places) {
    const { county, region, nations } = await coverage(at);
    assert.equal(county?.name, 'Cass County', JSON.stringify(at));
    assert.equal(region?.name, 'Northwest');
    assert.equal(region?.navigators.length, 1);
    assert.ok(nations.some((one) => one.nation.name === 'Leech Lake Band of Ojibwe'));
  }
});

test('Saint and St. are one city; so are accents and none', async () => {
  for (const name of ['St. Cloud', 'Saint Cloud', 'saint cloud', 'St Cloud']) {
    assert.equal((await coverage({ city: { name, state: 'MN' } })).county?.fips, '27145', name);
  }
});

test('a large city is known without a ZIP of its own name, and each at its centre', async () => {
  const towns = {
    Bloomington: '27053',
    'St. Louis Park': '27053',
    Woodbury: '27163',
    Hermantown: '27137',
  };
  for (const [name, fips] of Object.entries(towns))
    assert.equal((await coverage({ city: { name, state: 'MN' } })).county?.fips, fips, name);
  const [bemidji] = await directory.database.read.rows<{ meters: number }>(
    sql`select st_distance(point, 'POINT(-94.880 47.473)'::geography) as meters
      from pub.city where state = 'MN' and name = 'Bemidji'`,
  );
  assert.ok(bemidji!.meters < 2_000, `${bemidji!.meters}`);
});

test('an unknown place is a clear refusal that names the field', async () => {
  const wrong: [object, string][] = [
    [{ zip: '00000' }, 'at'],
    [{ zip: '5563' }, 'at.zip'],
    [{ zip: "1' or" }, 'at.zip'],
    [{ countyFips: '27999' }, 'at'],
    [{ countyFips: 'MN' }, 'at.countyFips'],
    [{ city: { name: 'Nowhere at All', state: 'MN' } }, 'at'],
    [{ city: { name: 'Bemidji', state: 'Minnesota' } }, 'at.city.state'],
    [{ nationId: 'nat_nobody' }, 'at'],
    [{ point: { latitude: 91, longitude: 0 } }, 'at.point.latitude'],
    [{ point: { latitude: 0, longitude: 181 } }, 'at.point.longitude'],
  ];
  for (const [at, field] of wrong) {
    const { body, status } = await directory.ask(CoverageAtDocument, { at: at as never });
    assert.equal(status, 200);
    assert.deepEqual(
      [body.errors?.[0]?.extensions.code, body.errors?.[0]?.extensions.field],
      ['INVALID', field],
      JSON.stringify(at),
    );
  }
});

test('a point at sea belongs to no county, and the lines of the whole country still answer', async () => {
  const { county, region, crisisLines } = await coverage({
    point: { latitude: 30, longitude: -40 },
  });
  assert.deepEqual([county, region], [null, null]);
  assert.ok(crisisLines.length > 0);
  assert.ok(
    crisisLines.every((line) => line.serviceAreas.some(({ kind }) => kind === 'NATIONWIDE')),
  );
});

test('a point just off a shore is given the nearest county', async () => {
  const { county } = await coverage({ point: { latitude: 46.78, longitude: -92.05 } });
  assert.equal(county?.name, 'St. Louis County');
});

test('great-circle distance agrees with PostGIS to within 0.35 %', async () => {
  const pairs = Array.from({ length: 300 }, (_, index) => ({
    a: { latitude: 25 + ((index * 7) % 24), longitude: -120 + ((index * 13) % 50) },
    b: { latitude: 25 + ((index * 11) % 24), longitude: -120 + ((index * 17) % 50) },
  })).filter(({ a, b }) => a.latitude !== b.latitude || a.longitude !== b.longitude);
  const rows = await directory.database.read.rows<{ meters: number }>(sql`
    select st_distance(st_makepoint(x1, y1)::geography, st_makepoint(x2, y2)::geography) as meters
    from unnest(${pairs.map(({ a }) => a.longitude)}::float8[], ${pairs.map(({ a }) => a.latitude)}::float8[],
      ${pairs.map(({ b }) => b.longitude)}::float8[], ${pairs.map(({ b }) => b.latitude)}::float8[]) p(x1, y1, x2, y2)`);
  rows.forEach(({ meters }, index) => {
    const { a, b } = pairs[index]!;
    assert.ok(Math.abs(metersBetween(a, b) / meters - 1) < 0.0035, JSON.stringify(pairs[index]));
  });
});

test('a broken boundary file is refused whole, with what is wrong', async () => {
  const feature = (properties: object, coordinates: unknown) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates },
  });
  const square = [
    [
      [-95, 47],
      [-94, 47],
      [-94, 48],
      [-95, 48],
      [-95, 47],
    ],
  ];
  const files: [string, RegExp][] = [
    ['not json', /not JSON/],
    ['{}', /FeatureCollection/],
    [
      JSON.stringify({ type: 'FeatureCollection', features: [feature({ NAME: 'x' }, square)] }),
      /no GEOID/,
    ],
    [
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          feature({ GEOID: '1', NAME: 'x' }, [
            [
              [500000, 47],
              [1, 1],
              [2, 2],
              [500000, 47],
            ],
          ]),
        ],
      }),
      /degrees/,
    ],
    [
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          feature({ GEOID: '1', NAME: 'line' }, [
            [
              [1, 1],
              [2, 2],
              [1, 1],
              [1, 1],
            ],
          ]),
        ],
      }),
      /no area/,
    ],
    [
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          feature({ GEOID: '9999', NAME: 'good' }, square),
          feature({ GEOID: '9998', NAME: 'flat' }, [
            [
              [1, 1],
              [2, 2],
              [1, 1],
              [1, 1],
            ],
          ]),
        ],
      }),
      /no area/,
    ],
  ];
  for (const [text, words] of files) {
    await assert.rejects(
      directory.change((changing) =>
        importBoundaries({ kind: 'tribal-area', text, source: 'test' }, changing),
      ),
      (error: { code: string; message: string }) =>
        error.code === 'INVALID' && words.test(error.message),
    );
  }
  const left = await directory.database.read.rows(sql`select 1 from pub.tribal_area`);
  assert.equal(left.length, 0);
});

test('a county file renames and redraws, and keeps what it does not know', async () => {
  const named = (name: string) =>
    boundaryFile([{ GEOID: '27021', NAME: name }, [-95, 46, -93.7, 47.6]]);
  const take = (name: string) =>
    directory.change((changing) =>
      importBoundaries({ kind: 'county', text: named(name), source: 'test' }, changing),
    );
  const seats = async (county: string) => {
    const [row] = await directory.database.read.rows<{ told: number }>(sql`
      select count(*)::int as told from pub.tribal_nation
      where card #>> '{seat,area}' like ${`%, ${county} County`}`);
    return row!.told;
  };
  const told = await seats('Cass');
  assert.ok(told > 0);
  assert.equal(await take('Kass'), 1);
  const [row] = await directory.database.read.rows(
    sql`select name, population > 0 as peopled from pub.county where fips = '27021'`,
  );
  assert.deepEqual(row, { name: 'Kass County', peopled: true });
  assert.deepEqual([await seats('Cass'), await seats('Kass')], [0, told], 'places are told anew');
  await take('Cass');
  assert.equal(await seats('Cass'), told);
});

test('a county goes from one region of a file to another, whichever comes first', async () => {
  const west = [{ slug: 'plain-west', NAME: 'Plain West' }, [-104.1, 45.9, -100, 49.1]] as const;
  const east = [{ slug: 'plain-east', NAME: 'Plain East' }, [-100, 45.9, -98.5, 49.1]] as const;
  const widerWest = [west[0], [-104.1, 45.9, -99, 49.1]] as const;
  const smallerEast = [east[0], [-99, 45.9, -98.5, 49.1]] as const;
  const undo = new Error('for the tests that follow');
  const drawing = directory.change(async (changing) => {
    const take = (...regions: Parameters<typeof boundaryFile>) =>
      importBoundaries({ kind: 'region', text: boundaryFile(...regions), source: 'x' }, changing);
    await take([...west], [...east]);
    await take([...widerWest], [...smallerEast]);
    await take([...east], [...west]);
    await take([...smallerEast], [...widerWest]);
    throw undo;
  });
  await assert.rejects(drawing, undo);
});

test('a region file that takes a county from a region that holds is refused', async () => {
  const text = boundaryFile([{ GEOID: 'mine', NAME: 'Mine' }, [-98, 43, -89, 50]]);
  await assert.rejects(
    directory.change((changing) =>
      importBoundaries({ kind: 'region', text, source: 'test' }, changing),
    ),
    /belongs to the region/,
  );
});

test('county files of every age of the Census Bureau are read: GEO_ID, a number, a byte order mark', async () => {
  const named = async () =>
    (await directory.database.read.rows(sql`select name from pub.county where fips = '01001'`))[0];
  const numbers: Record<string, string | number>[] = [
    { GEO_ID: '0500000US01001' },
    { GEOID: 1_001 },
  ];
  for (const [index, number] of numbers.entries()) {
    const NAME = `Autauga ${index} County`;
    const text = `\uFEFF${boundaryFile([{ ...number, NAME }, [-86.9, 32.3, -86.4, 32.7]])}`;
    await directory.change((changing) =>
      importBoundaries({ kind: 'county', text, source: 'a test file' }, changing),
    );
    assert.deepEqual(await named(), { name: NAME });
  }
});

test('a region file makes regions where there were none', async () => {
  const text = boundaryFile([
    { GEOID: 'dakota-west', NAME: 'Dakota West' },
    [-104.1, 45.9, -102, 49.1],
  ]);
  await directory.change((changing) =>
    importBoundaries({ kind: 'region', text, source: 'a test file' }, changing),
  );
  const { regions } = await directory.data(RegionsDocument);
  const made = regions!.find(({ name }) => name === 'Dakota West');
  assert.equal(made?.standing, 'INFERRED');
  assert.ok(
    made!.counties.length >= 5 && made!.counties.every(({ fips }) => fips.startsWith('38')),
  );
});

test('a region file keeps who leads a region, and how sure that is while its counties are the same', async () => {
  const northwest = [{ slug: 'northwest', NAME: 'Northwest' }, [-95.6, 47.2, -94.4, 48.6]] as const;
  const { regions: before } = await directory.data(RegionsDocument);
  const take = (text: string) =>
    directory.change((changing) =>
      importBoundaries({ kind: 'region', text, source: 'a test file' }, changing),
    );
  await take(boundaryFile([...northwest]));
  const { regions: after } = await directory.data(RegionsDocument);
  const [was, is] = [before, after].map((all) => all!.find(({ name }) => name === 'Northwest')!);
  assert.ok(is!.counties.length < was!.counties.length, 'its counties are those of the file');
  // What was verified was a region of other counties.
  const redrawn = { counties: [], standing: 'INFERRED' };
  assert.match(is!.standingNote!, /boundary of a test file/);
  assert.deepEqual({ ...is, ...redrawn }, { ...was, ...redrawn, standingNote: is!.standingNote });
  assert.equal(is!.standing, 'INFERRED');
  assert.notEqual(was!.standing, 'INFERRED');
  await directory.change(({ em }) =>
    em.execute(`update org.region set standing = 'PUBLIC_SOURCE' where slug = 'northwest'`),
  );
  await take(boundaryFile([...northwest]));
  const again = (await directory.data(RegionsDocument)).regions!;
  assert.equal(again.find(({ name }) => name === 'Northwest')?.standing, 'PUBLIC_SOURCE');
  await assert.rejects(
    take(boundaryFile([...northwest], [...northwest])),
    /"northwest" is there twice/,
  );
  for (const NAME of ['Evil\0', 'Half \ud800'])
    await assert.rejects(
      take(boundaryFile([{ slug: 'evil', NAME }, [-95.6, 47.2, -94.4, 48.6]])),
      /Feature 1 has a name or number with a character that is not text/,
    );
});

const areas = 'geography/mn_tribal_areas.geojson';
const tribal = sharedFile(areas);
test(
  'Census tribal areas are taken in, and coverage then tells which nation a point lies within',
  { skip: withoutShared(areas) },
  async () => {
    const text = readFileSync(tribal, 'utf8');
    for (let again = 0; again < 2; again += 1) {
      assert.equal(
        await directory.change((changing) =>
          importBoundaries({ kind: 'tribal-area', text, source: 'Census AIANNH 2021' }, changing),
        ),
        14,
      );
    }
    const [row] = await directory.database.read.rows(sql`
      select count(*) as areas, count(*) filter (where not st_isvalid(boundary::geometry)) as crossed from pub.tribal_area`);
    assert.deepEqual(row, { areas: 14, crossed: 0 });
    const how = async (at: object, name: string) =>
      (await coverage(at)).nations.find(({ nation }) => nation.name.startsWith(name))?.how;
    assert.deepEqual(await how({ zip: '56633' }, 'Leech Lake'), ['WITHIN_RESERVATION', 'COUNTY']);
    assert.deepEqual(await how({ point: { latitude: 47.876, longitude: -95.017 } }, 'Red Lake'), [
      'WITHIN_RESERVATION',
      'COUNTY',
    ]);
    assert.deepEqual(
      await how({ countyFips: '27021' }, 'Leech Lake'),
      ['COUNTY'],
      'a county as a whole lies within none',
    );
  },
);
