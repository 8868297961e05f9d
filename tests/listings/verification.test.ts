import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verificationState } from '../../src/listings/index.js';
import { dueAt } from '../../src/listings/verification.js';

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

test('beds are confirmed after half a year, all else after one; in a shorter month on its last day', () => {
  const due = (day: string, type: 'HOUSING' | 'SERVICE') =>
    dueAt(new Date(`${day}T08:30:00Z`), type).toISOString();
  assert.equal(due('2026-02-11', 'HOUSING'), '2026-08-11T08:30:00.000Z');
  assert.equal(due('2026-02-11', 'SERVICE'), '2027-02-11T08:30:00.000Z');
  assert.equal(due('2026-08-31', 'HOUSING'), '2027-02-28T08:30:00.000Z');
  assert.equal(due('2028-02-29', 'SERVICE'), '2029-02-28T08:30:00.000Z');
});
