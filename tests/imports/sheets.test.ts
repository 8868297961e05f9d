import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openSheet } from '../../src/imports/open-sheet.js';
import { readCsv } from '../../src/imports/read-csv.js';
import { shownByCode } from '../../src/imports/number-format.js';
import { readXlsx } from '../../src/imports/read-xlsx.js';
import type { Encoding, FileRow, SheetForm, Unread } from '../../src/imports/sheet.js';
import { SheetRefusal } from '../../src/imports/sheet-refusal.js';
import { sharedFile, withoutShared } from '../support/shared-data.js';
import { stylesOf, workbook, zipOf, type Zipped } from '../support/zip-file.js';

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
    { line: 1, cells: ['name', 'summary'], unread: {} },
    { line: 3, cells: ['A, "house"', 'two\r\nlines'], unread: {} },
    { line: 5, cells: ['Last', 'x'], unread: {} },
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
    { line: 1, cells: ['name', '', 'units & more'], unread: {} },
    { line: 4, cells: ['2185550100', 'TRUE', '2'], unread: { 2: 'FORMULA' } },
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

test('a number that a workbook shows as something else is not read, nor is a day, nor an error', async () => {
  const formats = [0, 9, 14, 43, 49, '"$"#,##0.00', '0.00', 'yyyy\\-mm\\-dd', 13, 46];
  const cell = (nth: number, more: string, value = '0.3') =>
    `<c r="${String.fromCharCode(65 + nth)}1" ${more}><v>${value}</v></c>`;
  const numbers = formats.map((_, nth) => cell(nth, `s="${nth}"`));
  const others = [
    cell(10, 't="e"', '#N/A'),
    cell(11, 't="d"', '2026-05-09'),
    cell(12, 't="str" s="1"', '30%'),
    cell(13, 't="b" s="1"', '1'),
    cell(14, ''),
    cell(15, 's="77"'),
    '<c r="Q1" s="1"/>',
  ];
  const rows = [...numbers, ...others].join('');
  const parts = workbook([], `<row r="1">${rows}</row>`);
  const [row] = await rowsOf(zipOf([...parts, stylesOf(formats)]), 'XLSX');
  const shown = {
    1: 'PERCENT',
    2: 'DATE',
    3: 'MONEY',
    5: 'MONEY',
    7: 'DATE',
    8: 'OTHERWISE',
    9: 'DATE',
    10: 'ERROR',
    11: 'DATE',
  };
  assert.deepEqual(row!.unread, shown);
  assert.deepEqual(row!.cells.slice(9), ['0.3', '#N/A', '2026-05-09', '30%', 'TRUE', '0.3', '0.3']);
  const [plain] = await rowsOf(zipOf(parts), 'XLSX');
  assert.deepEqual(plain!.unread, { 10: 'ERROR', 11: 'DATE' }, 'without styles');
  const [first] = await rowsOf(zipOf([...parts, stylesOf([10])]), 'XLSX');
  assert.equal(first!.unread[14], 'PERCENT', 'a cell without a style has the first');
});

test('what lies under another cell, with which it is shown as one, is not read; where it is the header, nothing of it is', async () => {
  const cell = (at: string, text: string) =>
    `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [
    `<row r="1">${cell('A1', 'name')}${cell('B1', 'fees')}${cell('C1', 'summary')}</row>`,
    `<row r="3">${cell('A3', 'One')}${cell('B3', 'None.')}</row>`,
    `<row r="4">${cell('A4', 'Two')}</row>`,
    `<row r="9">${cell('A9', 'Three')}${cell('C9', 'Last')}</row>`,
  ].join('');
  const merged = (...ranges: string[]) =>
    `${rows}</sheetData><mergeCells>${ranges.map((one) => `<mergeCell ref="${one}"/>`).join('')}</mergeCells><sheetData>`;
  const unread = async (...ranges: string[]) =>
    (await rowsOf(zipOf(workbook([], merged(...ranges))), 'XLSX')).map((row) => row.unread);
  assert.deepEqual(await unread('B3:B9'), [{}, {}, { 1: 'MERGED' }, { 1: 'MERGED' }]);
  assert.deepEqual(await unread('A4:C4', 'B9:B12'), [{}, {}, { 1: 'MERGED', 2: 'MERGED' }, {}]);
  assert.deepEqual(await unread('A1:C1', 'D1:XFD1048576'), [{}, {}, {}, {}]);
  // Cells that lie under each other many times over are no sheet that anybody made.
  const often = Array.from({ length: 100 }, () => 'A1:XFD1048576');
  assert.equal((await unread('A2:XFD1048576'))[3]![2], 'MERGED');
  await assert.rejects(unread(...often, ...often, ...often), /no whole XLSX workbook/);
  await assert.rejects(unread('nowhere'), /no whole XLSX workbook/);
});

test('as what a format shows a number is known by its code', () => {
  const codes: [Unread | null, string[]][] = [
    [
      null,
      [
        'General',
        '0',
        '#,##0',
        '#,##0.00_);[Red]\\(#,##0.00\\)',
        '00000',
        '0.00E+00',
        '@',
        '[$-409]0.0',
        '_-* #,##0.00\\ _€_-',
        '[<=9999999]###\\-####;\\(###\\)\\ ###\\-####',
        '[Yellow]0;[Blue]0',
        '',
      ],
    ],
    ['PERCENT', ['0%', '0.00%', '0"%"', '0\\ \\%', '#,##0;[Red]-0%']],
    [
      'MONEY',
      [
        '"$"#,##0.00',
        '\\$0',
        '$0',
        '[$$-409]#,##0.00',
        '[$€-407]0',
        '[$CHF] 0',
        '#,##0.00\\ "€"',
        '_("$"* #,##0.00_);_(@_)',
      ],
    ],
    [
      'DATE',
      [
        'yyyy-mm-dd',
        'd/m/yy',
        '[$-409]mmmm d, yyyy;@',
        'h:mm AM/PM',
        '[h]:mm',
        '[ss]',
        '[mm]',
        '[$-411]ge',
        'yyyy"年"m"月"',
        'YYYY',
      ],
    ],
    ['OTHERWISE', ['0 "beds"', '"up to "0', '# ?/?', '#,##0,', '0.0,,"M"', '0\\k']],
  ];
  for (const [shown, all] of codes)
    for (const code of all) assert.equal(shownByCode(code), shown, code);
});

test('a letter that stands in a workbook by its number is read as that letter', async () => {
  const [texts, read] = [
    ['a_x000D_\nb', '_x005F_x000D_', '_xD83D__xDE00_', '_x00e9_ x_x41_'],
    ['a\r\nb', '_x000D_', '😀', 'é x_x41_'],
  ];
  assert.deepEqual(await cellsOf(zipOf(workbook([texts])), 'XLSX'), [read]);
  const typed = texts.map(
    (text, nth) =>
      `<c t="inlineStr"><is><t>${text}</t></is></c><c t="str"><v>${nth === 1 ? text : 'x'}</v></c>`,
  );
  const [cells] = await cellsOf(zipOf(workbook([], `<row r="1">${typed.join('')}</row>`)), 'XLSX');
  assert.deepEqual(
    cells,
    read.flatMap((text, nth) => [text, nth === 1 ? text : 'x']),
  );
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
