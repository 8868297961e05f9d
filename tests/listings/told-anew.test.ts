import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { scheduleConvening } from '../../src/library/index.js';
import {
  HousingWholeDocument,
  LibraryDocument,
  OrganizationPageDocument,
  SearchWordsDocument,
} from '../support/documents.js';
import { openDirectory } from '../support/directory.js';
import { listSampleHousing } from '../support/makers.js';

const directory = await openDirectory();
const { read } = directory.database;
const change = (statement: string, values: unknown[] = []) =>
  directory.change(({ em }) => em.execute(statement, values));
/** The counties of the Northwest region that are too small to be told, and one that is not its. */
const [SMALL, OTHER_SMALL, OUTSIDE] = ['27077', '27069', '27017'];

const whole = async (id: string) => {
  const { node } = await directory.data(HousingWholeDocument, { id });
  return node?.__typename === 'HousingOption' ? node : null;
};
const toldAreas = async (organizationId: string, name: string) => {
  const { organizations } = await directory.data(OrganizationPageDocument, {
    first: 100,
    filter: { text: name },
  });
  const own = organizations!.nodes.find(({ id }) => id === organizationId);
  return own?.places.map(({ area }) => area);
};
const regionOf = async (fips: string) =>
  (
    await read.rows<{ id: string; name: string }>(sql`select r.id, r.name from org.region r
      join org.region_county m on m.region_id = r.id where m.county_fips = ${fips}`)
  )[0]!;

test('a convening is told only while one of its hosts is admitted, or where it has none', async () => {
  const [one, two] = await directory.change(async (changing) => [
    await listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
    await listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
  ]);
  const id = await directory.change((changing) =>
    scheduleConvening(
      {
        title: 'Thimblewick Table',
        topic: 'A test of who is told.',
        hostIds: [one!.organizationId, two!.organizationId],
        startsAt: new Date('2030-01-01T15:00:00Z'),
        endsAt: new Date('2030-01-01T16:00:00Z'),
      },
      changing,
    ),
  );
  const hosts = async () => {
    const { convenings } = await directory.data(LibraryDocument);
    const { search } = await directory.data(SearchWordsDocument, { text: 'thimblewick', first: 5 });
    const told = convenings!.nodes.find((convening) => convening.id === id);
    assert.equal(search!.nodes.length, told ? 1 : 0);
    return told?.hosts.map((host) => host.id);
  };
  const admit = (organization: string, at: string | null) =>
    change('update org.organization set admitted_at = ? where id = ?', [at, organization]);
  assert.equal((await hosts())?.length, 2);
  await admit(one!.organizationId, null);
  assert.deepEqual(await hosts(), [two!.organizationId]);
  await admit(two!.organizationId, null);
  assert.equal(await hosts(), undefined);
  await admit(one!.organizationId, '2026-01-01');
  assert.deepEqual(await hosts(), [one!.organizationId]);
  await change('delete from org.convening_host where convening_id = ?', [id]);
  assert.deepEqual(await hosts(), []);
});

test('the told area of a withheld place follows its region as counties leave and enter', async () => {
  const name = 'Fernhollow House';
  const made = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'WITHHELD', countyFips: SMALL!, name }),
  );
  const { id: region } = await regionOf(SMALL!);
  const counties = async () => {
    const [place] = (await whole(made.id))!.places;
    const sites = await read.rows<{ fips: string }>(sql`
      select county_fips as fips from pub.listing_site where listing_id = ${made.id}
      intersect select county_fips from pub.organization_site where organization_id = ${made.organizationId}`);
    const told = place!.counties.map(({ fips }) => fips).sort();
    assert.deepEqual(sites.map(({ fips }) => fips).sort(), told, 'no more and no less is searched');
    return told;
  };
  const before = await counties();
  assert.ok(before.includes(OTHER_SMALL!));
  await change('delete from org.region_county where county_fips = ?', [OTHER_SMALL]);
  assert.deepEqual(
    await counties(),
    before.filter((fips) => fips !== OTHER_SMALL),
  );
  await change('delete from org.region_county where county_fips = ?', [OUTSIDE]);
  await change('insert into org.region_county values (?, ?), (?, ?)', [
    region,
    OTHER_SMALL,
    region,
    OUTSIDE,
  ]);
  assert.deepEqual(await counties(), [...before, OUTSIDE!].sort());
  await change('delete from org.region_county where county_fips = ?', [SMALL]);
  assert.equal((await whole(made.id))!.places[0]!.area, 'Minnesota', 'of no region, its state');
  await change('insert into org.region_county values (?, ?)', [region, SMALL]);
  assert.deepEqual(await counties(), [...before, OUTSIDE!].sort());
});

test('a region or a nation that is renamed is called so everywhere', async () => {
  const made = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'WITHHELD', countyFips: SMALL!, name: 'Mossbank House' }),
  );
  const region = await regionOf(SMALL!);
  const [nation] = await read.rows<{ id: string }>(sql`select id from org.tribal_nation limit 1`);
  await change('delete from org.service_area where listing_id = ?', [made.id]);
  await change(
    `insert into org.service_area (id, listing_id, position, kind, region_id, nation_id) values
      ('are_test1', ?, 0, 'REGION', ?, null), ('are_test2', ?, 1, 'NATION', null, ?)`,
    [made.id, region.id, made.id, nation!.id],
  );
  await change(`update org.region set name = 'Loonsong' where id = ?`, [region.id]);
  await change(`update org.tribal_nation set name = 'Renamed Nation' where id = ?`, [nation!.id]);
  const { places, serviceAreas } = (await whole(made.id))!;
  assert.deepEqual(
    serviceAreas.map(({ name }) => name),
    ['Loonsong', 'Renamed Nation'],
  );
  assert.equal(places[0]!.area, 'Loonsong region');
  assert.deepEqual(await toldAreas(made.organizationId, 'loonsong'), ['Loonsong region']);
  const { search } = await directory.data(SearchWordsDocument, {
    text: 'mossbank loonsong',
    first: 5,
  });
  assert.deepEqual(
    search!.nodes.map(({ id }) => id),
    [made.id],
  );
});

test('however many things one change touches, all of them are told when it is kept', async () => {
  const MANY = 2_345;
  const { organizationId } = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
  );
  const told = async () =>
    (
      await read.rows<{ materials: number; untold: number }>(sql`select
        (select count(*)::int from pub.material where organization_id = ${organizationId}) as materials,
        (select count(*)::int from org.untold) as untold`)
    )[0]!;
  await change(
    `insert into org.material (id, organization_id, title, kind, audiences, language, url, published_at,
       created_at, updated_at)
     select 'mat_many' || n, ?, 'Guide ' || n, 'GUIDE', '{PROVIDERS}', 'en', 'https://example.org/' || n,
       '2026-01-01', now(), now() from generate_series(1, ?) n`,
    [organizationId, MANY],
  );
  assert.deepEqual(await told(), { materials: MANY, untold: 0 });
  await change('update org.organization set admitted_at = null where id = ?', [organizationId]);
  assert.deepEqual(await told(), { materials: 0, untold: 0 });
});
