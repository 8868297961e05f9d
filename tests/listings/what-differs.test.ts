import assert from 'node:assert/strict';
import { test } from 'node:test';
import { raw, sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import { ReviseHousingDocument, type ReviseHousingInput } from '../support/documents.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';

/*
 * A revision writes what differs and nothing else: the rows of all else are the very same rows after it.
 */

const directory = await openDirectory();
const { database } = directory;
const adults = [{ kind: 'AGE' as const, stance: 'REQUIRES' as const, terms: { ageMin: 18 } }];
const youth = [{ kind: 'AGE' as const, stance: 'REQUIRES' as const, terms: { ageMax: 24 } }];
const phone = { number: '218-555-0101', kind: 'VOICE' as const };
const { organization, listing } = await shelter(database, {
  listed: {
    eligibility: youth,
    serviceAreas: [{ kind: 'STATEWIDE', state: 'MN' }],
    phones: [phone],
    contacts: [{ purpose: 'GENERAL', name: 'Front desk', phones: [phone], languages: ['en'] }],
    policies: [{ policy: 'PETS_WELCOME', holds: true }],
    units: [
      { name: 'Upstairs', capacity: 4, eligibility: adults },
      { name: 'Downstairs', capacity: 2, eligibility: [] },
    ],
  },
});
// As who entered it by other means may have left it.
await database
  .em()
  .execute(
    `update org.listing set policies = '[{"policy": "PETS_WELCOME", "holds": true}]' where id = ?`,
    [listing],
  );
const { headers } = await comeIn(directory, 'COORDINATOR', organization);

/** Where the parts of a listing stand, each with the name of its input. */
const parts = {
  siteIds: 'org.listing_site t where t.listing_id',
  serviceAreas: 'org.service_area t where t.listing_id',
  eligibility: 'org.criterion t where t.unit_id is null and t.listing_id',
  contacts: 'org.contact t where t.listing_id',
  phones: 'org.phone t where t.listing_id',
  option: 'org.housing_option t where t.listing_id',
  units: 'org.unit t where t.listing_id',
  unitRules: 'org.criterion t where t.unit_id is not null and t.listing_id',
};
type Part = keyof typeof parts;

/** By which transactions the rows of each part were written. */
async function writtenBy() {
  const found: [string, string][] = [];
  for (const [name, from] of Object.entries(parts)) {
    const rows = await database.read.rows<{ xmin: string }>(
      sql`select t.xmin::text as xmin from ${raw(from)} = ${listing} order by 1`,
    );
    assert.ok(rows.length > 0, name);
    found.push([name, rows.map(({ xmin }) => xmin).join()]);
  }
  return new Map(found);
}

/** @returns the parts whose rows are others since, and the fields that history names */
async function revised(named: Partial<ReviseHousingInput>) {
  const [before, version] = [await writtenBy(), await versionNow()];
  const input = { id: listing, version, ...named };
  const { body, text } = await directory.ask(ReviseHousingDocument, { input }, headers);
  assert.deepEqual(body.data?.reviseHousing?.userErrors, [], text);
  const after = await writtenBy();
  const others = [...after].filter(([name, rows]) => rows !== before.get(name));
  const history = await database.read.rows<{ field: string }>(
    sql`select jsonb_object_keys(changes) as field from org.revision
        where thing_id = ${listing} and version > ${version} order by 1`,
  );
  return { parts: others.map(([name]) => name), fields: history.map(({ field }) => field) };
}
const versionNow = async () => {
  const [row] = await database.read.rows<{ version: number }>(
    sql`select version from org.listing where id = ${listing}`,
  );
  return row!.version;
};

test('a line of it is changed, and no row of its parts is another', async () => {
  assert.deepEqual(await revised({ fees: 'None.' }), { parts: [], fields: ['fees'] });
  assert.deepEqual(await revised({ fees: 'None. ' }), { parts: [], fields: [] });
  assert.deepEqual(await revised({ fees: 'None.' }), { parts: [], fields: [] });
  assert.deepEqual(await revised({ name: 'Other', languages: ['en', 'so'] }), {
    parts: [],
    fields: ['languages', 'name'],
  });
});

test('of its parts, those are written anew that differ', async () => {
  const units = [
    { name: 'Upstairs', capacity: 5, eligibility: adults },
    { name: 'Downstairs', capacity: 2, eligibility: youth },
  ];
  const other = { ...phone, number: '218-555-0102' };
  const kept = { ...phone, number: '+12185550101', extension: null, note: null };
  const changes: [Partial<ReviseHousingInput>, ...Part[]][] = [
    [{ serviceAreas: [{ kind: 'COUNTIES', countyFips: ['27137'] }] }, 'serviceAreas'],
    [{ eligibility: adults }, 'eligibility'],
    [{ contacts: [{ purpose: 'GENERAL', name: 'Desk', phones: [], languages: [] }] }, 'contacts'],
    [{ phones: [other] }, 'phones'],
    [{ kind: 'TRANSITIONAL' }, 'option'],
    [{ units }, 'units', 'unitRules'],
    [{ phones: [phone], eligibility: youth, fees: 'Some.' }, 'eligibility', 'phones'],
    // What is named as it stands is none.
    [{ phones: [kept], eligibility: youth, kind: 'TRANSITIONAL', fees: 'None.' }],
  ];
  for (const [named, ...written] of changes) {
    const found = await revised(named);
    assert.deepEqual(found.parts, written, JSON.stringify(named));
    assert.ok(found.fields.length > 0);
  }
});

test('what does not differ is not looked at again, and what differs is', async () => {
  const none = '99999';
  const refused = async (named: Partial<ReviseHousingInput>) => {
    const input = { id: listing, version: await versionNow(), ...named };
    const { body } = await directory.ask(ReviseHousingDocument, { input }, headers);
    return body.data!.reviseHousing!.userErrors.map(({ code, field }) => `${code} ${field}`);
  };
  const before = await writtenBy();
  assert.deepEqual(await refused({ serviceAreas: [{ kind: 'COUNTIES', countyFips: [none] }] }), [
    'INVALID input.serviceAreas.0.countyFips',
  ]);
  assert.deepEqual(await refused({ siteIds: ['loc_AAAAAAAAAAAAAAAAAAAAAA'] }), [
    'INVALID input.siteIds',
  ]);
  assert.deepEqual(await refused({ units: [{ id: 'unt_AAAAAAAAAAAAAAAAAAAAAA', name: 'None' }] }), [
    'NOT_FOUND input.units.0.id',
  ]);
  assert.deepEqual(await writtenBy(), before);
});
