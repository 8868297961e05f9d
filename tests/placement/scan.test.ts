import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { metersBetween } from '../../src/geography/index.js';
import type { PlacementQuestion } from '../../src/placement/question.js';
import { scan } from '../../src/placement/scan.js';
import {
  bookOfAll,
  reachFrom,
  somePoint,
  someQuestion,
  someRow,
  someRows,
} from '../support/placement.js';
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

test('a radius ends where the whole metres of a door do', () => {
  const book = bookOfAll();
  const plain = { avoid: null, kinds: null, policies: [], languages: [], bedsFor: null };
  fc.assert(
    fc.property(
      someRow,
      someQuestion,
      somePoint,
      fc.integer({ min: -1, max: 1 }),
      (row, any, at, by) => {
        const door = row.points[0];
        if (!door) return;
        const withinMeters = Math.max(1, Math.round(metersBetween(at, door)) + by);
        const question = { ...any, ...plain, type: row.type, at, withinMeters };
        const rows = [{ ...row, points: [door], area: [], statewide: [] }];
        const outcomes = book.outcomes(question.seeker);
        const reach = reachFrom(at);
        assert.deepEqual(
          scan(question, rows, book, reach),
          oracle(question, rows, outcomes, reach),
        );
        outcomes.close();
      },
    ),
    { numRuns: CASES },
  );
});
