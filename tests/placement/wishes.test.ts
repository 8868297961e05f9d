import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wishesOf } from '../../src/placement/wishes.js';

/** What is told of three beds that are needed, where so many are open of so many. */
function beds(bedsOpen: number | null, capacity: number | null, language: 'en' | 'es' = 'en') {
  const availability = { state: 'OPEN', bedsOpen, capacity } as never;
  const offer = { policies: [], languages: [], availability };
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
