import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PlacementIndex } from '../../src/placement/placement-index.js';
import type { PlacementQuestion } from '../../src/placement/question.js';
import type { PlacementRow } from '../../src/placement/row.js';
import { scan } from '../../src/placement/scan.js';
import {
  bookOfAll,
  reachFrom,
  someQuestion,
  someReport,
  someRow,
  someRows,
} from '../support/placement.js';

const PROVE = process.env['HARBORLIGHT_PROVE'] === 'yes';
const CASES = PROVE ? 40_000 : 2_000;
const QUESTIONS_PER_INDEX = 20;
const ROWS_MAX = 160;
/** Enough that the trees have three levels: more than 32 times 32 with doors. */
const ROWS_MANY = 2_400;
const PAGES_OF_MANY = 30;
const book = bookOfAll();

async function* inParts(rows: readonly PlacementRow[]): AsyncGenerator<PlacementRow[]> {
  for (let from = 0; from < rows.length; from += 7) yield rows.slice(from, from + 7);
}

async function indexOf(rows: readonly PlacementRow[], overlayMax?: number) {
  const index = new PlacementIndex(book, overlayMax);
  await index.build(inParts(rows));
  return index;
}

/** Asks of both, and walks on with the cursor. @returns how many pages were not empty */
function askBoth(
  index: PlacementIndex,
  rows: readonly PlacementRow[],
  question: PlacementQuestion,
  pagesMax = Infinity,
): number {
  const reach = question.at && reachFrom(question.at);
  let page: PlacementQuestion = question;
  for (let pages = 0; ; pages += 1) {
    const found = index.search(page, reach);
    assert.deepEqual(found, scan(page, rows, book, reach));
    const after = found.proposals.at(-1);
    if (!after || pages === pagesMax) return pages;
    page = { ...question, after };
  }
}

const someQuestions = (length: number) =>
  fc.array(someQuestion, { minLength: length, maxLength: length });

test('an index answers what a scan answers, and a walk by cursor meets everything once', async () => {
  let [found, asked] = [0, 0];
  const walked = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      someRows(ROWS_MAX),
      someQuestions(QUESTIONS_PER_INDEX),
      async (rows, questions) => {
        const index = await indexOf(rows);
        assert.equal(index.size, rows.length);
        for (const question of questions) {
          asked += 1;
          if (askBoth(index, rows, question) > 0) {
            found += 1;
            walked.add(`${question.counting || question.facets || question.widen}`);
          }
        }
      },
    ),
    { numRuns: CASES / QUESTIONS_PER_INDEX },
  );
  assert.ok(found > asked / 4, `only ${found} of ${asked} questions found anything`);
  assert.equal(walked.size, 2, 'both ways to search were walked');
});

test('so it does with thousands of listings', async () => {
  const rows = fc.sample(someRow, { numRuns: ROWS_MANY, seed: 1 }).map((row, index) => ({
    ...row,
    id: `${row.id}${index}`,
  }));
  const index = await indexOf(rows);
  const questions = fc.sample(someQuestion, { numRuns: PROVE ? 1_000 : 60, seed: 2 });
  for (const question of questions) askBoth(index, rows, { ...question, limit: 21 }, PAGES_OF_MANY);
});

/** What happens to listings, one thing after another. */
const someChange = fc.oneof(
  {
    arbitrary: fc.record({ do: fc.constant('report' as const), at: fc.nat(), report: someReport }),
    weight: 5,
  },
  {
    arbitrary: fc.record({ do: fc.constant('revise' as const), at: fc.nat(), row: someRow }),
    weight: 3,
  },
  { arbitrary: fc.record({ do: fc.constant('withdraw' as const), at: fc.nat() }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('list' as const), row: someRow }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('wait' as const), turns: fc.nat(20) }), weight: 1 },
);
type Change = typeof someChange extends fc.Arbitrary<infer Made> ? Made : never;

/** Makes a change to the index and to the rows alike. */
async function change(index: PlacementIndex, rows: Map<string, PlacementRow>, made: Change) {
  if (made.do === 'wait') {
    for (let turn = 0; turn < made.turns; turn += 1) await new Promise(setImmediate);
    return;
  }
  if (made.do === 'list') {
    rows.set(made.row.id, made.row);
    index.apply(made.row.id, made.row);
    return;
  }
  const row = [...rows.values()][made.at % rows.size];
  if (!row) return;
  if (made.do === 'withdraw') {
    rows.delete(row.id);
    index.apply(row.id, null);
    return;
  }
  const next =
    made.do === 'revise'
      ? { ...made.row, id: row.id }
      : {
          ...row,
          units: row.units.map((unit, at) =>
            row.type === 'HOUSING' && at === made.at % row.units.length
              ? { ...unit, report: made.report }
              : unit,
          ),
        };
  rows.set(row.id, next);
  index.apply(row.id, next);
}

test('changes are found as they come, in place, in the overlay, and while the trees are made', async () => {
  await fc.assert(
    fc.asyncProperty(
      someRows(60),
      fc.array(someChange, { minLength: 10, maxLength: 60, size: 'max' }),
      someQuestions(6),
      fc.boolean(),
      async (before, changes, questions, wait) => {
        const rows = new Map(before.map((row) => [row.id, row]));
        const index = new PlacementIndex(book, 8);
        const built = index.build(inParts(before));
        if (wait) await built;
        for (const [at, made] of changes.entries()) {
          await change(index, rows, made);
          if (!wait) continue;
          assert.equal(index.size, rows.size);
          askBoth(index, [...rows.values()], questions[at % questions.length]!, 0);
        }
        await built;
        for (const question of questions) askBoth(index, [...rows.values()], question);
        await index.settled();
        assert.equal(index.size, rows.size);
        for (const question of questions) askBoth(index, [...rows.values()], question);
      },
    ),
    { numRuns: CASES / 20 },
  );
});

test('what fails to be built leaves what was there, and the next building works', async () => {
  const [row, other] = fc.sample(someRow, { numRuns: 2, seed: 3 }) as [PlacementRow, PlacementRow];
  const index = await indexOf([row]);
  async function* broken(): AsyncGenerator<PlacementRow[]> {
    yield [other];
    throw new Error('the database went away');
  }
  await assert.rejects(index.build(broken()), /went away/);
  assert.equal(index.size, 1);
  await index.build(inParts([row, { ...other, id: 'hou_other' }]));
  assert.equal(index.size, 2);
});

test('others get their turn while an index is built', async () => {
  const rows = fc.sample(someRow, { numRuns: 300, seed: 4 });
  const many = Array.from({ length: 40 }, (_, part) =>
    rows.map((row, at) => ({ ...row, id: `hou_${part}_${at}` })),
  );
  async function* parts() {
    yield* many;
  }
  let turns = 0;
  const index = new PlacementIndex(book);
  const counting = setInterval(() => (turns += 1), 0);
  await index.build(parts());
  clearInterval(counting);
  assert.ok(turns > 5, `${turns} turns`);
  assert.ok(index.bytes() > 0);
});
