import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { metersBetween, type Point } from '../../src/geography/index.js';
import { sql } from '../../src/kernel/index.js';
import { readIds } from '../support/oracle/cases.js';
import {
  areaRows,
  enter,
  listingRow,
  locationRow,
  organizationRow,
  type Area,
} from '../support/oracle/enter.js';
import { oracle, type OracleServicesQuestion } from '../support/oracle/index.js';
import { BELTRAMI, BEMIDJI, DULUTH, now, ST_LOUIS } from '../support/oracle/minnesota.js';
import { copyOfTemplate } from '../support/template.js';

const GRAND_PORTAGE_LAND = '1355';

interface Service {
  door?: Point;
  county?: string;
  areas?: Area[];
  kinds?: string[];
  criteria?: { kind: string; terms: object }[];
}

const database = await copyOfTemplate();
after(() => database.close());
const ids = await readIds(database.read);
const grandPortage = ids.nation('Grand Portage Band of Lake Superior Chippewa');
const boisForte = ids.nation('Bois Forte Band of Chippewa');
const former = 'reg_former';

const services: Record<string, Service> = {
  county: { areas: [{ kind: 'COUNTIES', county_fips: [ST_LOUIS, BELTRAMI] }] },
  region: { areas: [{ kind: 'REGION', region_id: ids.region('northwest') }] },
  formerRegion: { areas: [{ kind: 'REGION', region_id: former }] },
  otherRegion: { areas: [{ kind: 'REGION', region_id: ids.region('southwest') }] },
  nation: { areas: [{ kind: 'NATION', nation_id: ids.nation('Red Lake Nation') }] },
  nationServing: { areas: [{ kind: 'NATION', nation_id: boisForte }] },
  nationOfLand: { areas: [{ kind: 'NATION', nation_id: grandPortage }] },
  otherNation: { areas: [{ kind: 'NATION', nation_id: ids.nation('Upper Sioux Community') }] },
  state: { areas: [{ kind: 'STATEWIDE', state: 'MN' }] },
  otherState: { areas: [{ kind: 'STATEWIDE', state: 'WI' }] },
  country: { door: DULUTH, county: ST_LOUIS, areas: [{ kind: 'NATIONWIDE' }] },
  door: {
    door: BEMIDJI,
    county: BELTRAMI,
    areas: [{ kind: 'COUNTIES', county_fips: [ST_LOUIS] }],
    kinds: ['TRAINING', 'LEGAL', 'TRANSPORT'],
  },
  ages: { kinds: ['LEGAL'], criteria: [{ kind: 'AGE', terms: { ageMin: 18 } }] },
  agesAndVeterans: {
    kinds: ['LEGAL'],
    criteria: [
      { kind: 'AGE', terms: { ageMin: 18 } },
      { kind: 'VETERAN', terms: { veteran: true } },
    ],
  },
};
const all = Object.entries(services).map(([name, service]) => ({ id: `svc_${name}`, ...service }));
const sites = all.filter(({ county }) => county);

before(async () => {
  await enter(database.read, {
    region: [
      {
        id: former,
        slug: 'former',
        name: 'Former',
        standing: 'SAMPLE',
        effective_to: '2026-11-24',
      },
    ],
    region_county: [{ region_id: former, county_fips: BELTRAMI }],
    nation_county: [{ nation_id: boisForte, county_fips: BELTRAMI, how: 'SERVICE_COUNTY' }],
    organization: [organizationRow('org_in')],
    listing: all.map(({ id }) => ({ ...listingRow(id, 'org_in'), type: 'SERVICE' })),
    service: all.map(({ id, kinds = ['ADVOCACY'] }) => ({ listing_id: id, kinds })),
    location: sites.map(({ id, county, door }) =>
      locationRow(`loc_${id}`, 'org_in', county!, door),
    ),
    listing_site: sites.map(({ id }) => ({ listing_id: id, location_id: `loc_${id}` })),
    service_area: all.flatMap(({ id, areas = [] }) => areaRows(id, areas)),
    criterion: all.flatMap(({ id, criteria = [] }) =>
      criteria.map((rule, position) => ({
        id: `${id}#${position}`,
        listing_id: id,
        position,
        stance: 'REQUIRES',
        ...rule,
      })),
    ),
  });
  await database.read.rows(sql`
    insert into pub.tribal_area (geoid, name, boundary, source, imported_at)
    select ${GRAND_PORTAGE_LAND}::text, '', st_multi(st_buffer(
      st_makepoint(${BEMIDJI.longitude}::float8, ${BEMIDJI.latitude}::float8)::geography, 100)::geometry)::geography, '', now()`);
});

/** What is found of these services, in order. */
async function found(input: OracleServicesQuestion) {
  const matches = await oracle.services(database, input, now);
  return matches
    .map((match) => ({ ...match, id: match.id.slice('svc_'.length) }))
    .filter(({ id }) => id in services);
}
const names = async (input: OracleServicesQuestion) =>
  (await found(input)).map(({ id }) => id).join(' ');

test('a place is served by what serves its county, region, nations, state or country', async () => {
  assert.equal(
    await names({ at: BEMIDJI, reach: 'SERVES_HERE' }),
    'county nation nationServing region country nationOfLand state',
  );
  assert.equal(
    await names({ at: { nationId: grandPortage }, reach: 'SERVES_HERE' }),
    'nationOfLand country state',
  );
});

test('near a place is what lies within the radius, and what serves the whole state', async () => {
  assert.equal(
    await names({ at: BEMIDJI, withinMeters: 1 }),
    'door county formerRegion nation nationServing region country state',
  );
  assert.equal(
    await names({ at: BEMIDJI, withinMeters: 1, reach: 'SERVES_HERE' }),
    'county nation nationServing region country state',
  );
});

test('services are ordered by verdict, band, metres and id', async () => {
  const lines = (await found({ at: BEMIDJI, seeker: { veteran: false } })).map(
    ({ id, verdict, band, meters }) => [id, verdict, band, meters].join(' '),
  );
  assert.deepEqual(lines, [
    'door ELIGIBLE 0 0',
    'county ELIGIBLE 0 ',
    'formerRegion ELIGIBLE 0 ',
    'nation ELIGIBLE 0 ',
    'nationServing ELIGIBLE 0 ',
    'region ELIGIBLE 0 ',
    `country ELIGIBLE 5 ${Math.round(metersBetween(BEMIDJI, DULUTH))}`,
    'nationOfLand ELIGIBLE 5 ',
    'otherNation ELIGIBLE 5 ',
    'otherRegion ELIGIBLE 5 ',
    'otherState ELIGIBLE 7 ',
    'state ELIGIBLE 7 ',
    'ages ASK 7 ',
  ]);
});

test('a service is found by any of its kinds', async () => {
  assert.equal(await names({ kinds: ['TRANSPORT', 'OUTREACH'] }), 'door');
  assert.equal(await names({ kinds: ['LEGAL'] }), 'door ages agesAndVeterans');
});

test('of what is to be asked, only what may be asked about is found with the eligible', async () => {
  const legal = { kinds: ['LEGAL'], verdicts: ['ELIGIBLE'] };
  assert.equal(await names(legal), 'door');
  assert.equal(await names({ ...legal, askAbout: ['AGE', 'GENDER'] }), 'door ages');
  const wishing = { ...legal, askAbout: ['AGE'], policies: ['WALK_IN'] };
  assert.equal(await names(wishing), '', 'a wish is no rule');
});
