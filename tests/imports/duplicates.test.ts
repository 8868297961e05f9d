import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  ApplyImportDocument,
  ListHousingDocument,
  ResolveDuplicateDocument,
  ReviseHousingDocument,
  ReviseOrganizationDocument,
  TightenDisclosureDocument,
  UndoImportDocument,
  WorklistDocument,
  type DuplicateDecision,
} from '../support/documents.js';
import { importer, newHouse, type Row, type Shown } from '../support/imports.js';
import { sampleService } from '../support/makers.js';
import { listService } from '../../src/services/index.js';
import { outcome } from '../support/outcome.js';
import { broughtIn, comeIn, type SignedIn } from '../support/people.js';
import { shelter, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const directory = await openDirectory();
const { database } = directory;
const housing = importer(directory);
const services = importer(directory, 'SERVICES');
const home = await shelter(database, {
  site: toldSite({ ...CANARY, lines: ['9 Sample Way'] }),
  said: { name: 'Sample Home Of Twins' },
  listed: {
    name: 'Sample Birch House',
    fees: 'None.',
    phones: [{ number: '218-555-0142', kind: 'VOICE' }],
    languages: ['en', 'oj'],
  },
});
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const other = await comeIn(
  directory,
  'COORDINATOR',
  (await shelter(database, { said: { name: 'Sample Stranger' } })).organization,
);
const apply = (id: string) => directory.ask(ApplyImportDocument, { input: { id } }, cora.headers);
const resolve = (id: string, decision: DuplicateDecision, { headers } = cora) =>
  directory.ask(ResolveDuplicateDocument, { input: { id, decision } }, headers);
const ready = (rows: Row[]) => housing.dryRun(cora, home.organization, rows);
const again = async ({ id }: Shown) => (await housing.show(cora, id))!;
const work = async () => {
  const variables = { first: 100, kinds: ['DUPLICATE'] } as never;
  const { body } = await directory.ask(WorklistDocument, variables, cora.headers);
  return body.data!.worklist!.items.nodes.map(({ itselfId, thingId }) => [itselfId, thingId]);
};
const said = async () => {
  const [row] = await database.read.rows<{
    name: string;
    fees: string;
    languages: string[];
    version: number;
  }>(
    sql`select name, fees, to_json(languages) as languages, version from org.listing where id = ${home.listing}`,
  );
  return row!;
};

test('a row that may be a listing that is there is proposed with its scores, and waits for a person', async () => {
  const rows = [
    { ...newHouse, name: 'Sample Birch Houses', phones: '(218) 555-0142', sites: 'The house' },
    { ...newHouse, name: 'Quite Another Place', phones: '218-555-0142' },
    { ...newHouse, name: 'Birch House', phones: '218-555-0199' },
  ];
  const read = await ready(rows);
  assert.equal(read.rowsNew, 3, JSON.stringify(read.problems.nodes));
  const [first, ...more] = read.duplicates.nodes;
  assert.deepEqual(
    { ...first!, id: '', score: 0, nameScore: 0 },
    {
      id: '',
      line: 2,
      name: 'Sample Birch Houses',
      thingId: home.listing,
      thingName: 'Sample Birch House',
      score: 0,
      nameScore: 0,
      samePhone: true,
      samePlace: true,
      distanceMeters: 0,
      decision: null,
    },
  );
  assert.ok(first!.score > first!.nameScore && first!.nameScore > 0.7 && first!.score < 1);
  assert.deepEqual(
    more.map(({ line, samePhone }) => [line, samePhone]),
    [[4, false]],
    'a phone alone makes no twin',
  );
  assert.equal(read.duplicatesOpen, 2);
  assert.deepEqual((await work()).length, 2);
  const applied = await apply(read.id);
  assert.equal(outcome(applied), 'INVALID input.id');
  assert.match(applied.text, /2 rows may be a listing that is there/);
  assert.equal(outcome(await resolve(first!.id, 'SAME', other)), 'NOT_FOUND input.id');
  assert.equal(
    outcome(await resolve('dup_AAAAAAAAAAAAAAAAAAAAAA', 'SAME', other)),
    'NOT_FOUND input.id',
  );
  for (const { id } of read.duplicates.nodes)
    assert.equal(outcome(await resolve(id, 'DIFFERENT')), 'done');
  assert.deepEqual(await work(), []);
  const decided = await again(read);
  assert.deepEqual([decided.rowsNew, decided.duplicatesOpen], [3, 0]);
});

test('what is the same revises the listing and takes nothing from it; it can be said anew, and undone', async () => {
  const rows: Row[] = [
    {
      ...newHouse,
      name: 'Sample Birch House',
      summary: 'With a garden.',
      languages: 'so',
      fees: '',
    },
    { ...newHouse, name: 'My Sample Birch House' },
  ];
  const read = await ready(rows);
  const [one, two] = read.duplicates.nodes;
  assert.deepEqual([one!.line, one!.score, two!.line], [2, 1, 3]);
  assert.equal(outcome(await resolve(one!.id, 'SAME')), 'done');
  assert.equal(
    outcome(await resolve(two!.id, 'SAME')),
    'INVALID input.decision',
    'two rows of one listing',
  );
  assert.equal(outcome(await resolve(two!.id, 'DIFFERENT')), 'done');
  let now = await again(read);
  assert.deepEqual([now.rowsNew, now.rowsChanged], [1, 1]);
  const [row] = now.rows.nodes;
  assert.deepEqual([row!.action, row!.thingId], ['CHANGED', home.listing]);
  const fields = row!.changes.map(({ field }) => field);
  assert.ok(!fields.includes('fees') && !fields.includes('phones'), fields.join());
  assert.deepEqual(JSON.parse(row!.changes.find(({ field }) => field === 'languages')!.after!), [
    'en',
    'oj',
    'so',
  ]);
  assert.equal(outcome(await resolve(one!.id, 'DIFFERENT')), 'done');
  now = await again(read);
  assert.deepEqual([now.rowsNew, now.rowsChanged, now.rows.nodes[0]!.thingId], [2, 0, null]);
  assert.equal(outcome(await resolve(one!.id, 'SAME')), 'done');

  const before = await said();
  assert.equal(outcome(await apply(read.id)), 'done');
  const after = await said();
  assert.deepEqual([after.fees, after.languages, after.version], ['None.', ['en', 'oj', 'so'], 2]);
  const units = await database.read.rows<{ name: string }>(
    sql`select name from org.unit where listing_id = ${home.listing} order by position`,
  );
  assert.deepEqual(
    units.map(({ name }) => name),
    ['Youth beds', 'Single rooms'],
    'no unit is lost',
  );
  const input = { id: read.id, reason: 'They were two houses.' };
  const undone = await directory.ask(UndoImportDocument, { input }, cora.headers);
  assert.equal(outcome(undone), 'done', undone.text);
  const back = await said();
  assert.deepEqual({ ...back, version: 0 }, { ...before, version: 0 });
  assert.equal(outcome(await resolve(one!.id, 'DIFFERENT')), 'INVALID input.id');
});

test('no distance is told to or from a place that its own people alone are told of', async () => {
  const own = { ...toldSite({ ...CANARY, lines: ['11 Sample Way'] }), name: 'Night site' };
  const house = await shelter(database, {
    site: { ...own, disclosure: 'OWN' },
    said: { name: 'Sample Night House' },
    listed: { name: 'Sample Wren Shelter', disclosure: 'OWN' },
  });
  const nora = await comeIn(directory, 'COORDINATOR', house.organization);
  const stella = await comeIn(directory, 'STEWARD');
  const newcomer = await broughtIn(directory, nora, 'COORDINATOR', house.organization);
  const newLocations = [0.1, 0.2, 0].map((north, nth) => ({
    name: `Probe ${nth}`,
    countyFips: '27137',
    lines: [`${100 + nth} Test Street`],
    city: 'Duluth',
    postalCode: '55802',
    point: { ...CANARY.point!, latitude: CANARY.point!.latitude + north },
  }));
  const input = { id: house.organization, version: 1, newLocations };
  const added = await directory.ask(ReviseOrganizationDocument, { input }, stella.headers);
  assert.equal(outcome(added), 'done', added.text);
  const rows = [0, 1, 2].map((nth) => ({
    ...newHouse,
    name: `Sample Wren Shelter ${nth}`,
    sites: `Probe ${nth}`,
  }));
  const measured = async (who: SignedIn) => {
    const { duplicates } = await housing.dryRun(who, house.organization, rows);
    return duplicates.nodes.map(({ samePlace, distanceMeters, score }) => [
      samePlace,
      distanceMeters,
      score,
    ]);
  };
  for (const who of [stella, newcomer, nora]) {
    const found = await measured(who);
    assert.equal(found.length, 3);
    for (const one of found) assert.deepEqual(one, [false, null, found[0]![2]]);
  }
  // Told to others, both are.
  await database
    .em()
    .execute(`update org.location set disclosure = 'PARTNERS' where organization_id = ?`, [
      house.organization,
    ]);
  assert.deepEqual(
    (await measured(stella)).map(([, meters]) => Math.round((meters as number) / 1_000)),
    [11, 22, 0],
  );
});

test('a house that is called otherwise is proposed where its phone and its place are the same', async () => {
  const site = toldSite({ ...CANARY, lines: ['17 Sample Way'] });
  const near = { ...site, name: 'Side door' };
  const far = {
    ...near,
    name: 'Far away',
    point: { ...CANARY.point!, latitude: CANARY.point!.latitude + 0.1 },
  };
  const house = await shelter(database, {
    said: { name: 'Sample Called Otherwise', locations: [site, near, far] },
    listed: { name: 'Harbor Nights', phones: [{ number: '218-555-0188', kind: 'VOICE' }] },
  });
  await database
    .em()
    .execute(
      `delete from org.listing_site s using org.location l where l.id = s.location_id and s.listing_id = ? and l.name <> 'The house'`,
      [house.listing],
    );
  const who = await comeIn(directory, 'COORDINATOR', house.organization);
  const phones = '218-555-0188';
  const rows = ['The house', 'Side door', 'Far away', ''].map((sites, nth) => ({
    ...newHouse,
    name: ['Quartz', 'Violet', 'Jumping', 'Ample'][nth]!,
    sites,
    phones,
  }));
  const read = await housing.dryRun(who, house.organization, [
    ...rows,
    { ...newHouse, name: 'Wex', sites: 'The house', phones: '218-555-0189' },
  ]);
  assert.deepEqual([read.rowsNew, read.problems.nodes], [5, []]);
  assert.deepEqual(
    read.duplicates.nodes.map(({ line, samePhone, samePlace }) => [line, samePhone, samePlace]),
    [
      [2, true, true],
      [3, true, true],
    ],
  );
});

test('two new rows of one name are no two, however it is written', async () => {
  const names = ['Café Rooms and Beds', 'The Cafe Rooms & Beds', 'Cafe Rooms'];
  const read = await ready(names.map((name) => ({ ...newHouse, name, phones: '' })));
  assert.deepEqual(
    read.problems.nodes.map(({ line, code }) => `${line} ${code}`),
    ['3 NAMED_TWICE'],
  );
});

/** An organization of its own with one option, and its coordinator. */
async function another(name: string) {
  const house = await shelter(database, { said: { name }, listed: { name: `${name} Beds` } });
  const who = await comeIn(directory, 'COORDINATOR', house.organization);
  const tried = (rows: Row[]) => housing.dryRun(who, house.organization, rows);
  const ask = <Input extends object>(document: object, input: Input) =>
    directory.ask<object, object>(document as never, { input }, who.headers);
  const waits = async ({ id }: Shown) => {
    const { duplicatesOpen, duplicates } = (await housing.show(who, id))!;
    return { duplicatesOpen, lines: duplicates.nodes.map(({ line }) => line), duplicates };
  };
  const named = async (like: string) => {
    const [row] = await database.read.rows<{ many: number }>(
      sql`select count(*)::int as many from org.listing where organization_id = ${house.organization} and name like ${like}`,
    );
    return row!.many;
  };
  return { ...house, tried, ask, waits, named };
}

test('of two sheets that were tried at once the second is turned down, and says which of its rows are there by now', async () => {
  const { tried, ask, waits, named } = await another('Sample Tabs');
  const rows = ['Sample Ash House', 'Sample Yew Annex'].map((name) => ({
    ...newHouse,
    name,
    phones: '',
  }));
  const [one, two] = [await tried(rows), await tried(rows)];
  assert.deepEqual([one.duplicatesOpen, two.duplicatesOpen], [0, 0]);
  assert.equal(outcome(await ask(ApplyImportDocument, { id: one.id })), 'done');
  for (let nth = 0; nth < 2; nth += 1) {
    const answer = await ask(ApplyImportDocument, { id: two.id, idempotencyKey: 'once and again' });
    assert.equal(outcome(answer), 'INVALID input.id');
    assert.match(answer.text, /2 rows may be a listing that is there/);
  }
  const { duplicatesOpen, lines, duplicates } = await waits(two);
  assert.deepEqual([duplicatesOpen, lines], [2, [2, 3]]);
  const [ash, yew] = duplicates.nodes;
  assert.deepEqual([ash!.thingName, ash!.score], ['Sample Ash House', 1]);
  for (const [id, decision] of [
    [ash!.id, 'SAME'],
    [yew!.id, 'DIFFERENT'],
  ])
    assert.equal(outcome(await ask(ResolveDuplicateDocument, { id, decision })), 'done');
  assert.equal(outcome(await ask(ApplyImportDocument, { id: two.id })), 'done', 'it was said');
  assert.deepEqual([await named('Sample Ash%'), await named('Sample Yew%')], [1, 2]);
});

test('what was listed or called otherwise by hand since a sheet was tried is proposed before it is applied', async () => {
  const { organization, listing, tried, ask, waits } = await another('Sample Hands');
  const read = await tried([
    { ...newHouse, name: 'Sample Alder House' },
    { ...newHouse, name: 'Quiet Rooms' },
    { ...newHouse, name: 'Meadow Flats' },
  ]);
  const listed = await ask(ListHousingDocument, {
    organizationId: organization,
    name: 'The Alder House, Sample',
    summary: 'Beds for a test.',
    kind: 'TRANSITIONAL',
    operatedBy: ['NONPROFIT'],
    transportOffered: false,
    units: [{ name: 'Rooms', capacity: 2 }],
    serviceAreas: [],
  });
  assert.equal(outcome(listed), 'done', listed.text);
  const revision = { id: listing, version: 1, name: 'Quiet Rooms Two' };
  assert.equal(outcome(await ask(ReviseHousingDocument, revision)), 'done');
  assert.equal(outcome(await ask(ApplyImportDocument, { id: read.id })), 'INVALID input.id');
  const { lines, duplicates } = await waits(read);
  assert.deepEqual(lines, [2, 3]);
  for (const { id } of duplicates.nodes) {
    const decided = { id, decision: 'DIFFERENT' };
    assert.equal(outcome(await ask(ResolveDuplicateDocument, decided)), 'done');
  }
  assert.equal(outcome(await ask(ApplyImportDocument, { id: read.id })), 'done');
});

test('services are imported as housing is', async () => {
  await directory.change((changing) =>
    listService({ ...sampleService(home.organization), name: 'Sample Line' }, changing),
  );
  const sheet = (await services.download(cora, home.organization)).body;
  const read = await services.dryRun(cora, home.organization, sheet);
  assert.deepEqual([read.rowsUnchanged, read.problems.nodes], [1, []]);
  const row = {
    name: 'Sample Legal Help',
    summary: 'Help with papers.',
    service_types: 'Legal; case management',
    service_area: 'MN',
  };
  const made = await services.dryRun(cora, home.organization, [
    row,
    { ...row, name: 'Bad', service_types: '' },
  ]);
  assert.deepEqual(
    made.problems.nodes.map(({ line, column, code }) => `${line} ${column} ${code}`),
    ['3 service_types REQUIRED'],
  );
  assert.equal(outcome(await apply(made.id)), 'done');
  const [service] = await database.read.rows<{ kinds: string[] }>(
    sql`select to_json(s.kinds) as kinds from org.service s join org.listing l on l.id = s.listing_id
      where l.name = 'Sample Legal Help'`,
  );
  assert.deepEqual(service!.kinds, ['LEGAL', 'CASE_MANAGEMENT']);
});

test('of a row that leads to a door which was withheld since it was tried, its name is not kept', async () => {
  const sealing = { ...database, vault: vaultOf(dataKey('twins')) };
  const withKey = await openDirectory({ database: sealing });
  const house = await shelter(sealing, {
    site: toldSite(CANARY),
    said: { name: 'Sample Told Home' },
    listed: { name: 'Sample Elm House', phones: [{ number: '218-555-0177', kind: 'VOICE' }] },
  });
  const dora = await comeIn(withKey, 'COORDINATOR', house.organization);
  const sheets = importer(withKey);
  const row = {
    ...newHouse,
    name: `Sample Elm House, ${CANARY.lines[0]}`,
    phones: '218-555-0177',
    sites: 'The house',
  };
  const tried = await sheets.dryRun(dora, house.organization, [row]);
  const [duplicate] = tried.duplicates.nodes;
  const withhold = {
    id: house.location,
    to: 'STREET_WITHHELD',
    withheldReason: 'CONFIDENTIAL_SHELTER',
    reason: 'It is hidden from now on.',
  } as const;
  const ask = (document: object, input: object) =>
    withKey.ask<object, object>(document as never, { input }, dora.headers);
  assert.equal(outcome(await ask(TightenDisclosureDocument, withhold)), 'done');
  const decided = { id: duplicate!.id, decision: 'SAME' };
  assert.equal(outcome(await ask(ResolveDuplicateDocument, decided)), 'done');
  const { rows, problems } = (await sheets.show(dora, tried.id))!;
  assert.deepEqual(
    problems.nodes.map(({ code }) => code),
    ['LEADS_TO_DOOR'],
  );
  assert.match(rows.nodes[0]!.name!, /^Not kept/);
});
