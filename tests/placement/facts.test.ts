import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  compileClause,
  compileSeeker,
  criterionBit,
  outcomeOf,
  type Clause,
  type CriterionKind,
  type Seeker,
} from '../../src/eligibility/index.js';
import { ClauseBook, NOT_MET, UNKNOWN } from '../../src/placement/clause-book.js';
import { criteriaTold, FACT_WORDS, factsOf, refusedFacts } from '../../src/placement/facts.js';
import { kinds, land, PAIRS, rulesOf, seekersFor } from '../support/eligibility.js';

const pair = fc
  .constantFrom(...kinds)
  .chain((kind) => fc.tuple(fc.constant(kind), rulesOf(kind), seekersFor(kind)));

const bothIn = (a: Int32Array, b: Int32Array) => a.some((bits, word) => (bits & b[word]!) !== 0);

test('a fact that alone breaks a clause breaks it whatever else is so', () => {
  const broken = new Map<CriterionKind, number>();
  fc.assert(
    fc.property(pair, ([kind, { listing, unit }, told]) => {
      const clause = compileClause({ kind, listing, unit } as Clause, land);
      const seeker = compileSeeker(told);
      if (!bothIn(refusedFacts(kind, clause), factsOf(seeker))) return;
      assert.equal(
        outcomeOf(clause, seeker),
        NOT_MET,
        JSON.stringify({ kind, listing, unit, told }),
      );
      broken.set(kind, (broken.get(kind) ?? 0) + 1);
    }),
    { numRuns: PAIRS },
  );
  const told = ['AGE', 'GENDER', 'HOUSEHOLD', 'SITUATION', 'ANIMALS', 'CONVICTIONS', 'DOCUMENTS'];
  for (const kind of told) assert.ok(broken.has(kind as CriterionKind), `no ${kind} was broken`);
});

test('of an age that shares its bit with others, only what refuses them all is passed over', () => {
  const stating = (ageMin: number) =>
    compileClause(
      { kind: 'AGE', listing: [{ stance: 'REQUIRES', terms: { ageMin } }], unit: [] },
      land,
    );
  const passedOver = (ageMin: number, age: number) =>
    bothIn(refusedFacts('AGE', stating(ageMin)), factsOf(compileSeeker({ age })));
  for (let ageMin = 1; ageMin <= 120; ageMin += 1) {
    for (let age = 0; age <= 120; age += 1) {
      if (age >= ageMin) assert.ok(!passedOver(ageMin, age), `${age} of ${ageMin}`);
    }
  }
  assert.ok(passedOver(18, 17) && passedOver(35, 33) && passedOver(65, 0));
});

test('what nobody can answer is asked of everyone who says nothing of that criterion', () => {
  let asked = 0;
  fc.assert(
    fc.property(pair, ([kind, rules, told]) => {
      const book = new ClauseBook(land);
      book.add({ id: 7, kind, rules: rules as never });
      const number = book.numberOf(7);
      const seeker = compileSeeker(told);
      if ((book.asked[number]! & ~criteriaTold(seeker)) === 0) return;
      assert.equal(book.weigh(number, seeker), UNKNOWN, JSON.stringify({ kind, rules, told }));
      asked += 1;
    }),
    { numRuns: PAIRS },
  );
  assert.ok(asked > PAIRS / 20, `only ${asked}`);
});

test('every fact a seeker can tell has its bit', () => {
  const told: Seeker[] = [
    { age: 0 },
    { age: 120 },
    { gender: 'TWO_SPIRIT' },
    { lgbtq: false },
    { children: [] },
    { children: [{ age: 3 }, {}] },
    { convictions: [] },
    { documents: [{ kind: 'TRIBAL_ID', has: false }] },
    { referredBy: 'HOSPITAL' },
  ];
  assert.deepEqual([...factsOf(compileSeeker({}))], Array(FACT_WORDS).fill(0));
  for (const seeker of told) {
    assert.ok(
      factsOf(compileSeeker(seeker)).some((bits) => bits !== 0),
      JSON.stringify(seeker),
    );
  }
});

test('a clause that is named before it is known is a question, and then what it says', () => {
  const book = new ClauseBook(land);
  const seeker = compileSeeker({ age: 17 });
  book.numberOf(3);
  const before = book.outcomes(seeker);
  assert.equal(before.of(3), UNKNOWN);
  assert.equal(before.of(4), UNKNOWN);
  before.close();
  assert.ok(!book.has(3));
  const rules = { listing: [{ stance: 'REQUIRES', terms: { ageMin: 18 } }], unit: [] };
  book.add({ id: 3, kind: 'AGE', rules });
  assert.ok(book.has(3));
  const after = book.outcomes(seeker);
  assert.equal(after.of(3), NOT_MET);
  assert.equal(after.of(3), NOT_MET);
  after.close();
  assert.equal(book.criteria[book.numberOf(3)], criterionBit('AGE'));
});

test('a book grows, and nothing of one seeker is left for the next', () => {
  const book = new ClauseBook(land);
  const rules = { listing: [{ stance: 'REQUIRES', terms: { ageMin: 18 } }], unit: [] };
  for (let id = 1; id <= 3_000; id += 1) book.add({ id, kind: 'AGE', rules });
  const [young, grown] = [17, 18].map((age) => compileSeeker({ age }));
  for (const [seeker, expected] of [
    [young!, NOT_MET],
    [grown!, 0],
    [young!, NOT_MET],
  ] as const) {
    const outcomes = book.outcomes(seeker);
    for (let id = 1; id <= 3_000; id += 97) assert.equal(outcomes.of(id), expected);
    outcomes.close();
  }
});
