import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileSeeker, criterionBit } from '../../src/eligibility/index.js';
import { metersBetween } from '../../src/geography/index.js';
import type { PlacementQuestion } from '../../src/placement/question.js';
import type { PlacementRow, PlacementUnit } from '../../src/placement/row.js';
import { scan } from '../../src/placement/scan.js';
import {
  bookOfAll,
  clauses,
  NOW_MS,
  reachFrom,
  somePoint,
  someQuestion,
  someRow,
  someRows,
} from '../support/placement.js';
import { oracle } from '../support/placement-oracle.js';

const plainRow: PlacementRow = {
  id: 'hou_plain',
  type: 'HOUSING',
  kinds: ['SAFE_HOUSE'],
  policies: [],
  denied: [],
  languages: [],
  statewide: [],
  points: [],
  area: [],
  units: [],
};
const plainQuestion: PlacementQuestion = {
  type: 'HOUSING',
  now: NOW_MS,
  at: null,
  state: null,
  withinMeters: null,
  scopes: null,
  avoid: null,
  kinds: null,
  policies: [],
  languages: [],
  bedsFor: null,
  availability: [true, true, true, false],
  verdicts: [true, true, false],
  askAbout: 0,
  seeker: compileSeeker({}),
  silentMask: () => 0,
  speaking: [],
  limit: 10,
  after: null,
  counting: false,
  facets: false,
  widen: false,
};
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

test('where only some things may be asked about, the unit that asks about no more is the best', () => {
  const idOf = (kind: string, stance: string) =>
    1 + clauses.findIndex((one) => one.kind === kind && one.listing[0]!.stance === stance);
  const [age, animals] = [idOf('AGE', 'REQUIRES'), idOf('ANIMALS', 'CASE_BY_CASE')];
  const report = { bedsOpen: 2, capacity: 4, reportedAt: NOW_MS, goodUntil: NOW_MS + 1_000 };
  const unit = (said: 'OPEN' | 'WAITLIST', clauses: number[]): PlacementUnit => ({
    capacity: 4,
    clauses,
    spoken: 0,
    report: { ...report, said },
  });
  const row: PlacementRow = {
    ...plainRow,
    units: [unit('OPEN', [age, animals]), unit('WAITLIST', [age])],
  };
  const ask = (changed: Partial<PlacementQuestion>) =>
    scan(
      { ...plainQuestion, verdicts: [true, false, false], ...changed },
      [row],
      bookOfAll(),
      null,
    );
  const [found] = ask({ askAbout: criterionBit('AGE') }).proposals;
  assert.deepEqual([found?.unit, found?.availability], [1, 1], 'the waitlist is found');
  assert.equal(ask({ askAbout: 0 }).proposals.length, 0);
  const widened = ask({ askAbout: 0, widen: true }).loosened!;
  assert.deepEqual([...widened.askAbout], [['AGE', 1]], 'and is what asking about age would find');
  assert.equal(widened.caseByCase.size, 0);
  const [open] = ask({ verdicts: [true, true, false] }).proposals;
  assert.equal(open?.unit, 0, 'where all may be asked about, the open unit is the best');
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
