import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { newId, sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  CreateReportLinkDocument,
  KeptOptionDocument,
  ReportAvailabilityDocument,
  RestoreListingDocument,
  ReviseHousingDocument,
  WorklistDocument,
  type ReviseHousingInput,
} from '../support/documents.js';
import { outcome } from '../support/outcome.js';
import { comeIn } from '../support/people.js';
import { fieldsIn, formsOf } from '../support/report-form.js';
import { shelter } from '../support/shelters.js';

const directory = await openDirectory();
const { database } = directory;
const { open, post } = formsOf(directory);
const beds = { name: 'Youth beds', capacity: 4, eligibility: [] };
const home = await shelter(database, { listed: { units: [beds] } });
const next = await shelter(database, { organization: home.organization });
const other = await shelter(database);
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const otto = await comeIn(directory, 'COORDINATOR', other.organization);

const read = async (id: string, headers: Record<string, string> = cora.headers) => {
  const { body } = await directory.ask(KeptOptionDocument, { id }, headers);
  const node = body.data!.node;
  assert.ok(node?.__typename === 'HousingOption', JSON.stringify(body));
  return node;
};
const told = async () =>
  (await read(home.listing, {})).units.map(({ id, name, availability: { state, bedsOpen } }) => ({
    id,
    name,
    state,
    bedsOpen,
  }));
const revise = async (
  units: ReviseHousingInput['units'],
  id = home.listing,
  { headers } = cora,
) => {
  const { version } = await read(id, headers);
  const input = { id, version: version!, units };
  return directory.ask(ReviseHousingDocument, { input }, headers);
};
const restore = async (asOfVersion: number) => {
  const { version } = await read(home.listing);
  const reason = 'For an old fee.';
  const input = { id: home.listing, version: version!, asOfVersion, reason };
  return directory.ask(RestoreListingDocument, { input }, cora.headers);
};
const report = (unitId: string, bedsOpen: number) =>
  directory.ask(
    ReportAvailabilityDocument,
    { input: { unitId, accepting: true, bedsOpen } },
    cora.headers,
  );
const reportsOf = (unit: string) =>
  database.read.rows<{ id: string; bedsOpen: number }>(
    sql`select id, beds_open as "bedsOpen" from org.availability_report where unit_id = ${unit} order by reported_at`,
  );

let youth = '';
let annex = '';
let before = 0;
/** The house as it was, and then with an annex that is reported each night. */
beforeEach(async () => {
  youth = (await told())[0]!.id;
  assert.equal(outcome(await revise([{ id: youth, ...beds }])), 'done');
  before = (await read(home.listing)).version!;
  assert.equal(
    outcome(
      await revise([
        { id: youth, ...beds },
        { name: 'Annex', capacity: 2 },
      ]),
    ),
    'done',
  );
  annex = (await told())[1]!.id;
  for (const many of [2, 1]) assert.equal(outcome(await report(annex, many)), 'done');
});

test('an earlier state leaves a unit out and a later one brings it back, with all that was reported of it', async () => {
  const [withAnnex, reports] = [await told(), await reportsOf(annex)];
  assert.deepEqual(
    withAnnex.map(({ bedsOpen }) => bedsOpen),
    [null, 1],
  );
  assert.equal(outcome(await restore(before)), 'done');
  assert.deepEqual(await told(), withAnnex.slice(0, 1));
  assert.deepEqual(await reportsOf(annex), reports, 'reports are records');
  assert.equal(outcome(await restore(before + 1)), 'done');
  assert.deepEqual(await told(), withAnnex);
  assert.deepEqual(await reportsOf(annex), reports);
});

test('a revision that leaves a unit out keeps its reports; by its id it comes back, by its name another begins', async () => {
  const [withAnnex, reports] = [await told(), await reportsOf(annex)];
  assert.equal(outcome(await revise([{ id: youth, ...beds }])), 'done');
  assert.deepEqual(await told(), withAnnex.slice(0, 1));
  assert.deepEqual(await reportsOf(annex), reports);
  assert.equal(outcome(await revise([{ name: 'Youth beds' }, { name: 'Annex' }])), 'done');
  const [, anew] = await told();
  assert.notEqual(anew!.id, annex);
  assert.deepEqual([anew!.state, anew!.bedsOpen], ['UNKNOWN', null]);
  const named = [{ name: 'Youth beds' }, { id: annex, name: 'Annex' }];
  assert.equal(outcome(await revise(named)), 'done');
  assert.deepEqual(await told(), withAnnex);
  assert.deepEqual(await reportsOf(annex), reports);
});

test('a unit keeps its rules and its beds while it is left out; beds that are others then are so since it came back', async () => {
  const eligibility = [
    { kind: 'AGE' as const, stance: 'REQUIRES' as const, terms: { ageMin: 16, ageMax: 24 } },
  ];
  const whole = [
    { id: youth, ...beds },
    { id: annex, name: 'Annex', capacity: 2, eligibility },
  ];
  assert.equal(outcome(await revise(whole)), 'done');
  const { units } = await read(home.listing, {});
  assert.equal(outcome(await revise(whole.slice(0, 1))), 'done');
  assert.equal(
    outcome(
      await revise([
        { id: youth, ...beds },
        { id: annex, name: 'Annex' },
      ]),
    ),
    'done',
  );
  assert.deepEqual((await read(home.listing, {})).units, units);
  assert.deepEqual(units[1]!.eligibility, [{ kind: 'AGE' }]);
  assert.equal(outcome(await revise(whole.slice(0, 1))), 'done');
  const fewer = [
    { id: youth, ...beds },
    { id: annex, name: 'Annex', capacity: 1 },
  ];
  assert.equal(outcome(await revise(fewer)), 'done');
  const [row] = await database.read.rows<{ revised: boolean }>(
    sql`select capacity_at > (select max(reported_at) from org.availability_report v where v.unit_id = u.id) as revised
      from org.unit u where id = ${annex}`,
  );
  assert.equal(row!.revised, true);
});

test('of a unit that is left out nobody reports, by a link neither, and none waits to be reported', async () => {
  const input = { listingId: home.listing, label: 'Night desk' };
  const made = await directory.ask(CreateReportLinkDocument, { input }, cora.headers);
  const url = made.body.data!.createReportLink!.url!;
  const form = await open(url);
  assert.match(form.text, /Annex/);
  const fields = fieldsIn(form.text);
  for (const unit of [youth, annex]) fields[`${unit}.accepting`] = 'yes';
  assert.equal(outcome(await revise([{ id: youth, ...beds }])), 'done');
  const reports = await reportsOf(annex);
  const [gone, never] = [await report(annex, 2), await report(newId('Unit'), 2)];
  assert.equal(outcome(gone), 'NOT_FOUND input.unitId');
  assert.deepEqual(gone.body, never.body);
  assert.equal((await post(url, fields)).status, 409);
  assert.doesNotMatch((await open(url)).text, /Annex/);
  assert.deepEqual(await reportsOf(annex), reports);
  const waits = async () => {
    const work = await directory.ask(
      WorklistDocument,
      { kinds: ['NEVER_REPORTED'], first: 100 },
      cora.headers,
    );
    return work.text.includes(home.listing);
  };
  assert.equal(outcome(await report(youth, 2)), 'done');
  assert.equal(await waits(), false);
  assert.equal(outcome(await revise([{ id: youth, ...beds }, { name: 'Attic' }])), 'done');
  assert.equal(await waits(), true);
  assert.equal(outcome(await revise([{ id: youth, ...beds }])), 'done');
  assert.equal(await waits(), false);
});

test('a unit that is left out comes back to no other listing, and is refused as one that never was', async () => {
  assert.equal(outcome(await revise([{ id: youth, ...beds }])), 'done');
  for (const [listing, who] of [
    [next.listing, cora],
    [other.listing, otto],
  ] as const) {
    const [gone, never] = [
      await revise([{ id: annex, name: 'Annex' }], listing, who),
      await revise([{ id: newId('Unit'), name: 'Annex' }], listing, who),
    ];
    assert.equal(outcome(gone), 'NOT_FOUND input.units.0.id');
    assert.deepEqual(gone.body, never.body);
  }
});
