import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import { ReportAvailabilityDocument } from '../support/documents.js';
import { outcome } from '../support/outcome.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';

const REPORTS = process.env['HARBORLIGHT_PROVE'] ? 1_000 : 100;
/** Of so many one is sent three times at once, under one key. */
const SENT_AGAIN = 3;
/** Whoever is told to ask again does so when she is told to, and not all at one moment. */
const SPREAD_MS = 5_000;

/** Two servers of one database: the clock of one is an hour behind, and neither moves. */
const here = await openDirectory();
const elsewhere = await openDirectory({ database: here.database });
const { read } = here.database;
const { listing, organization } = await shelter(here.database);
here.setNow(new Date('2026-12-01T10:00:00Z'));
const { headers } = await comeIn(here, 'COORDINATOR', organization);
here.setNow(new Date('2026-12-01T12:00:00Z'));
elsewhere.setNow(new Date('2026-12-01T11:00:00Z'));
const [unit] = await read.rows<{ id: string }>(
  sql`select id from org.unit where listing_id = ${listing}`,
);

const reports = Array.from({ length: REPORTS }, (_, bedsOpen) => ({
  unitId: unit!.id,
  accepting: true,
  bedsOpen,
  bedsTotal: REPORTS,
  idempotencyKey: randomUUID(),
}));
/** How often whoever asked was told to ask again. */
let again = 0;

/** Asks until it is answered: whoever waits too long among so many asks again, under the same key. */
async function send(nth: number, time: number): Promise<string> {
  for (;;) {
    const answer = await [here, elsewhere][(nth + time) % 2]!.ask(
      ReportAvailabilityDocument,
      { input: reports[nth]! },
      headers,
    );
    if (outcome(answer) !== 'UNAVAILABLE') return outcome(answer);
    again += 1;
    const afterMs = Number(answer.headers['retry-after']) * 1_000;
    await wait(afterMs + (nth / REPORTS) * SPREAD_MS);
  }
}

interface Kept {
  id: string;
  bedsOpen: number;
}
/** As reports say by their moments. */
const byMoment = () =>
  read.rows<Kept>(sql`select id, beds_open as "bedsOpen" from org.availability_report
    where unit_id = ${unit!.id} order by reported_at`);
/** As the database wrote them down, one after another. */
const asWritten = () =>
  read.rows<Kept>(sql`select r.id, r.beds_open as "bedsOpen" from audit.event e
    join org.availability_report r on r.id = e.detail ->> 'report'
    where e.action = 'reportAvailability' and e.thing_id = ${listing} order by e.number`);

test(`${REPORTS} reports of one unit at once, on two servers, some sent three times: each is kept once`, async (t) => {
  const outcomes = await Promise.all(
    reports.flatMap((_, nth) =>
      Array.from({ length: nth % SENT_AGAIN === 0 ? 3 : 1 }, (_, time) => send(nth, time)),
    ),
  );
  t.diagnostic(`${outcomes.length} sent, ${again} told to ask again`);
  assert.deepEqual(new Set(outcomes), new Set(['done']));
  const kept = await byMoment();
  assert.deepEqual(
    kept.map(({ bedsOpen }) => bedsOpen).sort((one, other) => one - other),
    reports.map(({ bedsOpen }) => bedsOpen),
  );
});

test('they have one order, the database’s, whatever the clocks of servers say; the last of it is told', async () => {
  const kept = await byMoment();
  assert.deepEqual(kept, await asWritten());
  const [moments] = await read.rows<{ many: number }>(
    sql`select count(distinct reported_at)::int as many from org.availability_report where unit_id = ${unit!.id}`,
  );
  assert.equal(moments!.many, REPORTS);
  for (const directory of [here, elsewhere]) {
    const { body } = await directory.ask<
      { node: { availability: { lastReport: { bedsOpen: number } } } },
      object
    >(
      `{ node(id: "${listing}") { ... on HousingOption { availability { lastReport { bedsOpen } } } } }`,
    );
    assert.equal(body.data!.node.availability.lastReport.bedsOpen, kept.at(-1)!.bedsOpen);
  }
});

test('sent once more when all are there, none is another', async () => {
  const before = await byMoment();
  for (const nth of [0, 1, REPORTS - 1]) assert.equal(await send(nth, 1), 'done');
  assert.deepEqual(await byMoment(), before);
});
