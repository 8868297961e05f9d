import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { NOTE_REVISED } from '../../schema/migrations/037-capacity.js';
import { reportAvailability } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  CreateReportLinkDocument,
  ReportAvailabilityDocument,
  ReviseHousingDocument,
  type ReportAvailabilityInput,
} from '../support/documents.js';
import { outcome } from '../support/outcome.js';
import { comeIn } from '../support/people.js';
import { fieldsIn, formsOf } from '../support/report-form.js';
import { shelter } from '../support/shelters.js';

const directory = await openDirectory();
const { database } = directory;
const { open, post } = formsOf(directory);
const home = await shelter(database);
const { headers } = await comeIn(directory, 'COORDINATOR', home.organization);
const stella = await comeIn(directory, 'STEWARD');
const NOW = new Date('2026-11-20T18:00:00Z');
const HOUR_MS = 3_600_000;

const [unit] = await database.read.rows<{ id: string; name: string }>(
  sql`select id, name from org.unit where listing_id = ${home.listing}`,
);
const { id: unitId, name } = unit!;

let hours = 0;
/** Later than all before. */
const tick = () => directory.setNow(new Date(NOW.getTime() + (hours += 1) * HOUR_MS));
beforeEach(async () => {
  tick();
  await database.em().execute('delete from org.availability_report');
  await database
    .em()
    .execute('update org.unit set capacity = 4, capacity_at = null where id = ?', [unitId]);
});

const report = (said: Partial<ReportAvailabilityInput>) => {
  const input = { unitId, accepting: true, ...said };
  return directory.ask(ReportAvailabilityDocument, { input }, headers);
};
const revise = async (capacity: number | null, more: object = {}) => {
  const [row] = await database.read.rows<{ version: number }>(
    sql`select version from org.listing where id = ${home.listing}`,
  );
  const units = [{ id: unitId, name, capacity }];
  const input = { id: home.listing, version: row!.version, units, ...more };
  assert.equal(outcome(await directory.ask(ReviseHousingDocument, { input }, headers)), 'done');
};
/** How many beds it has, to strangers, to its own people and to a steward; and what the placement knows. */
const toldTo = async (who: Record<string, string> = {}) => {
  const { body, text } = await directory.ask<{ node: { availability: object } }, object>(
    `{ node(id: "${home.listing}") { ... on HousingOption {
      availability { state bedsOpen capacity lastReport { bedsOpen bedsTotal } } } } }`,
    {},
    who,
  );
  assert.equal(body.errors, undefined, text);
  return body.data!.node.availability as {
    state: string;
    bedsOpen: number | null;
    capacity: number | null;
    lastReport: { bedsOpen: number | null; bedsTotal: number | null } | null;
  };
};
const capacities = async () => {
  const [row] = await database.read.rows<{ said: number | null }>(
    sql`select coalesce((row #>> '{units,0,report,capacity}')::int, (row #>> '{units,0,capacity}')::int) as said
      from pub.placement where listing_id = ${home.listing}`,
  );
  const told = await Promise.all([{}, headers, stella.headers].map(toldTo));
  return [...told.map(({ capacity }) => capacity), row!.said];
};
const all = (many: number | null) => [many, many, many, many];

test('how many beds there are is as whoever said it last says: a report, or its listing', async () => {
  assert.deepEqual(await capacities(), all(4));
  assert.equal(outcome(await report({ bedsOpen: 3, bedsTotal: 10 })), 'done');
  assert.deepEqual(await capacities(), all(10));
  tick();
  await revise(6);
  assert.deepEqual(await capacities(), all(6));
  assert.deepEqual((await toldTo()).lastReport, { bedsOpen: 3, bedsTotal: null });
  tick();
  await revise(6, { fees: 'None.' });
  assert.equal(outcome(await report({ bedsOpen: 3, bedsTotal: 8 })), 'done');
  assert.deepEqual(await capacities(), all(8));
  tick();
  // What is said anew and is no other number overrules nothing; nor does that nobody knows.
  await revise(6, { fees: 'None at all.' });
  assert.deepEqual(await capacities(), all(8));
  await revise(null);
  assert.deepEqual(await capacities(), all(8));
});

test('what is said in one moment of the clock has an order, too', async () => {
  await report({ bedsOpen: 1, bedsTotal: 9 });
  await revise(5);
  assert.deepEqual(await capacities(), all(5));
  await report({ bedsOpen: 1, bedsTotal: 7 });
  assert.deepEqual(await capacities(), all(7));
});

test('a form shows the number that holds, and sends no other', async () => {
  const input = { listingId: home.listing, label: 'Night desk' };
  const { body } = await directory.ask(CreateReportLinkDocument, { input }, headers);
  const { url } = body.data!.createReportLink!;
  const form = async (beds: string) => ({
    ...fieldsIn((await open(url!)).text),
    [`${unitId}.accepting`]: 'yes',
    [`${unitId}.beds`]: beds,
  });
  await report({ bedsOpen: 3, bedsTotal: 10 });
  assert.match((await open(url!)).text, /of 10/);
  const opened = await form('5');
  tick();
  await revise(6);
  assert.match((await open(url!)).text, /of 6/);
  const sent = await post(url!, opened);
  assert.match(sent.text, /5 of 6 beds free/);
  assert.deepEqual(await capacities(), all(6));
  assert.equal((await post(url!, await form('7'))).status, 422);
  // A number that holds stays.
  tick();
  await report({ bedsOpen: 3, bedsTotal: 8 });
  tick();
  assert.match((await post(url!, await form('8'))).text, /8 of 8 beds free/);
  assert.deepEqual(await capacities(), all(8));
});

test('more beds than a unit has are open only where it is said how many there are now', async () => {
  const refused = await report({ bedsOpen: 5 });
  assert.equal(outcome(refused), 'INVALID input.bedsOpen');
  const [{ message } = { message: '' }] = refused.body.data!.reportAvailability!.userErrors;
  assert.match(message, /Where it has more now, name them too: bedsTotal\./);
  assert.equal((await toldTo()).lastReport, null);
  // A number of a night that is over does not allow it for good.
  assert.equal(outcome(await report({ bedsOpen: 5, bedsTotal: 5 })), 'done');
  assert.equal(outcome(await report({ bedsOpen: 5 })), 'INVALID input.bedsOpen');
  assert.equal(outcome(await report({ bedsOpen: 4 })), 'done');
  await revise(null);
  assert.equal(outcome(await report({ bedsOpen: 40 })), 'done');
  // Whoever reports for it within the house is held to the same.
  await revise(4);
  await assert.rejects(
    directory.change((changing) =>
      reportAvailability({ unitId, accepting: true, bedsOpen: 5 }, changing),
    ),
    { code: 'INVALID', field: 'bedsOpen' },
  );
});

test('free beds that nobody may take are told as last reported, and as open to nobody', async () => {
  await report({ accepting: false, bedsOpen: 4 });
  const { state, bedsOpen, lastReport } = await toldTo();
  assert.deepEqual([state, bedsOpen, lastReport!.bedsOpen], ['FULL', null, 4]);
  await report({ accepting: false, bedsOpen: 4, waitlist: true });
  assert.deepEqual([(await toldTo()).state, (await toldTo()).bedsOpen], ['WAITLIST', null]);
  await report({ accepting: false, bedsOpen: 0 });
  assert.equal((await toldTo()).bedsOpen, 0);
});

test('of what was revised before this was kept, history knows when', async () => {
  await report({ bedsOpen: 3, bedsTotal: 10 });
  tick();
  await revise(6);
  const em = database.em();
  const noted = async () => {
    const [row] = await em.execute<{ at: string | null }[]>(
      'select capacity_at::text as at from org.unit where id = ?',
      [unitId],
    );
    return row!.at;
  };
  const at = await noted();
  await em.execute('update org.unit set capacity_at = null where id = ?', [unitId]);
  assert.deepEqual(await capacities(), all(10));
  await em.execute(NOTE_REVISED);
  assert.equal(await noted(), at);
  assert.deepEqual(await capacities(), all(6));
});
