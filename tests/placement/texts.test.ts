import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Policy } from '../../src/listings/index.js';
import { placementTextReview, placementTexts } from '../../src/placement/texts.js';

test('every policy that can be wished for has its words in both languages, and none passes for reviewed', () => {
  for (const policy of Object.values(Policy)) {
    const { en, es } = placementTexts;
    for (const { policies } of [en, es]) {
      const { holds, denied, question } = policies[policy];
      for (const text of [holds, denied, question]) assert.ok(text.length > 5, policy);
    }
    assert.notEqual(en.policies[policy].holds, es.policies[policy].holds);
  }
  for (const review of Object.values(placementTextReview)) assert.match(review, /not yet/);
});
