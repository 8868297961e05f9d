import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PlacementQuestion } from '../../src/placement/question.js';
import { scan } from '../../src/placement/scan.js';
import { bookOfAll, reachFrom, someQuestion, someRows } from '../support/placement.js';
import { oracle } from '../support/placement-oracle.js';

const CASES = process.env['HARBORLIGHT_PROVE'] === 'yes' ? 20_000 : 2_000;
const ROWS_MAX = 40;

test('a scan answers what the rows plainly say, page after page', () => {
  const book = bookOfAll();
  let [found, asked] = [0, 0];
  fc.assert(
    fc.property(someRows(ROWS_MAX), someQuestion, (rows, question) => {
      const reach = question.at && reachFrom(question.at);
      const outcomes = book.outcomes(question.seeker);
      let after: PlacementQuestion['after'] = null;
      do {
        const page: PlacementQuestion = { ...question, after };
        const answer = scan(page, rows, book, reach);
        assert.deepEqual(answer, oracle(page, rows, outcomes, reach));
        found += answer.proposals.length > 0 ? 1 : 0;
        asked += 1;
        after = answer.proposals.at(-1) ?? null;
      } while (after);
      outcomes.close();
    }),
    { numRuns: CASES },
  );
  assert.ok(found > asked / 4, `only ${found} of ${asked} questions found anything`);
});
