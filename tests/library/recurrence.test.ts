import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import rrule from 'rrule';
import { checkRecurrence, lastStart, nextStart } from '../../src/library/recurrence.js';

const CHICAGO = 'America/Chicago';
const at = (text: string) => new Date(text);
const meetings = (startsAt: string, recurrence: string, many: number, timeZone = CHICAGO) => {
  const recurring = { startsAt: at(startsAt), timeZone, recurrence, lastStartsAt: null };
  const starts: string[] = [];
  let now = at(startsAt);
  for (let nth = 0; nth < many; nth += 1) {
    const next = nextStart(recurring, now);
    if (!next) break;
    starts.push(next.toISOString().slice(0, 16));
    now = new Date(next.getTime() + 1);
  }
  return starts;
};

test('a meeting keeps its hour by the clock of its place when the clocks go back and forward', () => {
  assert.deepEqual(meetings('2026-10-20T18:00:00Z', 'FREQ=WEEKLY', 3), [
    '2026-10-20T18:00',
    '2026-10-27T18:00',
    '2026-11-03T19:00',
  ]);
  assert.deepEqual(meetings('2027-03-09T15:30:00Z', 'FREQ=WEEKLY;BYDAY=TU,TH', 3), [
    '2027-03-09T15:30',
    '2027-03-11T15:30',
    '2027-03-16T14:30',
  ]);
  // On the night itself: at half past one, which comes twice, the first time; at half past two, which does not come, an hour later.
  assert.deepEqual(meetings('2026-10-31T06:30:00Z', 'FREQ=DAILY', 3), [
    '2026-10-31T06:30',
    '2026-11-01T06:30',
    '2026-11-02T07:30',
  ]);
  assert.deepEqual(meetings('2027-03-13T08:30:00Z', 'FREQ=DAILY', 3), [
    '2027-03-13T08:30',
    '2027-03-14T08:30',
    '2027-03-15T07:30',
  ]);
});

test('an evening is of the day of its place, whatever day it is in UTC by then', () => {
  // The second Tuesday, at seven in the evening.
  assert.deepEqual(meetings('2026-10-14T00:00:00Z', 'FREQ=MONTHLY;BYDAY=2TU', 3), [
    '2026-10-14T00:00',
    '2026-11-11T01:00',
    '2026-12-09T01:00',
  ]);
});

test('the last of them is reckoned by the same clock', () => {
  const of = (recurrence: string) =>
    lastStart({ startsAt: at('2026-10-14T00:00:00Z'), timeZone: CHICAGO, recurrence });
  assert.equal(of('FREQ=MONTHLY;BYDAY=2TU;COUNT=2')!.toISOString(), '2026-11-11T01:00:00.000Z');
  assert.equal(of('FREQ=WEEKLY;UNTIL=20261103')!.toISOString(), '2026-11-04T01:00:00.000Z');
  assert.equal(of('FREQ=WEEKLY;UNTIL=20261104T005959Z')!.toISOString(), '2026-10-28T00:00:00.000Z');
  assert.equal(of('FREQ=WEEKLY'), null);
  assert.equal(of('FREQ=DAILY;UNTIL=21261231'), null);
});

test('after the last there is none', () => {
  const ended = { startsAt: at('2026-10-14T00:00:00Z'), timeZone: CHICAGO, recurrence: null };
  const lastStartsAt = ended.startsAt;
  assert.equal(nextStart({ ...ended, lastStartsAt }, at('2026-10-14T00:00:01Z')), null);
  const twice = { ...ended, recurrence: 'FREQ=WEEKLY;COUNT=2' };
  const last = lastStart(twice);
  assert.deepEqual(nextStart({ ...twice, lastStartsAt: last }, at('2026-10-15T00:00:00Z')), last);
  assert.equal(nextStart({ ...twice, lastStartsAt: last }, at('2026-10-22T00:00:00Z')), null);
});

test('what is no rule of days is refused, at once, however far it would have to be looked for', () => {
  const startsAt = at('2026-01-06T16:00:00Z');
  for (const recurrence of [
    '',
    'weekly',
    'FREQ=SECONDLY',
    'FREQ=HOURLY;COUNT=3',
    'FREQ=DAILY;COUNT=1;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=6TU',
    'FREQ=MONTHLY;BYSETPOS=1;BYDAY=TU',
    'FREQ=YEARLY;BYDAY=TU',
    'FREQ=WEEKLY;BYDAY=1TU',
    'FREQ=MONTHLY;BYDAY=TU,1TU',
    'FREQ=WEEKLY;COUNT=2;UNTIL=20270101',
    'FREQ=WEEKLY;COUNT=0',
    'FREQ=WEEKLY;COUNT=99999',
    'FREQ=WEEKLY;INTERVAL=-1',
    'FREQ=WEEKLY;UNTIL=20279999',
    'FREQ=WEEKLY;FREQ=DAILY',
    // It is a Tuesday, and the first of its month.
    'FREQ=WEEKLY;BYDAY=WE',
    'FREQ=MONTHLY;BYDAY=2TU',
    'FREQ=WEEKLY;UNTIL=20250101',
  ]) {
    assert.throws(
      () => checkRecurrence({ startsAt, timeZone: CHICAGO, recurrence }, 'recurrence'),
      { code: 'INVALID', field: 'recurrence' },
      recurrence,
    );
  }
});

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const days = fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1, maxLength: 3 });
const nthDays = fc.oneof(
  days,
  fc.uniqueArray(
    fc
      .tuple(fc.constantFrom('1', '2', '4', '5', '-1', '-2'), fc.constantFrom(...DAYS))
      .map((parts) => parts.join('')),
    { minLength: 1, maxLength: 3 },
  ),
);
const monthDays = fc.uniqueArray(fc.constantFrom(1, 13, 29, 31, -1, -3), {
  minLength: 1,
  maxLength: 3,
});
const months = fc.uniqueArray(fc.constantFrom(1, 2, 3, 9, 11, 12), { minLength: 1, maxLength: 4 });
const by = (name: string, of: fc.Arbitrary<unknown[]>) =>
  of.map((values) => `;${name}=${values.join(',')}`);
const maybe = (part: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), part);
const rules = fc
  .tuple(
    fc.oneof(
      fc.constant('DAILY'),
      fc
        .tuple(maybe(by('BYDAY', days)), fc.constantFrom('', ';WKST=SU', ';WKST=MO'))
        .map(([on, week]) => `WEEKLY${on}${week}`),
      fc
        .tuple(
          maybe(by('BYDAY', nthDays)),
          maybe(by('BYMONTHDAY', monthDays)),
          maybe(by('BYMONTH', months)),
        )
        .map((parts) => `MONTHLY${parts.join('')}`),
      fc
        .tuple(
          maybe(fc.oneof(by('BYDAY', nthDays), by('BYMONTHDAY', monthDays))),
          by('BYMONTH', months),
        )
        .map((parts) => `YEARLY${parts.join('')}`),
    ),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([rule, interval]) => `FREQ=${rule}${interval > 1 ? `;INTERVAL=${interval}` : ''}`);

const FIRST_DAY = Date.UTC(2026, 0, 1, 16);
const DAY_MS = 86_400_000;
const MANY = 12;

test('in a place whose clock never changes, meetings are those that the library for such rules finds', () => {
  let compared = 0;
  fc.assert(
    fc.property(rules, fc.integer({ min: 0, max: 800 }), (recurrence, day) => {
      // From the first day on which the rule has a meeting: before it, none is the first.
      const dtstart = new Date(FIRST_DAY + day * DAY_MS);
      const horizon = new Date(dtstart.getTime() + 3_000 * DAY_MS);
      const options = { ...rrule.RRule.parseString(recurrence), until: horizon };
      const [startsAt] = new rrule.RRule({ ...options, dtstart }).all((_, nth) => nth < 1);
      if (!startsAt) return;
      const expected = new rrule.RRule({ ...options, dtstart: startsAt })
        .all((_, nth) => nth < MANY)
        .map((one) => one.toISOString().slice(0, 16));
      checkRecurrence({ startsAt, timeZone: 'UTC', recurrence }, 'recurrence');
      const found = meetings(startsAt.toISOString(), recurrence, expected.length, 'UTC');
      assert.deepEqual(found, expected, `${recurrence} from ${startsAt.toISOString()}`);
      compared += 1;
    }),
    { numRuns: 250 },
  );
  assert.ok(compared > 150, `${compared}`);
});
