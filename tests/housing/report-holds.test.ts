import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  HousingKind,
  letReportsHold,
  reportAvailability,
  reportHolds,
} from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { openDirectory, type Directory } from '../support/directory.js';
import type { FindHousingInput } from '../support/documents.js';
import { listSampleHousing } from '../support/makers.js';
import { HOST } from '../support/people.js';
import { until } from '../support/wait.js';

const HOUR_MS = 3_600_000;
const NOW = new Date('2026-12-01T12:00:00Z');
/** Of one database: one finds by its index, the other by SQL. */
const here = await openDirectory({ follow: true });
const elsewhere = await openDirectory({ database: here.database });
const SOON_MS = 30_000;

const { id, unitId } = await here.change((changing) =>
  listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
);
const hold = (kind: HousingKind, hours: number, of: Directory = here) =>
  of.change((changing) => letReportsHold({ kind, hours }, HOST, changing));
const after = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);

/** Beds are reported to one, and both are asked until when that holds. */
async function reported(to: Directory, hours: number): Promise<string[]> {
  to.setNow(after(hours));
  await to.change((changing) =>
    reportAvailability({ unitId, accepting: true, bedsOpen: 2, bedsTotal: 4 }, changing),
  );
  return Promise.all([here, elsewhere].map((of) => heldUntil(of)));
}

async function heldUntil(of: Directory): Promise<string> {
  const { body, text } = await of.ask<
    { node: { availability: { goodUntil: string; lastReport: { goodUntil: string } } } },
    object
  >(
    `{ node(id: "${id}") { ... on HousingOption { availability { goodUntil lastReport { goodUntil } } } } }`,
  );
  assert.equal(body.errors, undefined, text);
  const { goodUntil, lastReport } = body.data!.node.availability;
  assert.equal(lastReport.goodUntil, goodUntil);
  return goodUntil;
}

const OPEN: FindHousingInput = {
  at: { point: { latitude: 47.4736, longitude: -94.8803 } },
  withinMeters: 1,
  kinds: ['EMERGENCY_SHELTER'],
  availability: ['OPEN'],
  verdicts: ['ELIGIBLE', 'ASK'],
};
/** Whether it is found where beds are free, so many hours later. */
async function isFound(of: Directory, hours: number): Promise<boolean> {
  of.setNow(after(hours));
  const { body, text } = await of.ask<
    { findHousing: { nodes: { option: { id: string } }[] } },
    object
  >(
    `query($input: FindHousingInput!) { findHousing(input: $input, first: 50) { nodes { option { id } } } }`,
    { input: OPEN },
  );
  assert.equal(body.errors, undefined, text);
  return body.data!.findHousing.nodes.some(({ option }) => option.id === id);
}

test('of every kind of housing it is said for how long its reports hold, and of no other', async () => {
  const holds = await here.change(reportHolds);
  assert.deepEqual(holds.map(({ kind }) => kind).sort(), Object.keys(HousingKind).sort());
  for (const { kind, hours } of holds) assert.ok(hours >= 12 && hours <= 336, kind);
  await assert.rejects(
    here.change(({ em }) =>
      em.execute(`update org.housing_option set kind = 'CASTLE' where listing_id = ?`, [id]),
    ),
  );
  await assert.rejects(
    here.change(({ em }) => em.execute(`delete from org.report_hold where kind = 'SAFE_HOUSE'`)),
  );
});

test('it is set for every server of a database at once, for reports that come then', async () => {
  const at = (hours: number) => after(hours).toISOString();
  assert.deepEqual(await reported(here, 0), [at(12), at(12)]);
  assert.equal(await hold('EMERGENCY_SHELTER', 6, elsewhere), 12);
  assert.deepEqual(
    await Promise.all([here, elsewhere].map(heldUntil)),
    [at(12), at(12)],
    'what was told of a report stays',
  );
  for (const [nth, to] of [here, elsewhere].entries())
    assert.deepEqual(await reported(to, nth + 1), [at(nth + 7), at(nth + 7)]);
  assert.equal(await hold('TRANSITIONAL', 48), 168);
  assert.deepEqual(await reported(here, 3), [at(9), at(9)], 'another kind is another’s');
});

test('until then it is found where beds are free, by the index and by SQL, and no longer', async () => {
  const soon = await until(() => isFound(here, 8.9), SOON_MS);
  assert.ok(soon < SOON_MS, 'the index has taken the report in');
  for (const of of [here, elsewhere])
    assert.deepEqual([await isFound(of, 8.9), await isFound(of, 9)], [true, false]);
});

test('who set it is written down; what is no time is refused, and nothing changed', async () => {
  const [event] = await here.database.read.rows<{ kind: string; detail: object }>(sql`
    select viewer_kind as kind, detail from audit.event where action = 'letReportsHold' order by number limit 1`);
  assert.deepEqual(event, {
    kind: 'HOST',
    detail: { kind: 'EMERGENCY_SHELTER', before: 12, hours: 6 },
  });
  const before = await here.change(reportHolds);
  for (const hours of [0, -1, 1.5, 8_761, Number.NaN])
    await assert.rejects(hold('SAFE_HOUSE', hours), /hours: Say whole hours, from 1 to 8760/);
  await assert.rejects(hold('CASTLE' as HousingKind, 6), /kind/);
  assert.deepEqual(await here.change(reportHolds), before);
});
