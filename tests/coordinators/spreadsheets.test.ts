import assert from 'node:assert/strict';
import {
  invites,
  lantern,
  LEADS_THERE,
  named,
  openToday,
  TODAY,
  type Named,
} from '../support/coordinator.js';
import {
  ApplyImportDocument,
  ReviseHousingDocument,
  StartImportDocument,
  UndoImportDocument,
} from '../support/documents.js';
import {
  importer,
  newHouse,
  rowsIn,
  sheetOf,
  XLSX,
  type Row,
  type Shown,
} from '../support/imports.js';
import { told } from '../support/told-json.js';
import { tryPage } from '../support/try-page.js';
import { stylesOf, workbook, zipOf } from '../support/zip-file.js';

const directory = await openToday();
const { ask } = directory;
const { send, download, dryRun, read } = importer(directory);
const house = await lantern(directory);
const other = await lantern(directory);
const cora = await named(directory, 'Cora', 'COORDINATOR', house.organization);
const dora = await invites(directory, cora, 'Dora', house.organization);
const olga = await named(directory, 'Olga', 'COORDINATOR', other.organization);
const { headers } = cora;
const COLUMNS_SHOWN = 13;
const rows: Row[] = [
  { ...newHouse, name: 'Cedar Sample House' },
  { ...newHouse, name: 'The Lantern Sample Beds', phones: '218-555-0177' },
  { ...newHouse, name: 'Willow Sample House', phones: '218-555-0143', maximum_stay_days: 'long' },
];
const known = { id: other.listing, version: '1' };
let uploadId: string;
let id: string;
let duplicate: string;

let seconds = 0;
/** What another house tries; one sheet after another, for of many that are sent the latest are kept. */
async function tryOut(file: readonly Row[] | Buffer, more: Record<string, string> = {}) {
  directory.setNow(new Date(TODAY.getTime() + (seconds += 1) * 1_000));
  const shown = await dryRun(olga, other.organization, file, more);
  directory.setNow(TODAY);
  return shown;
}
const apply = (input: { id: string }, by: Named) => ask(ApplyImportDocument, { input }, by.headers);
const revise = async (version: number, fees: string, id = other.listing) => {
  const input = { id, version, fees };
  const { body } = await ask(ReviseHousingDocument, { input }, olga.headers);
  assert.deepEqual(body.data!.reviseHousing!.userErrors, []);
};

tryPage('spreadsheets.md', directory, {
  'Download what is there, or an empty sheet': async ({ says }) => {
    const { body } = await download(cora, house.organization);
    const shown = body
      .trim()
      .split(/\r?\n/)
      .map((line) => `${line.split(',').slice(0, COLUMNS_SHOWN).join(',')},…`);
    says('csv', shown.join('\n'));
  },
  'Send it, and see what it would change': async ({ asks, refuses, refused, says }) => {
    const sent = await send(cora, sheetOf(rows), { 'content-type': 'text/csv' });
    says(
      'sh',
      `curl --cookie "$SESSION" -H 'content-type: text/csv' --data-binary @housing.csv https://directory.example.org/imports`,
    );
    says('json', told(sent.json()));
    ({ uploadId } = sent.json<{ uploadId: string }>());
    const input = { uploadId, organizationId: house.organization, kind: 'HOUSING' as const };
    const { body: hers } = await send(dora, sheetOf(rows));
    const unknown = { ...input, uploadId: (JSON.parse(hers) as { uploadId: string }).uploadId };
    await refuses(dora.headers, StartImportDocument, { input: unknown });
    const { body } = await asks<{ startImport: { import: { id: string } } }>(headers, {
      'upl_…': uploadId,
      'org_…': house.organization,
    });
    id = body.data!.startImport.import.id;
    while (await read());
    const seen = await asks<{ import: { duplicates: { nodes: { id: string }[] } } }>(headers, {
      'imp_…': id,
    });
    duplicate = seen.body.data!.import.duplicates.nodes[0]!.id;
    await revise(1, 'None.');
    const isFaulty = (code: string, { problems }: Shown) => {
      const problem = problems.nodes.find((one) => one.code === code);
      assert.ok(problem, `${code}: ${JSON.stringify(problems)}`);
      refused(code, problem.message);
    };
    for (const [code, faulty] of [
      ['REQUIRED', [{ ...newHouse, summary: '' }]],
      ['REQUIRED', [{ ...newHouse, id: known.id }]],
      ['STALE_VERSION', [{ ...newHouse, ...known }]],
      ['NOT_FOUND', [{ ...newHouse, id: house.listing }]],
      ['LEADS_TO_DOOR', [{ ...newHouse, description: LEADS_THERE }]],
      ['UNIT_MISSING', [{ ...known, version: '2', units: 'Other beds: 3' }]],
      ['NAMED_TWICE', [newHouse, newHouse]],
    ] as const) {
      isFaulty(code, await tryOut(faulty));
    }
    for (const [code, summary] of [
      ['FORMULA', '<f>1+1</f><v>2</v>'],
      ['INVALID', '<v>0.3</v>'],
    ] as const) {
      const cells = [
        '<c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>summary</t></is></c>',
        `<c r="A2" t="inlineStr"><is><t>House</t></is></c><c r="B2" s="1">${summary}</c>`,
      ].map((row, index) => `<row r="${index + 1}">${row}</row>`);
      const book = zipOf([...workbook([], cells.join('')), stylesOf([0, '0%'])]);
      isFaulty(code, await tryOut(book, { 'content-type': XLSX }));
    }
    const slipped = `${sheetOf([newHouse]).trim()}, and more\r\n`;
    isFaulty('UNKNOWN_COLUMN', await tryOut(Buffer.from(slipped)));
    const latin = Buffer.from(sheetOf([{ ...newHouse, name: 'Café Sample' }]), 'latin1');
    const { state, failure } = await tryOut(latin);
    assert.equal(state, 'FAILED');
    refused(failure!.code, failure!.message);
  },
  'Say what is the same': async ({ asks }) => {
    await asks(headers, { 'dup_…': duplicate });
  },
  'Apply it': async ({ asks, refuses }) => {
    await asks(headers, { 'imp_…': id });
    await refuses(headers, ApplyImportDocument, { input: { id } });
    const twin = [{ ...newHouse, name: 'Lantern Sample Beds', phones: '218-555-0177' }];
    const open = await tryOut(twin);
    await refuses(olga.headers, ApplyImportDocument, { input: { id: open.id } });
    const stale = await tryOut([{ ...known, version: '2', summary: 'Six beds.' }]);
    await revise(2, 'Some.');
    await refuses(olga.headers, ApplyImportDocument, { input: { id: stale.id } });
  },
  'Undo it': async ({ asks, refuses }) => {
    const reason = 'It was the wrong sheet.';
    const changed = await tryOut([{ ...known, version: '3', summary: 'Six beds.' }]);
    await apply({ id: changed.id }, olga);
    await revise(4, 'Ask us.');
    await refuses(olga.headers, UndoImportDocument, { input: { id: changed.id, reason } });
    const made = await tryOut([{ ...newHouse, name: 'Alder Sample House' }]);
    await apply({ id: made.id }, olga);
    const there = rowsIn((await download(olga, other.organization)).body);
    await revise(1, 'Ask us.', there.find(({ name }) => name === 'Alder Sample House')!['id']);
    await refuses(olga.headers, UndoImportDocument, { input: { id: made.id, reason } });
    await asks(headers, { 'imp_…': id });
  },
});
