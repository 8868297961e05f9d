import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  hoursInput,
  isOpen,
  nextOpening,
  storedHours,
  weekdays,
} from '../../src/organizations/index.js';

const chicago = (weekly: { day: (typeof weekdays)[number]; opens: string; closes: string }[]) =>
  storedHours(hoursInput.parse({ timeZone: 'America/Chicago', weekly }));
const at = (iso: string) => new Date(iso);

test('opening times hold by the clock of the place, not of the server', () => {
  const hours = chicago([{ day: 'TUESDAY', opens: '09:00', closes: '17:00' }]);
  assert.equal(isOpen(hours, at('2026-11-24T15:00:00Z')), true);
  assert.equal(isOpen(hours, at('2026-11-24T14:59:00Z')), false);
  assert.equal(isOpen(hours, at('2026-11-24T23:00:00Z')), false);
});

test('a night that passes midnight belongs to the day it began, and Sunday night runs into Monday', () => {
  const hours = chicago([{ day: 'SUNDAY', opens: '18:00', closes: '02:00' }]);
  assert.equal(isOpen(hours, at('2026-11-30T05:30:00Z')), true);
  assert.equal(isOpen(hours, at('2026-11-30T07:30:00Z')), true);
  assert.equal(isOpen(hours, at('2026-11-30T08:00:00Z')), false);
});

test('round the clock is always open and has no next opening', () => {
  const hours = chicago(weekdays.map((day) => ({ day, opens: '00:00', closes: '24:00' })));
  assert.deepEqual(hours.week, [{ from: 0, to: 10_080 }]);
  fc.assert(
    fc.property(
      fc.date({ min: at('2020-01-01'), max: at('2040-01-01'), noInvalidDate: true }),
      (moment) => {
        assert.equal(isOpen(hours, moment), true);
        assert.equal(nextOpening(hours, moment), null);
      },
    ),
  );
});

test('the next opening is the first moment at which it is open', () => {
  const minutes = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const interval = fc
    .record({
      day: fc.constantFrom(...weekdays),
      opens: minutes.map(clock),
      closes: minutes.map(clock),
    })
    .filter(({ opens, closes }) => opens !== closes);
  // Not within a day of a change of clocks, where a wall clock's minute may not exist or come twice.
  const moment = fc
    .date({ min: at('2026-04-01'), max: at('2026-10-20'), noInvalidDate: true })
    .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));
  fc.assert(
    fc.property(fc.array(interval, { minLength: 1, maxLength: 6 }), moment, (weekly, now) => {
      const hours = chicago(weekly);
      const next = nextOpening(hours, now);
      if (isOpen(hours, now)) return assert.equal(next, null);
      assert.ok(next && next > now);
      assert.equal(isOpen(hours, next), true);
      assert.equal(isOpen(hours, new Date(next.getTime() - 60_000)), false);
    }),
    { numRuns: 500 },
  );
});

test('an opening after the clocks go back is told in the right hour', () => {
  const hours = chicago([{ day: 'SUNDAY', opens: '09:00', closes: '12:00' }]);
  assert.equal(
    nextOpening(hours, at('2026-11-01T04:00:00Z'))?.toISOString(),
    '2026-11-01T15:00:00.000Z',
  );
});

test('a wrong time or time zone is refused', () => {
  assert.equal(hoursInput.safeParse({ timeZone: 'Mars/Olympus', weekly: [] }).success, false);
  assert.equal(
    hoursInput.safeParse({
      timeZone: 'UTC',
      weekly: [{ day: 'MONDAY', opens: '25:00', closes: '26:00' }],
    }).success,
    false,
  );
});
