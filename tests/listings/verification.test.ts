import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verificationState } from '../../src/listings/index.js';
import { dueAt, verificationOf } from '../../src/listings/verification.js';

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

test('a confirmation made in an hour that comes twice runs out in its own hour, and one of before the clocks change at its own moment', () => {
  const due = (moment: string) => dueAt(new Date(moment), 'HOUSING').toISOString();
  // 01:30 in summer time and, an hour later, in winter time: two moments.
  assert.equal(due('2026-11-01T06:30:00Z'), '2027-05-01T06:30:00.000Z');
  assert.equal(due('2026-11-01T07:30:00Z'), '2027-05-01T07:30:00.000Z');
  // Runs out within the nights themselves.
  assert.equal(due('2026-05-01T06:30:00Z'), '2026-11-01T06:30:00.000Z');
  assert.equal(due('2026-05-01T07:30:00Z'), '2026-11-01T07:30:00.000Z');
  assert.equal(due('2026-09-14T08:30:00Z'), '2027-03-14T08:30:00.000Z');
});

test('a listing is as the group of it that was told as the oldest; each group as itself', () => {
  const [told, old] = [
    { confirmedAt: inDays(-10), dueAt: inDays(170), method: 'CALL' as const, confirmedBy: 'One' },
    { confirmedAt: inDays(-200), dueAt: inDays(-20), method: 'VISIT' as const, confirmedBy: 'Two' },
  ];
  const none = { confirmedAt: null, dueAt: null, method: null, confirmedBy: null };
  const states = (of: Parameters<typeof verificationOf>[0]) => {
    const { state, groups } = verificationOf(of, now);
    return [state, ...groups.map((one) => one.state)];
  };
  assert.deepEqual(states(null), ['NEVER', 'NEVER', 'NEVER', 'NEVER', 'NEVER']);
  assert.deepEqual(states(told), ['CURRENT', 'CURRENT', 'CURRENT', 'CURRENT', 'CURRENT']);
  const groups = [
    { group: 'CONTACT' as const, ...told },
    { group: 'ELIGIBILITY' as const, ...old },
    { group: 'HOURS' as const, ...none },
    { group: 'PLACE' as const, ...told },
  ];
  assert.deepEqual(states({ ...none, groups }), [
    'NEVER',
    'CURRENT',
    'OVERDUE',
    'NEVER',
    'CURRENT',
  ]);
});
