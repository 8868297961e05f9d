import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CountyShapes, Point } from '../../src/geography/index.js';
import type { Reader } from '../../src/kernel/index.js';
import type { Found } from '../../src/placement/question.js';
import type { PlacementRow } from '../../src/placement/row.js';
import { scan } from '../../src/placement/scan.js';
import { searchBySql } from '../../src/placement/search-by-sql.query.js';
import { bookOfAll, reachFrom, someQuestion, someRow } from '../support/placement.js';

const ROWS = 2_345;
const ROWS_AT_A_TIME = 500;
const QUESTIONS = process.env['HARBORLIGHT_PROVE'] === 'yes' ? 1_000 : 60;

const book = bookOfAll();
const rows = fc
  .sample(someRow, { numRuns: ROWS, seed: 1 })
  .map((row, index) => ({ ...row, id: `${row.id}${index}` }))
  .toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** A database that finds everything of the type asked, a page at a time. */
const read: Pick<Reader, 'rows'> = {
  rows: async ({ values }) => {
    const [type, last, limit] = [values[0], String(values.at(-2)), Number(values.at(-1))];
    const page = rows.filter((row) => row.type === type && row.id > last).slice(0, limit);
    return [{ rows: page.map((row) => JSON.stringify(row)).join(',') }] as never;
  },
};
const shapes = { from: (at: Point) => reachFrom(at), touching: () => [] } as unknown;
const means = { read, book, shapes: shapes as CountyShapes };

/** With what is loosened as lists: its order is that in which it is told. */
const told = ({ loosened, ...found }: Found) => ({
  ...found,
  loosened: loosened && Object.values(loosened).map((counts) => [...counts]),
});

test('weighed part by part, the answer is that of all rows at once, page after page', async () => {
  const questions = fc.sample(someQuestion, { numRuns: QUESTIONS, seed: 2 });
  let pages = 0;
  for (const any of questions) {
    const question = { ...any, limit: 21 };
    const ofType = rows.filter(({ type }) => type === question.type);
    const reach = question.at && reachFrom(question.at);
    for (let page = 0; page < 3; page += 1) {
      const found = await searchBySql(question, { ...means, learn: async () => undefined });
      assert.deepEqual(told(found), told(scan(question, ofType, book, reach)));
      question.after = found.proposals.at(-1) ?? null;
      if (!question.after) break;
      pages += 1;
    }
  }
  assert.ok(pages > QUESTIONS / 2, `${pages} pages`);
});

test('of many rows few are held at once, and others get their turn between', async () => {
  const [any] = fc.sample(someQuestion, { numRuns: 1, seed: 3 });
  const parts: number[] = [];
  let turns = 0;
  let isRunning = true;
  const turn = () => {
    turns += 1;
    if (isRunning) setImmediate(turn);
  };
  setImmediate(turn);
  await searchBySql(
    { ...any!, type: 'HOUSING', widen: false },
    { ...means, learn: async (some: PlacementRow[]) => void parts.push(some.length) },
  );
  isRunning = false;
  assert.ok(parts.length > 2 && Math.max(...parts) <= ROWS_AT_A_TIME, parts.join());
  assert.ok(turns >= parts.length - 1, `${turns} turns in ${parts.length} parts`);
});
