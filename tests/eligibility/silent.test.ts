import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  broughtUp,
  criterionBit,
  readSilentTable,
  silentAsks,
  silentFinding,
  silentMask,
  silentTable,
  verdictOf,
  type CriterionKind,
  type Seeker,
} from '../../src/eligibility/index.js';
import { HousingKind } from '../../src/housing/index.js';
import { ServiceKind } from '../../src/services/index.js';
import { kinds, someSeeker } from '../support/eligibility.js';

const housing = Object.values(HousingKind);
const rows = [...housing, 'SERVICE'];

test('the table says ASK or PASS, and why, for every criterion of every kind of housing', () => {
  assert.deepEqual([...silentTable.cells.keys()].sort(), [...rows].sort());
  assert.equal(kinds.length * housing.length, 288);
  for (const [kind, row] of silentTable.cells) {
    assert.equal(row.size, kinds.length, kind);
    for (const { reason } of row.values()) assert.match(reason, /^\p{Lu}[^.]{15,}\.$/u);
  }
  assert.match(silentTable.review, /not yet/);
});

test('a table that leaves a cell out or says it twice is refused', () => {
  const cells = [{ answer: 'PASS', kinds: rows, reason: 'It is so.' }];
  const whole = kinds.map((criterion) => ({ criterion, cells }));
  const read = (table: object[]) => readSilentTable({ review: 'None.', table });
  assert.equal(read(whole).cells.size, 13);
  assert.throws(() => read(whole.slice(1)), /Nothing is said of AGE/);
  assert.throws(() => read([...whole, whole[0]!]), /Said twice/);
  const few = { criterion: 'AGE', cells: [{ ...cells[0]!, kinds: ['SERVICE'] }] };
  assert.throws(
    () => read([few, ...whole.slice(1)]),
    /Nothing is said of AGE of EMERGENCY_SHELTER/,
  );
  assert.throws(() => read([{ criterion: 'AGE', cells: [{ answer: 'NO', kinds: rows }] }]));
});

test('with nothing told nothing is brought up, and nothing is asked', () => {
  assert.equal(broughtUp({}).size, 0);
  for (const kind of rows) assert.deepEqual(silentAsks(kind, 0, {}), []);
});

test('what brings a matter up, and what does not', () => {
  const up: [CriterionKind, Seeker, Seeker][] = [
    ['AGE', { age: 17 }, { age: 18 }],
    ['GENDER', { gender: 'TWO_SPIRIT' }, { gender: 'WOMAN' }],
    ['HOUSEHOLD', { children: [{}] }, { children: [], partner: false }],
    ['HOUSEHOLD', { pregnant: true }, { pregnant: false }],
    ['HOUSEHOLD', { unaccompaniedMinor: true }, { unaccompaniedMinor: false }],
    ['ACCESS', { accessNeeds: ['DEAF'] }, { accessNeeds: [] }],
    ['ANIMALS', { serviceAnimal: true }, { pets: false }],
    ['LANGUAGE', { languages: ['so'] }, { languages: ['so', 'en-US'] }],
    ['SUBSTANCE_USE', { substanceUse: 'ON_MEDICATION' }, { substanceUse: 'SOBER' }],
    ['CARE_NEEDS', { careNeeds: ['NURSING_CARE'] }, { careNeeds: ['MENTAL_HEALTH'] }],
    ['CONVICTIONS', { convictions: ['FELONY'] }, { convictions: [] }],
    ['CUSTODY', { custody: 'COURT_ORDER' }, { custody: 'NONE' }],
    ['DOCUMENTS', { documents: [{ kind: 'PHOTO_ID', has: false }] }, { documents: [] }],
    ['LGBTQ', { lgbtq: true }, { lgbtq: false }],
    ['REFERRAL_SOURCE', { referredBy: 'SELF' }, {}],
    ['RESIDENCE', { homeCountyFips: '27007' }, {}],
    [
      'NATION',
      { nations: [{ nationId: 'nat_a', descendant: true }] },
      { nations: [{ nationId: 'nat_a', enrolled: false }] },
    ],
  ];
  for (const [kind, brings, leaves] of up) {
    assert.deepEqual([...broughtUp(brings)], [kind]);
    assert.deepEqual([...broughtUp(leaves)], []);
  }
});

test('what is asked is what the table asks, was brought up, and no rule speaks of', () => {
  fc.assert(
    fc.property(
      someSeeker,
      fc.constantFrom(...rows),
      fc.uniqueArray(fc.constantFrom(...kinds)),
      (seeker, row, spoken) => {
        const asked = kinds.filter(
          (kind) =>
            silentTable.cells.get(row)!.get(kind)!.answer === 'ASK' &&
            broughtUp(seeker).has(kind) &&
            !spoken.includes(kind),
        );
        assert.deepEqual(silentAsks(row, new Set(spoken), seeker), asked);
        const bits = spoken.reduce((mask, kind) => mask | criterionBit(kind), 0);
        assert.deepEqual(silentAsks(row, bits, seeker), asked);
        const mask = asked.reduce((all, kind) => all | criterionBit(kind), 0);
        assert.equal(silentMask(row, seeker) & ~bits, mask);
        assert.notEqual(verdictOf(asked.map(silentFinding)), 'NOT_ELIGIBLE');
      },
    ),
    { numRuns: 1_000 },
  );
});

test('every criterion has a bit of its own, and services of every kind share a row', () => {
  assert.deepEqual(
    kinds.map(criterionBit),
    kinds.map((_, index) => 2 ** index),
  );
  const seeker: Seeker = { age: 16, languages: ['so'], pets: true };
  for (const kind of Object.values(ServiceKind)) {
    assert.equal(silentMask(kind, seeker), silentMask('SERVICE', seeker));
    assert.ok(!housing.includes(kind as never));
  }
});

test('of status, of being LGBTQ+ and of working with the police nobody is asked', () => {
  for (const row of silentTable.cells.values()) {
    for (const kind of ['IMMIGRATION', 'LGBTQ', 'POLICE_COOPERATION'] as const) {
      assert.equal(row.get(kind)!.answer, 'PASS');
    }
  }
});
