import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openSheet } from '../../src/imports/open-sheet.js';
import { readCsv } from '../../src/imports/read-csv.js';
import { readXlsx } from '../../src/imports/read-xlsx.js';
import type { Encoding, FileRow, SheetForm } from '../../src/imports/sheet.js';
import { SheetRefusal } from '../../src/imports/sheet-refusal.js';
import { sharedFile, withoutShared } from '../support/shared-data.js';
import { workbook, zipOf, type Zipped } from '../support/zip-file.js';

async function rowsOf(
  bytes: string | Buffer,
  form: SheetForm = 'CSV',
  encoding: Encoding = 'utf-8',
): Promise<FileRow[]> {
  return form === 'CSV' ? readCsv(Buffer.from(bytes), encoding) : readXlsx(Buffer.from(bytes));
}
const cellsOf = async (...file: Parameters<typeof rowsOf>) =>
  (await rowsOf(...file)).map(({ cells }) => cells);
const code = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof SheetRefusal) return error.code;
    throw error;
  }
  return 'read';
};
const book = (files: Zipped[]) => code(rowsOf(zipOf(files), 'XLSX'));

test('a row keeps the number that a spreadsheet gives it, and rows without a text are none', async () => {
  const rows = await rowsOf(
    '\uFEFFname,summary\r\n\r\n"A, ""house""","two\r\nlines"\r\n,\r\nLast,x,,\r\n',
  );
  assert.deepEqual(rows, [
    { line: 1, cells: ['name', 'summary'], formulas: [] },
    { line: 3, cells: ['A, "house"', 'two\r\nlines'], formulas: [] },
    { line: 5, cells: ['Last', 'x'], formulas: [] },
  ]);
});

test('CSV of other countries, and in an encoding that its sender names', async () => {
  assert.deepEqual(await cellsOf('name;units\nHaus;"A: 1; B: 2"\n'), [
    ['name', 'units'],
    ['Haus', 'A: 1; B: 2'],
  ]);
  assert.deepEqual(await cellsOf('name\tunits\nHouse\tA; B\n'), [
    ['name', 'units'],
    ['House', 'A; B'],
  ]);
  const latin = Buffer.from('name\nCaf\xe9 \x96 Uno\n', 'latin1');
  assert.deepEqual(await cellsOf(latin, 'CSV', 'windows-1252'), [['name'], ['Café – Uno']]);
  assert.deepEqual(await cellsOf(Buffer.from('name\nŠ\n', 'utf16le'), 'CSV', 'utf-16le'), [
    ['name'],
    ['Š'],
  ]);
  assert.equal(await code(rowsOf(latin)), 'NOT_IN_ENCODING');
});

test('what is no sheet is turned down with a code', async () => {
  assert.equal(await code(rowsOf('name\n"never ends')), 'MALFORMED');
  assert.equal(await code(rowsOf(`name\n${'x\n'.repeat(25_001)}`)), 'TOO_LARGE');
  assert.equal(await code(rowsOf(`name\n${'x'.repeat(32_768)}\n`)), 'TOO_LARGE');
  assert.equal(await code(rowsOf(`${'a,'.repeat(300)}b\n`)), 'TOO_LARGE');
  assert.equal((await rowsOf(`name\n${'x\n'.repeat(25_000)}`)).length, 25_001);
});

test('the first sheet of a workbook that is not hidden, as it would be typed', async () => {
  const cells = `<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="C1" t="s"><v>1</v></c></row>
    <row r="4"><c r="A4"><v>2.18555010E9</v></c><c r="B4" t="b"><v>1</v></c><c r="C4"><f>1+1</f><v>2</v></c>
      <c r="XFD4" s="3"/></row>`;
  assert.deepEqual(await rowsOf(zipOf(workbook([['zero', 'units & more']], cells)), 'XLSX'), [
    { line: 1, cells: ['name', '', 'units & more'], formulas: [] },
    { line: 4, cells: ['2185550100', 'TRUE', '2'], formulas: [2] },
  ]);
  assert.deepEqual(await cellsOf(zipOf(workbook([['name'], ['<b>Ölhaus</b>']])), 'XLSX'), [
    ['name'],
    ['<b>Ölhaus</b>'],
  ]);
});

test('a cell that does not say where it stands is behind the one before, though that is empty', async () => {
  const cells =
    '<row><c/><c><v>1</v></c><c s="1"/><c r="E1"/><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>';
  assert.deepEqual(await cellsOf(zipOf(workbook([], cells)), 'XLSX'), [
    ['', '1', '', '', '', '2'],
    ['', '3'],
  ]);
});

test('a strange archive is turned down with a code, whatever it says of itself', async () => {
  const whole = workbook([['name'], ['House']]);
  const at = (name: string, more: Partial<Zipped>) =>
    whole.map((part) => (part.name.endsWith(name) ? { ...part, ...more } : part));
  const sheet = 'sheet1.xml';
  const megabyte = Buffer.alloc(1_048_576);
  for (const [what, files, expected] of [
    ['whole', whole, 'read'],
    ['no workbook', [{ name: 'hello.txt', data: 'x' }], 'NOT_A_SHEET'],
    ['a name that climbs', [...whole, { name: '../../etc/passwd', data: 'x' }], 'MALFORMED'],
    ['a name from the root', [...whole, { name: '/etc/passwd', data: 'x' }], 'MALFORMED'],
    ['a link', [...whole, { name: 'xl/link', data: '/etc/passwd', mode: 0o120777 }], 'MALFORMED'],
    ['one name twice', [...whole, whole[3]!], 'MALFORMED'],
    ['locked', at(sheet, { flags: 1 }), 'ENCRYPTED'],
    ['another way of packing', at(sheet, { method: 12 }), 'MALFORMED'],
    ['more than it says', at(sheet, { saysBytes: 10 }), 'MALFORMED'],
    ['says that it is huge', at(sheet, { saysBytes: 300 * 1_048_576 }), 'TOO_LARGE'],
    [
      'unpacks to 201 MB',
      [
        ...whole,
        ...Array.from({ length: 201 }, (_, nth) => ({ name: `xl/media/${nth}`, data: megabyte })),
      ],
      'TOO_LARGE',
    ],
    [
      'many parts',
      [...whole, ...Array.from({ length: 1_000 }, (_, nth) => ({ name: `x/${nth}`, data: '' }))],
      'TOO_LARGE',
    ],
    ['no XML', at(sheet, { data: 'PK is not XML <' }), 'MALFORMED'],
    ['not UTF-8', at(sheet, { data: Buffer.from('<a>\xff\xfe</a>', 'latin1') }), 'MALFORMED'],
    ['a document type', at(sheet, { data: '<!DOCTYPE x><worksheet/>' }), 'MALFORMED'],
    [
      'entities that grow',
      at(sheet, {
        data: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
      }),
      'MALFORMED',
    ],
    [
      'no such text',
      workbook([['name']], '<row r="1"><c r="A1" t="s"><v>77</v></c></row>'),
      'MALFORMED',
    ],
    [
      'rows backwards',
      workbook([], '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"/>'),
      'MALFORMED',
    ],
    ['a column far away', workbook([], '<row r="1"><c r="ZZZ1"><v>1</v></c></row>'), 'TOO_LARGE'],
    ['no sheet that it names', whole.filter(({ name }) => !name.endsWith(sheet)), 'MALFORMED'],
  ] as [string, Zipped[], string][]) {
    assert.equal(await book(files), expected, what);
  }
  const bytes = zipOf(whole);
  for (const cut of [4, 60, bytes.length >> 1, bytes.length - 5])
    assert.equal(await code(rowsOf(bytes.subarray(0, cut), 'XLSX')), 'MALFORMED', `cut at ${cut}`);
});

test('a file is read in a thread of its own, and its rows are handed over some hundred at a time', async () => {
  const many = 1_234;
  const bytes = Buffer.from(`name\n${'House\n'.repeat(many)}`);
  const sheet = await openSheet({ form: 'CSV', encoding: 'utf-8', bytes });
  assert.deepEqual([sheet.header.cells, sheet.total], [['name'], many]);
  const sizes = [];
  for (let rows = await sheet.next(); rows.length > 0; rows = await sheet.next())
    sizes.push(rows.length);
  assert.deepEqual(sizes, [500, 500, 234]);
  await sheet.close();
  for (const [form, file, expected] of [
    ['CSV', '', 'NO_HEADER'],
    ['CSV', 'name\n"', 'MALFORMED'],
    ['XLSX', 'PK', 'MALFORMED'],
  ] as const) {
    const opened = openSheet({ form, encoding: 'utf-8', bytes: Buffer.from(file) });
    assert.equal(await code(opened), expected, file);
  }
});

const FIXTURES = 'hsds/ohana-sample-smc/importer-fixtures';

test(
  'files with which another importer is tested are read, or turned down',
  { skip: withoutShared(FIXTURES) },
  async () => {
    const files = globSync(
      sharedFile(`{${FIXTURES},hsds/ohana-baltimore-2019,hsds/ohana-sample-smc}/*.csv`),
    );
    assert.ok(files.length > 50);
    for (const file of files) {
      const found = await code(rowsOf(readFileSync(file)));
      assert.match(found, /^(read|NOT_IN_ENCODING|MALFORMED|TOO_LARGE)$/, file);
    }
  },
);
