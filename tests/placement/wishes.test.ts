import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wishesOf } from '../../src/placement/wishes.js';

/** What is told of three beds that are needed, where so many are open of so many. */
function beds(bedsOpen: number | null, capacity: number | null, language: 'en' | 'es' = 'en') {
  const availability = { state: 'OPEN', bedsOpen, capacity } as never;
  const offer = { policies: [], languages: [], rules: () => [], availability };
  const question = { policies: [], languages: [], bedsFor: 3 };
  const [wish] = wishesOf(question, offer, language, (tag) => tag);
  return `${wish!.outcome}: ${wish!.text}`;
}

test('fewer beds in all are told apart from fewer beds that are open', () => {
  assert.equal(beds(2, 2), 'NOT_MET: They have fewer than 3 beds.');
  assert.equal(beds(2, 10), 'NOT_MET: They have fewer than 3 beds open.');
  assert.equal(beds(2, null), 'NOT_MET: They have fewer than 3 beds open.');
  assert.equal(beds(2, 10, 'es'), 'NOT_MET: Tienen menos de 3 camas libres.');
  assert.equal(beds(2, 2, 'es'), 'NOT_MET: Tienen menos de 3 camas.');
  assert.equal(beds(3, 10), 'MET: 3 beds are open; 3 needed.');
  assert.match(beds(null, 10), /^UNKNOWN: They do not say whether they have 3 beds open/);
});

test('where nobody is taken in now, that is told, and when there will be room is asked', () => {
  const question = { policies: [], languages: [], bedsFor: 1 };
  for (const state of ['FULL', 'WAITLIST']) {
    const availability = { state, bedsOpen: 0, capacity: 8 } as never;
    const offer = { policies: [], languages: [], rules: () => [], availability };
    const [en] = wishesOf(question, offer, 'en', (tag) => tag);
    assert.deepEqual(
      [en!.outcome, en!.text, en!.question],
      ['UNKNOWN', 'They said that they take nobody in now.', 'When could you have 1 bed open?'],
    );
    const [es] = wishesOf(question, offer, 'es', (tag) => tag);
    assert.equal(es!.question, '¿Cuándo podrían tener una cama libre?');
  }
});

test('of a policy that is not stated, what a rule says of its matter is told', () => {
  const question = { policies: ['PETS_WELCOME', 'NO_ID_REQUIRED'], languages: [], bedsFor: null };
  const rules = [{ kind: 'ANIMALS', stance: 'REFUSES', terms: { animals: ['PET'] } }] as const;
  const offer = { policies: [], languages: [], rules: () => rules, availability: null };
  const [pets, papers] = wishesOf(question, offer, 'en', (tag) => tag);
  assert.match(
    pets!.text,
    /^They do not say it in so many words\. Their rule: Cannot take .*pet\.$/,
  );
  assert.match(papers!.text, /^They do not say whether/);
});
