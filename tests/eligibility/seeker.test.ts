import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSeeker, SeekerInput } from '../../src/eligibility/index.js';
import { Refusal } from '../../src/kernel/index.js';
import { someSeeker } from '../support/eligibility.js';

const read = (input: object) => readSeeker(input as SeekerInput, 'input.seeker');

test('a seeker is read as it was told', () => {
  fc.assert(
    fc.property(someSeeker, (seeker) => {
      assert.deepEqual(
        JSON.parse(JSON.stringify(read(seeker))),
        JSON.parse(JSON.stringify(seeker)),
      );
    }),
    { numRuns: 300 },
  );
});

test('null and undefined are absent, at every depth; nothing at all is a seeker too', () => {
  const given = Object.assign(new SeekerInput(), {
    age: null,
    pets: undefined,
    children: [{ age: null, gender: 'MAN' }],
    nations: [{ nationId: 'nat_a', enrolled: null, descendant: false }],
  });
  assert.deepEqual(read(given), {
    children: [{ gender: 'MAN' }],
    nations: [{ nationId: 'nat_a', descendant: false }],
  });
  assert.deepEqual(readSeeker(null, 'seeker'), {});
  assert.deepEqual(readSeeker(undefined, 'seeker'), {});
});

test('a language is told by its tag in one form', () => {
  assert.deepEqual(read({ languages: ['ES-mx', 'SO'] }), { languages: ['es-MX', 'so'] });
});

test('what is no seeker is refused with the field, and without repeating what was given', () => {
  const many = (one: unknown) => Array.from({ length: 51 }, () => one);
  const wrong: [string, object][] = [
    ['age', { age: -1 }],
    ['age', { age: 121 }],
    ['age', { age: 17.5 }],
    ['gender', { gender: 'secretvalue' }],
    ['children.1.age', { children: [{}, { age: 400 }] }],
    ['children', { children: many({}) }],
    ['situations', { situations: many('HOMELESS') }],
    ['situations.0', { situations: ['secretvalue'] }],
    ['nations.0.nationId', { nations: [{ nationId: 'secretvalue!' }] }],
    ['nations', { nations: [{ nationId: 'nat_a' }, { nationId: 'nat_a', enrolled: true }] }],
    ['homeCountyFips', { homeCountyFips: '2702' }],
    ['languages.0', { languages: ['not a tag'] }],
    ['languages.0', { languages: ['en-' + 'a'.repeat(500)] }],
    [
      'documents',
      {
        documents: [
          { kind: 'PHOTO_ID', has: true },
          { kind: 'PHOTO_ID', has: false },
        ],
      },
    ],
    ['documents.0.has', { documents: [{ kind: 'PHOTO_ID' }] }],
    ['monthlyIncome', { monthlyIncome: -1 }],
    ['monthlyIncome', { monthlyIncome: Infinity }],
    ['unaccompaniedMinor', { age: 30, unaccompaniedMinor: true }],
    ['pets', { pets: 'secretvalue' }],
  ];
  for (const [field, input] of wrong) {
    assert.throws(
      () => read(input),
      (error: Refusal) => {
        assert.ok(error instanceof Refusal);
        assert.equal(error.code, 'INVALID');
        assert.equal(error.field, `input.seeker.${field}`);
        assert.doesNotMatch(error.message, /secretvalue|400|not a tag/);
        return true;
      },
      field,
    );
  }
});
