import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import {
  changes,
  fieldsToReach,
  operations,
  walks,
  type Operation,
  type Walk,
} from '../support/operations.js';
import { differingRows } from '../support/differing-rows.js';
import { leaksOf, logBefore, mended } from '../support/leaks.js';
import { onPostgresql } from '../support/template.js';
import { untimed } from '../support/untimed.js';
import { hideFromPartners, openWorlds, type World } from '../support/worlds.js';

const IS_PROVE = Boolean(process.env['HARBORLIGHT_PROVE']);
/**
 * Of 100,000 in all, most on PostgreSQL, which answers three times as fast; in the short form 1,000 on each. Of each, a
 * quarter by a partner.
 */
const PAIRS = IS_PROVE ? (onPostgresql() ? 60_000 : 15_000) : 750;
const PARTNERS_PAIRS = PAIRS / 3;
/** Of 10,000 in all. */
const SEQUENCES = IS_PROVE ? (onPostgresql() ? 8_000 : 2_000) : 40;
const STEPS_MAX = 4;
const PAGES_MAX = 3;
/** So many questions at most find a mistake; in the short form of the tests, of a few mistakes alone. */
const PAIRS_A_LEAK = 6_000;
const LEAKS = IS_PROVE ? Infinity : 2;
/** Drawn at once, to find those that ask for a field that none has asked for yet. */
const DRAWN_AT_ONCE = 400;
const DRAWS_MAX = 60;

const worlds = await openWorlds();
const asked = operations(worlds.pool);
const viewers = [{}, worlds.app];

/** An answer as it is heard, but for what the clock says, and for codes, which are new each time. */
async function heard({ directory }: World, { query }: Operation, viewer: Record<string, string>) {
  const { status, told, text } = untimed(await directory.ask(query, {}, viewer));
  return { status, told, text: text.replace(/"code":"[\w-]{22}"/g, '"code":""') };
}

const health = { asked: 0, succeeded: 0, rows: 0, fields: new Set<string>() };

/** @returns what both answer */
async function bothAnswer(operation: Operation, viewer: Record<string, string>): Promise<string> {
  const one = await heard(worlds.one, operation, viewer);
  const other = await heard(worlds.other, operation, viewer);
  assert.deepEqual(other, one, operation.query);
  const { data, errors } = JSON.parse(one.text) as { data?: object | null; errors?: unknown[] };
  health.asked += 1;
  if (!data || errors) return one.text;
  health.succeeded += 1;
  health.rows += (one.text.match(/"__typename"/g) ?? []).length;
  for (const field of operation.fields) health.fields.add(field);
  return one.text;
}

/** One drawn question, asked by one of some viewers. */
const askedBy = (...by: Record<string, string>[]) =>
  fc.asyncProperty(asked, fc.constantFrom(...by), async (operation, viewer) => {
    await bothAnswer(operation, viewer);
  });

/** Page after page of a list, as long as it goes on. @returns how many pages */
async function bothWalk({ page, root }: Walk, viewer: Record<string, string>): Promise<number> {
  let cursor: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const answer = JSON.parse(await bothAnswer(page(cursor), viewer)) as {
      data?: Record<string, { pageInfo: { hasNextPage: boolean; endCursor: string } } | null>;
    };
    const told = answer.data?.[root]?.pageInfo;
    if (!told?.hasNextPage || pages === PAGES_MAX) return pages;
    cursor = told.endCursor;
  }
}

test('they have rows of every kind that is not told, and none alike', async () => {
  const [one, other] = [
    await differingRows(worlds.one.directory),
    await differingRows(worlds.other.directory),
  ];
  for (const [kind, rows] of one) {
    assert.ok(rows.many > 0 && other.get(kind)!.many > 0, kind);
    assert.notEqual(rows.digest, other.get(kind)!.digest, kind);
  }
});

test('two networks that differ in what is hidden answer a stranger and an app byte for byte alike', async (t) => {
  await fc.assert(askedBy(...viewers), { numRuns: PAIRS });
  const wanted = new Set(fieldsToReach().filter((field) => !health.fields.has(field)));
  for (let draw = 0; wanted.size > 0 && draw < DRAWS_MAX; draw += 1) {
    for (const operation of fc.sample(asked, DRAWN_AT_ONCE)) {
      if (!operation.fields.some((field) => wanted.has(field))) continue;
      await bothAnswer(operation, viewers[draw % viewers.length]!);
      for (const field of health.fields) wanted.delete(field);
    }
  }
  const all = fieldsToReach().length;
  t.diagnostic(
    `${health.asked} pairs asked, ${health.succeeded} succeeded, ${health.rows} rows, ` +
      `${all - wanted.size} of ${all} fields`,
  );
  assert.deepEqual([...wanted], [], 'every field is asked for');
  assert.ok(health.succeeded > health.asked * 0.7, `${health.succeeded} of ${health.asked}`);
  assert.ok(health.rows > health.succeeded * 5);
});

test('nor do sequences of questions, walks and attempts to change something', async (t) => {
  const step = fc.oneof(
    asked.map((operation) => ({ operation })),
    changes(worlds.pool).map((operation) => ({ operation })),
    walks(worlds.pool).map((walk) => ({ walk })),
  );
  const done = { sequences: 0, steps: 0, pages: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 2, maxLength: STEPS_MAX }),
      fc.constantFrom(...viewers),
      async (steps, viewer) => {
        for (const one of steps) {
          if ('walk' in one) done.pages += await bothWalk(one.walk, viewer);
          else await bothAnswer(one.operation, viewer);
        }
        done.sequences += 1;
        done.steps += steps.length;
      },
    ),
    { numRuns: SEQUENCES },
  );
  t.diagnostic(`${done.sequences} sequences of ${done.steps} steps; walks of ${done.pages} pages`);
  assert.ok(done.pages > done.sequences);
});

test('and are logged alike, but for how long it took', () => {
  const lines = ({ directory }: World) =>
    directory.logged().replace(/"(time|duration)":\d+/g, '"$1":0');
  assert.equal(lines(worlds.other), lines(worlds.one));
});

async function plant(statements: [statement: string, values?: unknown[]][]): Promise<void> {
  await worlds.other.directory.change(async ({ em }) => {
    for (const [statement, values = []] of statements) await em.execute(statement, values);
  });
}

test('each mistake that would tell what is hidden is found by the same questions', async (t) => {
  const leaks = leaksOf(worlds);
  assert.ok(leaks.length >= 25);
  // Of a few, others each time the tests run.
  const some = fc.sample(fc.shuffledSubarray(leaks, { minLength: leaks.length }), 1)[0]!;
  const unfound: string[] = [];
  let most = 0;
  for (const leak of some.slice(0, LEAKS)) {
    await plant([leak.plant]);
    let pairs = 0;
    const found = await fc.check(
      askedBy(...viewers).beforeEach(() => {
        pairs += 1;
      }),
      { numRuns: PAIRS_A_LEAK, endOnFailure: true },
    );
    if (!found.failed) unfound.push(leak.name);
    most = Math.max(most, pairs);
    await plant(mended(worlds));
    await plant(logBefore);
  }
  t.diagnostic(
    `${Math.min(LEAKS, some.length)} of ${leaks.length} leaks planted, ${unfound.length} not found; ` +
      `${most} pairs at most for one`,
  );
  assert.deepEqual(unfound, []);
  for (const operation of fc.sample(asked, 50)) await bothAnswer(operation, {});
});

test('and a partner, of two networks that differ in what is an organization’s own', async () => {
  const before = await fc.check(askedBy(worlds.partner), {
    numRuns: PAIRS_A_LEAK,
    endOnFailure: true,
  });
  assert.ok(before.failed, 'what is for partners they hear: else there were nothing to hide');
  await hideFromPartners(worlds);
  await fc.assert(askedBy(worlds.partner), { numRuns: PARTNERS_PAIRS });
});
