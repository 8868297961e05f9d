import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PlacementIndex } from '../../src/placement/placement-index.js';
import type { PlacementQuestion } from '../../src/placement/question.js';
import type { PlacementRow } from '../../src/placement/row.js';
import { scan } from '../../src/placement/scan.js';
import { bookOfAll, reachFrom, someQuestion, someRows } from '../support/placement.js';

const CASES = process.env['HARBORLIGHT_PROVE'] === 'yes' ? 20_000 : 2_000;
const QUESTIONS_PER_INDEX = 20;
const ROWS_MAX = 160;

async function* inParts(rows: readonly PlacementRow[]): AsyncGenerator<PlacementRow[]> {
  for (let from = 0; from < rows.length; from += 7) yield rows.slice(from, from + 7);
}

/** Asks of both, and walks on with the cursor to the end. @returns how many pages were not empty */
function askBoth(
  index: PlacementIndex,
  rows: readonly PlacementRow[],
  question: PlacementQuestion,
): number {
  const reach = question.at && reachFrom(question.at);
  let page: PlacementQuestion = question;
  for (let pages = 0; ; pages += 1) {
    const found = index.search(page, reach);
    assert.deepEqual(found, scan(page, rows, book, reach));
    const after = found.proposals.at(-1);
    if (!after) return pages;
    page = { ...question, after };
  }
}
const book = bookOfAll();

test('an index answers what a scan answers, and a walk by cursor meets everything once', async () => {
  let [found, asked] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      someRows(ROWS_MAX),
      fc.array(someQuestion, {
        minLength: QUESTIONS_PER_INDEX,
        maxLength: QUESTIONS_PER_INDEX,
      }),
      async (rows, questions) => {
        const index = new PlacementIndex(book);
        await index.build(inParts(rows));
        assert.equal(index.size, rows.length);
        for (const question of questions) {
          asked += 1;
          if (askBoth(index, rows, question) > 0) found += 1;
        }
      },
    ),
    { numRuns: CASES / QUESTIONS_PER_INDEX },
  );
  assert.ok(found > asked / 4, `only ${found} of ${asked} questions found anything`);
});
