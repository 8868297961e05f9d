import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verificationState } from '../../src/listings/index.js';

const now = new Date('2026-11-24T20:00:00Z');
const inDays = (days: number, ms = 0) =>
  new Date(now.getTime() + days * 86_400_000 + ms).toISOString();

test('a confirmation is current, then due for its last thirty days, then overdue', () => {
  assert.equal(verificationState(inDays(30, 1), now), 'CURRENT');
  assert.equal(verificationState(inDays(30), now), 'DUE');
  assert.equal(verificationState(inDays(0, 1), now), 'DUE');
  assert.equal(verificationState(inDays(0), now), 'OVERDUE');
  assert.equal(verificationState(null, now), 'NEVER');
});
