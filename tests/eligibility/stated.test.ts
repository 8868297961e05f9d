import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  criteriaPerhapsStated,
  criteriaStated,
  criterionBit,
  criterionOfPolicy,
  statedTable,
  type CriterionKind,
  type Seeker,
} from '../../src/eligibility/index.js';
import { Policy } from '../../src/listings/index.js';
import { someSeeker } from '../support/eligibility.js';

const policies = Object.values(Policy);

test('the table of what policies speak of names each policy once, by its word, and says why', () => {
  const named = statedTable.table.map(({ policy }) => policy);
  assert.deepEqual(
    named.filter((policy) => !policies.includes(policy as Policy)),
    [],
  );
  assert.equal(new Set(named).size, named.length);
  // What is told where it is denied is one policy's sentence.
  const spoken = statedTable.table.map(({ criterion }) => criterion);
  assert.equal(new Set(spoken).size, spoken.length);
  assert.match(statedTable.review, /not yet/);
  assert.equal(criterionOfPolicy('PETS_WELCOME'), 'ANIMALS');
  assert.equal(criterionOfPolicy('NIGHT_INTAKE'), undefined);
});

test('a policy that holds, and a language that is hers, say enough; what is denied does not', () => {
  const of = (held: Policy[], denied: Policy[], languages: string[], seeker: Seeker) => [
    ...criteriaStated(
      {
        policies: [
          ...held.map((policy) => ({ policy, holds: true })),
          ...denied.map((policy) => ({ policy, holds: false })),
        ],
        languages,
      },
      seeker,
    ),
  ];
  const stated: [held: Policy[], languages: string[], seeker: Seeker, spoken: CriterionKind[]][] = [
    [['PETS_WELCOME'], [], { pets: true }, ['ANIMALS']],
    [['PETS_WELCOME', 'NIGHT_INTAKE'], [], { serviceAnimal: true }, ['ANIMALS']],
    [['NO_SOBRIETY_REQUIRED'], [], { substanceUse: 'ACTIVE' }, ['SUBSTANCE_USE']],
    [['NO_ID_REQUIRED'], [], { documents: [{ kind: 'PHOTO_ID', has: false }] }, ['DOCUMENTS']],
    // That no ID is needed says nothing of proof of income.
    [['NO_ID_REQUIRED'], [], { documents: [{ kind: 'INCOME_PROOF', has: false }] }, []],
    [[], ['en', 'oj'], { languages: ['oj'] }, ['LANGUAGE']],
    [[], ['es-MX'], { languages: ['es'] }, ['LANGUAGE']],
    [[], ['en', 'oj'], { languages: ['so'] }, []],
    [[], ['en', 'oj'], {}, []],
  ];
  for (const [held, languages, seeker, spoken] of stated) {
    assert.deepEqual(of(held, [], languages, seeker), spoken, JSON.stringify([held, seeker]));
    assert.deepEqual(of([], held, [], seeker), []);
  }
});

test('what may be stated holds whatever is stated to anyone', () => {
  fc.assert(
    fc.property(
      fc.subarray(policies),
      fc.subarray(['en', 'es', 'so']),
      someSeeker,
      (held, languages, seeker) => {
        const statements = { policies: held.map((policy) => ({ policy, holds: true })), languages };
        const perhaps = criteriaPerhapsStated(held, languages);
        for (const criterion of criteriaStated(statements, seeker)) {
          assert.notEqual(perhaps & criterionBit(criterion), 0, criterion);
        }
      },
    ),
  );
});
