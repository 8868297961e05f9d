import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { UnmetNeeds } from '../../src/placement/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { upkeepRounds } from '../../src/upkeep/index.js';
import { openDirectory, type Directory } from '../support/directory.js';
import {
  HousingFoundDocument,
  ReportAvailabilityDocument,
  UnmetNeedsDocument,
  type FindHousingInput,
} from '../support/documents.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';
import { tablesWith } from '../support/sweep.js';

const NOVEMBER = new Date('2026-11-20T18:00:00Z');
const DECEMBER = new Date('2026-12-01T00:00:00Z');
const COUNTY = '27071';
const INCOME = 1_836_502_947;
const point = { latitude: 48.6, longitude: -93.4 };
const directory = await openDirectory();
const { database } = directory;
const other = await openDirectory({ database });
const [region] = await database.read.rows<{ id: string }>(
  sql`select region_id as id from pub.region_county where county_fips = ${COUNTY}`,
);
const home = await shelter(database, {
  site: {
    street: 'TOLD',
    name: 'The house',
    countyFips: COUNTY,
    address: { lines: ['9 Sample Way'], city: 'Ranier', postalCode: '56668' },
    point,
  },
  listed: {
    kind: 'CRISIS_RESPITE',
    eligibility: [
      { kind: 'AGE', stance: 'REQUIRES', terms: { ageMin: 16, ageMax: 24 } },
      { kind: 'GENDER', stance: 'REQUIRES', terms: { genders: ['WOMAN'] } },
    ],
  },
});
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const ada = await comeIn(directory, 'ADVOCATE');
type Headers = Record<string, string>;

const here: FindHousingInput = { at: { point }, withinMeters: 5_000, kinds: ['CRISIS_RESPITE'] };
/** Refused by her age alone. */
const tooOld: FindHousingInput = { ...here, seeker: { age: 50, monthlyIncome: INCOME } };
async function search(
  input: FindHousingInput,
  by: Headers = ada.headers,
  on: Directory = directory,
) {
  on.setNow(NOVEMBER);
  const { body, text } = await on.ask(HousingFoundDocument, { input, first: 3 }, by);
  assert.equal(body.errors, undefined, text);
  return body.data!.findHousing!.edges.length;
}
async function times(many: number, input: FindHousingInput, by?: Headers, on?: Directory) {
  for (let time = 0; time < many; time += 1) assert.equal(await search(input, by, on), 0);
}
const round = async (on: Directory = directory, now = NOVEMBER) =>
  upkeepRounds({
    change: (work) => inOne(database, work, now),
    failed: assert.ifError,
    unmet: on.house.unmet,
  }).run();
const kept = () =>
  database.read.rows<{ region: string; type: string; criterion: string; searches: number }>(
    sql`select region_id as region, listing_type as type, criterion, searches from org.unmet_need
      order by criterion nulls last`,
  );
/** As someone reads it who comes in at that moment. */
const told = async (role: 'COORDINATOR' | 'STEWARD', now: Date) => {
  directory.setNow(now);
  const { headers } = await comeIn(directory, role, role === 'STEWARD' ? null : home.organization);
  const { body, text } = await directory.ask(UnmetNeedsDocument, {}, headers);
  assert.equal(body.errors, undefined, text);
  return body.data!.worklist!.unmetNeeds;
};
const ofAge = { region: region!.id, type: 'HOUSING', criterion: 'AGE' };

test('what was not found is kept when it was searched for five times, as a number alone', async () => {
  assert.equal(await search({ ...here, seeker: { age: 17, gender: 'WOMAN' } }), 1);
  await times(4, tooOld);
  await round();
  assert.deepEqual(await kept(), []);
  await times(1, tooOld);
  await round();
  assert.deepEqual(await kept(), [{ ...ofAge, searches: 5 }]);
  // Fewer than five are never added: of what is read before and after, nobody knows one search.
  await times(4, tooOld);
  await round();
  assert.deepEqual(await kept(), [{ ...ofAge, searches: 5 }]);
  assert.deepEqual(await tablesWith(database.read, [String(INCOME)]), []);
});

test('several servers count together what each has kept', async () => {
  await times(5, tooOld, ada.headers, other);
  await round(other);
  assert.deepEqual(await kept(), [{ ...ofAge, searches: 10 }]);
});

test('stewards read it when its month is over, and nobody else', async () => {
  assert.deepEqual(await told('STEWARD', NOVEMBER), []);
  const cell = { month: '2026-11', kind: 'HOUSING_OPTION', criterion: 'AGE', searches: 10 };
  assert.deepEqual(await told('STEWARD', DECEMBER), [{ ...cell, region: { id: region!.id } }]);
  assert.deepEqual(await told('COORDINATOR', DECEMBER), []);
  assert.deepEqual(await told('STEWARD', new Date('2027-12-01T00:00:00Z')), []);
});

test('what has not come to five by the end of its month is forgotten', async () => {
  await round(directory, DECEMBER);
  await times(1, tooOld);
  await round();
  assert.deepEqual(await kept(), [{ ...ofAge, searches: 10 }]);
  await round(directory, DECEMBER);
});

test('where no rule alone stands in the way none is named, and nothing asked nowhere has a region', async () => {
  const unit = await database.read.rows<{ id: string }>(
    sql`select id from org.unit where listing_id = ${home.listing}`,
  );
  const two: FindHousingInput = { ...here, seeker: { age: 50, gender: 'MAN' } };
  await times(3, two);
  await times(1, { ...here, at: { point: { latitude: 48.2, longitude: -93.4 } } });
  const full = { unitId: unit[0]!.id, accepting: true, bedsOpen: 0, bedsTotal: 4 };
  directory.setNow(NOVEMBER);
  const { body } = await directory.ask(ReportAvailabilityDocument, { input: full }, cora.headers);
  assert.deepEqual(body.data!.reportAvailability!.userErrors, []);
  await times(1, { ...here, availability: ['OPEN'] });
  await round();
  assert.deepEqual(await kept(), [
    { ...ofAge, searches: 10 },
    { ...ofAge, criterion: null, searches: 5 },
  ]);
});

test('strangers are not counted, nor whoever found something or goes on', async () => {
  await times(6, tooOld, {});
  await search({ ...here, availability: ['FULL'], seeker: { age: 17 } });
  assert.deepEqual(directory.house.unmet.takeMany(NOVEMBER), []);
});

test('what could not be kept is counted on', async () => {
  await times(5, tooOld);
  const failed: unknown[] = [];
  await upkeepRounds({
    change: () => Promise.reject(new Error('no database')),
    failed: (error) => failed.push(error),
    unmet: directory.house.unmet,
  }).run();
  await upkeepRounds({
    change: async (work) => {
      await inOne(database, work, NOVEMBER);
      throw new Error('not kept');
    },
    failed: (error) => failed.push(error),
    unmet: directory.house.unmet,
  }).run();
  assert.equal(failed.length, 2);
  assert.equal(directory.house.unmet.takeMany(NOVEMBER)[0]!.searches, 5);
});

test('the collector holds a number a cell, however much is asked', () => {
  const unmet = new UnmetNeeds();
  for (let time = 0; time < 10_000; time += 1)
    unmet.note(NOVEMBER, { regionId: 'reg_a', type: 'HOUSING', criterion: 'AGE' });
  assert.deepEqual(unmet.takeMany(NOVEMBER), [
    { month: '2026-11', regionId: 'reg_a', type: 'HOUSING', criterion: 'AGE', searches: 10_000 },
  ]);
  assert.deepEqual(unmet.takeMany(NOVEMBER), []);
});
