import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  ApplyImportDocument,
  ReviseHousingDocument,
  UndoImportDocument,
} from '../support/documents.js';
import { importer, newHouse, rowsIn, sheetOf, XLSX, type Row } from '../support/imports.js';
import { outcome } from '../support/outcome.js';
import { comeIn, type SignedIn } from '../support/people.js';
import { shelter, toldSite } from '../support/shelters.js';
import { CANARY } from '../support/vaults.js';
import { stylesOf, workbook, zipOf } from '../support/zip-file.js';

const directory = await openDirectory();
const { database } = directory;
const { send, download, dryRun, show, columns } = importer(directory);
let homes = 0;
/** An organization of its own, with one option, and a coordinator. */
async function home() {
  const { organization, listing } = await shelter(database, {
    site: toldSite({ ...CANARY, lines: [`${(homes += 1)} Sample Way`] }),
    said: { name: `Sample Home ${homes}` },
  });
  return { organization, listing, cora: await comeIn(directory, 'COORDINATOR', organization) };
}
const apply = (id: string, { headers }: SignedIn, more: object = {}) =>
  directory.ask(ApplyImportDocument, { input: { id, ...more } }, headers);
const REASON = 'It was last year’s sheet.';
const undo = (id: string, { headers }: SignedIn) =>
  directory.ask(UndoImportDocument, { input: { id, reason: REASON } }, headers);
const exported = async (who: SignedIn, organization: string): Promise<Row[]> => {
  const answer = await download(who, organization);
  assert.equal(answer.statusCode, 200, answer.body);
  return rowsIn(answer.body);
};
interface Said {
  name: string;
  summary: string;
  version: number;
  status: string;
  disclosure: string;
  fees: string | null;
}
const said = async (id: string): Promise<Said> => {
  const [row] = await database.read.rows<Said>(
    sql`select name, summary, version, status, disclosure, fees from org.listing where id = ${id}`,
  );
  return row!;
};
const historyOf = (id: string) =>
  database.read.rows<{ action: string; reason: string; fields: string[] }>(
    sql`select action, reason, array(select jsonb_object_keys(changes) order by 1) as fields
      from org.revision where thing_id = ${id} order by version`,
  );

test('the template is a sheet of nothing, and what is downloaded comes back without a change', async () => {
  const { organization, listing, cora } = await home();
  const answer = await directory.http.inject({
    url: '/imports/template/housing.csv',
    headers: cora.headers,
  });
  assert.match(String(answer.headers['content-disposition']), /attachment; filename="housing.csv"/);
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.body, `\uFEFF${columns.join(',')}\r\n`);
  const sheet = (await download(cora, organization)).body;
  const [row] = rowsIn(sheet);
  assert.deepEqual([row!['id'], row!['version'], row!['units']], [listing, '1', 'Youth beds: 4']);
  const read = await dryRun(cora, organization, sheet);
  assert.deepEqual(
    [read.state, read.rowsTotal, read.rowsUnchanged, read.problems.nodes],
    ['READY', 1, 1, []],
  );
  const applied = await apply(read.id, cora);
  assert.equal(outcome(applied), 'INVALID input.id', 'there is nothing to apply');
});

test('a sheet is tried, applied and undone, each with its differences, and nothing is changed before', async () => {
  const { organization, listing, cora } = await home();
  const [row] = await exported(cora, organization);
  const rows = [
    { ...row!, summary: 'Beds, and a kitchen.', fees: '', maximum_stay_days: '90' },
    newHouse,
  ];
  const read = await dryRun(cora, organization, rows);
  assert.deepEqual(
    [read.state, read.rowsRead, read.rowsNew, read.rowsChanged, read.rowsFaulty],
    ['READY', 2, 1, 1, 0],
    JSON.stringify(read.problems.nodes),
  );
  const [changed, made] = read.rows.nodes;
  assert.deepEqual(changed, {
    line: 2,
    action: 'CHANGED',
    name: row!['name'],
    thingId: listing,
    changes: [
      { field: 'stayDaysMax', before: null, after: '90' },
      { field: 'summary', before: '"Beds for a test."', after: '"Beds, and a kitchen."' },
    ],
  });
  assert.deepEqual([made!.action, made!.thingId, made!.name], ['NEW', null, newHouse['name']]);
  assert.equal((await said(listing)).version, 1, 'a dry run changes nothing');

  const applied = await apply(read.id, cora);
  assert.equal(outcome(applied), 'done', applied.text);
  const after = await said(listing);
  assert.deepEqual([after.summary, after.version], ['Beds, and a kitchen.', 2]);
  assert.deepEqual(await historyOf(listing), [
    {
      action: 'reviseHousing',
      reason: 'Row 2 of a spreadsheet.',
      fields: ['stayDaysMax', 'summary'],
    },
  ]);
  const [, birch] = (await exported(cora, organization)).toSorted((one) =>
    one['id'] === listing ? -1 : 1,
  );
  assert.equal(birch!['service_area'], 'St. Louis County, MN; Itasca County, MN');
  const house = await said(birch!['id']!);
  assert.deepEqual(
    [house.disclosure, house.status],
    ['OWN', 'ACTIVE'],
    'told to its own people alone',
  );
  assert.equal(outcome(await apply(read.id, cora)), 'INVALID input.id', 'once');

  const undone = await undo(read.id, cora);
  assert.equal(outcome(undone), 'done', undone.text);
  const back = await said(listing);
  assert.deepEqual([back.summary, back.version], ['Beds for a test.', 3], 'a change of its own');
  assert.equal((await historyOf(listing)).at(-1)!.reason, REASON);
  assert.equal((await said(birch!['id']!)).status, 'WITHDRAWN');
  assert.equal((await show(cora, read.id))!.state, 'UNDONE');
  assert.equal(outcome(await undo(read.id, cora)), 'INVALID input.id');
});

test('a row with more cells than the header has is at fault, by line and column, in a CSV and in a workbook', async () => {
  const { organization, cora } = await home();
  const row = { ...newHouse, required_documents: 'A card' };
  const [header, said] = sheetOf([row]).trim().split('\r\n');
  const wide = Object.keys(row).length + 1;
  const read = await dryRun(
    cora,
    organization,
    [header, said, `${said}, a letter`, `${said},,`, `${said},,,x`]
      .map((line, nth) => line!.replace('Birch', `Birch ${nth}`))
      .join('\r\n'),
  );
  const where = ({ problems }: typeof read) =>
    problems.nodes.map(({ line, column, code }) => `${line} ${column} ${code}`);
  assert.deepEqual(where(read), [
    `3 column ${wide} UNKNOWN_COLUMN`,
    `5 column ${wide + 2} UNKNOWN_COLUMN`,
  ]);
  assert.deepEqual([read.rowsNew, read.rowsFaulty], [2, 2]);
  const cell = (at: string, text: string) =>
    `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const cells = `<row r="1">${cell('A1', 'name')}${cell('B1', 'fees')}</row>
    <row r="2">${cell('A2', 'House')}${cell('B2', 'None')}${cell('C2', ' ')}${cell('D2', 'and more')}</row>
    <row r="3">${cell('A3', 'Home')}<c r="C3"><f>1+1</f><v>2</v></c></row>`;
  const book = await dryRun(cora, organization, zipOf(workbook([], cells)), {
    'content-type': XLSX,
  });
  assert.deepEqual(where(book), ['2 column 4 UNKNOWN_COLUMN', '3 column 3 UNKNOWN_COLUMN']);
});

test('each bad row is named by line and column, and the good ones are applied', async () => {
  const { organization, cora } = await home();
  const bad: Row[] = [
    { ...newHouse, name: '', housing_type: 'castle' },
    { ...newHouse, name: 'Sample Cedar House' },
    {
      ...newHouse,
      name: 'Two',
      units: 'Rooms: many',
      phones: 'call',
      service_area: 'Atlantis',
      hours: 'daily',
    },
    { ...newHouse, name: 'Three', maximum_stay_days: '0', languages: 'english!' },
    { ...newHouse, id: 'hou_AAAAAAAAAAAAAAAAAAAAAA' },
    { ...newHouse, name: 'sample CEDAR house!' },
    {
      ...newHouse,
      name: 'Four',
      summary: 'x'.repeat(10_001),
      shoe_size: '42',
      disclosure: 'PUBLISHED',
    },
  ];
  const read = await dryRun(cora, organization, bad);
  assert.deepEqual(
    read.problems.nodes.map(({ line, column, code }) => `${line} ${column} ${code}`).sort(),
    [
      '1 disclosure NOT_BY_IMPORT',
      '1 shoe_size UNKNOWN_COLUMN',
      '2 housing_type INVALID',
      '2 name REQUIRED',
      '4 hours INVALID',
      '4 phones INVALID',
      '4 service_area INVALID',
      '4 units INVALID',
      '5 languages INVALID',
      '5 maximum_stay_days INVALID',
      '6 id NOT_FOUND',
      '7 name NAMED_TWICE',
      '8 summary INVALID',
    ],
  );
  assert.deepEqual([read.rowsNew, read.rowsFaulty, read.problems.totalCount], [1, 6, 13]);
  const faulty = await show(cora, read.id, { action: 'FAULTY' });
  assert.deepEqual(
    faulty!.rows.nodes.map(({ line }) => line),
    [2, 4, 5, 6, 7, 8],
  );
  assert.equal(outcome(await apply(read.id, cora)), 'done');
  const names = (await exported(cora, organization)).map(({ name }) => name);
  assert.deepEqual(names.toSorted(), ['Sample Cedar House', 'Sample Youth Beds']);
});

test('what a workbook shows otherwise than it keeps is at fault by line and column, and the good rows are applied', async () => {
  const { organization, listing, cora } = await home();
  const names = [...Object.keys(newHouse), 'fees', 'maximum_stay_days', 'id', 'version'];
  const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const rowOf = (said: Record<string, string>) =>
    names.map((name) => said[name] ?? inline(newHouse[name] ?? '')).join('');
  const [PERCENT, MONEY, DATE] = [1, 2, 3];
  const number = (value: number, style: number) => `<c s="${style}"><v>${value}</v></c>`;
  const formula = '<c><f>1+1</f><v>1</v></c>';
  const rows = [
    names.map(inline).join(''),
    rowOf({ name: inline('Sample Rowan House'), fees: number(0.3, PERCENT) }),
    rowOf({ name: inline('Sample Maple House'), fees: number(25, MONEY) }),
    rowOf({ name: inline('Sample Aspen House'), fees: number(46_152, DATE) }),
    rowOf({ name: inline('Sample Larch House'), fees: '<c t="e"><v>#N/A</v></c>' }),
    rowOf({ name: inline('Sample Cedar House'), maximum_stay_days: number(90, MONEY) }),
    rowOf({ name: inline('Sample Hazel House'), maximum_stay_days: number(1, PERCENT) }),
    rowOf({ name: inline('Sample Alder House'), fees: '<c t="d"><v>2026-05-09</v></c>' }),
    rowOf({ id: inline(listing), version: number(1, DATE) }),
    rowOf({ name: inline('Sample Pine House'), id: formula }),
  ].map((cells, nth) => `<row r="${nth + 1}">${cells}</row>`);
  const styles = stylesOf([0, 9, '"$"#,##0.00', 'm/d/yyyy']);
  const book = zipOf([...workbook([], rows.join('')), styles]);
  const read = await dryRun(cora, organization, book, { 'content-type': XLSX });
  assert.deepEqual(
    read.problems.nodes.map(({ line, column, code }) => `${line} ${column} ${code}`),
    [
      '2 fees INVALID',
      '3 fees INVALID',
      '4 fees INVALID',
      '5 fees INVALID',
      '7 maximum_stay_days INVALID',
      '8 fees INVALID',
      '9 version INVALID',
      '10 id FORMULA',
    ],
  );
  const [percent, money, date, error] = read.problems.nodes.map(({ message }) => message);
  assert.match(percent!, /shows a percentage here.*Format the column as text, and write it again/);
  assert.match(money!, /an amount of money.*Format the column as text/);
  assert.match(date!, /a date or a time.*Format the column as text/);
  assert.match(error!, /An error of the spreadsheet/);
  assert.deepEqual([read.rowsNew, read.rowsFaulty], [1, 8]);
  assert.equal(outcome(await apply(read.id, cora)), 'done');
  const there = (await exported(cora, organization)).map(({ name }) => name);
  assert.ok(there.includes('Sample Cedar House'));
});

test('a row with an id and without a version is at fault: it would write over what colleagues changed since', async () => {
  const { organization, listing, cora } = await home();
  const [row] = await exported(cora, organization);
  const { version, ...others } = row!;
  for (const rows of [
    [{ ...row!, version: '', summary: 'From an old sheet.' }],
    [{ ...others, summary: 'From a sheet without that column.' }],
  ]) {
    const read = await dryRun(cora, organization, rows);
    const [problem] = read.problems.nodes;
    assert.deepEqual(
      [read.rowsFaulty, problem!.line, problem!.column, problem!.code],
      [1, 2, 'version', 'REQUIRED'],
    );
    assert.match(problem!.message, /Download the sheet again, or copy the version/);
    assert.equal(outcome(await apply(read.id, cora)), 'INVALID input.id');
  }
  assert.deepEqual([version, (await said(listing)).version], ['1', 1]);
  const strange = await dryRun(cora, organization, [{ ...row!, version: 'latest' }]);
  assert.deepEqual(
    strange.problems.nodes.map(({ column, code }) => `${column} ${code}`),
    ['version INVALID'],
  );
});

test('what was changed since is not written over: neither by an import nor by its end', async () => {
  const { organization, listing, cora } = await home();
  const revise = async (summary: string) => {
    const { version } = await said(listing);
    const revised = await directory.ask(
      ReviseHousingDocument,
      { input: { id: listing, version, summary } },
      cora.headers,
    );
    assert.equal(outcome(revised), 'done');
  };
  const [row] = await exported(cora, organization);
  const rows = [{ ...row!, summary: 'From the sheet.' }, newHouse];
  const early = await dryRun(cora, organization, rows);
  await revise('Changed meanwhile.');
  const applied = await apply(early.id, cora);
  assert.equal(outcome(applied), 'STALE_VERSION input.id');
  assert.match(applied.text, /Row 2: .*Nothing was changed/);
  assert.equal((await exported(cora, organization)).length, 1, 'no row of it');
  const late = await dryRun(cora, organization, rows);
  assert.deepEqual(
    late.problems.nodes.map(({ line, column, code }) => `${line} ${column} ${code}`),
    ['2 version STALE_VERSION'],
  );
  const [now] = await exported(cora, organization);
  const fresh = await dryRun(cora, organization, [{ ...now!, fees: 'None.' }, newHouse]);
  assert.equal(outcome(await apply(fresh.id, cora)), 'done');
  await revise('And again.');
  const undone = await undo(fresh.id, cora);
  assert.equal(outcome(undone), 'STALE_VERSION input.id');
  assert.match(undone.text, new RegExp(`row 2 \\(${listing}\\)`));
  assert.match(undone.text, /what it changed by restoreListing, what it made by withdrawListing\./);
  assert.equal((await said(listing)).fees, 'None.', 'nothing was undone');
  assert.equal((await exported(cora, organization)).length, 2);
});

test('a workbook is imported as a CSV is', async () => {
  const { organization, cora } = await home();
  const names = Object.keys(newHouse);
  const book = zipOf(workbook([names, names.map((name) => newHouse[name]!)]));
  const read = await dryRun(cora, organization, book, { 'content-type': XLSX });
  assert.deepEqual([read.state, read.rowsNew, read.problems.nodes], ['READY', 1, []]);
  assert.equal(outcome(await apply(read.id, cora)), 'done');
  const formula = `<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>summary</t></is></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><t>House</t></is></c><c r="B2"><f>1+1</f><v>2</v></c></row>`;
  const calculated = await dryRun(cora, organization, zipOf(workbook([], formula)), {
    'content-type': XLSX,
  });
  const [problem] = calculated.problems.nodes;
  assert.deepEqual([problem!.line, problem!.column, problem!.code], [2, 'summary', 'FORMULA']);
  const broken = await dryRun(cora, organization, book.subarray(0, 200), { 'content-type': XLSX });
  assert.deepEqual([broken.state, broken.failure!.code], ['FAILED', 'MALFORMED']);
  assert.equal(outcome(await apply(broken.id, cora)), 'INVALID input.id');
});

test('what begins a formula goes out as a text, and comes back as it was', async () => {
  const { organization, listing, cora } = await home();
  const summary = '=HYPERLINK("https://example.org")';
  const description = "Bring;=1+1\n- a card\n'- no bag";
  const revised = await directory.ask(
    ReviseHousingDocument,
    { input: { id: listing, version: 1, summary, description, fees: '-', howToApply: "'+1" } },
    cora.headers,
  );
  assert.equal(outcome(revised), 'done', revised.text);
  const sheet = (await download(cora, organization)).body;
  const [row] = rowsIn(sheet);
  assert.deepEqual(
    ['summary', 'description', 'fees', 'application_process'].map((name) => row![name]),
    [`'${summary}`, "Bring;'=1+1\n'- a card\n''- no bag", "'-", "''+1"],
  );
  assert.equal((await dryRun(cora, organization, sheet)).rowsUnchanged, 1);
});

test('a change under a key is made once; what was sent is thrown away in its time', async () => {
  const { organization, cora } = await home();
  const read = await dryRun(cora, organization, [newHouse]);
  const idempotencyKey = `import ${read.id}`;
  const [first, again] = [
    await apply(read.id, cora, { idempotencyKey }),
    await apply(read.id, cora, { idempotencyKey }),
  ];
  assert.equal(outcome(first), 'done');
  assert.equal(again.text, first.text);
  assert.equal((await exported(cora, organization)).length, 2);
  const sent = await send(cora, sheetOf([newHouse]));
  assert.equal(sent.statusCode, 201);
  const { throwAway } = await import('../../src/imports/import-rounds.js');
  const waiting = await dryRun(cora, organization, [{ ...newHouse, name: 'Sample Later House' }]);
  const later = new Date(Date.now() + 8 * 86_400_000);
  await throwAway((work) => directory.change((changing) => work({ ...changing, now: later })));
  const [left] = await database.read.rows<{ rows: number; files: number }>(sql`select
    (select count(*)::int from staging.import_row) as rows, (select count(*)::int from staging.upload) as files`);
  assert.deepEqual(left, { rows: 0, files: 0 });
  assert.equal((await show(cora, waiting.id))!.state, 'EXPIRED');
  assert.equal((await show(cora, read.id))!.state, 'APPLIED', 'that it was applied is kept');
  assert.equal(outcome(await apply(waiting.id, cora)), 'INVALID input.id');
  assert.equal(outcome(await undo(read.id, cora)), 'done', 'and can still be undone');
});
