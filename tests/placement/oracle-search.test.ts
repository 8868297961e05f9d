import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { metersBetween, type Point } from '../../src/geography/index.js';
import {
  areaRows,
  enter,
  listingRow,
  locationRow,
  optionRow,
  organizationRow,
  type Area,
} from '../support/oracle/enter.js';
import { oracle, type OracleQuestion } from '../support/oracle/index.js';
import { BELTRAMI, BEMIDJI, DULUTH, now, ST_LOUIS } from '../support/oracle/minnesota.js';
import { copyOfTemplate } from '../support/template.js';

/** Few live there: a withheld place in it tells its region. */
const LAKE_OF_THE_WOODS = '27077';
const HOUR_MS = 3_600_000;
const hours = (from: number) => new Date(now.getTime() + from * HOUR_MS).toISOString();

interface Report {
  reported_at: string;
  good_until: string;
  accepting: boolean;
  beds_open: number | null;
  beds_total: number | null;
  waitlist: boolean;
}
/** Made an hour ago, good for twelve. */
const report = (said: Partial<Report> = {}): Report => ({
  reported_at: hours(-1),
  good_until: hours(11),
  accepting: true,
  beds_open: 2,
  beds_total: null,
  waitlist: false,
  ...said,
});

interface Option {
  door?: Point;
  county?: string;
  areas?: Area[];
  units?: { report?: Report; capacity?: number; ageMin?: number; ageMax?: number }[];
  listing?: Partial<ReturnType<typeof listingRow>>;
  organization?: string;
}

/** Every option's rows, its id `hou_` and its name. */
function rowsOf(options: Record<string, Option>) {
  const all = Object.entries(options).map(([name, option]) => ({ id: `hou_${name}`, ...option }));
  const units = all.flatMap(({ id, units = [{ report: report() }] }) =>
    units.map((unit, position) => ({ id: `${id}/${position}`, listing_id: id, position, ...unit })),
  );
  const sites = all.filter(({ county }) => county);
  return {
    organization: [
      organizationRow('org_in'),
      { ...organizationRow('org_out'), admitted_at: null as never },
    ],
    listing: all.map(({ id, organization = 'org_in', listing }) => ({
      ...listingRow(id, organization),
      ...listing,
    })),
    housing_option: all.map(({ id }) => optionRow(id, 'EMERGENCY_SHELTER')),
    location: sites.map(({ id, door, county, organization = 'org_in' }) =>
      locationRow(`loc_${id}`, organization, county!, door),
    ),
    listing_site: sites.map(({ id }) => ({ listing_id: id, location_id: `loc_${id}` })),
    service_area: all.flatMap(({ id, areas = [] }) => areaRows(id, areas)),
    unit: units.map(({ id, listing_id, position, capacity = null }) => ({
      id,
      listing_id,
      position,
      name: 'Beds',
      capacity,
    })),
    criterion: units.flatMap(({ id, listing_id, ageMin, ageMax }) =>
      ageMin === undefined && ageMax === undefined
        ? []
        : [
            {
              id,
              listing_id,
              unit_id: id,
              position: 0,
              kind: 'AGE',
              stance: 'REQUIRES',
              terms: { ageMin, ageMax },
            },
          ],
    ),
    availability_report: units.flatMap(({ id, listing_id, report: said }) =>
      said ? [{ id, listing_id, unit_id: id, ...said }] : [],
    ),
  };
}

const options: Record<string, Option> = {
  door: { door: BEMIDJI, county: BELTRAMI, units: [{ report: report(), capacity: 4 }] },
  withheld: { county: BELTRAMI },
  region: { county: LAKE_OF_THE_WOODS },
  far: {
    door: DULUTH,
    county: ST_LOUIS,
    listing: {
      policies: [
        { policy: 'PETS_WELCOME', holds: true, note: null },
        { policy: 'NO_ID_REQUIRED', holds: true, note: null },
        { policy: 'WALK_IN', holds: false, note: null },
      ],
      languages: ['es-MX'],
    },
  },
  served: { areas: [{ kind: 'COUNTIES', county_fips: [ST_LOUIS] }] },
  statewide: { areas: [{ kind: 'STATEWIDE', state: 'MN' }] },
  full: { door: BEMIDJI, county: BELTRAMI, units: [{ report: report({ beds_open: 0 }) }] },
  stale: {
    door: BEMIDJI,
    county: BELTRAMI,
    units: [{ report: report({ good_until: hours(0), beds_total: 3 }) }],
  },
  aging: { door: BEMIDJI, county: BELTRAMI, units: [{ report: report({ good_until: hours(3) }) }] },
  rooms: {
    door: BEMIDJI,
    county: BELTRAMI,
    units: [
      { report: report(), ageMin: 18 },
      { report: report({ accepting: false, waitlist: true }), ageMax: 17 },
      { report: report({ beds_open: 0 }), ageMax: 17 },
    ],
  },
  adults: { county: BELTRAMI, units: [{ report: report(), ageMin: 18 }] },
  bare: { door: BEMIDJI, county: BELTRAMI, units: [] },
  paused: { county: BELTRAMI, listing: { status: 'PAUSED' } },
  partners: { county: BELTRAMI, listing: { disclosure: 'PARTNERS' } },
  applicant: { county: BELTRAMI, organization: 'org_out' },
};

const database = await copyOfTemplate();
after(() => database.close());
before(() => enter(database.read, rowsOf(options)));

/** What is found of these options, in order: one line each. */
async function found(input: OracleQuestion, silent: { criterion: string; kind: string }[] = []) {
  const matches = await oracle.search(database, { seeker: { age: 17 }, ...input }, now, silent);
  return matches
    .map((match) => ({ ...match, id: match.id.slice('hou_'.length) }))
    .filter(({ id }) => id in options);
}
const names = async (input: OracleQuestion) => (await found(input)).map(({ id }) => id);

test('the oracle orders by verdict, availability, band, freshness, metres, id', async () => {
  const lines = (await found({ at: BEMIDJI })).map(
    ({ id, verdict, availability, band, freshness, meters, unit }) =>
      [id, verdict, availability, band, freshness, meters, unit].join(' '),
  );
  const far = Math.round(metersBetween(BEMIDJI, DULUTH));
  assert.deepEqual(lines, [
    'door ELIGIBLE OPEN 0 FRESH 0 0',
    'region ELIGIBLE OPEN 0 FRESH  0',
    'withheld ELIGIBLE OPEN 0 FRESH  0',
    'aging ELIGIBLE OPEN 0 AGING 0 0',
    'served ELIGIBLE OPEN 4 FRESH  0',
    `far ELIGIBLE OPEN 5 FRESH ${far} 0`,
    'statewide ELIGIBLE OPEN 7 FRESH  0',
    'rooms ELIGIBLE WAITLIST 0 FRESH 0 1',
    'stale ELIGIBLE UNKNOWN 0 STALE 0 0',
    'bare ELIGIBLE UNKNOWN 0 NEVER 0 0',
  ]);
});

test('a radius keeps what touches it, and whatever serves the whole state', async () => {
  const near = await names({ at: BEMIDJI, withinMeters: 1 });
  assert.deepEqual(
    near,
    'door region withheld aging statewide rooms stale bare'.split(' '),
    'far and served are out',
  );
  const everywhere = await found({ withinMeters: 1 });
  assert.equal(everywhere.length, near.length + 2, 'without a place there is no radius');
  assert.ok(everywhere.every(({ band, meters }) => band === 7 && meters === null));
});

test('what may lie where she must not be is out', async () => {
  const counties = await names({ at: BEMIDJI, avoid: { counties: [BELTRAMI] } });
  assert.deepEqual(counties, ['served', 'far', 'statewide']);
  const circle = { point: DULUTH, meters: 1000 };
  const circles = await names({ at: DULUTH, avoid: { circles: [circle] } });
  assert.ok(!circles.includes('far') && !circles.includes('served'));
  assert.equal(circles.length, 8);
});

test('a wish denied is a no, a wish met changes nothing, silence asks', async () => {
  const verdictOf = async (input: OracleQuestion, name: string) =>
    (await found({ verdicts: ['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'], ...input })).find(
      ({ id }) => id === name,
    )?.verdict;
  const pets = { policies: ['PETS_WELCOME'] };
  assert.equal(await verdictOf(pets, 'far'), 'ELIGIBLE');
  assert.equal(await verdictOf(pets, 'door'), 'ASK');
  assert.equal(await verdictOf({ policies: ['PETS_WELCOME', 'WALK_IN'] }, 'far'), 'NOT_ELIGIBLE');
  assert.equal(await verdictOf({ languages: ['so', 'es'] }, 'far'), 'ELIGIBLE');
  assert.equal(await verdictOf({ languages: ['so'] }, 'far'), 'ASK');
  assert.equal(await verdictOf({ bedsFor: 2 }, 'door'), 'ELIGIBLE');
  assert.equal(await verdictOf({ bedsFor: 3 }, 'door'), 'NOT_ELIGIBLE');
  assert.equal(await verdictOf({ bedsFor: 3 }, 'stale'), 'ASK');
  assert.equal(await verdictOf({ bedsFor: 4 }, 'stale'), 'NOT_ELIGIBLE');
  assert.equal(await verdictOf({ bedsFor: 9 }, 'bare'), 'ASK');
  assert.equal(await verdictOf({}, 'adults'), 'NOT_ELIGIBLE');
});

test('an option is judged by its best unit of those whose availability is wanted', async () => {
  const [full] = await found({ availability: ['FULL'], at: BEMIDJI });
  assert.deepEqual([full?.id, full?.availability], ['full', 'FULL']);
  const open = await found({ availability: ['OPEN'], verdicts: ['NOT_ELIGIBLE'] });
  assert.deepEqual(
    open.map(({ id, unit }) => `${id} ${unit}`),
    ['adults 0', 'rooms 0'],
  );
});

test('silence is asked about only where no rule of the unit or its listing speaks', async () => {
  const silent = [{ criterion: 'AGE', kind: 'EMERGENCY_SHELTER' }];
  const asked = await found({}, silent);
  assert.deepEqual(
    asked.filter(({ verdict }) => verdict === 'ELIGIBLE').map(({ id }) => id),
    ['rooms'],
  );
  assert.equal((await found({ kinds: ['SAFE_HOUSE'] }, silent)).length, 0);
});

test('nor where a policy that holds, or a language that is hers, says enough', async () => {
  const eligible = async (criterion: string, seeker: OracleQuestion['seeker']) => {
    const silent = [{ criterion, kind: 'EMERGENCY_SHELTER' }];
    const matches = await found({ seeker, verdicts: ['ELIGIBLE'] }, silent);
    return matches.map(({ id }) => id);
  };
  assert.deepEqual(await eligible('ANIMALS', { age: 17, pets: true }), ['far']);
  assert.deepEqual(await eligible('LANGUAGE', { age: 17, languages: ['es'] }), ['far']);
  assert.deepEqual(await eligible('LANGUAGE', { age: 17, languages: ['so'] }), []);
  assert.deepEqual(await eligible('LANGUAGE', { age: 17 }), []);
  const lacking = (kind: string) => ({ age: 17, documents: [{ kind, has: false }] });
  assert.deepEqual(await eligible('DOCUMENTS', lacking('TRIBAL_ID')), ['far']);
  assert.deepEqual(await eligible('DOCUMENTS', lacking('INCOME_PROOF')), []);
});
