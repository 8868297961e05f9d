import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAddress, sealAddress, type ExactAddress } from '../../src/disclosure/index.js';
import { sql, type Reader } from '../../src/kernel/index.js';
import { registerOrganization, type RegisterOrganization } from '../../src/organizations/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { openDirectory } from '../support/directory.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';
import { sampleOrganization } from '../support/makers.js';
import { importer, newHouse } from '../support/imports.js';
import { outcome } from '../support/outcome.js';
import { broughtIn, comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';

const { database: plain } = await openDirectory();
const key = dataKey('canary-key');
const database = { ...plain, vault: vaultOf(key) };
const { read } = database;

const withheld = {
  name: 'House',
  countyFips: '27061',
  withheldReason: 'CONFIDENTIAL_SHELTER',
} as const;
const organization = (locations: RegisterOrganization['locations'], id?: string) =>
  ({
    ...(id ? { id } : {}),
    ...sampleOrganization,
    name: 'Sample House Of A Test',
    locations,
  }) satisfies RegisterOrganization;
const register = (given: RegisterOrganization, on = database) =>
  inOne(on, (sealing) => registerOrganization(given, sealing));
const opened = (locationId: string, on = database) =>
  inOne(on, (sealing) => openAddress(locationId, sealing));

async function house(exact?: ExactAddress) {
  const { id, locations } = await register(
    organization([{ street: 'WITHHELD', ...withheld, ...(exact ? { exact } : {}) }]),
  );
  return { id, locationId: locations[0]! };
}
const again = (id: string, location: object) =>
  register(organization([{ street: 'WITHHELD', ...withheld, ...location }], id));

test('where a withheld house is is kept with it, and opens with the key alone', async () => {
  const { locationId } = await house(CANARY);
  assert.deepEqual(await opened(locationId), CANARY);
  await assert.rejects(opened(locationId, plain), { code: 'UNAVAILABLE', reason: 'NO_KEY' });
  const other = { ...plain, vault: vaultOf(dataKey(key.id)) };
  await assert.rejects(opened(locationId, other), { code: 'UNAVAILABLE', reason: 'BROKEN' });
});

test('given again it replaces, absent it stays, and a house without one has none', async () => {
  const { id, locationId } = await house(CANARY);
  const moved = { lines: ['1 New Street'], city: 'Elsewhere', postalCode: '55101' };
  await again(id, { id: locationId, exact: moved });
  assert.deepEqual(await opened(locationId), moved);
  await again(id, { id: locationId, name: 'House, renamed' });
  assert.deepEqual(await opened(locationId), moved);
  assert.equal(await opened((await house()).locationId), null);
});

test('without a key it is refused whole, in words that say what to do', async () => {
  const count = async () => (await read.rows(sql`select id from org.organization`)).length;
  const before = await count();
  const two = [
    { street: 'WITHHELD' as const, ...withheld },
    { street: 'WITHHELD' as const, ...withheld, exact: CANARY },
  ];
  await assert.rejects(register(organization(two), plain), {
    code: 'INVALID',
    field: 'locations.1.exact',
    message: /no key.*harborlight keys new-data.*HARBORLIGHT_DATA_KEY.*leave the exact address out/,
  });
  assert.equal(await count(), before);
  const { locations } = await register(organization(two.slice(0, 1)), plain);
  assert.equal(locations.length, 1, 'a withheld house without one needs no key');
});

test('an exact address that cannot be one is refused with its place, and a told site has none', async () => {
  const refused = (exact: unknown, field: string) =>
    assert.rejects(
      register(organization([{ street: 'WITHHELD', ...withheld, exact: exact as ExactAddress }])),
      { code: 'INVALID', field: `locations.0.exact${field}` },
    );
  await refused({ ...CANARY, postalCode: '719' }, '.postalCode');
  await refused({ ...CANARY, lines: [] }, '.lines');
  await refused({ ...CANARY, point: { latitude: 91, longitude: 0 } }, '.point.latitude');
  await refused({ ...CANARY, notes: 'half a \ud83d' }, '.notes');
  await refused({ ...CANARY, doors: 2 }, '');
  const { lines, city, postalCode } = CANARY;
  const told = {
    street: 'TOLD',
    name: 'Office',
    countyFips: '27061',
    address: { lines, city, postalCode },
  };
  const both = { ...told, exact: CANARY } as never;
  await assert.rejects(register(organization([both])), { code: 'INVALID' });
});

test('a house that becomes told keeps nothing sealed, and the database lets nothing be sealed for it', async () => {
  const { id, locationId } = await house(CANARY);
  const { lines, city, postalCode } = CANARY;
  const told = { street: 'TOLD', id: locationId, name: 'Office', countyFips: '27061' } as const;
  const rows = () =>
    read.rows(sql`select from conf.sealed_address where location_id = ${locationId}`);
  assert.equal((await rows()).length, 1);
  await register(organization([{ ...told, address: { lines, city, postalCode } }], id));
  assert.equal((await rows()).length, 0);
  await assert.rejects(
    inOne(database, (sealing) =>
      sealAddress({ locationId, exact: CANARY, enteredBy: null }, sealing),
    ),
    { code: 'INVALID', message: /No location whose street is withheld/ },
  );
  await assert.rejects(
    database
      .em()
      .execute(
        `insert into conf.sealed_address select ?, key_id, nonce, sealed, sealed_at from conf.sealed_address limit 1`,
        [locationId],
      ),
    /only a withheld location has a sealed address/,
  );
  await again(id, { id: locationId });
  assert.equal(await opened(locationId), null, 'withheld again, it begins anew');
});

test('a row moved to another house, or changed in the database, does not open', async () => {
  const [one, two] = [await house(CANARY), await house({ ...CANARY, notes: null })];
  const take = (column: string) =>
    database.em().execute(
      `update conf.sealed_address set ${column} from conf.sealed_address o
       where o.location_id = ? and sealed_address.location_id = ?`,
      [one.locationId, two.locationId],
    );
  await take('nonce = o.nonce, sealed = o.sealed');
  await assert.rejects(opened(two.locationId), { reason: 'BROKEN' });
  assert.deepEqual(await opened(one.locationId), CANARY);
  await again(two.id, { id: two.locationId, exact: CANARY });
  assert.deepEqual(await opened(two.locationId), CANARY, 'entered anew, it opens');
});

test('while a house is withheld its sealed address is neither taken away nor moved, whoever asks', async () => {
  const [one, two] = [await house(CANARY), await house()];
  for (const statement of [
    `delete from conf.sealed_address where location_id = '${one.locationId}'`,
    `update conf.sealed_address set location_id = '${two.locationId}' where location_id = '${one.locationId}'`,
  ]) {
    await assert.rejects(database.em().execute(statement), /keeps its sealed address/);
  }
  assert.deepEqual(await opened(one.locationId), CANARY);
});

test('a house that is removed takes what was sealed with it', async () => {
  const { locationId } = await house(CANARY);
  await database.em().execute('delete from org.location where id = ?', [locationId]);
  const left = await read.rows(
    sql`select from conf.sealed_address where location_id = ${locationId}`,
  );
  assert.equal(left.length, 0);
});

/** Everything a dump of the database has, and what its statistics sample: each table as the text of its rows. */
async function* dump(from: Reader, schemas?: string[]) {
  const tables = await from.rows<{ name: string }>(sql`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') order by 1`);
  const wanted = [...tables.map(({ name }) => name), 'pg_catalog.pg_stats'].filter(
    (name) => !schemas || schemas.includes(name.split('.')[0]!),
  );
  for (const name of wanted) {
    const rows = await from.rows<{ row: string }>({
      text: `select t::text as row from ${name} t order by 1`,
      values: [],
    } as never);
    yield {
      name,
      text: rows
        .map(({ row }) => row)
        .join('\n')
        .toLowerCase(),
    };
  }
}

const bytesOf = (number: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(number);
  return bytes;
};
/** Each secret as a text would hold it, and as bytes are told. */
const needles = (texts: string[], bytes: Buffer[] = []) =>
  [
    ...texts,
    ...[...texts.map((text) => Buffer.from(text)), ...bytes].flatMap((one) => [
      one.toString('hex'),
      one.toString('base64').replace(/=+$/, ''),
    ]),
  ].map((needle) => needle.toLowerCase());
const { latitude, longitude } = CANARY.point;
const door = needles(
  [...CANARY.lines, 'Zugunruhe', CANARY.city, CANARY.postalCode, CANARY.notes, 'Ptarmigan'],
  [bytesOf(latitude), bytesOf(longitude)],
);
const coordinates = [String(latitude).slice(0, 9), String(longitude).slice(0, 9)];
const secrets = [...door, ...coordinates, ...needles([], [key.bytes])];

async function found(): Promise<string[]> {
  const places: string[] = [];
  for await (const { name, text } of dump(read)) {
    for (const needle of secrets) if (text.includes(needle)) places.push(`${name}: ${needle}`);
  }
  return places;
}

test('a stolen dump tells no street, no town, no note, no coordinate and no key', async () => {
  await database.em().execute(`delete from org.organization where name = 'Sample House Of A Test'`);
  for (let count = 0; count < 5; count += 1) await house(CANARY);
  await database.em().execute('analyze');
  const names: string[] = [];
  for await (const { name } of dump(read)) names.push(name);
  assert.ok(names.length > 40 && names.includes('conf.sealed_address'), String(names));
  assert.deepEqual(await found(), []);
});

test('nor by what people wrote of it: in sheets, names of keys, reasons and labels; by a suggestion until it is answered', async () => {
  const directory = await openDirectory({ database });
  const { organization: of, listing } = await shelter(database, {
    exact: CANARY,
    listed: { disclosure: 'OWN' },
  });
  const cora = await comeIn(directory, 'COORDINATOR', of);
  const nina = await broughtIn(directory, cora, 'COORDINATOR', of);
  const leads = `Come to ${CANARY.lines[0]}`;
  const change = async (
    { headers }: { headers: Record<string, string> },
    name: string,
    input: object,
  ) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation($input: ${type}) { ${name}(input: $input) { userErrors { code field } } }`;
    return outcome(await directory.ask<object, object>(query, { input }, headers));
  };
  const key = { name: leads, scopes: ['listings:write'], organizationId: of };
  assert.equal(await change(cora, 'issueAppKey', key), 'INVALID input.name');
  const proposed = { id: listing, to: 'PARTNERS', reason: leads };
  assert.equal(await change(nina, 'proposeDisclosure', proposed), 'done');
  assert.equal(
    await change(nina, 'createReportLink', { listingId: listing, label: leads }),
    'done',
  );
  const { dryRun } = importer(directory);
  const rows = [
    { ...newHouse, summary: leads, [leads]: 'x' },
    { ...newHouse, name: leads, housing_type: leads },
    { ...newHouse, name: 'Sample Ash House', [leads]: leads },
  ];
  const shown = await dryRun(cora, of, rows);
  assert.deepEqual([shown.rowsNew, shown.rowsFaulty], [1, 2]);
  assert.deepEqual(await found(), []);
  const told = await shelter(database, { organization: of });
  const said = { thingId: told.listing, words: leads };
  await change({ headers: {} }, 'suggestCorrection', said);
  await database.em().execute('analyze');
  assert.deepEqual(
    new Set((await found()).map((place) => place.split(':')[0])),
    new Set(['org.suggestion']),
  );
});

test('the same sweep finds the same door where it is told', async () => {
  const { lines, city, postalCode } = CANARY;
  await register(
    organization([
      {
        street: 'TOLD',
        name: 'Office',
        countyFips: '27061',
        address: { lines, city, postalCode },
        point: CANARY.point,
      },
    ]),
  );
  const places = await found();
  for (const part of [
    'zugunruhe',
    CANARY.city,
    CANARY.postalCode,
    bytesOf(latitude).toString('hex'),
  ])
    assert.ok(
      places.includes(`org.location: ${part.toLowerCase()}`),
      `${part} is not found in ${places.join('; ')}`,
    );
});

test('what is sealed changes nothing that is told, nor that anything is to be told', async () => {
  const { locationId } = await house();
  const told = async () => {
    const tables: object[] = [];
    for await (const table of dump(read, ['pub', 'org'])) tables.push(table);
    return tables;
  };
  const before = await told();
  await inOne(database, (sealing) =>
    sealAddress({ locationId, exact: CANARY, enteredBy: null }, sealing),
  );
  assert.deepEqual(await told(), before);
});
