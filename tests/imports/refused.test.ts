import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { doorsToHold } from '../../src/disclosure/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { openDirectory } from '../support/directory.js';
import {
  ApplyImportDocument,
  RevokePersonDocument,
  UndoImportDocument,
} from '../support/documents.js';
import { importer, newHouse, rowsIn, sheetOf, XLSX } from '../support/imports.js';
import { outcome } from '../support/outcome.js';
import { appWith, broughtIn, comeIn, type SignedIn } from '../support/people.js';
import { shelter, someNation, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('imports')) };
const directory = await openDirectory({ database, log: 'debug' });
const { send, download, dryRun, show, start, read } = importer(directory);
const site = toldSite({ ...CANARY, lines: ['9 Sample Way'] });
const open = await shelter(database, { site, said: { name: 'Sample Open House' } });
const other = await shelter(database, { site, said: { name: 'Sample Other House' } });
const withheld = await shelter(database, { exact: CANARY });
const { organization: government } = await someNation(database.read);
const otto = await comeIn(directory, 'COORDINATOR', open.organization);
const olga = await comeIn(directory, 'COORDINATOR', other.organization);
const cora = await comeIn(directory, 'COORDINATOR', withheld.organization);
const nora = await comeIn(directory, 'NATION_COORDINATOR', government);
const stella = await comeIn(directory, 'STEWARD');
const ada = await comeIn(directory, 'ADVOCATE');
const sheet = sheetOf([newHouse]);
const apply = (id: string, { headers }: Pick<SignedIn, 'headers'>) =>
  directory.ask(ApplyImportDocument, { input: { id } }, headers);
const uploaded = async (who: SignedIn, file: string | Buffer = sheet) =>
  (await send(who, file)).json<{ uploadId: string }>().uploadId;
const codeOf = (answer: { statusCode: number; body: string }) =>
  `${answer.statusCode} ${JSON.parse(answer.body).errors?.[0].extensions.code}`;
const listings = async (organization: string) => {
  const [row] = await database.read.rows<{ many: number }>(
    sql`select count(*)::int as many from org.listing where organization_id = ${organization} and status <> 'WITHDRAWN'`,
  );
  return row!.many;
};
const tried = async () => {
  const [row] = await database.read.rows<{ many: number }>(
    sql`select count(*)::int as many from audit.event where action = 'refuseText'`,
  );
  return row!.many;
};

test('who may start an import may send a file and download one; nobody else, by no key, and from no other page', async () => {
  const app = await appWith(directory, ['listings:write'], open.organization);
  const paths = [
    '/imports/template/housing.csv',
    `/imports/listings/${open.organization}/housing.csv`,
  ];
  for (const [headers, expected] of [
    [{}, '401 UNAUTHENTICATED'],
    [app.headers, '403 FORBIDDEN'],
    [ada.headers, '403 FORBIDDEN'],
    [{ ...otto.headers, origin: 'https://elsewhere.example' }, '403 FORBIDDEN'],
  ] as const) {
    assert.equal(codeOf(await send({ headers }, sheet)), expected);
    for (const url of paths) {
      const answer = await directory.http.inject({ url, headers });
      assert.equal(codeOf(answer), expected, url);
    }
  }
  for (const who of [otto, nora, stella]) assert.equal((await send(who, sheet)).statusCode, 201);
  assert.equal(codeOf(await download(olga, open.organization)), '404 NOT_FOUND');
  assert.equal(codeOf(await download(stella, government)), '404 NOT_FOUND');
  assert.equal(codeOf(await download(otto, 'org_AAAAAAAAAAAAAAAAAAAAAA')), '404 NOT_FOUND');
  assert.equal((await download(stella, open.organization)).statusCode, 200);
});

test('what is no sheet is not taken in', async () => {
  const types = (type: string) => ({ 'content-type': type });
  for (const [file, more, expected] of [
    ['', {}, '400 INVALID'],
    [sheet, types(XLSX), '400 INVALID'],
    [sheet, types('text/csv; charset=ebcdic'), '400 INVALID'],
    [sheet, types('application/json'), '415 BAD_REQUEST'],
    [sheet, types('application/x-www-form-urlencoded'), '415 BAD_REQUEST'],
    [sheet, types('multipart/form-data; boundary=x'), '415 BAD_REQUEST'],
    ['x'.repeat(20 * 1_048_576 + 1), {}, '413 LIMIT_EXCEEDED'],
  ] as const) {
    assert.equal(codeOf(await send(otto, file, more)), expected, JSON.stringify(more));
  }
  assert.equal((await send(otto, 'x'.repeat(20 * 1_048_576))).statusCode, 201);
  const read = await dryRun(otto, open.organization, 'x'.repeat(2 * 1_048_576));
  assert.deepEqual([read.state, read.failure!.code], ['FAILED', 'TOO_LARGE']);
  const strange = await dryRun(otto, open.organization, 'colour,shape\nred,round\n');
  assert.deepEqual([strange.state, strange.failure!.code], ['FAILED', 'NO_HEADER']);
  const empty = await dryRun(otto, open.organization, 'name,summary\n');
  assert.deepEqual([empty.state, empty.failure!.code], ['FAILED', 'NO_ROWS']);
});

test('an import is of what its starter keeps: another’s, a nation’s and none are turned down alike', async () => {
  const hers = await uploaded(otto);
  const none = 'org_AAAAAAAAAAAAAAAAAAAAAA';
  const turnedDown = await start(otto, hers, none);
  assert.equal(outcome(turnedDown), 'NOT_FOUND input.organizationId');
  assert.equal((await start(otto, hers, other.organization)).text, turnedDown.text);
  assert.equal((await start(otto, hers, government)).text, turnedDown.text);
  assert.equal((await start(stella, await uploaded(stella), government)).text, turnedDown.text);
  assert.equal(outcome(await start(olga, hers, other.organization)), 'NOT_FOUND input.uploadId');
  const mine = await dryRun(otto, open.organization, sheet);
  const missing = 'imp_AAAAAAAAAAAAAAAAAAAAAA';
  for (const who of [olga, nora]) {
    assert.equal(await show(who, mine.id), null);
    const [asOthers, asNone] = [await apply(mine.id, who), await apply(missing, who)];
    assert.equal(outcome(asOthers), 'NOT_FOUND input.id');
    assert.equal(asOthers.text, asNone.text);
  }
  const stolen = await dryRun(olga, other.organization, [{ ...newHouse, id: open.listing }]);
  assert.deepEqual(
    stolen.problems.nodes.map(({ column, code }) => `${column} ${code}`),
    ['id NOT_FOUND'],
  );
});

test('a steward imports what no address is withheld of, told to its own people; a nation’s people import theirs', async () => {
  const before = await listings(open.organization);
  const named = { ...newHouse, name: 'Sample Steward House' };
  const made = await dryRun(stella, open.organization, [named]);
  assert.equal(outcome(await apply(made.id, stella)), 'done');
  assert.equal(await listings(open.organization), before + 1);
  const nations = await dryRun(nora, government, [{ ...newHouse, name: 'Sample Nation House' }]);
  assert.equal(outcome(await apply(nations.id, nora)), 'done');
  assert.equal(await show(stella, nations.id), null);
  const told = await database.read.rows(
    sql`select from pub.listing where name in ('Sample Steward House', 'Sample Nation House')`,
  );
  assert.equal(told.length, 0, 'loosening takes two people');
});

test('where an address is withheld, its own people alone import, and no cell leads to it', async () => {
  const refused = await start(stella, await uploaded(stella), withheld.organization);
  assert.equal(outcome(refused), 'FORBIDDEN input.organizationId');
  const nell = await broughtIn(directory, cora, 'COORDINATOR', withheld.organization);
  assert.equal(
    outcome(await start(nell, await uploaded(nell), withheld.organization)),
    'FORBIDDEN input.organizationId',
  );
  assert.equal(codeOf(await download(nell, withheld.organization)), '403 FORBIDDEN');
  const before = await tried();
  const rows = [
    { ...newHouse, name: 'Sample One', description: `Ring at ${CANARY.lines[0]}.` },
    { ...newHouse, name: 'Sample Two' },
  ];
  const read = await dryRun(cora, withheld.organization, rows);
  assert.deepEqual(
    read.problems.nodes.map(({ line, column, code }) => `${line} ${column} ${code}`),
    ['2 description LEADS_TO_DOOR'],
  );
  assert.equal(await tried(), before + 1, 'no try without a trace');
  assert.doesNotMatch(JSON.stringify(read), /Zugunruhe/);
  assert.equal(await show(stella, read.id), null, 'its rows are its own people’s to read');
  assert.equal(await show(nell, read.id), null);
  assert.equal(outcome(await apply(read.id, cora)), 'done');
  assert.equal(await listings(withheld.organization), 2);
  assert.doesNotMatch(directory.logged(), /Zugunruhe|Sample One/);
});

test('what many rows say alike is held against a door once, and of each row by where it stands', async () => {
  const held = await inOne(database, (sealing) => doorsToHold(withheld.organization, sealing));
  const words = 'An advocate is there day and night; meals, clothing and rides to court. '.repeat(
    9,
  );
  const ROWS = 40;
  const rows = (say: (nth: number) => string) =>
    Array.from({ length: ROWS }, (_, nth) => ({ name: `House ${nth}`, description: say(nth) }));
  const spent = async (things: object[]) => {
    const began = process.cpuUsage();
    for (const thing of things) assert.equal(await held(thing, []), null);
    const { user, system } = process.cpuUsage(began);
    return user + system;
  };
  await spent(rows((nth) => `${words} Warm ${nth}.`));
  const each = await spent(rows((nth) => `${words} Room ${nth}.`));
  const alike = await spent(rows(() => words));
  assert.ok(alike * 3 < each, `${alike} µs of ${each}`);
  const leads = { description: 'The house across from the water tower, with the red door.' };
  for (const [sites, found] of [
    [[], null],
    [[withheld.location], 'description'],
    [[], null],
  ] as const)
    assert.equal((await held(leads, sites))?.field ?? null, found, sites.join());
});

test('whoever is no coordinator any more has her import neither read nor applied', async () => {
  const olaf = await comeIn(directory, 'COORDINATOR', other.organization);
  const { body } = await start(olaf, await uploaded(olaf), other.organization);
  const ready = await dryRun(olaf, other.organization, [{ ...newHouse, name: 'Sample Ready' }]);
  const late = await start(olaf, await uploaded(olaf), other.organization);
  const end = await directory.ask(
    RevokePersonDocument,
    { input: { personId: olaf.id } },
    stella.headers,
  );
  assert.equal(outcome(end), 'done', end.text);
  assert.notEqual(outcome(await apply(ready.id, olaf)), 'done');
  while (await read());
  const shown = await show(olga, late.body.data!.startImport!.import!.id);
  assert.deepEqual([shown!.state, shown!.failure?.code], ['FAILED', 'FORBIDDEN']);
  assert.equal((await show(olga, body.data!.startImport!.import!.id))!.state, 'READY');
  assert.equal(outcome(await apply(ready.id, olga)), 'done', 'a colleague goes on with it');
});

test('of what one person sends the oldest give way, but for one that is being read', async () => {
  const [SENT, WAIT_MAX] = [7, 5];
  const ines = await comeIn(directory, 'COORDINATOR', other.organization);
  const kept = async () => {
    const [row] = await database.read.rows<{ many: number }>(
      sql`select count(*)::int as many from staging.upload where account_id = ${ines.id}`,
    );
    return row!.many;
  };
  const { body } = await start(ines, await uploaded(ines), other.organization);
  const { id } = body.data!.startImport!.import!;
  for (let nth = 1; nth < SENT; nth += 1) await uploaded(ines);
  assert.equal(await kept(), WAIT_MAX + 1);
  while (await read());
  assert.equal((await show(ines, id))!.state, 'READY', 'its file was there');
  await uploaded(ines);
  assert.equal(await kept(), WAIT_MAX, 'it was read');
});

test('no organization fills the queue, nor the shelf: many are read one after another, and the oldest give way', async () => {
  const { headers } = olga;
  const id = await uploaded(olga);
  for (let nth = 0; nth < 5; nth += 1)
    assert.equal(outcome(await start({ headers }, id, other.organization)), 'done');
  assert.equal(outcome(await start({ headers }, id, other.organization)), 'INVALID input.uploadId');
  while (await read());
  await database.em().execute(
    `insert into org.import (id, organization_id, kind, upload_id, started_at, started_by, expires_at, state)
     select 'imp_' || nth, ?, 'HOUSING', ?, now() - make_interval(hours => nth), ?, now() + interval '1 day', 'READY'
     from generate_series(1, 30) nth`,
    [other.organization, id, olga.id],
  );
  assert.equal(outcome(await start({ headers }, id, other.organization)), 'done');
  const [row] = await database.read.rows<{ waiting: number }>(
    sql`select count(*)::int as waiting from org.import
      where organization_id = ${other.organization} and state in ('READY', 'FAILED') and expires_at > now()`,
  );
  assert.equal(row!.waiting, 19, 'and the one that is being read');
});

test('a bed that was reported since is not taken back with its unit; nor is a unit taken out by a sheet', async () => {
  const row = rowsIn((await download(otto, open.organization)).body).find(
    ({ id }) => id === open.listing,
  );
  const fewer = await dryRun(otto, open.organization, [{ ...row!, units: 'Other beds: 2' }]);
  assert.equal(fewer.problems.nodes[0]!.code, 'UNIT_MISSING');
  const more = await dryRun(otto, open.organization, [
    { ...row!, units: `${row!['units']}; Sample new beds: 2` },
  ]);
  assert.equal(outcome(await apply(more.id, otto)), 'done');
  const [unit] = await database.read.rows<{ id: string }>(
    sql`select id from org.unit where listing_id = ${open.listing} and name = 'Sample new beds'`,
  );
  const reported = await directory.ask(
    `mutation { reportAvailability(input: { unitId: "${unit!.id}", accepting: true, bedsOpen: 1 }) { userErrors { code } } }`,
    {},
    otto.headers,
  );
  assert.equal(reported.body.errors, undefined, reported.text);
  const undone = await directory.ask(
    UndoImportDocument,
    { input: { id: more.id, reason: 'It was too much.' } },
    otto.headers,
  );
  assert.equal(outcome(undone), 'STALE_VERSION input.id', undone.text);
});

test('nor is a house that a sheet made, once a bed of it was reported', async () => {
  const made = await dryRun(otto, open.organization, [
    { ...newHouse, name: 'Quillwort Lodging (sample)', phones: '218-555-0177' },
  ]);
  assert.equal(outcome(await apply(made.id, otto)), 'done');
  const undo = () => {
    const input = { id: made.id, reason: 'It was too much.' };
    return directory.ask(UndoImportDocument, { input }, otto.headers);
  };
  const [unit] = await database.read.rows<{ id: string; listing: string }>(
    sql`select u.id, l.id as listing from org.unit u join org.listing l on l.id = u.listing_id
      where l.name = 'Quillwort Lodging (sample)'`,
  );
  const reported = await directory.ask(
    `mutation { reportAvailability(input: { unitId: "${unit!.id}", accepting: true, bedsOpen: 1 }) { userErrors { code } } }`,
    {},
    otto.headers,
  );
  assert.equal(reported.body.errors, undefined, reported.text);
  const undone = await undo();
  assert.equal(outcome(undone), 'STALE_VERSION input.id', undone.text);
  assert.match(undone.text, new RegExp(unit!.listing));
});
