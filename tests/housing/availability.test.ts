import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  availabilityOf,
  availabilityTogether,
  freshnessOf,
  goodUntil,
  type Report,
  type ReportedUnit,
} from '../../src/housing/availability.js';

const now = new Date('2026-11-24T20:00:00Z');
const hour = 3_600_000;
const report = (hoursAgo: number, said: Partial<Report> = {}, holdsHours = 12): Report => ({
  reportedAt: new Date(now.getTime() - hoursAgo * hour).toISOString(),
  goodUntil: new Date(now.getTime() + (holdsHours - hoursAgo) * hour).toISOString(),
  accepting: true,
  bedsOpen: 2,
  bedsTotal: 6,
  waitlist: false,
  note: null,
  ...said,
});

test('zero beds, no report and an old report are three different answers', () => {
  const full = availabilityOf({ capacity: 6, report: report(1, { bedsOpen: 0 }) }, now);
  const none = availabilityOf({ capacity: 6, report: null }, now);
  const old = availabilityOf({ capacity: 6, report: report(13) }, now);
  assert.deepEqual([full.state, full.bedsOpen, full.freshness], ['FULL', 0, 'FRESH']);
  assert.deepEqual([none.state, none.bedsOpen, none.freshness], ['UNKNOWN', null, 'NEVER']);
  assert.deepEqual([old.state, old.bedsOpen, old.freshness], ['UNKNOWN', null, 'STALE']);
  assert.equal(old.lastReport?.bedsOpen, 2, 'what was said is still told');
});

test('beds open are those of the units that are open; where none of them counts, nobody knows', () => {
  const uncounted: ReportedUnit = { capacity: 4, report: report(1, { bedsOpen: null }) };
  const full: ReportedUnit = { capacity: 4, report: report(1, { bedsOpen: 0 }) };
  const two: ReportedUnit = { capacity: 4, report: report(1) };
  const of = (...units: ReportedUnit[]) => {
    const { state, bedsOpen } = availabilityTogether(units, now);
    return [state, bedsOpen];
  };
  assert.deepEqual(of(uncounted, full), ['OPEN', null]);
  assert.deepEqual(of(two, full), ['OPEN', 2]);
  assert.deepEqual(of(full, full), ['FULL', 0]);
});

test('a report is fresh for a quarter of its time, then aging, then stale, to the millisecond', () => {
  const made = report(0);
  const then = (hours: number, ms = 0) =>
    freshnessOf(made, new Date(now.getTime() + hours * hour + ms));
  assert.deepEqual(
    [then(3, -1), then(3), then(12, -1), then(12)],
    ['FRESH', 'AGING', 'AGING', 'STALE'],
  );
});

test('beds that nobody may take are not open', () => {
  const closed: ReportedUnit = { capacity: 4, report: report(1, { accepting: false }) };
  for (const { state, bedsOpen } of [
    availabilityOf(closed, now),
    availabilityTogether([closed], now),
  ])
    assert.deepEqual([state, bedsOpen], ['FULL', null], 'two are free, and open to nobody');
  const none = { capacity: 4, report: report(1, { accepting: false, bedsOpen: 0 }) };
  assert.equal(availabilityOf(none, now).bedsOpen, 0, 'that there is none was said');
  assert.equal(
    availabilityOf({ capacity: 4, report: report(1, { bedsOpen: 0, waitlist: true }) }, now).state,
    'WAITLIST',
  );
  assert.equal(
    availabilityOf({ capacity: 4, report: report(1, { bedsOpen: null }) }, now).state,
    'OPEN',
  );
});

test('an option is open where one unit is, and full only where every one is', () => {
  const unit = (said: Partial<Report> | null): ReportedUnit => ({
    capacity: 6,
    report: said === null ? null : report(1, said),
  });
  const stateOf = (...units: ReportedUnit[]) => availabilityTogether(units, now).state;
  assert.equal(stateOf(unit({ bedsOpen: 0 }), unit({ bedsOpen: 1 })), 'OPEN');
  assert.equal(stateOf(unit({ bedsOpen: 0 }), unit(null)), 'UNKNOWN');
  assert.equal(stateOf(unit({ bedsOpen: 0 }), unit({ bedsOpen: 0 })), 'FULL');
  assert.equal(stateOf(), 'UNKNOWN');
});

test('beds are never told where nothing is known, nor more than were reported', () => {
  const one = fc.record({
    capacity: fc.option(fc.integer({ min: 0, max: 50 }), { nil: null }),
    report: fc.option(
      fc
        .record({
          hoursAgo: fc.double({ min: 0, max: 40, noNaN: true }),
          bedsOpen: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
          accepting: fc.boolean(),
          waitlist: fc.boolean(),
        })
        .map(({ hoursAgo, ...said }) => report(hoursAgo, said)),
      { nil: null },
    ),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 5 }), (units) => {
      const together = availabilityTogether(units, now);
      if (together.state === 'UNKNOWN') assert.equal(together.bedsOpen, null);
      const said = units.reduce((sum, unit) => sum + (unit.report?.bedsOpen ?? 0), 0);
      assert.ok((together.bedsOpen ?? 0) <= said);
      if (units.every((unit) => unit.report === null)) assert.equal(together.freshness, 'NEVER');
    }),
  );
});

test('a report holds for as many hours in a night in which the clocks change as in any other', () => {
  for (const night of ['2026-11-01T05:30:00Z', '2027-03-14T06:30:00Z']) {
    const reportedAt = new Date(night);
    const until = goodUntil(12, reportedAt);
    assert.equal((until.getTime() - reportedAt.getTime()) / hour, 12);
    const made = {
      ...report(0),
      reportedAt: reportedAt.toISOString(),
      goodUntil: until.toISOString(),
    };
    const then = (hours: number, ms = 0) =>
      freshnessOf(made, new Date(reportedAt.getTime() + hours * hour + ms));
    assert.deepEqual(
      [then(3, -1), then(3), then(12, -1), then(12)],
      ['FRESH', 'AGING', 'AGING', 'STALE'],
    );
  }
});
