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

/** The hour from 1 to 2 comes twice on the first of these nights, that from 2 to 3 never on the second. */
const nights = [
  { from: at('2026-10-31T12:00:00Z'), to: at('2026-11-02T12:00:00Z') },
  { from: at('2027-03-13T12:00:00Z'), to: at('2027-03-15T12:00:00Z') },
];

test('a night in which the clocks change is open by the clocks on the wall', () => {
  const evening = chicago([{ day: 'SATURDAY', opens: '18:00', closes: '02:00' }]);
  // 01:30 in summer time, 01:30 again in winter time, 02:00.
  for (const [moment, open] of [
    ['2026-11-01T06:30:00Z', true],
    ['2026-11-01T07:30:00Z', true],
    ['2026-11-01T08:00:00Z', false],
    // 01:59, and a minute later 03:00.
    ['2027-03-14T07:59:00Z', true],
    ['2027-03-14T08:00:00Z', false],
  ] as const) {
    assert.equal(isOpen(evening, at(moment)), open, moment);
  }
});

test('an hour that comes twice opens twice, and none is told that has passed', () => {
  const early = chicago([{ day: 'SUNDAY', opens: '01:30', closes: '01:45' }]);
  for (const [moment, next] of [
    ['2026-11-01T05:00:00Z', '2026-11-01T06:30:00.000Z'],
    ['2026-11-01T06:50:00Z', '2026-11-01T07:30:00.000Z'],
    ['2026-11-01T07:00:00Z', '2026-11-01T07:30:00.000Z'],
    ['2026-11-01T07:45:00Z', '2026-11-08T07:30:00.000Z'],
  ] as const) {
    assert.equal(nextOpening(early, at(moment))?.toISOString(), next, moment);
  }
});

test('what opens in an hour that is left out opens as the clocks have passed it, or a week later', () => {
  const before = at('2027-03-14T07:00:00Z');
  const from = (opens: string, closes: string) =>
    nextOpening(chicago([{ day: 'SUNDAY', opens, closes }]), before)?.toISOString();
  assert.equal(from('02:30', '06:00'), '2027-03-14T08:00:00.000Z');
  assert.equal(from('02:30', '02:45'), '2027-03-21T07:30:00.000Z');
  assert.equal(from('03:00', '06:00'), '2027-03-14T08:00:00.000Z');
});

test('over both nights, the next opening is the first minute at which it is open', () => {
  const quarter = fc.integer({ min: 0, max: 24 }).map((quarters) => {
    const minute = quarters * 15;
    return `0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  });
  const interval = fc
    .record({
      day: fc.constantFrom('SATURDAY' as const, 'SUNDAY' as const, 'MONDAY' as const),
      opens: quarter,
      closes: quarter,
    })
    .filter(({ opens, closes }) => opens !== closes);
  const moment = fc
    .constantFrom(...nights)
    .chain(({ from, to }) =>
      fc
        .integer({ min: from.getTime() / 60_000, max: to.getTime() / 60_000 })
        .map((minute) => new Date(minute * 60_000)),
    );
  fc.assert(
    fc.property(fc.array(interval, { minLength: 1, maxLength: 4 }), moment, (weekly, now) => {
      const hours = chicago(weekly);
      const next = nextOpening(hours, now);
      if (isOpen(hours, now)) return assert.equal(next, null);
      // What opens here opens at a quarter of an hour, and so do clocks change.
      let quarters = Math.ceil(now.getTime() / 900_000);
      while (!isOpen(hours, new Date(quarters * 900_000))) quarters += 1;
      assert.equal(next?.toISOString(), new Date(quarters * 900_000).toISOString());
    }),
    { numRuns: 100 },
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
